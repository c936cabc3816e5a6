/// A similarity of texts as bags of pieces, which batches compute one pair at a time.
///
/// Lanes would not help: how many pieces a text has, where they begin and in what order
/// they sort differs from text to text, so no two pairs take the same steps. A batch
/// still saves the caller the loop, and takes texts of any length.
public enum PieceSimilarity: Sendable, Hashable {
  /// Twice the shared q-grams over all q-grams, in 0...1.
  case qGramDice(QGrams)
  /// The shared q-grams over those of the union, in 0...1.
  case qGramJaccard(QGrams)
  /// The best ratio among shared words and shared words with what either text has
  /// alone, in 0...100.
  case tokenSet

  /// Returns the similarity of one pair.
  public func callAsFunction(_ a: StringDistance.Bytes, _ b: StringDistance.Bytes) -> Double {
    switch self {
    case .qGramDice(let cut): StringDistance.qGramDice(a, b, cut)
    case .qGramJaccard(let cut): StringDistance.qGramJaccard(a, b, cut)
    case .tokenSet: StringDistance.tokenSetRatio(a, b)
    }
  }
}

extension TextSlab {
  /// Writes the similarity of one text with each text of the slab, by text number.
  ///
  /// One pair at a time: see `PieceSimilarity`.
  public func write(
    _ similarity: PieceSimilarity, from text: StringDistance.Bytes,
    into values: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(values.count == count, "\(values.count) places for \(count) texts")
    for number in 0..<count { values[number] = long.with(number) { similarity(text, $0) } }
  }
}

extension TextPairs {
  /// Writes the similarity of each pair.
  ///
  /// One pair at a time: see `PieceSimilarity`.
  public func write(
    _ similarity: PieceSimilarity, of leftTexts: UnsafeBufferPointer<UInt32>,
    _ rightTexts: UnsafeBufferPointer<UInt32>, into values: UnsafeMutableBufferPointer<Double>
  ) {
    check(leftTexts, rightTexts, places: values.count)
    for pair in leftTexts.indices {
      values[pair] = left.long.with(Int(leftTexts[pair])) { a in
        right.long.with(Int(rightTexts[pair])) { b in similarity(a, b) }
      }
    }
  }
}
