import ScrupleExecution
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct MemoryCapTests {
  private static let plenty = 1 << 50
  private static let folder = "/tmp"

  private static func words(_ count: Int, seed: UInt32) -> [UInt32] {
    (0..<UInt32(count)).map { $0 &* 2_654_435_761 &+ seed }
  }

  @Test(arguments: [0, 1, 2, 1_023, 1_024, 1_025, 100_000])
  func wordsOnDiskAreThoseThatWereWritten(count: Int) throws {
    let cap = MemoryCap(limit: Self.plenty, folder: Self.folder, spillsAll: true)
    let expected = Self.words(count, seed: 9)
    let taken = WordList(expected, within: cap)
    let filled = WordList(count: count, within: cap) { words in
      for index in words.indices { words[index] = expected[index] }
    }
    #expect(cap.spilledBytes == 8 * count)
    for _ in 0..<2 {
      #expect(taken.withUnsafeBufferPointer { Array($0) } == expected)
      #expect(filled.withUnsafeBufferPointer { Array($0) } == expected)
      cap.setAside()
    }
    try cap.check()
  }

  @Test func setAsideGivesMemoryBack() {
    let cap = MemoryCap(limit: Self.plenty, folder: Self.folder, spillsAll: true)
    let list = WordList(Self.words(8 << 20, seed: 3), within: cap)
    let before = ProcessResources.residentBytes().mapped
    cap.setAside()
    let after = ProcessResources.residentBytes().mapped
    #expect(before - after > 16 << 20, "32 MiB of words were given back: \(before) to \(after)")
    #expect(list.withUnsafeBufferPointer { $0[(8 << 20) - 1] } == Self.words(8 << 20, seed: 3).last)
  }

  @Test func whatFitsStaysInMemory() throws {
    let cap = MemoryCap(limit: Self.plenty, folder: Self.folder, spillsAll: false)
    let list = WordList(Self.words(1_000, seed: 1), within: cap)
    #expect(cap.spilledBytes == 0)
    #expect(list.withUnsafeBufferPointer { Array($0) } == Self.words(1_000, seed: 1))
    try cap.check()
  }

  @Test func whatWouldExceedTheLimitGoesToDisk() {
    let cap = MemoryCap(limit: 1, folder: Self.folder, spillsAll: false)
    let list = WordList(Self.words(1_000, seed: 1), within: cap)
    #expect(cap.spilledBytes == 4_000)
    #expect(list.withUnsafeBufferPointer { Array($0) } == Self.words(1_000, seed: 1))
    #expect(throws: MemoryCapError.self) { try cap.check() }
  }

  @Test func aFolderThatIsNotThereIsAnErrorAndNothingIsLost() {
    let cap = MemoryCap(limit: Self.plenty, folder: "/nowhere/at/all", spillsAll: true)
    let list = WordList(Self.words(100, seed: 2), within: cap)
    #expect(list.withUnsafeBufferPointer { Array($0) } == Self.words(100, seed: 2))
    #expect(throws: MemoryCapError.cannotSpill(folder: "/nowhere/at/all", code: ENOENT)) {
      try cap.check()
    }
  }
}
