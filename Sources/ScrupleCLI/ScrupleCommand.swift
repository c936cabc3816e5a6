import ArgumentParser

/// The `scruple` command.
struct ScrupleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scruple",
    abstract: "Link records, and measure whom the links get wrong.",
    discussion: """
      Example:
        scruple link left.csv right.csv -o out
        scruple audit out --truth truth.csv

      Data go to standard output, everything else to standard error. Nothing is sent anywhere.

      Exit status: 0 done; 1 done, and the answer is no; 2 it could not be done; 64 the command \
      line is wrong; 74 input or output failed; 130 or 143 stopped by a signal.
      """,
    version: "scruple \(BuildIdentity.version) (commit \(BuildIdentity.commit))",
    subcommands: [
      DemoCommand.self, GenerateCommand.self, LinkCommand.self, TrainCommand.self,
      ProfileCommand.self, InitCommand.self, ExplainCommand.self, AuditVerb.self,
      CertifyCommand.self, DecoysCommand.self, ReportCommand.self, DoctorCommand.self,
    ])

  /// The names of all verbs.
  static var verbs: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
