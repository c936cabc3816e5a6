import ArgumentParser

/// Messages about the command line.
enum UsageMessage {
  /// What to say about a first word that is no verb; nil where it is one.
  static func unknownVerb(in arguments: [String]) -> Failure? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    let verbs = ScrupleCommand.verbs
    if verbs.contains(word) || word == "help" { return nil }
    let hint = NearMiss.hint(for: word, among: verbs)
    return Failure(
      "Unknown verb \(TerminalText.quoted(word)).\(hint)\nSee 'scruple --help'.",
      status: Failure.usage)
  }
}
