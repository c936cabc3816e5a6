import ScrupleRecords
import Testing

@testable import ScrupleNormalization

@Suite struct SchemaInferencePairTests {
  private func pair(_ left: String, _ right: String) -> SchemaInference.PairResult {
    SchemaInference.infer(left: SchemaTables.csv(left), right: SchemaTables.csv(right))
  }

  private let sharedNames: (SchemaInference.PairResult) -> [String] = {
    $0.sharedFields.map(\.name)
  }

  @Test func synonymousNamesAreOneField() {
    let result = pair(
      "First Name,Surname,DOB,driver_license\nAna,Bo,1980-01-02,D123\nEva,Li,1981-01-02,D124",
      "vorname,nachname,geb,dl_number\nAna,Bo,2.1.1980,D123\nEva,Li,2.1.1981,D999")
    #expect(sharedNames(result) == ["given-name", "surname", "birth-date", "driver-license"])
    #expect(result.reasons.isEmpty)
  }

  @Test func aFullNameGivesTheParts() {
    let result = pair(
      "name,birth_year\nAna Bo,1980\nEva Li,1981",
      "first,last,dob\nAna,Bo,1980-01-02\nEva,Li,1981-01-02")
    #expect(sharedNames(result) == ["given-name", "surname", "birth-date"])
    #expect(result.sharedFields[0].left == ["name"])
    #expect(result.sharedFields[0].right == ["first"])
  }

  @Test func aRoleOfOneSideStaysMapped() {
    let result = pair(
      "last,ssn\nBo,123456789\nLi,123456780", "last,phone\nBo,5551234567\nLi,5551234568")
    #expect(sharedNames(result) == ["surname"])
    #expect(result.left.decision(for: "ssn")?.role == .ssn)
    #expect(result.right.decision(for: "phone")?.role == .phone)
  }

  @Test func occupationsOfBothSidesAreOneText() {
    let result = pair("last,Beruf\nBo,Maler\nLi,Wirt", "last,occupation\nBo,painter\nLi,host")
    #expect(sharedNames(result) == ["surname", "occupation"])
    #expect(result.left.mapping.columns(with: .text).map(\.label) == ["occupation"])
  }

  @Test func unknownColumnsOfTheSameNameAreNotUsed() {
    let result = pair("last,foo\nBo,aa\nLi,bb", "last,foo\nBo,aa\nLi,bb")
    #expect(sharedNames(result) == ["surname"])
  }

  @Test func filesWithNothingInCommonSayWhy() {
    let result = pair("last,dob\nBo,x\nLi,y", "ssn,cluster\n123456789,1\n123456780,2")
    #expect(result.sharedFields.isEmpty)
    #expect(result.reasons.first == "No field is common to both files.")
    #expect(result.reasons.contains("The left file has surname."))
    #expect(result.reasons.contains("The right file has ssn."))
    #expect(result.reasons.contains { $0.contains("'dob' (left)") && $0.contains("dates") })
    #expect(result.reasons.contains { $0.contains("'cluster' (right)") })
  }

  @Test func aWholeAndAShortSocialSecurityNumberAreNotCompared() {
    let result = pair("ssn\n123-45-6789\n123-45-6780", "ssn\n6789\n6780")
    #expect(result.sharedFields.isEmpty)
    #expect(result.reasons.contains { $0.contains("not compared") })
  }

  @Test func sharingIsSymmetric() {
    let (one, other) = (
      "name,age,zip\nAna Bo,12,12345\nEva Li,13,12346",
      "cp,edad,nombre,apellidos\n12345,12,Ana,Bo\n1234,2,Eva,Li"
    )
    #expect(Set(sharedNames(pair(one, other))) == Set(sharedNames(pair(other, one))))
    #expect(Set(sharedNames(pair(one, other))) == ["given-name", "surname", "age", "postcode"])
  }
}
