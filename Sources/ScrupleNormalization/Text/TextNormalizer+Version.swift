import CScrupleUnicode

extension TextNormalizer {
  /// The versions of ICU and Unicode in use; folding may differ between versions, so a run's
  /// manifest records them.
  public static var unicodeVersions: (icu: String, unicode: String) {
    var icu: [UInt8] = [0, 0, 0, 0]
    var unicode: [UInt8] = [0, 0, 0, 0]
    scu_versions(&icu, &unicode)
    let text = { (parts: [UInt8]) in parts.prefix(2).map(String.init).joined(separator: ".") }
    return (text(icu), text(unicode))
  }
}
