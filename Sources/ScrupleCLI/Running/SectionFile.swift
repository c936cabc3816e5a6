import ScrupleAudit
import ScrupleFormats

/// The file `audit.json` of a folder, to which a section is added.
///
/// Sections that are there stay. A page that is there is made again, since it shows the file's
/// digest. Without a file there is one in which all that needs a complete truth is null.
struct SectionFile {
  private let folder: String
  private let path: String
  private let exists: Bool

  /// - Throws: `FormatError.outputExists` where there is a file that may not be replaced.
  init(folder: String, replacing: Bool) throws {
    self.folder = folder
    path = folder + "/audit.json"
    exists = WorkingFolder.exists(path)
    if exists && !replacing { throw FormatError.outputExists(path: path) }
  }

  /// The sections that an audit may have without a complete truth.
  struct Sections {
    var labelSample: LabelSampleEstimate?
    var decoys: DecoyEstimate?
    /// What each was made from, by its key.
    var sources: [String: AuditSource]
  }

  /// Changes sections and writes the file.
  func write(_ change: (inout Sections) -> Void) throws {
    guard exists else {
      WorkingFolder.makeFolder(folder)
      return try ReportFiles.write(
        JSONText.bytes(of: changed(PartialAudit(), change)), to: path, replacing: false)
    }
    let old = try WholeFile(path: path).bytes
    switch try AuditFile.audit(in: old, path: path) {
    case .whole(var report):
      var sections = Sections(
        labelSample: report.labelSample, decoys: report.decoys,
        sources: report.sectionSources ?? [:])
      change(&sections)
      (report.labelSample, report.decoys) = (sections.labelSample, sections.decoys)
      report.sectionSources = sections.sources
      try ReportFiles.write(JSONText.bytes(of: report), to: path, replacing: true)
    case .partial(let partial):
      try ReportFiles.write(
        JSONText.bytes(of: changed(partial, change)), to: path, replacing: true)
    }
    let page = folder + "/report.html"
    guard WorkingFolder.exists(page) else { return }
    try ReportFiles.write(ReportFiles.page(of: folder).html, to: page, replacing: true)
  }

  private func changed(
    _ audit: PartialAudit, _ change: (inout Sections) -> Void
  ) -> PartialAudit {
    var sections = Sections(
      labelSample: audit.labelSample, decoys: audit.decoys, sources: audit.sectionSources ?? [:])
    change(&sections)
    var audit = audit
    (audit.labelSample, audit.decoys) = (sections.labelSample, sections.decoys)
    audit.sectionSources = sections.sources
    return audit
  }
}
