/// A certificate as one page of plain text.
public enum CertificateText {
  /// Renders a certificate.
  public static func render(_ certificate: Certificate) -> String {
    let n = NumberText.grouped
    var lines = [
      certificate.statement, "",
      "  Citizens: \(n(certificate.calibration.used)) of "
        + "\(n(certificate.calibration.citizens)) labelled, chosen by seed "
        + "\(certificate.calibration.seed).",
      "  Registry: \(n(certificate.binding.registryRecords)) records.",
    ]
    let steps = certificate.thresholds.steps
    let last = steps.lastIndex { $0.outcome == .certified } ?? -1
    // The certified threshold, and the one at which testing ended.
    for index in [last, last + 1] where steps.indices.contains(index) {
      lines += step(steps[index])
    }
    for missing in certificate.thresholds.missing {
      lines.append(words(missing))
    }
    lines += ["  It supposes:"] + certificate.conditions.map { "  - \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func step(_ step: CertifiedThresholds.Step) -> [String] {
    let word = step.outcome == .certified ? "certified" : "not certified"
    let n = NumberText.grouped
    return ["  \(NumberText.fixed(step.weight, decimals: 1)) bits, \(word):"]
      + step.counts.map { count in
        "    \(NumberText.left(count.group, 32))\(n(count.flagged)) of \(n(count.persons)) flagged; "
          + "at most \(NumberText.share(count.upper))"
      }
  }

  private static func words(_ missing: CertifiedThresholds.Missing) -> String {
    let n = NumberText.grouped
    let labels = missing.labels
    if labels.ifErrorFree == 0 { return "  \(missing.group): enough labels." }
    let likely =
      labels.atMedianBound.map { "\(n($0)) as things look" }
      ?? "as things look no number would do, for the rate may well lie above the ceiling"
    return "  \(missing.group): \(n(labels.ifErrorFree)) more citizens would do if none of them is "
      + "flagged; \(likely)."
  }
}
