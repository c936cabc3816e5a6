public struct NameBook: Sendable {
  public static let standard = NameBook()
  func name(for request: NameRequest, draw: inout Draw) -> TrueName {
    let given = request.sex == .male ? ["James", "John", "Robert"] : ["Mary", "Linda", "Susan"]
    return TrueName(
      given: [draw.element(of: given)],
      surname: request.father?.surname ?? draw.element(of: ["Smith", "Garcia", "Nguyen", "Kim"]))
  }
  func marriedName(
    of name: TrueName, spouse: TrueName, group: NameOriginGroup, draw: inout Draw
  ) -> TrueName? {
    var name = name
    name.surname = spouse.surname
    return name
  }
  func romanizations(of token: String, group: NameOriginGroup) -> [String] { [token, token + "h"] }
}
