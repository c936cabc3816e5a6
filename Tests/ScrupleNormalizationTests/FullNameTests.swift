import Foundation
import Testing

@testable import ScrupleNormalization

@Suite struct FullNameTests {
  let splitter: FullName
  init() throws { splitter = FullName(text: try TextNormalizer()) }

  private func parts(_ parts: NameParts) -> String {
    [parts.given, parts.middle, parts.surname, parts.suffix]
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
  }

  @Test(arguments: [
    ("John Smith", "john||smith|"), ("John Quincy Adams", "john|quincy|adams|"),
    ("Smith, John", "john||smith|"), ("SMITH, JOHN M JR", "john|m|smith|jr"),
    ("Smith Jr., John M.", "john|m|smith|jr"), ("Harry Brown, Sr.", "harry||brown|sr"),
    ("Juan de la Cruz", "juan||de la cruz|"), ("Andre van der Hoek", "andre||van der hoek|"),
    ("Maria de los Angeles Garcia Lopez", "maria de los angeles||garcia lopez|"),
    ("Jose de la Torre Muñoz", "jose||de la torre munoz|"),
    ("TORRE MUNOZ, JOSE DE LA", "jose|de la|torre munoz|"),
    ("Ana Garcia y Lopez", "ana||garcia y lopez|"), ("Dr. Paddy Sharma", "paddy||sharma|"),
    ("Robert 'Corky' Cartwright", "robert||cartwright|"), ("Hal Daume III", "hal||daume|iii"),
    ("Josephine Clingan M.D.", "josephine||clingan|"),
    ("Arthur Gray, Jr., M.D.", "arthur||gray|jr"),
    ("Charles and jean dukes", "charles||dukes|"), ("Mr. and Mrs. Max McGlamry", "max||mcglamry|"),
    ("trujillo", "||trujillo|"), ("Linda C. Van Jahnke", "linda|c|van jahnke|"),
    ("martin hawke, 7th baron hawke", "martin||hawke|"),
    ("richard beauchamp, of warwick", "richard||beauchamp|"), ("JONES, EARL", "earl||jones|"),
    ("robert pierrepont, earl of kingston", "robert||pierrepont|"),
    ("sir henry bowles, baronet", "henry||bowles|"), ("Eva St Clair", "eva||st clair|"),
    ("FNU Ahmadi", "||ahmadi|"), ("Al Gore", "al||gore|"), ("Van Morrison", "van||morrison|"),
    ("Kim, Min Jun", "min|jun|kim|"), ("J. J. Thomson", "j|j|thomson|"),
    ("Tina Eliassi-Rad", "tina||eliassi rad|"), ("Wai-Tat Fu", "wai tat||fu|"),
    ("Tonya Fordham, D.O.", "tonya||fordham|"), ("Edwin B Frost, V", "edwin|b|frost|v"),
    ("Mr and Mrs Smith", "||smith|"), ("Do, Linh", "linh||do|"), ("Smith, Do", "do||smith|"),
    ("william stewart d’urban", "william|stewart|durban|"),
  ])
  func givenFirstNamesSplit(raw: String, expected: String) {
    #expect(parts(splitter.split(raw)) == expected)
  }

  @Test(arguments: [
    ("Swanson Peter A", "peter|a|swanson|"), ("de la Cruz Juan", "juan||de la cruz|"),
    ("SMITH JR JOHN", "john||smith|jr"), ("Nguyen Van Anh", "van|anh|nguyen|"),
  ])
  func surnameFirstNamesSplit(raw: String, expected: String) {
    #expect(parts(splitter.split(raw, order: .surnameFirst)) == expected)
    #expect(parts(splitter.split(raw, order: .commaMarked)) == expected)
  }

  @Test func theDoubleStyleTakesTwoSurnames() {
    var spanish = splitter
    spanish.surnameStyle = .double
    #expect(parts(spanish.split("Juan Garcia Lopez")) == "juan||garcia lopez|")
    #expect(parts(spanish.split("Juan Carlos Garcia Lopez")) == "juan|carlos|garcia lopez|")
    #expect(parts(spanish.split("Juan Lopez")) == "juan||lopez|")
  }

  @Test func orderComesFromTheWholeColumn() {
    #expect(order(["Smith, John", "Doe, Ann", "Cher"]) == .commaMarked)
    #expect(order(["John Smith", "Harry Brown, Jr.", "Ben Y Zhao"]) == .givenFirst)
    #expect(
      order(["Swanson Peter A", "Brines Mark R", "Smith John", "Lee Ann K"]) == .surnameFirst)
  }

  private func order(_ cells: [String]) -> NameOrder {
    var inference = NameOrderInference(text: splitter.text)
    for cell in cells { Array(cell.utf8).withUnsafeBufferPointer { inference.add($0) } }
    return inference.order
  }

  @Test(.enabled(if: LabeledName.isAvailable, "needs the shared data folder"))
  func labeledNamesMostlySplitAsLabeled() throws {
    let labeled = try LabeledName.read()
    var right = 0
    var wrong: [String] = []
    for name in labeled {
      let order: NameOrder = name.isSurnameFirst ? .surnameFirst : .givenFirst
      let split = splitter.split(name.text, order: order)
      let given = String(decoding: split.given.filter { $0 != 0x20 }, as: UTF8.self)
      let surname = String(decoding: split.surname, as: UTF8.self)
      if given == name.given && surname == name.surname(splitter.text) {
        right += 1
      } else {
        wrong.append("\(name.text) -> \(parts(split))")
      }
    }
    print("labeled names: \(right) of \(labeled.count)")
    if let path = ProcessInfo.processInfo.environment["LABELED_NAMES_WRONG"] {
      try wrong.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(Double(right) > 0.95 * Double(labeled.count))
  }
}

/// A name with given name and surname tagged by hand (probablepeople, MIT).
struct LabeledName {
  var text: String
  var given: String
  var surnameWords: [String]
  var isSurnameFirst: Bool

  static var file: URL {
    SharedData.folder.appending(path: "data/name_parsing_probablepeople/person_labeled.xml")
  }
  static var isAvailable: Bool { FileManager.default.fileExists(atPath: file.path) }

  func surname(_ normalizer: TextNormalizer) -> String {
    let names = NameNormalizer(text: normalizer)
    let joined = surnameWords.joined(separator: " ")
    return String(decoding: names.normalize(joined, field: .surname).text, as: UTF8.self)
  }

  static func read() throws -> [LabeledName] {
    let xml = try String(contentsOf: file, encoding: .utf8)
    return xml.components(separatedBy: "<Name>").dropFirst().compactMap { chunk in
      let tags = chunk.matches(of: #/<(\w+)>([^<]*)</#).map {
        (String($0.1), $0.2.replacingOccurrences(of: "&amp;", with: "&"))
      }
      let kinds = tags.map(\.0)
      guard kinds.filter({ $0 == "GivenName" }).count == 1, kinds.contains("Surname"),
        !kinds.contains("And")
      else { return nil }
      let first = kinds.first { $0 == "GivenName" || $0 == "Surname" || $0.hasSuffix("Initial") }
      guard
        kinds.firstIndex(of: "GivenName") == kinds.firstIndex(of: first ?? "")
          || first == "Surname"
      else { return nil }
      let given = tags.first { $0.0 == "GivenName" }?.1 ?? ""
      return LabeledName(
        text: tags.map(\.1).joined(separator: " "),
        given: given.lowercased().filter(\.isLetter),
        surnameWords: tags.filter { $0.0 == "Surname" }.map {
          $0.1.trimmingCharacters(in: .punctuationCharacters)
        },
        isSurnameFirst: first == "Surname")
    }
  }
}

/// The folder of shared test data beside the repository.
enum SharedData {
  static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["SCRUPLE_SHARED"] {
      return URL(filePath: path)
    }
    let repository = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return repository.deletingLastPathComponent().appending(path: "shared")
  }
}
