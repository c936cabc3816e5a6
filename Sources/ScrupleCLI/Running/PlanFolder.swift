import Scruple
import ScrupleAudit
import ScrupleFormats

/// The folder of a plan for labels.
struct PlanFolder {
  let path: String
  let plan: LabelPlan

  /// Reads the plan.
  ///
  /// - Throws: `FormatError`, `RunFileError`, or `Failure` where the folder is of no plan.
  init(path: String) throws {
    self.path = path
    let file = path + "/plan.json"
    guard WorkingFolder.exists(file) else {
      throw Failure(
        "\(TerminalText.quoted(path)) holds no plan: it has no plan.json. "
          + "Make one with 'scruple audit plan RUN -o DIR'.")
    }
    do {
      let bytes = try WholeFile(path: file).bytes
      let schema = try JSONText.schema(of: bytes)
      guard schema == LabelPlan.schemaName else {
        throw Failure(
          "\(TerminalText.quoted(file)) has the format \(TerminalText.quoted(schema)); this "
            + "program reads '\(LabelPlan.schemaName)'.")
      }
      plan = try JSONText.value(LabelPlan.self, from: bytes)
    } catch let error as DecodingError {
      throw Failure(
        "\(TerminalText.quoted(file)) cannot be used: \(JSONFault.words(for: error)). "
          + "Make the plan again with 'scruple audit plan'.")
    }
    guard plan.strata.allSatisfy({ $0.labels >= 0 && $0.labels <= $0.size }),
      plan.confidence > 0, plan.confidence < 1
    else {
      throw Failure("\(TerminalText.quoted(file)) cannot be used: its numbers cannot be.")
    }
  }

  /// The known answers; nil where there are none.
  var controls: String? { plan.controls > 0 ? path + "/controls.csv" : nil }

  /// Expects a folder to be of the run that the sample was drawn from, if it is of any.
  func requireRun(of folder: String) throws {
    guard WorkingFolder.exists(folder + "/run.json") else { return }
    guard try AuditedRun(RunFolder(path: folder).manifest) == plan.run else {
      throw LabelSampleError.otherRun(plan: path, run: folder)
    }
  }
}
