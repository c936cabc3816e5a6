// The part of the page about larger and smaller registries.

extension AuditText {
  static func growth(_ growth: RegistryGrowth) -> [String] {
    let n = NumberText.grouped
    let units = growth.basis == .persons ? "persons" : "records"
    var lines = ["False links as the registry grows (\(units) without a true mate)"]
    guard growth.searches > 0, !growth.rarefied.isEmpty else { return lines + ["  no data"] }
    let points = [0, growth.rarefied.count / 2, growth.rarefied.count - 1].map {
      growth.rarefied[$0]
    }
    lines.append(
      "  Linked to anything, of \(n(growth.searches)): "
        + points.map { point in
          "\(share(point.fpir)) at \(n(point.records)) records"
        }.joined(separator: ", ") + ".")
    if let searches = growth.shareOfTopSearches, let records = growth.shareOfTopRecords {
      lines.append(
        "  The most linked hundredth of them carries \(NumberText.share(searches)) of the false "
          + "links; of the records, \(NumberText.share(records)).")
    }
    if let projection = growth.projection {
      lines += [
        "  Projected to \(n(projection.records)) records: \(share(projection.fpir.estimate)) "
          + "(\(share(projection.fpir.lower)) to \(share(projection.fpir.upper))).",
        "    No measurement: \(projection.assumption).",
      ]
    }
    return lines
  }

  private static func share(_ share: Double?) -> String {
    guard let share else { return "no data" }
    return share > 0 ? NumberText.share(share) : "none"
  }
}
