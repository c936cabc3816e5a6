import CScrupleBuild
import Scruple
import ScrupleNormalization

/// What this program was built from and with.
enum BuildIdentity {
  /// The version of the next or latest release.
  static let version = "0.1.0"

  /// The commit, where the build was told it (`SCRUPLE_COMMIT`); else "unknown".
  static var commit: String { String(cString: scruple_build_commit()) }

  /// The version of the compiler, as far as the language can tell it.
  static var swift: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  /// All versions that may change a result.
  static var versions: ToolVersions {
    let unicode = TextNormalizer.unicodeVersions
    return ToolVersions(
      version: version, commit: commit, swift: swift, icu: unicode.icu, unicode: unicode.unicode)
  }
}
