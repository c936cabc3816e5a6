import Glibc

extension FormatError: CustomStringConvertible {
  /// One or two sentences: what is wrong, where, and what to do next.
  public var description: String { message }

  /// One or two sentences: what is wrong, where, and what to do next.
  ///
  /// Never holds the content of a cell, nor a raw control character.
  public var message: String {
    [statement, hint].compactMap { $0 }.joined(separator: " ")
  }

  /// What to do next, where there is something to say.
  public var hint: String? {
    switch self {
    case .unreadable(_, let number): Self.openingHint(number)
    case .changedWhileRead: "Wait until nothing writes to it, or read a copy."
    case .noHeader: "The first row must name the columns."
    case .header(let fault, _): Self.hint(for: fault)
    case .row(_, _, let hint): hint
    case .unsupported(let content, let file): Self.hint(for: content, file: file)
    case .limit(let limit, _, _): Self.hint(for: limit)
    case .damagedGzip: "Test it with 'gzip -t', and copy it again."
    case .emptyIdentifier, .repeatedIdentifier:
      "Give each record its own identifier, or use row numbers."
    case .outputExists: "Choose another name, or write over it with --force."
    case .outputBusy: "Wait for the other run to end, or choose another folder."
    case .inputOutput(_, _, let number):
      number == ENOSPC || number == EDQUOT ? "Free some space and run again." : nil
    }
  }

  private var statement: String {
    switch self {
    case .unreadable(let file, let number):
      "Cannot read '\(printable(file))': \(systemReason(number))."
    case .changedWhileRead(let file): "'\(printable(file))' changed while it was read."
    case .noHeader(let file): "'\(printable(file))' has no header row."
    case .header(let fault, let place): "\(place.description): \(Self.words(for: fault))."
    case .row(let fault, let place, _): "\(place.description): \(Self.words(for: fault))."
    case .unsupported(let content, let file):
      "'\(printable(file))' is \(content.rawValue), which is not read."
    case .limit(let limit, let allowed, let place):
      "\(place.description): more than \(allowed) \(limit.rawValue)."
    case .damagedGzip(let file): "'\(printable(file))': the gzip data are damaged or cut off."
    case .emptyIdentifier(let place, let count):
      "\(place.description): a record without identifier (\(count) in all)."
    case .repeatedIdentifier(let place, let firstLine, let count):
      "\(place.description): the identifier was already used"
        + (firstLine.map { " on line \($0)" } ?? "")
        + " (\(count == 1 ? "1 record repeats" : "\(count) records repeat") one)."
    case .outputExists(let path): "'\(printable(path))' exists already or is not empty."
    case .outputBusy(let path): "Another process is writing to '\(printable(path))'."
    case .inputOutput(let path, let operation, let number):
      "Cannot \(operation) '\(printable(path))': \(systemReason(number))."
    }
  }

  private static func words(for fault: RowFault) -> String {
    switch fault {
    case .ragged(let found, let expected):
      "the row has \(found) cells, but the header has \(expected)"
    case .bareQuote: "a quote inside a cell that does not begin with one"
    case .textAfterQuote: "text after a closing quote"
    case .unbalancedQuote: "the quote that opens here is never closed"
    case .zeroByte: "a zero byte"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .fieldTooLong(let allowed): "a cell of more than \(allowed) bytes"
    case .invalidJSON: "the line is not one JSON object"
    case .nestedJSON: "a nested JSON value"
    case .repeatedKey: "a JSON key that is repeated or empty"
    case .separatorInValue: "a text in a JSON array holds the separator of values"
    }
  }

  private static func words(for fault: HeaderFault) -> String {
    switch fault {
    case .emptyName: "the column has no name"
    case .repeatedName(let earlier):
      "the column has the same name as column \(earlier), blanks and case apart"
    }
  }

  private static func hint(for fault: HeaderFault) -> String {
    switch fault {
    case .emptyName: "Name every column in the first row."
    case .repeatedName: "Rename one of them in the first row."
    }
  }

  private static func hint(for limit: FormatLimit) -> String {
    switch limit {
    case .columns: "Check the delimiter, or leave out columns."
    case .rows: "Split the file."
    case .fieldBytes, .recordBytes: "Look for a quote that is never closed near there."
    case .expandedBytes, .expansionRatio:
      "If the file is trusted, decompress it first with 'gunzip'."
    }
  }

  private static func hint(for content: UnsupportedContent, file: String) -> String {
    switch content {
    case .utf16: "Convert it: iconv -f UTF-16 -t UTF-8."
    case .utf32: "Convert it: iconv -f UTF-32 -t UTF-8."
    case .zip: "Save the sheet as CSV (UTF-8), or unpack the archive."
    case .zstandard: "Decompress it with 'zstd -d'."
    case .bzip2: "Decompress it with 'bunzip2'."
    case .xz: "Decompress it with 'unxz'."
    case .parquet: "Export it as CSV."
    case .jsonArray: "Write one object per line: jq -c '.[]'."
    case .utf8WithOtherEncodingAsked: "Read it without --encoding."
    }
  }

  private static func openingHint(_ number: Int32) -> String? {
    switch number {
    case ENOENT: "Check the path."
    case EISDIR: "Name a file in it."
    case EACCES, EPERM: "Check the file's permissions."
    default: nil
    }
  }
}

/// The usual words for a system error; they do not depend on the locale.
func systemReason(_ number: Int32) -> String {
  switch number {
  case ENOENT: "no such file or folder"
  case EACCES, EPERM: "permission denied"
  case EISDIR: "it is a folder"
  case ENOTDIR: "a part of the path is not a folder"
  case EEXIST: "it exists already"
  case ENOSPC: "no space left on the device"
  case EDQUOT: "the disk quota is used up"
  case EFBIG: "the file would be too large"
  case EIO: "the device reports an input/output error"
  case EROFS: "the file system is read-only"
  case EPIPE: "the reader of the pipe is gone"
  case EMFILE, ENFILE: "too many open files"
  case ENOMEM: "out of memory"
  case ELOOP: "too many symbolic links"
  case ENAMETOOLONG: "the name is too long"
  default: "system error \(number)"
  }
}
