import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the program begins and where every error ends.
@main
enum Main {
  static func main() {
    // A reader that goes away and a file that grows too large are seen as failed writes.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    Interruption.prepare()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if let failure = UsageMessage.unknownVerb(in: arguments) { throw failure }
      var command = try ScrupleCommand.parseAsRoot(AuditVerb.spelledOut(arguments))
      try command.run()
    } catch {
      exit(status(afterTelling: error))
    }
  }

  private static func status(afterTelling error: any Error) -> Int32 {
    if let failure = ErrorMessage.failure(for: error) {
      Talk.write("Error: " + TerminalText.safe(failure.message) + "\n")
      return failure.status
    }
    let status = ScrupleCommand.exitCode(for: error).rawValue
    let text = ScrupleCommand.fullMessage(for: error)
    guard status == 0 else {
      Talk.write(TerminalText.safe(text) + "\n")
      return status == EXIT_FAILURE ? Failure.badInput : status
    }
    do {
      try StandardOutput.write(text + "\n")
      return 0
    } catch {
      return Failure.inputOutput
    }
  }
}
