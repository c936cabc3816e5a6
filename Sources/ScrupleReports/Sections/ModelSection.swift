import ScrupleAudit
import ScrupleScoring

/// What the model gives for each agreement and disagreement.
enum ModelSection {
  static func make(_ model: FellegiSunterModel?) -> PageSection {
    let title = "The model"
    guard let model else {
      return PageSection(
        "model", title, notMeasured: "the links were not made by a model known to this report")
    }
    let chart = WeightChart(model).chart
    return PageSection("model", title, charts: [chart]) {
      paragraph {
        "For each field, how strongly each level of agreement speaks for one person (right) or for "
        "two (left). One bit doubles the odds; a field that is missing adds nothing. A bar that "
        "would leave the axis is cut there and marked; its table has the whole number."
      }
      chart.markup
      element("h3") { "How the frequency of a value counts" }
      paragraph {
        "Agreement on a rare name is stronger evidence than agreement on a frequent one. Where a "
        "field is listed here, the weight of an agreement is raised for rare and lowered for "
        "frequent values, within the limit given."
      }
      frequencies(model).markup
      training(model)
    }
  }

  private static func frequencies(_ model: FellegiSunterModel) -> PageTable {
    let rows = model.comparisons.compactMap { comparison -> [HTMLText]? in
      guard let settings = comparison.termFrequency else { return nil }
      let most = settings.maximumAdjustmentBits
      return [
        HTMLText(comparison.name),
        HTMLText(
          most > 0 ? "by at most \(NumberText.fixed(most, decimals: 1)) bits" : "lowered only"),
        HTMLText(ShareText.estimate(settings.minimumFrequency)),
      ]
    }
    return PageTable(
      caption: "Term frequencies, by field",
      columns: ["Field", "Raised for rare values", "Least frequency counted"], rows: rows,
      words: [0, 1])
  }

  private static func training(_ model: FellegiSunterModel) -> HTMLText {
    guard let record = model.training else {
      return paragraph("note") { "The numbers of this model were given, not trained." }
    }
    return HTMLText([
      element("h3") { "How it was trained" },
      paragraph {
        "Expectation-maximization over \(Figure.grouped(record.pairs, decimals: 0)) pairs, "
        "\(record.iterations) iterations, from \(record.starts) starting points, of which "
        "\(record.startsThatAgreed) came to the same result. Before any evidence, "
        "\(ShareText.estimate(model.priorMatchProbability)) of the pairs were taken to be matches."
      },
      record.warnings.isEmpty
        ? paragraph { "The training gave no warning." }
        : element("ul", ["class": "warnings"]) {
          for warning in record.warnings { element("li") { warning } }
        },
    ])
  }
}
