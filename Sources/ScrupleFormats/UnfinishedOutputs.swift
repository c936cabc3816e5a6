import Glibc
import Synchronization

/// The temporary files and folders of outputs that are not yet in place.
///
/// A signal ends the process without unwinding, so that nothing would remove
/// them; the one who handles signals asks for that here. This is the only state
/// of the module, and like the files it belongs to the process.
public enum UnfinishedOutputs {
  private static let paths = Mutex<Set<String>>([])

  static func add(_ path: String) { _ = paths.withLock { $0.insert(path) } }

  static func remove(_ path: String) { _ = paths.withLock { $0.remove(path) } }

  /// Removes all of them and ends the process at once, so that no other thread
  /// makes new ones meanwhile.
  public static func removeAllAndExit(status: Int32) -> Never {
    paths.withLock { paths in
      for path in paths.sorted().reversed() {
        var found = stat()
        guard lstat(path, &found) == 0 else { continue }
        if found.st_mode & S_IFMT == S_IFDIR { removeTree(path) } else { unlink(path) }
      }
      _exit(status)
    }
  }
}
