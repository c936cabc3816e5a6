import ScrupleCorpus
import Testing

@Suite struct NamingTests {
  private let book = NameBook.standard

  private func names(
    _ group: NameOriginGroup, _ sex: Sex = .male, count: Int = 3000, isBornAbroad: Bool = true,
    father: TrueName? = nil, mother: TrueName? = nil
  ) -> [TrueName] {
    (0..<count).map { index in
      var draw = Draw(seed: 3, for: .names, index: UInt64(index))
      return book.name(
        for: NameRequest(
          group: group, sex: sex, birthYear: 1985, isBornAbroad: isBornAbroad, father: father,
          mother: mother), draw: &draw)
    }
  }

  @Test func theSameDrawGivesTheSameName() {
    for group in NameOriginGroup.allCases {
      #expect(names(group, count: 200) == names(group, count: 200))
    }
  }

  @Test func everyNameHasAGivenNameAndOnlySingleNamesHaveNoSurname() {
    for group in NameOriginGroup.allCases {
      for sex in Sex.allCases {
        for name in names(group, sex) {
          #expect(name.given.first?.isEmpty == false)
          #expect(!name.surname.isEmpty || group == .southAsian)
        }
      }
    }
    let single = names(.southAsian).count { $0.surname.isEmpty }
    #expect((100...200).contains(single))
  }

  @Test func spanishChildrenBearTheSurnamesOfBothParents() {
    let father = TrueName(given: ["José"], surname: "García", secondSurname: "Ruiz")
    let mother = TrueName(
      given: ["Ana"], particle: "de la", surname: "Cruz", secondSurname: "Soto")
    for name in names(.hispanic, father: father, mother: mother) {
      #expect(name.surname == "García")
      #expect(["", "de la Cruz"].contains(name.secondSurname))
    }
    let both = names(.hispanic, father: father, mother: mother).count { !$0.secondSurname.isEmpty }
    #expect((2800...2960).contains(both))
  }

  @Test func spanishGivenNamesAreConcentrated() {
    let men = names(.hispanic, count: 20_000)
    let joseShare = Double(men.count { $0.given.contains("José") }) / 20_000
    #expect(joseShare > 0.08 && joseShare < 0.25)
    let women = names(.hispanic, .female, count: 20_000)
    let mariaShare = Double(women.count { $0.given.contains { $0.hasPrefix("María") } }) / 20_000
    #expect(mariaShare > 0.15 && mariaShare < 0.45)
    #expect(women.contains { $0.given == ["María de los Ángeles"] })
  }

  @Test func sonsNamedAfterTheFatherBearTheNextSuffix() {
    for (suffix, next) in [("", "Jr"), ("Sr", "Jr"), ("Jr", "III"), ("III", "IV")] {
      let father = TrueName(given: ["Earl"], middle: ["Roy"], surname: "Watts", suffix: suffix)
      let sons = names(.anglo, isBornAbroad: false, father: father).filter { !$0.suffix.isEmpty }
      #expect((100...260).contains(sons.count))
      for son in sons {
        #expect(son.suffix == next)
        #expect(son.given == father.given)
        #expect(son.middle == father.middle)
      }
    }
    #expect(names(.anglo, .female, isBornAbroad: false).allSatisfy { $0.suffix.isEmpty })
  }

  @Test func vietnameseNamesHaveMiddleNamesAndTheFamilyNameFirst() {
    let women = names(.vietnamese, .female).filter { $0.order == .familyFirst }
    #expect(women.count > 2500)
    let withThi = women.count { $0.middle == ["Thị"] }
    #expect(Double(withThi) / Double(women.count) > 0.3)
    #expect(names(.vietnamese).contains { $0.middle == ["Văn"] })
    #expect(names(.vietnamese).contains { $0.surname == "Nguyễn" })
  }

  @Test func slavicDaughtersBearTheFormForWomen() {
    let father = TrueName(given: ["Ivan"], surname: "Petrov", script: .cyrillic)
    #expect(names(.slavic, .female, father: father).allSatisfy { $0.surname == "Petrova" })
    let mother = TrueName(given: ["Olga"], surname: "Orlovskaya", script: .cyrillic)
    #expect(names(.slavic, mother: mother).allSatisfy { $0.surname == "Orlovsky" })
  }

  @Test func romanizationsAndNicknamesAreFoundInAnyCase() {
    #expect(book.romanizations(of: "ZHANG", group: .chinese).contains("Cheung"))
    #expect(book.romanizations(of: "Kim", group: .korean).contains("Gim"))
    #expect(book.romanizations(of: "mohamed", group: .arabic).count >= 5)
    #expect(book.romanizations(of: "Zhang", group: .anglo).isEmpty)
    #expect(book.nicknames(of: "FRANCISCO", group: .hispanic).contains("Pancho"))
    #expect(book.nicknames(of: "José", group: .hispanic).contains("Pepe"))
    #expect(book.nicknames(of: "JESUS", group: .hispanic).contains("Chuy"))
    #expect(book.nicknames(of: "Guillermo", group: .hispanic).contains("Memo"))
    #expect(book.nicknames(of: "William", group: .anglo).contains("Bill"))
  }

  @Test func noSpellingIsItsOwnVariant() {
    for line in RomanizationRows.text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",")
      let group = NameOriginGroup(rawValue: String(cells[0]))
      #expect(group != nil)
      for word in cells[1].split(separator: " ") {
        let token = word.split(separator: "+").joined(separator: " ")
        let others = book.romanizations(of: token, group: group ?? .anglo)
        #expect(!others.isEmpty, "\(token)")
        #expect(!others.contains { PlainLetters.key($0) == PlainLetters.key(token) }, "\(token)")
      }
    }
  }

  @Test func marriedNamesFollowTheCustom() {
    let spouse = TrueName(given: ["Luis"], particle: "de la", surname: "Torre")
    let own = TrueName(given: ["Ana"], surname: "Ruiz", secondSurname: "Soto")
    var seen = Set<String>()
    for index in 0..<200 as Range<UInt64> {
      var draw = Draw(seed: 4, for: .names, index: index)
      let married = book.marriedName(
        of: own, spouse: spouse, group: .hispanic, share: 1, draw: &draw)
      #expect(married != nil && married != own)
      seen.insert(
        "\(married?.particle ?? "")|\(married?.surname ?? "")|\(married?.secondSurname ?? "")")
    }
    #expect(seen == ["|Ruiz|de de la Torre", "de la|Torre|", "|Ruiz-Torre|"])
    var draw = Draw(seed: 4, for: .names, index: 0)
    #expect(
      book.marriedName(of: own, spouse: spouse, group: .hispanic, share: 0, draw: &draw) == nil)
  }
}
