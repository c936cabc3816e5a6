import ScrupleCorpus
import Testing

@Suite struct NameOperatorTests {
  private static let names = [
    WrittenName(last: "GARCIA LOPEZ", first: "JOSE", middle: "LUIS", suffix: "JR"),
    WrittenName(last: "DE LA TORRE MUNOZ", first: "JOSE"),
    WrittenName(last: "GARCIA-LOPEZ", first: "MARIA", middle: "ELENA"),
    WrittenName(last: "DE LA CRUZ", first: "ANA"), WrittenName(last: "DE", first: "X"),
    WrittenName(last: "SMITH", first: "JOHN", middle: "Q", suffix: "III"),
    WrittenName(last: "SURESH", first: "FNU"), WrittenName(last: "LNU", first: "SURESH"),
    WrittenName(last: "KIM", first: "KIM"), WrittenName(last: "", first: ""),
    WrittenName(last: "FERNANDEZ DE CORDOBA", first: "MARIA GUADALUPE", middle: "ELENA"),
    WrittenName(last: "ARREDONDO-VILLANUEVA", first: "WILLIAM", middle: "S", suffix: "JR"),
    WrittenName(last: "DOE", first: "JOHN"), WrittenName(last: "UNKNOWN", first: "UNKNOWN"),
  ]

  private static let all: [any NameOperator] = [
    NameTruncation(), NameTruncation(limit: 12), FieldSwap(), MiddleDropped(), MiddleInitial(),
    SecondSurnameDropped(), SecondSurnameAsLast(), SurnamesHyphenated(), ParticleLost(),
    ParticleMigrated(), ParticleJoined(), SuffixInSurname(), SuffixDropped(), Placeholder(),
    NicknameAsLastName(.standard, group: .hispanic),
  ]

  private func applied(_ change: some NameOperator, to name: WrittenName) -> WrittenName? {
    var draw = OperatorCases.draw(0)
    return change.apply(to: name, draw: &draw)
  }

  @Test func noOperatorGivesTheSameNameAndEachIsAFunctionOfTheDraw() {
    for change in Self.all {
      for name in Self.names {
        for index in 0..<20 {
          var one = OperatorCases.draw(index)
          var same = OperatorCases.draw(index)
          let result = change.apply(to: name, draw: &one)
          #expect(result != name, "\(change.name)")
          #expect(result == change.apply(to: name, draw: &same), "\(change.name)")
        }
      }
    }
  }

  @Test func surnamesAreHandledAsClerksDo() {
    let name = WrittenName(last: "DE LA TORRE MUNOZ", first: "JOSE")
    #expect(applied(SecondSurnameDropped(), to: name)?.column() == "DE LA TORRE, JOSE")
    #expect(applied(SecondSurnameAsLast(), to: name)?.column() == "MUNOZ, JOSE DE LA TORRE")
    #expect(applied(SurnamesHyphenated(), to: name)?.column() == "DE LA TORRE-MUNOZ, JOSE")
    #expect(applied(ParticleMigrated(), to: name)?.column() == "TORRE MUNOZ, JOSE DE LA")
    #expect(applied(ParticleLost(), to: name)?.column() == "TORRE MUNOZ, JOSE")
    #expect(applied(ParticleJoined(), to: name)?.column() == "DELATORRE MUNOZ, JOSE")
    let one = WrittenName(last: "DE LA CRUZ", first: "ANA")
    #expect(applied(SecondSurnameDropped(), to: one) == nil)
    #expect(applied(SurnamesHyphenated(), to: one) == nil)
    #expect(applied(ParticleLost(), to: WrittenName(last: "DE", first: "X")) == nil)
  }

  @Test func suffixesGoIntoTheSurnameOrFall() {
    let name = WrittenName(last: "SMITH", first: "JOHN", middle: "Q", suffix: "III")
    let glued = applied(SuffixInSurname(), to: name)
    #expect(["SMITH III", "SMITHIII"].contains(glued?.last) && glued?.suffix == "")
    #expect(applied(SuffixDropped(), to: name)?.column() == "SMITH, JOHN Q")
    #expect(applied(FieldSwap(), to: name)?.column() == "JOHN III, SMITH Q")
  }

  @Test func aTruncatedNameIsTheColumnCutAtEveryLimit() {
    for name in Self.names {
      for limit in 1...45 {
        let whole = name.column()
        let cut = applied(NameTruncation(limit: limit), to: name)
        guard whole.unicodeScalars.count > limit else {
          #expect(cut == nil)
          continue
        }
        #expect(cut?.column() == name.column(limit: limit), "\(whole) at \(limit)")
      }
    }
  }

  @Test func aNicknameStandsAsLastNameBesideX() {
    let name = WrittenName(last: "GARCIA", first: "FRANCISCO")
    let alias = applied(NicknameAsLastName(.standard, group: .hispanic), to: name)
    #expect(alias?.first == "X")
    #expect(["PANCHO", "PACO", "KIKO", "CURRO", "QUICO"].contains(alias?.last))
  }
}
