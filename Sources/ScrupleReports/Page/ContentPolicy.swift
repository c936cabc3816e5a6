import ScrupleFormats

/// What a browser may load for the page: nothing, and run only its own style and script.
enum ContentPolicy {
  /// The policy, as the page states it.
  static func text(style: StaticString, script: StaticString) -> String {
    "default-src 'none'; style-src '\(source(style))'; script-src '\(source(script))'; "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func source(_ content: StaticString) -> String {
    let hexadecimal = Array(SHA256Digest.hexadecimal(of: Array("\(content)".utf8)).utf8)
    let bytes = stride(from: 0, to: hexadecimal.count, by: 2).map { place in
      value(hexadecimal[place]) << 4 | value(hexadecimal[place + 1])
    }
    return "sha256-" + base64(bytes)
  }

  private static func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }

  /// Bytes in base 64 (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place > group.count ? "=" : alphabet[bits >> (18 - 6 * place) & 63])
      }
    }
    return text
  }
}
