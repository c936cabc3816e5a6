import Foundation
import ScrupleAudit
import ScrupleScoring

@testable import ScrupleReports

/// The audit that the demo wrote, with its model.
enum DemoAudit {
  static func input() throws -> ReportInput {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("ScrupleCLITests/DemoRun")
    let read = { (name: String) in try Data(contentsOf: folder.appendingPathComponent(name)) }
    var input = ReportInput(
      audit: try JSONDecoder().decode(AuditReport.self, from: read("audit.json")),
      notice: "Not evidence.")
    input.model = try JSONDecoder().decode(FellegiSunterModel.self, from: read("model.json"))
    return input
  }
}
