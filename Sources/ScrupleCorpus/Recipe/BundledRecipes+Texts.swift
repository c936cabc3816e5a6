// Written by Tools/embed-recipes from Corpora/Recipes; edit the files there.

extension BundledRecipes {
  static let texts: [(name: String, text: String)] = [
    (
      name: "a_number_zero_loss",
      text: #"""
      # An A-number that lost a digit reads as the short number of another file.
      # Tests: that agreement on an identifier is not identity either (W1a).
      # Run under: a-number-alone with the default flags.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "a_number_zero_loss"
      purpose = "W1a: an A-number that lost its first digit and reads as another's"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "a_number_zero_loss"
      instances = 40

      """#
    ),
    (
      name: "brown_contradiction",
      text: #"""
      # Brown v. Ramsay: born in Philadelphia, taken for a man of his name and birth date born in Jamaica,
      #   of whom the file says seven feet.
      # Tests: contradictions that are ignored (W1d; the flag lists height and birthplace).
      # Run under: as-practised-2010s (no vetoes). Under exact-name-and-birth-date the default flags
      #   withhold every one of them.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "brown_contradiction"
      purpose = "W1d: a namesake with another height and birthplace, flagged all the same"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "brown_contradiction"
      instances = 40

      """#
    ),
    (
      name: "crosscheck_birthday",
      text: #"""
      # Crosscheck: strangers who share first name, last name and full birth date.
      # Tests: that agreement on all that a rule looks at is not identity (W1d).
      # Run under: as-practised-2010s. Under exact-name-and-birth-date the birthplace on the booking
      #   withholds the flags; the false links stay.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "crosscheck_birthday"
      purpose = "W1d: two people of one name and one full birth date"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "crosscheck_birthday"
      instances = 40

      """#
    ),
    (
      name: "default",
      text: #"""
      # A county and the immigration files that its bookings are searched in, of one size.
      # Every parameter not named here has its default: see 'scruple generate --print-recipe'.
      # The registries are read on 1 January of the year of the arrests, so that no record knows more than
      # its day; lives go on through that year, and what happens in it no record can show.
      # Tests: linkage and flags at a size that gives rates of some weight.
      # Run under: any specification. Not for: rates of the real world; most are unpublished.
      name = "default"
      purpose = "100,000 people, bookings and records each: for linkage and for audits of some weight"

      [population]
      people = 100000
      bookings = 100000
      records = 100000

      """#
    ),
    (
      name: "demo",
      text: #"""
      # The world of 'scruple demo': a county's bookings against a register of the foreign-born.
      # Tests: that everything works, in seconds. Not for: any rate.
      name = "demo"
      purpose = "about 20,000 bookings against 60,000 records, made, linked and audited in seconds"

      [population]
      people = 60000
      bookings = 20000
      records = 60000
      # Enough of the foreign-born that nearly all of them are on record; the bookings keep the usual
      # share of the foreign-born, which is bookings.foreign_born_share (14 %).
      foreign_born = 0.4

      # Fewer filings and trips for each, rather than people left out of every file.
      [immigration_records]
      filings_per_year = 0.02
      trips_per_year = 0.02
      encounters_per_year = 0.03

      """#
    ),
    (
      name: "denton_nonresponse",
      text: #"""
      # Denton County: of 84 flagged voters 14 proved citizens, 14 were none, 55 did not answer.
      # Tests: that an unresolved outcome is neither: in each instance two people look the same, of whom
      #   one is a citizen with a stale record (W2a) and the other is flagged rightly.
      # Run under: exact-name-and-birth-date with the default flags ('unresolved' withholds nothing,
      #   'refuted' would).
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "denton_nonresponse"
      purpose = "W2a beside right flags, with earlier flags that nobody resolved"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "denton_nonresponse"
      instances = 40

      """#
    ),
    (
      name: "florida2004_racefield",
      text: #"""
      # Florida 2004: a list that wanted race to agree held 61 Hispanic names of 48,000, for one file had
      #   no such race.
      # Tests: that linkage here never looks at race: both brothers are linked and flagged, rightly. The
      #   miss of a rule that does is the half with race_wrong in corruption_log.csv.
      # Run under: exact-name-and-birth-date with the default flags. No cause is designed.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "florida2004_racefield"
      purpose = "no wrong flag: brothers of whom one is recorded with another race"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "florida2004_racefield"
      instances = 40

      """#
    ),
    (
      name: "fnu_family",
      text: #"""
      # People with one name: FNU for a first name, the father's name for a surname.
      # Tests: the file of a brother found for the other (W1c), where names hold no person apart.
      # Run under: surname-and-birth-date with the default flags. A rule that wants the given name to
      #   agree links neither: FNU agrees with nothing.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "fnu_family"
      purpose = "W1c: brothers entered as FNU with the father's name and one birth date"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "fnu_family"
      instances = 40

      """#
    ),
    (
      name: "garcia_scale",
      text: #"""
      # A register that grows: the same search against 10,000 to 10 million records.
      # Tests: that false links per booking grow with the size N of the register, most for common
      #   surnames (Garcia), at one and the same rule.
      # Run: scruple generate --recipe garcia_scale --set population.people=N --set population.records=N
      #   for N = 10000, 100000, 1000000, 10000000 (a million needs 0.9 GB and 39 CPU seconds; 10 million
      #   some 9 GB by extrapolation; untried). Bookings stay as many.
      # Run under: name-and-birth-year or iii-name-search; compare FPIR of 'scruple audit'.
      # Not for: extrapolation to a register of another composition.
      name = "garcia_scale"
      purpose = "a register that grows with --set population.people and population.records"

      [population]
      people = 10000
      bookings = 5000
      records = 10000
      foreign_born = 0.4

      [immigration_records]
      filings_per_year = 0.02
      trips_per_year = 0.02

      """#
    ),
    (
      name: "gonzalez_pob",
      text: #"""
      # Gonzalez v. ICE: born in the United States, booked with a foreign birthplace, in no file.
      # Tests: that an inference from finding nothing flags exactly those who have nothing to find (W3c).
      # Run under: foreign-birth-and-no-record (its [flags] say absence = true). Under the default
      #   flags there is none.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "gonzalez_pob"
      purpose = "W3c: a citizen by birth with a foreign birthplace on the booking and no record"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "gonzalez_pob"
      instances = 40

      """#
    ),
    (
      name: "makowski_stale",
      text: #"""
      # Makowski: the right person, and a record that never learned of the citizenship.
      # Tests: stale status of the naturalized (W2a) and of citizens by law through a parent (W2b).
      # Run under: exact-name-and-birth-date with the default flags: no veto sees what no record holds.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "makowski_stale"
      purpose = "W2a and W2b: the own record from before citizenship"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "makowski_stale"
      instances = 40

      """#
    ),
    (
      name: "morales_maiden",
      text: #"""
      # Morales v. Chadbourne: naturalized under her maiden name, searched for under her married one.
      # Tests: what a missed match costs where absence is taken for evidence (W3a), twice for one person.
      # Run under: foreign-birth-and-no-record. A rule that finds her by number or alias does not flag
      #   her.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "morales_maiden"
      purpose = "W3a: naturalized under the maiden name, booked twice under the married one"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "morales_maiden"
      instances = 40

      """#
    ),
    (
      name: "perc_2015",
      text: #"""
      # The wrong-flag rate of about 6 % that was put before the court in Gonzalez v. ICE for the
      # detainers of 2015 of one centre (PERC) that searched databases.
      # Tests: an audit whose headline is of that order: WFR near 6 %.
      # Run under: exact-name-and-birth-date with the default flags; read the wrong-flag rate of
      #   'scruple audit RUN --corpus DIR'.
      # What did it: records that missed an event (30 % instead of 10 and 12) and encounters that accuse
      #   wrongly (10 % instead of 3). With the defaults the rate is about 2 %.
      # Not for: a statement on that centre. One figure was fitted, by three assumptions; others would
      #   have done it as well.
      name = "perc_2015"
      purpose = "tuned so that the wrong-flag rate is about 6 %"

      [population]
      people = 60000
      bookings = 60000
      records = 60000
      foreign_born = 0.4

      [bookings]
      foreign_born_share = 0.4

      [immigration_records]
      filings_per_year = 0.02
      trips_per_year = 0.02
      stale_naturalized = 0.3
      stale_other = 0.3
      wrong_accusation = 0.1

      """#
    ),
    (
      name: "refugee_jan1",
      text: #"""
      # Refugees with an assigned birth date: 1 January of the year they said.
      # Tests: how little a birth date says that officials gave to thousands (W1d). Both have the date in
      #   truth, so that it is a namesake and not an error of a clerk (W1e).
      # Run under: exact-name-and-birth-date with the default flags.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "refugee_jan1"
      purpose = "W1d: refugees of one name to whom one 1 January was assigned"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "refugee_jan1"
      instances = 40

      """#
    ),
    (
      name: "sensitivity",
      text: #"""
      # The world in which Tools/sensitivity sweeps every assumed parameter, one at a time.
      # Tests: which assumption moves which error rate, and how far. Most rates in this domain are
      #   unpublished; a figure that moves with an assumed one is worth no more than the assumption.
      # Run: Tools/sensitivity (uses this recipe; half and double of each; docs/SENSITIVITY.md).
      # Not for: any rate by itself.
      name = "sensitivity"
      purpose = "a small world for Tools/sensitivity, which sweeps every assumed parameter"

      [population]
      people = 12000
      bookings = 12000
      records = 12000
      foreign_born = 0.4

      [bookings]
      foreign_born_share = 0.4

      [immigration_records]
      filings_per_year = 0.02
      trips_per_year = 0.02

      """#
    ),
    (
      name: "task_force_1999",
      text: #"""
      # A name search against fingerprints, as the task force of 1999 did it for 93,274 Florida
      # applicants: FNIR 11.7 % (1,252 of 10,673 with a record), FPIR 5.5 % (4,562 of 82,601 without).
      # Tests: that the generator and a plain phonetic name and date rule come to errors of that order.
      # Run under: iii-name-search; read FPIR and FNIR of 'scruple audit RUN --corpus DIR'.
      # What did it: FNIR comes out at 7 to 12 % with the default faults of names and dates, 17 % where
      #   all have two surnames; the share of Hispanic names sets it. FPIR is the number of people on
      #   record times the chance that a stranger agrees. The FBI's index held tens of millions; of the
      #   default names 0.05 % of searches hit a stranger among 60,000 records. Instead of an index a
      #   hundred times larger, names are drawn from a stock of few surnames (Korean: Kim, Lee, Park),
      #   which raises that chance. The product is fitted, not either factor.
      # Not for: the error of the FBI's program, or of people of Korean names. Two figures were fitted;
      #   nothing else of that test was.
      name = "task_force_1999"
      purpose = "tuned so that a phonetic name search has FPIR near 5.5 % and FNIR near 11.7 %"

      [population]
      people = 150000
      bookings = 20000
      records = 150000
      foreign_born = 0.4
      native_anglo = 0
      native_black = 0
      native_hispanic = 25
      native_vietnamese = 0
      native_chinese = 0
      native_korean = 75
      native_filipino = 0
      native_south_asian = 0
      native_arabic = 0
      native_slavic = 0
      foreign_anglo = 0
      foreign_black = 0
      foreign_hispanic = 25
      foreign_vietnamese = 0
      foreign_chinese = 0
      foreign_korean = 75
      foreign_filipino = 0
      foreign_south_asian = 0
      foreign_arabic = 0
      foreign_slavic = 0

      # 10,673 of 93,274 applicants had a record: 11.4 %.
      [bookings]
      foreign_born_share = 0.12

      # One or two records a person rather than many of a few.
      [immigration_records]
      filings_per_year = 0.02
      trips_per_year = 0.02

      """#
    ),
    (
      name: "twins",
      text: #"""
      # Twins: one surname, one birth date, one initial.
      # Tests: the record of the twin found for the other (W1c). The own file has the year wrong.
      # Run under: surname-initial-birth-date with the default flags.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "twins"
      purpose = "W1c: twins with one initial, of whom one has a record without status"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "twins"
      instances = 40

      """#
    ),
    (
      name: "watson_father",
      text: #"""
      # Watson: a citizen through his father; the file asked was of another man of nearly his name.
      # Tests: false supporting evidence (W2g). The son's file has another man's A-number where the
      #   father's belongs. That man's file shows no oath; the father's own would have forbidden the flag.
      # Run under: exact-name-and-birth-date with the default flags.
      # Not for: how often this happens. The instances are put in; their share of all flags means nothing.
      name = "watson_father"
      purpose = "W2g: a citizen through his father, whose file was not the one asked"

      [population]
      people = 3000
      bookings = 1500
      records = 3000

      [[scenarios]]
      name = "watson_father"
      instances = 40

      """#
    ),
  ]
}
