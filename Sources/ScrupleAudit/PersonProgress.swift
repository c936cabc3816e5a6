import ScrupleGroundTruth
import ScrupleStatistics

/// What the left records of each person have got as the weight falls: the clusters behind the
/// rates of a threshold.
struct PersonProgress {
  /// How many pairs were taken so far.
  private(set) var pairs = 0
  private let persons: PersonClusters
  private let isMated: [Bool]
  private var isAnswered: [Bool]
  private var ofPerson: [Person]

  private struct Person {
    var truePairs = 0
    var mated = 0
    var alone = 0
    var links = 0
    var hits = 0
    var matedFound = 0
    var aloneLinked = 0
  }

  init(_ persons: PersonClusters, _ truth: GroundTruth) {
    self.persons = persons
    isMated = (0..<Int32(truth.leftCount)).map { !truth.mates(ofLeft: $0).isEmpty }
    isAnswered = [Bool](repeating: false, count: truth.leftCount)
    ofPerson = [Person](repeating: Person(), count: persons.leftCount)
    for (record, person) in persons.left.enumerated() where person >= 0 {
      ofPerson[Int(person)].truePairs += truth.mates(ofLeft: Int32(record)).count
      if isMated[record] {
        ofPerson[Int(person)].mated += 1
      } else {
        ofPerson[Int(person)].alone += 1
      }
    }
  }

  /// Takes the next pairs as links.
  mutating func add(_ next: ArraySlice<JudgedLinks.Pair>) {
    pairs += next.count
    for pair in next {
      let record = Int(pair.link.left)
      let person = Int(persons.left[record])
      ofPerson[person].links += 1
      if pair.isTrue { ofPerson[person].hits += 1 }
      // One link of the kind that counts for it answers a record.
      guard !isAnswered[record], pair.isTrue == isMated[record] else { continue }
      isAnswered[record] = true
      if pair.isTrue {
        ofPerson[person].matedFound += 1
      } else {
        ofPerson[person].aloneLinked += 1
      }
    }
  }

  /// Matches among the pairs taken.
  var precision: ClusteredProportion {
    ClusteredProportion(clusters: ofPerson.lazy.map { ($0.hits, $0.links) })
  }

  /// True pairs taken, among all.
  var recall: ClusteredProportion {
    ClusteredProportion(clusters: ofPerson.lazy.map { ($0.hits, $0.truePairs) })
  }

  /// Left records without a true mate that are linked to anything, among such records.
  var fpir: ClusteredProportion {
    ClusteredProportion(clusters: ofPerson.lazy.map { ($0.aloneLinked, $0.alone) })
  }

  /// Left records with a true mate that are linked to none of theirs, among such records.
  var fnir: ClusteredProportion {
    ClusteredProportion(clusters: ofPerson.lazy.map { ($0.mated - $0.matedFound, $0.mated) })
  }
}
