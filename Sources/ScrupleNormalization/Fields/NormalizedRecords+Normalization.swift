import ScrupleExecution
import ScrupleRecords
import Synchronization

extension NormalizedRecords {
  /// Normalizes two sources into the fields they share.
  ///
  /// Every distinct value is normalized once. A field that one side lacks, or
  /// has no usable value of, is left out.
  ///
  /// - Throws: `NormalizationError` where ICU cannot be opened.
  /// - Complexity: O(records × fields), and ICU only for distinct values that
  ///   are not plain ASCII.
  public static func normalizing(
    left: SourceColumns, right: SourceColumns, parallelism: Parallelism
  ) throws(NormalizationError) -> (records: NormalizedRecords, summary: NormalizationSummary) {
    // Opened once here, so that a missing ICU is an error and not a crash.
    _ = try TextNormalizer()
    typealias Built = ([NormalizedField], NormalizationSummary)
    var jobs: [@Sendable (TextNormalizer) -> Built] = [
      { NameFieldBuilder.fields(left: left, right: right, text: $0) },
      { DateFieldBuilder.fields(left: left, right: right, text: $0) },
      { AgeFieldBuilder.fields(left: left, right: right, text: $0) },
      { AddressFieldBuilder.fields(left: left, right: right, text: $0) },
    ]
    for recipe in ValueFieldBuilder.recipes {
      jobs.append { ValueFieldBuilder.fields(recipe, left: left, right: right, text: $0) }
    }
    // Identifiers, of which every record has another, take longest and so begin first.
    let recipeCount = ValueFieldBuilder.recipes.count
    let work = Array(jobs.suffix(recipeCount) + jobs.dropLast(recipeCount))
    let done = parallelism.map(work.count) { index -> Built in
      guard let text = try? TextNormalizer() else { return ([], NormalizationSummary()) }
      return work[index](text)
    }
    let built = done.dropFirst(recipeCount) + done.prefix(recipeCount)
    var summary = NormalizationSummary()
    for result in built {
      summary.left += result.1.left
      summary.right += result.1.right
    }
    let records = NormalizedRecords(
      leftCount: left.rows.count, rightCount: right.rows.count, fields: built.flatMap(\.0))
    return (records, summary)
  }
}
