import Scruple

extension ErrorMessage {
  static func message(_ error: RepairError) -> String {
    switch error {
    case .logDoesNotFit(let file, let line, let column):
      "Line \(line) of \(TerminalText.quoted(file)) does not fit the files of the run: the column "
        + "\(TerminalText.quoted(column)) of that row holds something else. Name the corpus that "
        + "the run was made of."
    case .notRepeatable(let flags, let repeated):
      "The run wrote \(TerminalText.count(flags, "flag")); repeated from its folder it makes "
        + "other ones (\(repeated)). Repairs need a run whose specification and model say all: link again "
        + "without --certificate and with this version."
    }
  }
}
