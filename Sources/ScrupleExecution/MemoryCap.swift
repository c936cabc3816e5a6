import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much memory a run may hold, and where it puts what would exceed that.
///
/// Large tables that are written once and then only read go into files without a name, which are
/// gone when the process ends, whatever ends it. Their pages stay in memory while the process holds
/// less than the limit; beyond it they are given back, and read again where they are asked for.
/// Results do not depend on it.
public final class MemoryCap: Sendable {
  /// Bytes that the process may hold.
  public let limit: Int
  /// The folder of the files.
  public let folder: String
  /// Whether every table goes to disk, or only one that would exceed the limit.
  public let spillsAll: Bool
  private let state = Mutex(State())

  private struct State {
    /// The bytes of each table on disk, by its address.
    var tables: [UInt: Int] = [:]
    var spilledBytes = 0
    var failure: MemoryCapError?
  }

  public init(limit: Int, folder: String, spillsAll: Bool) {
    self.limit = limit
    self.folder = folder
    self.spillsAll = spillsAll
  }

  /// Bytes that have been put on disk so far.
  public var spilledBytes: Int { state.withLock { $0.spilledBytes } }

  /// Gives pages of tables on disk back if the process holds nearly as much as it may.
  ///
  /// - Complexity: one read of `/proc/self/statm` while there is room.
  public func relieve() {
    let (all, mapped) = ProcessResources.residentBytes()
    // Where other memory alone is above the limit, dropping a few pages again and again is no help.
    guard all > limit / 16 * 15, mapped > limit / 16 else { return }
    setAside()
  }

  /// Gives the pages of all tables on disk back: nothing will ask for them for a while.
  public func setAside() {
    state.withLock { state in
      for (address, byteCount) in state.tables {
        // SAFETY: tables are registered while they are mapped. Of a shared mapping of a file the
        // pages are dropped, not their content.
        _ = madvise(UnsafeMutableRawPointer(bitPattern: address), byteCount, MADV_DONTNEED)
      }
    }
  }

  /// Tells whether all went well so far.
  ///
  /// - Throws: `MemoryCapError` where the process holds more than the limit, or a file could not be
  ///   written.
  public func check() throws(MemoryCapError) {
    relieve()
    if let failure = state.withLock({ $0.failure }) { throw failure }
    let held = ProcessResources.residentBytes().all
    if held > limit { throw .exceeded(limit: limit, held: held) }
  }

  /// A table on disk, all zeros; nil where it may stay in memory, or cannot be made: then `check`
  /// says why.
  func table(byteCount: Int) -> UnsafeMutableRawPointer? {
    guard byteCount > 0 else { return nil }
    guard spillsAll || ProcessResources.residentBytes().all + byteCount > limit else { return nil }
    var path = Array((folder + "/.scruple-spill-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { return fail(errno) }
    defer { close(descriptor) }
    unlink(path)
    let status = Self.reserve(byteCount, descriptor)
    guard status == 0 else { return fail(status) }
    let address = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let address, address != MAP_FAILED else { return fail(errno) }
    state.withLock { state in
      state.tables[UInt(bitPattern: address)] = byteCount
      state.spilledBytes += byteCount
    }
    return address
  }

  /// Gives a table back.
  func remove(_ address: UnsafeMutableRawPointer) {
    let byteCount = state.withLock { $0.tables.removeValue(forKey: UInt(bitPattern: address)) }
    if let byteCount { munmap(address, byteCount) }
  }

  /// Room on disk, so that a full disk is an error here and not a signal later.
  private static func reserve(_ byteCount: Int, _ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      return posix_fallocate(descriptor, 0, off_t(byteCount))
    #else
      return ftruncate(descriptor, off_t(byteCount)) == 0 ? 0 : errno
    #endif
  }

  private func fail(_ code: Int32) -> UnsafeMutableRawPointer? {
    state.withLock {
      if $0.failure == nil { $0.failure = .cannotSpill(folder: folder, code: code) }
    }
    return nil
  }
}

/// Why a run cannot go on within its memory.
public enum MemoryCapError: Error, Equatable {
  /// The process holds more bytes than it may.
  case exceeded(limit: Int, held: Int)
  /// A file for what does not fit could not be made; `code` is the system's.
  case cannotSpill(folder: String, code: Int32)
}
