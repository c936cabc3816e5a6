import Foundation

/// Folders for the files of tests, which are gone when the tests are over.
///
/// All of a process stand in one folder below the system's temporary one, which is removed when
/// the process ends. Tests may share them, and a file in one outlives the test that made it.
package enum ScratchFolders {
  /// A new folder.
  package static func make() throws -> URL {
    let folder = root.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static let root: URL = {
    let name = "scruple-tests-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
    atexit { ScratchFolders.removeAll() }
    return FileManager.default.temporaryDirectory.appendingPathComponent(name)
  }()

  private static func removeAll() {
    try? FileManager.default.removeItem(at: root)
  }
}
