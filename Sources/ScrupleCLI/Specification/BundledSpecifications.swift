/// The documented rules that the program carries: the specifications of `Corpora/Specifications`.
enum BundledSpecifications {
  /// Their names, ascending.
  static var names: [String] { texts.map(\.name) }

  /// The TOML text of a specification; nil for an unknown name.
  static func text(of name: String) -> String? {
    texts.first { $0.name == name }?.text
  }
}
