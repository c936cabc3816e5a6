import Foundation
import Scruple
import ScrupleFlagging
import Testing

@Suite struct FlagTests {
  static let bookings = """
    booking_id,first_name,last_name,dob,sex,birth_place,height,arrest_date,citizenship_stated,prior_outcome,a_number,race
    SYN-B01,ANA,GARCIA LOPEZ,1980-02-03,F,"GUADALAJARA, MEXICO",504,2015-06-01,MEXICO,unresolved,A900000001,W
    SYN-B02,PETER SEAN,BROWN,1968-05-07,M,,507,2018-04-05,USA,,A900000002,B
    SYN-B03,DAVILA,TORRES,1975-11-12,M,,509,2016-01-02,,,A900000003,W
    SYN-B04,WEN,ZHANG,1990-07-08,M,CHINA,508,2017-02-03,CHINA,,A900000004,A
    SYN-B05,IVAN,PETROV,1985-09-10,M,RUSSIA,600,2012-03-04,,,A900000005,W
    SYN-B06,NORA,OKAFOR,1972-12-24,F,NIGERIA,505,2019-08-09,,,,B
    SYN-B07,LUIS,MARTE,1979-04-30,M,,511,2016-09-09,,refuted,A900000007,W
    SYN-B08,OLGA,KRAMER,1966-10-02,F,,503,2018-11-11,,,A900000008,W
    SYN-B09,JOON,PARK,1993-03-19,M,,,2017-07-07,,,A900000009,A
    SYN-B10,AMARA,DIALLO,1988-08-21,F,,,,,,A900000010,B

    """

  static let records = """
    record_id,first_name,last_name,dob,sex,birth_country,height,a_number,status_as_recorded,as_of,last_update,coa,naturalization_date,certificate_no,order_date,order_vacated_date,admitted_until,citizenship_country,parent_naturalization_date
    SYN-R01,ANA,GARCIA LOPEZ,1980-02-03,F,MEXICO,504,A900000001,expired,2014-05-01,2014-05-02,B2,,,,,2013-01-01,MX,1999-01-01
    SYN-R02,PETER SEAN,BROWN,1968-05-07,M,JAMAICA,700,A900000002,without_inspection,2017-05-01,,,,,,,,JM,
    SYN-R03,DAVILA,TORRES,1975-11-12,M,GUATEMALA,509,A900000003,without_inspection,2015-05-01,,,,N1234567,,,,GT,
    SYN-R04,WEN,ZHANG,1990-07-08,M,CHINA,508,A900000004,expired,2016-05-01,,F1,,,,,2016-01-01,CN,
    SYN-R04B,WEN,ZHANG,1990-07-08,M,CHINA,508,A900000004,pending,2016-11-01,,,,,,,,CN,
    SYN-R05,IVAN,PETROV,1985-09-10,M,RUSSIA,600,A900000005,ordered_removed,2014-05-01,,,,,2014-04-01,,,RU,
    SYN-R07,LUIS,MARTE,1979-04-30,M,,,A900000007,ordered_removed,2016-05-01,,,,,2016-04-01,,,DO,
    SYN-R08,OLGA,KRAMER,1966-10-02,F,UKRAINE,503,A900000008,expired,2009-05-01,,,,,,,,UA,
    SYN-R09,JOON,PARK,1993-03-19,M,KOREA,,A900000009,,,2017-02-01,EWI,,,,,,KR,
    SYN-R10,AMARA,DIALLO,1988-08-21,F,GUINEA,,A900000010,expired,2017-02-01,,,1999-01-01,,,2003-01-01,,GN,

    """

  /// A folder with the two files, and a run `out` on them.
  private func run(
    _ arguments: [String] = [], left: String = bookings, right: String = records
  ) throws -> (folder: URL, outcome: Program.Outcome) {
    let folder = try Folder.temporary()
    for (name, text) in [("l.csv", left), ("r.csv", right)] {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let outcome = try Program.run(["link", "l.csv", "r.csv", "-o", "out"] + arguments, in: folder)
    return (folder, outcome)
  }

  private func text(_ name: String, _ folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("out/" + name), encoding: .utf8)
  }

  @Test func flagsAreWrittenAndEveryBookingIsAccountedFor() throws {
    let (folder, outcome) = try run()
    #expect(outcome.status == 0, "\(outcome.errors)")
    try GoldenFile.expect(text("flags.csv", folder), "flags.csv")
    try GoldenFile.expect(outcome.errors, "flags.txt")
    let data = try Data(contentsOf: folder.appendingPathComponent("out/run.json"))
    let manifest = try JSONDecoder().decode(RunManifest.self, from: data)
    let counts = try #require(manifest.flags)
    #expect(counts.bookings == 10)
    #expect(counts.flags + counts.withheld.values.reduce(0, +) == 10)
    #expect(manifest.outputs.map(\.path).contains("flags.csv"))
    #expect(manifest.notice == RunManifest.noticeText)
    #expect(outcome.errors.contains(RunManifest.noticeText))
    #expect(!outcome.errors.contains("SYN-"), "no record is named on the terminal")
  }

  @Test func reviewIsTheOnlyAction() throws {
    let (folder, _) = try run(["-q"])
    for row in try text("flags.csv", folder).split(separator: "\n").dropFirst() {
      #expect(row.hasSuffix(",review"))
    }
  }

  @Test func matchingIgnoresTheColumnsForFlags() throws {
    let (with, _) = try run(["-q"])
    // The columns that also serve matching stay.
    func without(_ text: String, _ names: Set<String>) -> String {
      let rows = text.split(separator: "\n").map { row in
        row.replacingOccurrences(of: "\"GUADALAJARA, MEXICO\"", with: "\"GUADALAJARA; MEXICO\"")
          .split(separator: ",", omittingEmptySubsequences: false)
      }
      return rows.map { row in
        zip(rows[0], row).filter { !names.contains(String($0.0)) }.map { String($0.1) }
          .joined(separator: ",").replacingOccurrences(of: ";", with: ",")
      }.joined(separator: "\n") + "\n"
    }
    let (plain, outcome) = try run(
      left: without(
        Self.bookings, ["height", "arrest_date", "citizenship_stated", "prior_outcome"]),
      right: without(
        Self.records,
        [
          "height", "status_as_recorded", "as_of", "last_update", "coa", "naturalization_date",
          "certificate_no", "order_date", "order_vacated_date", "admitted_until",
          "citizenship_country", "parent_naturalization_date",
        ]))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.errors.contains("lag"), "not a word of flags where neither file has a column")
    #expect(try text("links.csv", with) == text("links.csv", plain))
    #expect(try text("model.json", with) == text("model.json", plain))
    #expect(
      !FileManager.default.fileExists(atPath: plain.appendingPathComponent("out/flags.csv").path))
  }

  @Test func theSavedSpecificationMakesTheSameFlags() throws {
    let (folder, _) = try run(["-q"])
    let saved = try text("flags.csv", folder)
    let again = try Program.run(
      [
        "link", "l.csv", "r.csv", "-o", "again", "-q", "--specification",
        "out/specification.toml",
      ], in: folder)
    #expect(again.status == 0, "\(again.errors)")
    let path = folder.appendingPathComponent("again/flags.csv")
    #expect(try String(contentsOf: path, encoding: .utf8) == saved)
  }

  @Test func theOrderOfRowsAndTheThreadsDoNotMatter() throws {
    func reversed(_ text: String) -> String {
      let lines = text.split(separator: "\n")
      return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    let (one, _) = try run(["-q", "--threads", "1"])
    let (other, _) = try run(
      ["-q", "--threads", "7"], left: reversed(Self.bookings), right: reversed(Self.records))
    #expect(try text("flags.csv", one) == text("flags.csv", other))
  }

  private func specification(_ folder: URL, _ changes: [(String, String)]) throws {
    var toml = try text("specification.toml", folder)
    for (old, new) in changes {
      #expect(toml.contains(old))
      toml = toml.replacingOccurrences(of: old, with: new)
    }
    try toml.write(
      to: folder.appendingPathComponent("s.toml"), atomically: true, encoding: .utf8)
  }

  @Test func absenceIsAskedForAndWarnedOf() throws {
    let (folder, _) = try run(["-q"])
    try specification(folder, [("absence = false", "absence = true")])
    let asked = try Program.run(
      ["link", "l.csv", "r.csv", "-o", "asked", "--specification", "s.toml"], in: folder)
    #expect(asked.errors.contains("Not finding a record is no evidence"))
    #expect(asked.errors.contains("reversed and vacated"))
    let flags = try String(
      contentsOf: folder.appendingPathComponent("asked/flags.csv"), encoding: .utf8)
    #expect(flags.contains("SYN-B06,,absence,,,,false,,,birth-abroad;no-record,,review"))
    let manifest = try String(
      contentsOf: folder.appendingPathComponent("asked/run.json"), encoding: .utf8)
    #expect(manifest.contains("Flags by absence are on"))
  }

  @Test func flagsThatAreTurnedOffAreNotWritten() throws {
    let (folder, _) = try run(["-q"])
    try specification(folder, [("[flags]\nenabled = true", "[flags]\nenabled = false")])
    let off = try Program.run(
      ["link", "l.csv", "r.csv", "-o", "off", "--specification", "s.toml"], in: folder)
    #expect(off.errors.contains("No flags: the specification says so."))
    #expect(!Folder.names(in: folder).contains("off/flags.csv"))
  }

  @Test func aMissingColumnIsSaidInOneLine() throws {
    let records = Self.records.replacingOccurrences(of: "status_as_recorded", with: "zzz")
      .replacingOccurrences(of: ",coa,", with: ",yyy,")
    let (folder, outcome) = try run(right: records)
    #expect(outcome.errors.contains("No flags: the right file has no column of role 'status'."))
    #expect(!Folder.names(in: folder).contains("out/flags.csv"))
  }
}
