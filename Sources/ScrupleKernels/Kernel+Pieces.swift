// Pieces of a text: q-grams and words. A piece is a place and a length, no copy; the
// pieces of a text are sorted by what they spell, so that sharing is a merge.

/// A run of symbols by place; it may stick out of the text at either end.
struct Piece {
  var start: Int32
  var count: Int32
}

extension Kernel {
  typealias Pieces = UnsafeMutableBufferPointer<Piece>

  /// Calls `body` with the sorted words of `text`.
  @inline(__always)
  static func withWords<Result>(of text: Text, _ body: (Pieces) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: Piece.self, capacity: text.count / 2 + 1) { memory in
      var count = 0
      var start = 0
      for position in 0...text.count {
        guard position == text.count || text[position].isSeparator else { continue }
        if position > start {
          let word = Piece(start: Int32(start), count: Int32(position - start))
          memory.initializeElement(at: count, to: word)
          count += 1
        }
        start = position + 1
      }
      let words = Pieces(rebasing: memory[..<count])
      sort(words, of: text)
      return body(words)
    }
  }

  /// Calls `body` with the sorted q-grams of `text`.
  @inline(__always)
  static func withGrams<Result>(
    of text: Text, cut: QGrams, _ body: (Pieces) -> Result
  ) -> Result {
    let margin = cut.cutting == .padded && !text.isEmpty ? cut.size - 1 : 0
    let step = cut.cutting == .consecutive ? cut.size : 1
    let last = cut.cutting == .consecutive ? text.count - 1 : text.count - cut.size + margin
    let count = last + margin < 0 ? 0 : (last + margin) / step + 1
    return withUnsafeTemporaryAllocation(of: Piece.self, capacity: count) { grams in
      for index in 0..<count {
        let start = index * step - margin
        let length =
          cut.cutting == .consecutive ? min(cut.size, text.count - start) : cut.size
        grams.initializeElement(
          at: index, to: Piece(start: Int32(start), count: Int32(length)))
      }
      sort(grams, of: text)
      return body(grams)
    }
  }

  /// Orders pieces of two texts: negative, zero or positive as `strcmp` has it.
  @inline(__always)
  static func order(_ a: Piece, of left: Text, _ b: Piece, of right: Text) -> Int {
    for offset in 0..<Int(min(a.count, b.count)) {
      let x = symbol(at: Int(a.start) + offset, in: left)
      let y = symbol(at: Int(b.start) + offset, in: right)
      if x != y { return x < y ? -1 : 1 }
    }
    return Int(a.count) - Int(b.count)
  }

  /// Returns the symbol, or a mark below all symbols for a place before or after them.
  @inline(__always)
  private static func symbol(at position: Int, in text: Text) -> Int {
    if position < 0 { return -2 }
    return position < text.count ? Int(text[position]) : -1
  }

  /// Drops all but one of equal neighbors and returns what is left.
  static func distinct(_ pieces: Pieces, of text: Text) -> Pieces {
    var count = 0
    for piece in pieces
    where count == 0 || order(pieces[count - 1], of: text, piece, of: text) != 0 {
      pieces[count] = piece
      count += 1
    }
    return Pieces(rebasing: pieces[..<count])
  }

  /// Counts the pieces two sorted lists share.
  static func shared(_ a: Pieces, of left: Text, _ b: Pieces, of right: Text) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count && j < b.count {
      let order = order(a[i], of: left, b[j], of: right)
      if order == 0 { count += 1 }
      if order <= 0 { i += 1 }
      if order >= 0 { j += 1 }
    }
    return count
  }

  /// Sorts pieces by what they spell.
  ///
  /// By insertion for a name's few pieces, else by heap, because the standard library's
  /// sort allocates.
  static func sort(_ pieces: Pieces, of text: Text) {
    if pieces.count <= 24 {
      sortByInsertion(pieces, of: text)
    } else {
      sortByHeap(pieces, of: text)
    }
  }

  private static func sortByInsertion(_ pieces: Pieces, of text: Text) {
    for next in 1..<max(pieces.count, 1) {
      let piece = pieces[next]
      var place = next
      while place > 0 && order(piece, of: text, pieces[place - 1], of: text) < 0 {
        pieces[place] = pieces[place - 1]
        place -= 1
      }
      pieces[place] = piece
    }
  }

  private static func sortByHeap(_ pieces: Pieces, of text: Text) {
    var end = pieces.count
    var root = end / 2
    while end > 1 {
      if root > 0 {
        root -= 1
      } else {
        end -= 1
        pieces.swapAt(0, end)
      }
      sink(root, in: pieces, end: end, of: text)
    }
  }

  private static func sink(_ root: Int, in pieces: Pieces, end: Int, of text: Text) {
    var parent = root
    while true {
      var child = 2 * parent + 1
      guard child < end else { return }
      if child + 1 < end && order(pieces[child], of: text, pieces[child + 1], of: text) < 0 {
        child += 1
      }
      guard order(pieces[parent], of: text, pieces[child], of: text) < 0 else { return }
      pieces.swapAt(parent, child)
      parent = child
    }
  }
}
