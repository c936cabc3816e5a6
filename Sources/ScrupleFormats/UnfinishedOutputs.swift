import Glibc
import Synchronization

/// The temporary files and folders of outputs that are not yet in place.
///
/// A signal ends the process without unwinding, so that nothing would remove
/// them; the one who handles signals asks for that here. This is the only state
/// of the module, and like the files it belongs to the process.
public enum UnfinishedOutputs {
  private static let paths = Mutex<Set<String>>([])

  /// Makes something and lists its path, if any, in one step: no signal can
  /// come between the two.
  static func making<Made>(
    _ make: () throws(FormatError) -> (path: String?, made: Made)
  ) throws(FormatError) -> Made {
    try paths.withLock { (paths: inout sending Set<String>) throws(FormatError) -> Made in
      let result = try make()
      if let path = result.path { paths.insert(path) }
      return result.made
    }
  }

  static func remove(_ path: String) { _ = paths.withLock { $0.remove(path) } }

  /// Removes all of them and ends the process at once, so that no other thread
  /// makes new ones meanwhile.
  public static func removeAllAndExit(status: Int32) -> Never {
    paths.withLock { paths in
      for path in paths.sorted().reversed() {
        var found = stat()
        guard lstat(path, &found) == 0 else { continue }
        if found.st_mode & S_IFMT != S_IFDIR {
          unlink(path)
        } else if path.contains(OutputFolder.stagingPrefix) {
          removeTree(path)
        } else {
          // A folder made here; what somebody else has put into it stays.
          rmdir(path)
        }
      }
      _exit(status)
    }
  }
}
