import ScrupleAudit

/// A rate with the place at which `audit.json` holds it.
struct PlacedRate {
  let rate: Rate
  let path: String

  init(_ rate: Rate, at path: String) {
    self.rate = rate
    self.path = path
  }

  /// How many have the property.
  var count: HTMLText { Figure.count(rate.count, at: path + ".count") }
  /// How many there are.
  var total: HTMLText { Figure.count(rate.total, at: path + ".total") }

  /// The estimate; "none" and "all" are said in words, so that nobody reads a zero as never.
  var estimate: HTMLText {
    guard let estimate = rate.estimate else { return HTMLText("no data") }
    if rate.count == 0 { return HTMLText("none") }
    if rate.count == rate.total { return HTMLText("all") }
    return Figure.share(estimate, at: path + ".estimate")
  }

  /// The limits of the interval, or why there is none.
  var interval: HTMLText {
    guard let lower = rate.lower, let upper = rate.upper, rate.total > 0 else {
      return HTMLText(rate.total > 0 ? "no interval" : "no data")
    }
    let estimate = rate.estimate ?? 0
    let high = Figure.limit(upper, of: estimate, at: path + ".upper")
    let low = Figure.limit(lower, of: estimate, at: path + ".lower")
    if rate.count == 0 { return HTMLText([HTMLText("at most "), high]) }
    if rate.count == rate.total { return HTMLText([HTMLText("at least "), low]) }
    return HTMLText([low, HTMLText.to, high])
  }

  /// The estimate as so many of every 100,000.
  var estimatePer100000: HTMLText {
    guard let estimate = rate.estimate, rate.count > 0 else { return self.estimate }
    return Figure.per100000(estimate, at: path + ".estimate")
  }

  /// The limits of the interval as so many of every 100,000.
  var intervalPer100000: HTMLText {
    guard let lower = rate.lower, let upper = rate.upper, rate.total > 0 else { return interval }
    let high = Figure.per100000(upper, at: path + ".upper")
    if rate.count == 0 { return HTMLText([HTMLText("at most "), high]) }
    return HTMLText([Figure.per100000(lower, at: path + ".lower"), HTMLText.to, high])
  }

  /// Count of total, in words: "1 of 68".
  var ofTotal: HTMLText { HTMLText([count, HTMLText(" of "), total]) }

  /// The interval of a sentence: "(95 % interval 1 % to 2 %)".
  var parenthesis: HTMLText {
    guard rate.lower != nil, rate.total > 0 else { return HTMLText("") }
    return HTMLText([
      HTMLText(" ("), HTMLText(NumberText.level(rate.level)), HTMLText(" interval: "), interval,
      HTMLText(")"),
    ])
  }
}
