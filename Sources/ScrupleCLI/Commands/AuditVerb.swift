import ArgumentParser

/// `scruple audit`: against the truth, or with a sample of labels where there is no truth.
///
/// Auditing against the truth is what is meant where no other word follows.
struct AuditVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Measure the error of a run, or of somebody else's links.",
    subcommands: [AuditCommand.self, AuditPlanCommand.self, AuditEstimateCommand.self],
    defaultSubcommand: AuditCommand.self)

  /// The arguments with the default spelled out where only help is asked for, since the help of
  /// this verb alone would hide its options.
  static func spelledOut(_ arguments: [String]) -> [String] {
    let asks = [["audit", "--help"], ["audit", "-h"], ["help", "audit"]]
    return asks.contains(arguments) ? ["audit", AuditCommand.word, "--help"] : arguments
  }
}
