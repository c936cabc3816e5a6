import ArgumentParser

/// The `scruple` command.
@main
struct ScrupleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scruple",
    abstract: "Link records, and measure whom the links get wrong.",
    subcommands: [LinkCommand.self])
}
