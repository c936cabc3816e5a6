/// Enters a nickname as last name with `X` as first name, a convention of NCIC aliases.
public struct NicknameAsLastName: NameOperator {
  public let name = "nickname_as_last_name"
  private let nickname: NicknameUse

  public init(_ book: NameBook, group: NameOriginGroup) {
    nickname = NicknameUse(book, group: group)
  }

  public func apply(to name: WrittenName, draw: inout Draw) -> WrittenName? {
    guard let nickname = nickname.apply(to: name.first, draw: &draw) else { return nil }
    let other = WrittenName(last: nickname, first: "X")
    return other == name ? nil : other
  }
}
