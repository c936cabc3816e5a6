#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder in which the program runs.
enum WorkingFolder {
  /// Its absolute path, or "." where it cannot be told.
  static var path: String {
    guard let pointer = getcwd(nil, 0) else { return "." }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Makes a folder with mode 0700 where there is none.
  static func makeFolder(_ path: String) { mkdir(path, 0o700) }

  /// Removes a file, where there is one.
  static func removeFile(_ path: String) { unlink(path) }

  /// Whether a path names something that is there.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }
}
