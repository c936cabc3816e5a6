/// Writes the content of an element as statements; strings are escaped.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ text: String) -> HTMLText { HTMLText(text) }
  static func buildExpression(_ piece: HTMLText) -> HTMLText { piece }
  static func buildExpression(_ pieces: [HTMLText]) -> HTMLText { HTMLText(pieces) }
  static func buildExpression(_ piece: HTMLText?) -> HTMLText { piece ?? HTMLText("") }
  static func buildBlock(_ pieces: HTMLText...) -> HTMLText { HTMLText(pieces) }
  static func buildOptional(_ piece: HTMLText?) -> HTMLText { piece ?? HTMLText("") }
  static func buildEither(first piece: HTMLText) -> HTMLText { piece }
  static func buildEither(second piece: HTMLText) -> HTMLText { piece }
  static func buildArray(_ pieces: [HTMLText]) -> HTMLText { HTMLText(pieces) }
}

/// An element with its content.
func element(
  _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
  @HTMLBuilder _ content: () -> HTMLText
) -> HTMLText {
  HTMLText(element: name, attributes, content())
}

/// An element without content.
func element(
  _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]
) -> HTMLText {
  HTMLText(element: name, attributes, HTMLText(""))
}

/// A paragraph.
func paragraph(
  _ kind: String? = nil, @HTMLBuilder _ content: () -> HTMLText
) -> HTMLText {
  HTMLText(element: "p", ["class": kind], content())
}
