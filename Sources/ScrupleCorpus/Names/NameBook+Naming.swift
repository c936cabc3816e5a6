extension NameBook {
  /// Draws a person's name at birth by the custom of the group.
  ///
  /// A child gets surnames from the parents given; without them they are drawn.
  /// The shares of each custom are assumed.
  public func name(for request: NameRequest, draw: inout Draw) -> TrueName {
    switch request.group {
    case .anglo, .black: americanName(request, &draw)
    case .hispanic: spanishName(request, &draw)
    case .vietnamese: vietnameseName(request, &draw)
    case .chinese, .korean: familyFirstName(request, &draw)
    case .filipino: filipinoName(request, &draw)
    case .southAsian: southAsianName(request, &draw)
    case .arabic: arabicName(request, &draw)
    case .slavic: slavicName(request, &draw)
    }
  }

  /// The father's surname, else the mother's, else a drawn one.
  func inheritedSurname(
    _ request: NameRequest, _ draw: inout Draw
  ) -> (particle: String, surname: String) {
    if let parent = request.father ?? request.mother {
      // The child of a person with a single name bears that as surname.
      if parent.surname.isEmpty { return ("", parent.given.first ?? "") }
      return (parent.particle, parent.surname)
    }
    return stocks[request.group.place].surname(&draw)
  }

  func given(_ request: NameRequest, _ draw: inout Draw) -> String {
    givenName(
      of: request.group, sex: request.sex, birthYear: request.birthYear,
      isBornAbroad: request.isBornAbroad, draw: &draw)
  }

  /// Gives a son the father's given names now and then, with the suffix that follows.
  func named(
    _ name: TrueName, afterFatherOf request: NameRequest, share: Double, _ draw: inout Draw
  ) -> TrueName {
    guard request.sex == .male, draw.happens(share) else { return name }
    var name = name
    guard let father = request.father else {
      let suffix = draw.unit()
      name.suffix = suffix < 0.25 ? "Jr" : suffix < 0.29 ? "III" : suffix < 0.33 ? "Sr" : ""
      return name
    }
    guard father.surname == name.surname, !father.given.isEmpty else { return name }
    name.given = father.given
    name.middle = father.middle
    name.suffix =
      switch father.suffix {
      case "Jr", "II": "III"
      case "III": "IV"
      default: "Jr"
      }
    return name
  }
}

// MARK: - Naming systems

extension NameBook {
  private func americanName(_ request: NameRequest, _ draw: inout Draw) -> TrueName {
    let (particle, surname) = inheritedSurname(request, &draw)
    let first = given(request, &draw)
    var middle: [String] = []
    if draw.happens(0.85) {
      middle = [draw.happens(0.12) ? self.surname(of: .anglo, draw: &draw) : given(request, &draw)]
      if middle[0] == first { middle = [] }
    }
    let name = TrueName(given: [first], middle: middle, particle: particle, surname: surname)
    return named(name, afterFatherOf: request, share: 0.06, &draw)
  }

  /// Two surnames, the father's and the mother's; many born in the United States
  /// bear only the first.
  private func spanishName(_ request: NameRequest, _ draw: inout Draw) -> TrueName {
    let stock = stocks[NameOriginGroup.hispanic.place]
    let (particle, surname) = inheritedSurname(request, &draw)
    var second = ""
    if draw.happens(request.isBornAbroad ? 0.96 : 0.4) {
      if let mother = request.mother, request.father != nil, !mother.surname.isEmpty {
        second = mother.particle.isEmpty ? mother.surname : "\(mother.particle) \(mother.surname)"
      } else if request.father == nil, let mother = request.mother {
        second = mother.secondSurname
      } else {
        second = self.surname(of: .hispanic, draw: &draw)
      }
    }
    var given: [String]
    if let compound = stock.compound, draw.happens(request.isBornAbroad ? 0.3 : 0.15) {
      given = Self.parts(ofCompound: compound[request.sex.place].name(&draw))
    } else {
      given = [self.given(request, &draw)]
      if draw.happens(0.3) {
        let other = self.given(request, &draw)
        if other != given[0] { given.append(other) }
      }
    }
    let name = TrueName(
      given: given, particle: particle, surname: surname, secondSurname: second)
    return named(
      name, afterFatherOf: request, share: request.isBornAbroad ? 0.01 : 0.06, &draw)
  }

  /// "José Luis" is two given names; one with a preposition, "María de los Ángeles", is one.
  static func parts(ofCompound name: String) -> [String] {
    let parts = name.split(separator: " ").map(String.init)
    return parts.count == 2 ? parts : [name]
  }

  private func vietnameseName(_ request: NameRequest, _ draw: inout Draw) -> TrueName {
    let (_, surname) = inheritedSurname(request, &draw)
    let stock = stocks[NameOriginGroup.vietnamese.place]
    let isHome = draw.happens(
      NameOriginGroup.vietnamese.shareOfHomeNames(isBornAbroad: request.isBornAbroad))
    guard isHome, let home = stock.home else {
      let first = stock.americanGivenName(request.sex, birthYear: request.birthYear, &draw)
      let middle = stock.home?[request.sex.place].name(&draw)
      return TrueName(given: [first], middle: middle.map { [$0] } ?? [], surname: surname)
    }
    let given = home[request.sex.place].name(&draw)
    var middle = request.sex == .female ? "Thị" : "Văn"
    if !draw.happens(request.birthYear < 1970 ? 0.7 : 0.4) {
      middle = draw.element(of: request.sex == .female ? Self.womensMiddle : Self.mensMiddle)
    }
    return TrueName(
      given: [given], middle: middle == given ? [] : [middle], surname: surname,
      order: .familyFirst)
  }

  private static let womensMiddle = [
    "Ngọc", "Kim", "Thanh", "Minh", "Bích", "Hồng", "Mỹ", "Thu", "Phương", "Tuyết", "Xuân",
  ]
  private static let mensMiddle = [
    "Đức", "Minh", "Hữu", "Quang", "Thanh", "Ngọc", "Đình", "Công", "Xuân", "Quốc", "Hoàng",
  ]

  private func familyFirstName(_ request: NameRequest, _ draw: inout Draw) -> TrueName {
    let (_, surname) = inheritedSurname(request, &draw)
    let stock = stocks[request.group.place]
    let script: NameScript = request.group == .chinese ? .han : .hangul
    let isHome = draw.happens(request.group.shareOfHomeNames(isBornAbroad: request.isBornAbroad))
    let ofHome = stock.home?[request.sex.place].name(&draw)
    if isHome, let ofHome {
      return TrueName(given: [ofHome], surname: surname, order: .familyFirst, script: script)
    }
    let first = stock.americanGivenName(request.sex, birthYear: request.birthYear, &draw)
    let middle = draw.happens(0.5) ? ofHome : nil
    return TrueName(given: [first], middle: middle.map { [$0] } ?? [], surname: surname)
  }

  /// The mother's surname is the middle name.
  private func filipinoName(_ request: NameRequest, _ draw: inout Draw) -> TrueName {
    let (particle, surname) = inheritedSurname(request, &draw)
    let middle = request.mother?.surname ?? self.surname(of: .filipino, draw: &draw)
    let name = TrueName(
      given: [given(request, &draw)], middle: middle.isEmpty ? [] : [middle],
      particle: particle, surname: surname)
    return named(name, afterFatherOf: request, share: 0.05, &draw)
  }

  /// Some bear a single name; some the father's given name for a surname.
  private func southAsianName(_ request: NameRequest, _ draw: inout Draw) -> TrueName {
    let first = given(request, &draw)
    let custom = draw.unit()
    if request.isBornAbroad, custom < 0.05 {
      return TrueName(given: [first], surname: "", script: .devanagari)
    }
    if let father = request.father?.given.first, request.isBornAbroad, custom < 0.15 {
      return TrueName(given: [first], surname: father, script: .devanagari)
    }
    var (_, surname) = inheritedSurname(request, &draw)
    if surname == "Singh", request.sex == .female, draw.happens(0.6) { surname = "Kaur" }
    let middle = draw.happens(0.3) ? [given(request, &draw)] : []
    return TrueName(
      given: [first], middle: middle.first == first ? [] : middle, surname: surname,
      script: request.isBornAbroad ? .devanagari : .latin)
  }

  /// The father's given name follows the own, as middle name.
  private func arabicName(_ request: NameRequest, _ draw: inout Draw) -> TrueName {
    var (particle, surname) = inheritedSurname(request, &draw)
    if request.father == nil, request.mother == nil, draw.happens(0.12) { particle = "Al" }
    let first = given(request, &draw)
    let father =
      request.father?.given.first
      ?? givenName(
        of: .arabic, sex: .male, birthYear: request.birthYear - 30,
        isBornAbroad: request.isBornAbroad, draw: &draw)
    return TrueName(
      given: [first], middle: draw.happens(0.6) && father != first ? [father] : [],
      particle: particle, surname: surname, script: request.isBornAbroad ? .arabic : .latin)
  }

  private func slavicName(_ request: NameRequest, _ draw: inout Draw) -> TrueName {
    let (particle, surname) = inheritedSurname(request, &draw)
    let isCyrillic = request.isBornAbroad && !Self.isPolish(surname)
    let form =
      isCyrillic ? Self.slavicForm(of: surname, for: request.sex) : surname
    return TrueName(
      given: [given(request, &draw)], particle: particle, surname: form,
      script: isCyrillic ? .cyrillic : .latin)
  }

  private static func isPolish(_ surname: String) -> Bool {
    surname.hasSuffix("ski") || surname.hasSuffix("ska") || surname.hasSuffix("czyk")
  }

  /// The form of a surname for a woman or a man: Ivanov, Ivanova; Petrovsky, Petrovskaya.
  static func slavicForm(of surname: String, for sex: Sex) -> String {
    if sex == .female {
      if surname.hasSuffix("sky") { return "\(surname.dropLast(1))aya" }
      let endings = ["ov", "ev", "in", "yn"]
      return endings.contains { surname.hasSuffix($0) } ? surname + "a" : surname
    }
    if surname.hasSuffix("skaya") { return "\(surname.dropLast(3))y" }
    let endings = ["ova", "eva", "ina", "yna"]
    return endings.contains { surname.hasSuffix($0) } ? String(surname.dropLast()) : surname
  }
}
