import ScrupleRecords

/// Settles columns whose meaning depends on the columns beside them.
struct SchemaContext {
  let columns: [InferredColumn]

  init(_ columns: [InferredColumn]) { self.columns = columns }

  /// Decides `name`, `address_1`, `suburb`, `year`, aliases and columns of given
  /// names that turn out to be whole names.
  func settleAmbiguous(_ decisions: inout [ColumnDecision]) {
    for index in columns.indices {
      switch columns[index].meaning {
      case .anyName: settleName(index, &decisions)
      case .addressLine: settleAddressLine(index, &decisions)
      case .suburb: settleSuburb(index, &decisions)
      case .year: settleYear(index, &decisions)
      default: break
      }
    }
    for index in columns.indices {
      switch decisions[index].role {
      case .givenName: settleWholeName(index, &decisions)
      case .street, .address: settleStreet(index, &decisions)
      default: break
      }
    }
    for index in columns.indices where columns[index].meaning == .alias {
      settleAlias(index, &decisions)
    }
  }

  private func has(_ role: ColumnRole, _ decisions: [ColumnDecision]) -> Bool {
    decisions.contains { $0.role == role }
  }

  private func settleName(_ index: Int, _ decisions: inout [ColumnDecision]) {
    let column = columns[index]
    let surname = decisions.firstIndex { $0.role == .surname }
    let given = decisions.firstIndex { $0.role == .givenName }
    let isWhole = column.profile.share(anyOf: [.severalWords, .comma]) >= 0.3
    let role: ColumnRole
    switch (given, surname) {
    case (nil, let surname?):
      role = isWhole && column.holds(columns[surname]) ? .fullName : .givenName
    case (let given?, nil):
      role = isWhole && column.holds(columns[given]) ? .fullName : .surname
    default: role = .fullName
    }
    decisions[index] = column.decision(role)
    guard decisions[index].role == .fullName, given == nil, surname == nil else { return }
    decisions[index].confidence = isWhole ? .medium : .low
    decisions[index].reason =
      isWhole
      ? "called a name, and most values are several words"
      : "called a name; few values are several words"
  }

  /// A lone column of given names with several words each holds whole names.
  private func settleWholeName(_ index: Int, _ decisions: inout [ColumnDecision]) {
    let profile = columns[index].profile
    let isWhole = profile.share(.severalWords) >= 0.8 || profile.share(.comma) >= 0.3
    guard isWhole, !has(.surname, decisions), !has(.secondSurname, decisions) else { return }
    decisions[index].role = .fullName
    decisions[index].confidence = .medium
    decisions[index].reason = "no column of surnames, and most values are several words"
  }

  private func settleAddressLine(_ index: Int, _ decisions: inout [ColumnDecision]) {
    let hasNumber = has(.streetNumber, decisions)
    decisions[index] = columns[index].decision(hasNumber ? .street : .address)
  }

  /// A street column with the number in it is an address; an address without
  /// the number, which stands beside it, is a street.
  private func settleStreet(_ index: Int, _ decisions: inout [ColumnDecision]) {
    let hasNumber = has(.streetNumber, decisions)
    let startsWithNumber = columns[index].profile.share(.numberThenWord)
    if decisions[index].role == .street && !hasNumber && startsWithNumber >= 0.6 {
      decisions[index].role = .address
      decisions[index].reason = "called a street, but its values begin with the number"
    } else if decisions[index].role == .address && hasNumber && !has(.street, decisions)
      && startsWithNumber < 0.2
    {
      decisions[index].role = .street
      decisions[index].reason = "called an address, but the number has its own column"
    }
  }

  private func settleSuburb(_ index: Int, _ decisions: inout [ColumnDecision]) {
    decisions[index] = columns[index].decision(has(.city, decisions) ? .locality : .city)
  }

  private func settleYear(_ index: Int, _ decisions: inout [ColumnDecision]) {
    let profile = columns[index].profile
    guard has(.age, decisions), profile.isConstant, profile.share(.year) == 1 else { return }
    decisions[index] = columns[index].decision(.referenceYear)
    guard decisions[index].role == .referenceYear else { return }
    decisions[index].confidence = .medium
    decisions[index].reason = "one year on all rows beside an age: the year the age refers to"
  }

  private func settleAlias(_ index: Int, _ decisions: inout [ColumnDecision]) {
    let names: [ColumnRole] = [.givenName, .surname, .fullName]
    guard !names.contains(where: { has($0, decisions) }),
      columns[index].profile.separator != nil
    else { return }
    decisions[index] = columns[index].decision(.fullName)
    guard decisions[index].role == .fullName else { return }
    decisions[index].confidence = .low
    decisions[index].reason = "the only names of the file, several in a cell"
  }
}

extension InferredColumn {
  /// Whether at least half of the rows hold the whole value of another column,
  /// as a full name holds the surname; looks at 500 rows.
  func holds(_ other: InferredColumn) -> Bool {
    let stride = max(1, column.codes.count / 500)
    var seen = 0
    var held = 0
    for row in Swift.stride(from: 0, to: column.codes.count, by: stride) {
      let (mine, theirs) = (column.codes[row], other.column.codes[row])
      guard mine != ValueDictionary.missing, theirs != ValueDictionary.missing else { continue }
      seen += 1
      let text = column.dictionary.text(of: mine).lowercased()
      let part = other.column.dictionary.text(of: theirs).lowercased()
      if text != part && text.hasPart(part) { held += 1 }
    }
    return seen > 0 && held * 2 >= seen
  }
}

extension String {
  /// Whether the text holds another; `contains` of strings needs Foundation or
  /// a newer standard library.
  fileprivate func hasPart(_ part: String) -> Bool {
    let (text, wanted) = (Array(utf8), Array(part.utf8))
    guard !wanted.isEmpty, text.count >= wanted.count else { return false }
    return (0...(text.count - wanted.count)).contains {
      text[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
