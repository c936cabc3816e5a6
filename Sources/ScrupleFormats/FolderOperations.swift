import Glibc

/// Makes a folder with mode 0700, and those above it; false where it is there.
func makeFolder(_ path: String) throws(FormatError) -> Bool {
  if mkdir(path, 0o700) == 0 { return true }
  let number = errno
  if number == ENOENT, folder(of: path) != path {
    _ = try makeFolder(folder(of: path))
    if mkdir(path, 0o700) == 0 { return true }
  }
  var status = stat()
  if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return false }
  throw .inputOutput(path: path, operation: "create folder", errorNumber: number)
}

/// The names in a folder, without "." and "..", sorted by their bytes.
func entries(of path: String) throws(FormatError) -> [String] {
  guard let stream = opendir(path) else {
    throw .inputOutput(path: path, operation: "list", errorNumber: errno)
  }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Removes a folder made here with all that is in it; follows no symbolic link.
func removeTree(_ path: String) {
  guard let names = try? entries(of: path) else { return }
  for name in names {
    let entry = path + "/" + name
    var status = stat()
    guard lstat(entry, &status) == 0 else { continue }
    if status.st_mode & S_IFMT == S_IFDIR { removeTree(entry) } else { unlink(entry) }
  }
  rmdir(path)
}
