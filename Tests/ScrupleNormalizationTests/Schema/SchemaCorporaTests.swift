import ScrupleRecords
import Testing

@testable import ScrupleNormalization

/// The layouts of the shared corpora, with their real noise.
@Suite(.enabled(if: SchemaTables.shared != nil, "the folder 'shared' is absent"))
struct SchemaCorporaTests {
  static let febrl = """
    given_name=given-name surname=surname street_number=street-number address_1=street \
    address_2=address-line-2 suburb=city postcode=postcode state=state date_of_birth=birth-date
    """
  static let febrlNumber = "\(febrl) soc_sec_id=identifier:social-security-number"
  static let census = """
    first_name=given-name middle_initial=middle-name last_name=surname age=age \
    date_of_birth=birth-date street_number=street-number street_name=street \
    unit_number=unit city=city state=state zipcode=postcode sex=sex
    """
  static let security = """
    ssn=ssn first_name=given-name middle_name=middle-name last_name=surname \
    date_of_birth=birth-date sex=sex
    """
  static let historical = """
    first_name=given-name surname=surname dob=birth-date birth_place=birth-place \
    postcode_fake=postcode gender=sex occupation=text:occupation
    """
  static let fake = "first_name=given-name surname=surname dob=birth-date city=city email=email"
  static let tax = """
    ssn=ssn first_name=given-name middle_initial=middle-name last_name=surname \
    mailing_address_street_number=street-number mailing_address_street_name=street \
    mailing_address_unit_number=unit mailing_address_city=city mailing_address_state=state \
    mailing_address_zipcode=postcode
    """

  static let layouts: [(path: String, expected: String)] = [
    ("corpora/febrl1/records.csv", "id=id \(febrlNumber)"),
    ("corpora/febrl2/records.csv", "id=id \(febrlNumber)"),
    ("corpora/febrl3/records.csv", "id=id \(febrlNumber)"),
    ("corpora/febrl4/left.csv", "id=id \(febrlNumber)"),
    ("corpora/febrl4/right.csv", "id=id \(febrlNumber)"),
    ("corpora/febrl4_without_number/left.csv", "id=id \(febrl)"),
    ("corpora/febrl4_without_number/right.csv", "id=id \(febrl)"),
    ("corpora/fake_1000/records.csv", "id=id \(fake)"),
    ("corpora/historical/records.csv", "id=id \(historical)"),
    ("corpora/pseudopeople_default/left.csv", "id=id \(census) year=reference-year"),
    ("corpora/pseudopeople_heavy/left.csv", "id=id \(census) year=reference-year"),
    ("corpora/pseudopeople_default/right.csv", "id=id \(security)"),
    ("corpora/pseudopeople_heavy/right.csv", "id=id \(security)"),
    ("data/febrl/dataset1.csv", "rec_id=id \(febrlNumber)"),
    ("data/febrl/dataset2.csv", "rec_id=id \(febrlNumber)"),
    ("data/febrl/dataset3.csv", "rec_id=id \(febrlNumber)"),
    ("data/febrl/dataset4a.csv", "rec_id=id \(febrlNumber)"),
    ("data/febrl/dataset4b.csv", "rec_id=id \(febrlNumber)"),
    ("data/splink_fake1000/fake_1000.csv", "unique_id=id \(fake)"),
    (
      "data/splink_historical50k/historical_figures_with_errors_50k.dev.csv",
      "unique_id=id \(historical)"
    ),
    (
      "data/pseudopeople/decennial_census_default.dev.csv",
      "\(census) race_ethnicity=audit-only year=reference-year"
    ),
    (
      "data/pseudopeople/decennial_census_heavy.dev.csv",
      "\(census) race_ethnicity=audit-only year=reference-year"
    ),
    ("data/pseudopeople/social_security_default.dev.csv", security),
    ("data/pseudopeople/social_security_heavy.dev.csv", security),
    ("data/pseudopeople/taxes_w2_and_1099_default.dev.csv", tax),
    ("data/pseudopeople/taxes_w2_and_1099_heavy.dev.csv", tax),
  ]

  @Test(arguments: layouts)
  func theLayoutIsRecognized(path: String, expected: String) throws {
    let result = SchemaInference.infer(try SchemaTables.head(of: path))
    #expect(
      SchemaInferenceTests.roles(result).joined(separator: " ") == expected,
      "\(result.decisions.map { "\($0.column): \($0.reason)" })")
  }
}
