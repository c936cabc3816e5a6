/// What a number of `audit.json` is that is no rate, in words, and how it is made.
///
/// Numbers are known by the keys that lead to them; the longest known end of a path wins.
struct FigureMeaning {
  /// What it is, with what is divided by what where something is.
  let words: String
  /// How it is made, with the source of the formula.
  let method: String

  /// The method of plain counts.
  static let count = "counted"

  /// The meaning of the number that some keys lead to; nil for an unknown one.
  static func of(_ path: [String]) -> FigureMeaning? {
    for start in path.indices {
      if let found = known[path[start...].joined(separator: ".")] { return found }
    }
    return nil
  }

  private static let known: [String: FigureMeaning] = {
    var all: [String: FigureMeaning] = [:]
    for (method, entries) in [counted, derived, compared, modelled, projected, sampled].joined() {
      for (key, words) in entries { all[key] = FigureMeaning(words: words, method: method) }
    }
    return all
  }()

  private typealias Entries = [(method: String, entries: [String: String])]

  private static let counted: Entries = [
    (
      count,
      [
        "warnings.rows": "rows that the warning is about",
        "warnings.allRows": "all rows of that file",
        "warnings.lowestProbability": "the lowest match probability that was taken as a link",
        "allPairs": "left records times right records",
        "candidatePairs": "pairs that blocking let through", "bookings": "bookings with a label",
        "county.bookings": "bookings that were asked about",
        "county.records": "records that were asked about",
        "comparisons": "comparisons that the p-value was adjusted for",
        "flags.severity.count": "wrong flags of this severity",
        "enoughAlone": "pairs of this stage that weigh enough for a link by themselves",
        "entities": "entities: records joined by chains of links",
        "excludedLinks": "links of records without a label, left out",
        "excludedPossibleLinks": "possible links of records without a label, left out",
        "falseLinks": "links that are no match", "falseNegatives": "matches that are no link",
        "falsePositives": "links that are no match",
        "flags": "flags", "heldOutRecords": "left records held out to check the model",
        "otherRecords": "left records of the other part of the split",
        "inReview": "of these, with a true pair among the possible links",
        "leftPersons": "persons whose left records have a false link",
        "rightPersons": "persons whose right records have a false link",
        "leftRecords": "left records", "rightRecords": "right records",
        "dependence.leftRecords": "left records with a false link",
        "dependence.rightRecords": "right records with a false link", "links": "links",
        "thresholds.links": "listed pairs at or above this weight",
        "linksAddedByClosure": "pairs that chains of links joined and no link did",
        "linksWithoutProbability": "links that carry no probability",
        "looked": "pairs of strangers that were looked at in this cell",
        "matches": "matches among the listed pairs held out",
        "missedPairs": "matches that are no link",
        "namePairs": "pairs of strangers of one full name",
        "newRightFlags": "right flags that the repair adds",
        "newWrongFlags": "wrong flags that the repair adds",
        "rightFlagsLost": "right flags that the repair takes away",
        "removed": "wrong flags of this severity that the repair takes away",
        "onCitizens": "of these, on citizens", "pairs": "listed pairs held out",
        "patterns": "patterns of levels among the links",
        "patternsWithFalseLinks": "patterns of levels with a false link", "persons": "persons",
        "clusters.records": "labelled records of both files",
        "identification.records": "left records with a label",
        "possibleLinks": "possible links",
        "realFalseLinks": "links with a probability that are no match",
        "registryRecords": "records of the registry",
        "rule": "the number of the blocking rule", "seed": "the seed of the split",
        "searches": "persons without a true mate",
        "searchesHit": "of these, linked to anything", "strata": "strata standardized over",
        "trueNegatives": "pairs that are no match and no link",
        "truePairs": "matches among labelled records", "truePositives": "links that are matches",
        "unlabelledBookings": "bookings without a label",
        "unlabelledLeft": "left records without a label",
        "unlabelledRight": "right records without a label",
        "unresolvedFlags": "flags of bookings without a label", "wrongFlags": "wrong flags",
        "searchesByFalseLinks.falseLinks": "so many false links to one person",
        "searchesByFalseLinks.searches": "persons without a true mate with so many false links",
        "rarefied.records": "records drawn from the registry",
        "projection.records": "records that were projected to",
      ]
    )
  ]

  private static let derived: Entries = [
    (
      "means over records (B-cubed, Bagga & Baldwin 1998)",
      [
        "bcubedPrecision": "share of a record's entity that is its person, mean over records",
        "bcubedRecall": "share of a record's person that is in its entity, mean over records",
        "bcubedF1": "harmonic mean of the two",
      ]
    ),
    (
      "best pairing of entities with persons (CEAF, Luo 2005)",
      [
        "ceafEntityPrecision": "similarity of paired entities and persons over entities",
        "ceafEntityRecall": "similarity of paired entities and persons over persons",
        "ceafRecordShare": "records in paired entities and persons over records",
      ]
    ),
    (
      "shares of counts",
      [
        "exactPrecision": "entities that are exactly a person over entities",
        "exactRecall": "persons that are exactly an entity over persons",
        "pairPrecision": "pairs of one entity that are of one person, over pairs of one entity",
        "pairRecall": "pairs of one person that are in one entity, over pairs of one person",
        "falseLinksPer100000": "false links over labelled left records, times 100,000",
        "per100000": "persons flagged as citizens over citizens of this class, times 100,000",
        "largestLeftShare": "false links of the left person with most of them, over all",
        "largestRightShare": "false links of the right person with most of them, over all",
        "shareOfTopRecords": "false links of the most linked hundredth of records, over all",
        "shareOfTopSearches": "false links of the most linked hundredth of persons, over all",
        "wrongFlagRateIfUnresolvedRight": "wrong flags over all flags, unresolved ones as right",
        "wrongFlagRateIfUnresolvedWrong": "wrong and unresolved flags over all flags",
      ]
    ),
    (
      "conditional entropies of entities and persons, in nats (Meila 2007)",
      ["variationOfInformation": "what entities and persons do not tell of each other"]
    ),
    (
      "two-way cluster-robust variance (Cameron, Gelbach & Miller 2011)",
      [
        "twoWayError": "standard error of the false match rate, persons of both sides as clusters",
        "dependence.designEffect": "two-way variance over the variance of independent pairs",
      ]
    ),
    (
      "binomial variance",
      ["independentError": "standard error of the false match rate if pairs were independent"]
    ),
    (
      "closed form of the pigeonhole bootstrap (Owen 2007)",
      ["pigeonholeError": "standard error of the false match rate, the conservative companion"]
    ),
  ]

  private static let compared: Entries = [
    (
      "difference of two rates, limits of Newcombe 1998",
      [
        "difference": "the group's rate minus the other's", "differenceLower": "its lower limit",
        "differenceUpper": "its upper limit",
      ]
    ),
    (
      "ratio of two rates, score limits of Miettinen & Nurminen 1985",
      [
        "ratio": "the group's rate over the other's", "ratioLower": "its lower limit",
        "ratioUpper": "its upper limit",
        "ratioAtLeast": "the least ratio where the other group has no event",
      ]
    ),
    (
      "limits of a ratio by Katz et al. 1978",
      ["katzLower": "lower limit of the ratio", "katzUpper": "upper limit of the ratio"]
    ),
    ("Fisher's exact test", ["pValue": "chance of such a difference or a greater one"]),
    (
      "Holm 1979 for declared comparisons, Benjamini & Hochberg 1995 for others",
      ["adjustedPValue": "the p-value, adjusted for all comparisons"]
    ),
    (
      "normal test of two rates at 80 % power",
      ["smallestDetectableRatio": "the least ratio that groups of this size would show"]
    ),
    (
      "Mantel & Haenszel, variance of Greenland & Robins 1985, over strata of surname commonness",
      [
        "standardized.rate": "the group's rate, with the strata's shares of all",
        "standardized.referenceRate": "the other group's, with the same shares",
        "standardized.ratio": "ratio of the two rates within strata",
        "standardized.lower": "its lower limit", "standardized.upper": "its upper limit",
      ]
    ),
    (
      "search among the listed weights",
      ["weightForReferenceFpir": "weight at which the group has the other group's FPIR, in bits"]
    ),
  ]

  private static let modelled: Entries = [
    (
      "sum over listed pairs of their probabilities, or of 1 less them",
      [
        "claimed": "how many the model expects",
        "claimedFalseLinks": "false links that the links claim",
        "claimedMatches": "matches that the probabilities expect",
        "claimedShare": "how many the model expects, over its own total",
        "measuredOverClaimed": "how many there are over how many the model expects",
        "realOverClaimed": "false links over those claimed",
        "meanProbability": "mean probability of the pairs of this range",
      ]
    ),
    (
      "limits of the false match rate times the pairs that are no match",
      [
        "realLower": "least mean number of false links",
        "realUpper": "greatest mean number of false links",
      ]
    ),
    (
      "part of the definition",
      [
        "from": "lower end of the range of probability",
        "to": "upper end of the range of probability",
        "split.share": "share of persons in the other part of the split",
        "level": "confidence level", "weight": "match weight, in bits",
        "lowestWeight": "least match weight of the pattern's links, in bits",
        "highestWeight": "greatest match weight of the pattern's links, in bits",
        "atMost": "the error rate that the plan was to rule out",
        "confidence": "how sure the claim must be",
        "prevalence": "share that the policy would flag",
      ]
    ),
    ("Brier 1950", ["brierScore": "mean squared distance of probability and truth"]),
    (
      "ten ranges of probability",
      ["expectedCalibrationError": "mean distance of probability and share of matches"]
    ),
    (
      "logistic line through the log-odds (Cox 1958)",
      [
        "slope": "stretch of the log-odds that fits best",
        "intercept": "shift of the log-odds that fits best",
        "interceptAtSlopeOne": "shift that fits best with the slope held at 1",
      ]
    ),
    (
      "Spiegelhalter 1986, pairs as independent",
      ["spiegelhalterZ": "misfit of the probabilities in standard errors"]
    ),
    (
      "candidate and random pairs of strangers, weighted up to all pairs",
      [
        "dependence.observed": "pairs of strangers with both levels",
        "dependence.expected": "pairs with both levels that the model expects",
        "expectedIfIndependent": "pairs with both levels were the comparisons independent",
        "logRatio": "log2 of observed over expected, in bits",
        "dependence.lower": "its lower limit",
        "dependence.upper": "its upper limit",
      ]
    ),
  ]

  private static let projected: Entries = [
    (
      "rarefaction (Hurlbert 1971); limits of the projection in proportion",
      [
        "rarefied.fpir": "FPIR of persons had the registry so many records",
        "rarefied.fpirIfAlike": "the same if all persons were alike",
        "rarefied.lower": "lower limit of the FPIR", "rarefied.upper": "upper limit of the FPIR",
      ]
    ),
    (
      "by stratum of surname commonness, exact limits of searches hit",
      [
        "strata.rate": "false links over pairs of strangers of the stratum",
        "strata.lower": "its lower limit", "strata.upper": "its upper limit",
        "fpir.estimate": "projected FPIR of persons", "fpir.lower": "its lower limit",
        "fpir.upper": "its upper limit",
        "falseLinksPerSearch": "projected false links over persons searched",
        "falselyLinked.estimate": "bookings of others with a false link",
        "falselyLinked.lower": "its lower limit", "falselyLinked.upper": "its upper limit",
        "county.wrongFlags": "wrong flags in the county", "rightFlags": "right flags in the county",
        "wrongShare": "wrong flags in the county over all its flags",
      ]
    ),
    (
      "pairs of one name times the share of pairs with one birth date (McDonald & Levitt 2008)",
      [
        "dateAgreement": "pairs of strangers of one birth date over pairs of strangers",
        "effectiveDates": "1 over that share",
        "expected.estimate": "pairs of strangers of one name and birth date that chance gives",
        "expected.lower": "its lower limit", "expected.upper": "its upper limit",
        "expectedGivenYear": "the same with each name's years of birth",
        "observedOverExpected": "pairs found over pairs expected",
        "perSearch": "expected pairs over left records",
      ]
    ),
  ]

  private static let sampled: Entries = [
    (
      count,
      [
        "size": "units of the stratum", "stratum.labels": "labels planned in the stratum",
        "strata.labels": "labels planned in the stratum",
        "adjudicated": "rows that a third person decided",
        "yes": "labels that say yes: match, or citizen", "no": "labels that say no",
        "unsure": "labels that say unsure", "drawn": "rows drawn", "reached": "rows that count",
        "notReached": "rows at the end without an answer", "skipped": "rows in between without one",
        "unsettled": "rows on which reviewers differ", "reviewedTwice": "rows judged twice",
        "items": "rows that both reviewers answered", "table": "rows by both reviewers' answers",
        "controls": "rows with known answers", "total": "units to count among",
        "run.leftRecords": "left records", "run.rightRecords": "right records",
        "decoys.links": "links between real records",
        "linksBetweenDecoys": "links between two decoys", "sides.rows": "rows of the file",
        "sides.decoys": "decoys in the file", "linkedDecoys": "decoys linked to a real record",
        "decoyLinks": "links between a decoy and a real record",
        "allowedErrors": "errors that the test may see", "units": "labels that the test needs",
        "unitsInClusters": "labels that the test needs, times the design effect",
      ]
    ),
    (
      "stratified estimate; sums of exact hypergeometric limits",
      [
        "labelledStratum.estimate": "estimated yes of the stratum",
        "strata.estimate": "estimated yes of the stratum", "estimate": "estimated number",
        "lower": "lower limit", "upper": "upper limit",
        "lowest": "estimate if every unsure answer lowers it",
        "highest": "estimate if every unsure answer raises it",
      ]
    ),
    (
      "planned before labels were seen",
      [
        "plannedRate": "share of errors expected in the stratum",
        "plan.designEffect": "by how much clusters make labels count for less",
        "passingChance": "chance that a linkage of such a rate passes",
      ]
    ),
    (
      "agreement of two reviewers",
      [
        "kappa": "Cohen's kappa", "kappaLower": "its lower limit (Fleiss, Cohen & Everitt 1969)",
        "kappaUpper": "its upper limit (Fleiss, Cohen & Everitt 1969)",
        "alpha": "Krippendorff's alpha", "gwetAC1": "Gwet's AC1 (2008)",
      ]
    ),
    (
      "Rogan & Gladen 1978",
      [
        "sensitivity": "share of yes that the labels find",
        "specificity": "share of no that they leave",
        "apparent": "share of errors as labelled", "corrected": "share of errors, corrected",
      ]
    ),
    (
      "target and decoy (Elias & Gygi 2007)",
      [
        "sides.falseLinks": "decoy links over decoys, times rows",
        "falseLinksLower": "its lower limit", "falseLinksUpper": "its upper limit",
        "sides.share": "estimated false links over links between real records",
        "shareLower": "its lower limit", "shareUpper": "its upper limit",
      ]
    ),
  ]
}
