// Written by Tools/embed-recipes from Corpora/Specifications; edit the files there.

extension BundledSpecifications {
  static let texts: [(name: String, text: String)] = [
    (
      name: "a-number-alone",
      text: #"""
      # A-number alone
      #
      # Rule: the A-numbers (alien registration numbers) are the same; nothing else is looked at.
      # Source: a plain number look-up, as every file that is kept by A-number allows. It is no agency's
      #   published rule: it stands here to measure what a number proves without a name beside it.
      # Known to go wrong: one digit mistyped lands on another person's number; one person may have
      #   several, and numbers have been entered for the wrong person or left from a file that was
      #   merged. Leading zeros are dropped in one file and kept in another; they are normalized here,
      #   so that this loss is not emulated. Who has no number is never found.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "a-number"
      levels = ["exact"]

      [[rules]]
      name = "a-number-alone"
      require = [{ comparison = "a-number", at-least = "exact" }]

      """#
    ),
    (
      name: "as-practised-2010s",
      text: #"""
      # Exact name and birth date, flags without vetoes
      #
      # Rule: given name, surname and birth date are the same. What the linked record says makes a flag
      #   however old it is; no contradiction and no sign of citizenship stops it; a stay that was
      #   granted until a day before the booking counts as expired.
      # Source: our reading of what courts and auditors found of the years after 2008, not any agency's
      #   program: records read as they stood (Gonzalez v. ICE, C.D. Cal. 2019, 416 F. Supp. 3d 995); a
      #   jail's own file that said Philadelphia, and seven feet of height (Brown v. Ramsay, S.D. Fla.);
      #   stays from which no departure was recorded (DHS OIG on overstay leads, 2005).
      # Known to go wrong: every namesake of somebody without status is flagged, born here or not; who
      #   naturalized, adjusted or left is flagged by the record from before. The default rule of flags
      #   withholds most of these: compare the two.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "surname"
      levels = ["exact"]

      [[comparisons]]
      name = "given-name"
      levels = ["exact"]

      [[comparisons]]
      name = "birth-date"
      levels = ["exact"]

      [[rules]]
      name = "exact-name-and-birth-date"
      require = [
        { comparison = "surname", at-least = "exact" },
        { comparison = "given-name", at-least = "exact" },
        { comparison = "birth-date", at-least = "exact" },
      ]

      [flags]
      stale-after-days = 36500
      lapsed-stays = true
      vetoes = []

      """#
    ),
    (
      name: "exact-name-and-birth-date",
      text: #"""
      # Exact name and birth date
      #
      # Rule: given name, surname and birth date are the same.
      # Source: the rule of the Interstate Voter Registration Crosscheck Program of 2005 to 2019 (first
      #   name, last name, date of birth), as described by Goel, Meredith, Morse, Rothschild and
      #   Shirani-Mehr, "One Person, One Vote" (American Political Science Review 114, 2020), and in the
      #   settlement of December 2019 that ended the program.
      # Known to go wrong: strangers share all three. Goel et al. estimate that such a rule would strike
      #   some 200 lawful registrations for each double vote it prevents. McCoy et al. 2013 found that
      #   0.16 to 15.5 % of the records of five health systems share name and birth date with another.
      #   And one slip, a married name or a hyphen, and a true pair is missed. A date of which only the
      #   year is known equals another of that year, as it does in files of text.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "surname"
      levels = ["exact"]

      [[comparisons]]
      name = "given-name"
      levels = ["exact"]

      [[comparisons]]
      name = "birth-date"
      levels = ["exact"]

      [[rules]]
      name = "exact-name-and-birth-date"
      require = [
        { comparison = "surname", at-least = "exact" },
        { comparison = "given-name", at-least = "exact" },
        { comparison = "birth-date", at-least = "exact" },
      ]

      """#
    ),
    (
      name: "foreign-birth-and-no-record",
      text: #"""
      # Foreign birth and no record
      #
      # Rule: exact name and birth date make a link. What is emulated is what follows from *no* link:
      #   "born abroad, and no record of lawful status was found" is a flag (absence = true). All other
      #   parts of the flag rule are the default ones.
      # Source: Gonzalez v. Immigration and Customs Enforcement (9th Cir. 2020, 975 F.3d 788; C.D. Cal.
      #   2019, 416 F. Supp. 3d 995), on detainers that rested on searches of databases; Morales v.
      #   Chadbourne (D.R.I. 2017).
      # Known to go wrong: the absence of a link is no evidence. A citizen naturalized under another
      #   surname is not found by her present one (Morales, twice); citizens by birth or descent have no
      #   record to find; a birthplace that was entered wrongly makes a native a foreigner (Gonzalez).
      #   Every missed match of exact-name-and-birth-date.toml counts here.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "surname"
      levels = ["exact"]

      [[comparisons]]
      name = "given-name"
      levels = ["exact"]

      [[comparisons]]
      name = "birth-date"
      levels = ["exact"]

      [[rules]]
      name = "exact-name-and-birth-date"
      require = [
        { comparison = "surname", at-least = "exact" },
        { comparison = "given-name", at-least = "exact" },
        { comparison = "birth-date", at-least = "exact" },
      ]

      [flags]
      absence = true

      """#
    ),
    (
      name: "iii-name-search",
      text: #"""
      # A name search in the manner of the Interstate Identification Index
      #
      # Rule: the surnames have one Soundex code, the given names begin with the same letter, month and
      #   day of birth are the same, and the years of birth lie within three of each other.
      # Source: Wisconsin Department of Justice, TIME system manual, "Searching the Index" (public):
      #   Soundex on the name, month and day of birth exact, three years to either side of the year; sex
      #   and race must agree too. How given names are compared is not said there: the same initial is
      #   our reading. Race is never used here, and sex is left out with it.
      # Known to go wrong: the US Attorney General's task force of 1999 compared such name checks with
      #   fingerprints for 93,274 applicants in Florida: of 10,673 with a record 1,252 were missed (11.7
      #   %), of 82,601 without one 4,562 were given somebody's (5.5 %): National Criminal Justice NCJ
      #   179358.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "surname"
      levels = ["exact", "soundex"]

      [[comparisons]]
      name = "given-name"
      levels = ["exact", "same-initial"]

      [[comparisons]]
      name = "birth-month-and-day"
      fields = ["birth-date"]
      levels = ["same-month-day"]

      [[comparisons]]
      name = "year-of-birth"
      fields = ["birth-date"]
      levels = ["same-year", "within-years 3"]

      [[rules]]
      name = "iii-name-search"
      require = [
        { comparison = "surname", at-least = "soundex" },
        { comparison = "given-name", at-least = "same-initial" },
        { comparison = "birth-month-and-day", at-least = "same-month-day" },
        { comparison = "year-of-birth", at-least = "within-years 3" },
      ]

      """#
    ),
    (
      name: "name-and-birth-year",
      text: #"""
      # Exact name and year of birth
      #
      # Rule: given name and surname are the same, and so is the year of birth.
      # Source: what is left where files hold an age or a year only, as some bookings and voter extracts
      #   do; no agency's published rule as far as was checked. It stands here as the loose neighbour of
      #   exact-name-and-birth-date.toml, so that an audit can say what day and month are worth.
      # Known to go wrong: McDonald and Levitt ("Seeing Double Voting", Election Law Journal 7, 2008)
      #   show how soon people of one name share even a whole birth date: about 180 of them suffice for
      #   an even chance. A year is shared by far fewer. Errors grow with the size of the files and fall
      #   on common names.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "surname"
      levels = ["exact"]

      [[comparisons]]
      name = "given-name"
      levels = ["exact"]

      [[comparisons]]
      name = "birth-date"
      levels = ["exact", "same-year"]

      [[rules]]
      name = "name-and-birth-year"
      require = [
        { comparison = "surname", at-least = "exact" },
        { comparison = "given-name", at-least = "exact" },
        { comparison = "birth-date", at-least = "same-year" },
      ]

      """#
    ),
    (
      name: "soundex-and-birth-date",
      text: #"""
      # Soundex of both names, and birth date
      #
      # Rule: surname and given name have the same Soundex codes each, and the birth dates are the same.
      # Source: the tradition of name checks by phonetic code. American Soundex is Russell 1918 and the
      #   National Archives' General Information Leaflet 55. For the search of the FBI's Interstate
      #   Identification Index, see iii-name-search.toml.
      # Known to go wrong: Soundex keeps the first letter, so that Kathryn and Catherine are two people
      #   to it. It was made for English: short surnames fall into few codes (Lee, Li, Le, Lai and Lu
      #   are all L000), so that their bearers, often of Asian descent, are linked with strangers most.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "surname"
      levels = ["exact", "soundex"]

      [[comparisons]]
      name = "given-name"
      levels = ["exact", "soundex"]

      [[comparisons]]
      name = "birth-date"
      levels = ["exact"]

      [[rules]]
      name = "soundex-and-birth-date"
      require = [
        { comparison = "surname", at-least = "soundex" },
        { comparison = "given-name", at-least = "soundex" },
        { comparison = "birth-date", at-least = "exact" },
      ]

      """#
    ),
    (
      name: "surname-80-percent",
      text: #"""
      # Surname at least 80 % alike
      #
      # Rule: four of five letters of the surname agree (1 - Levenshtein distance / letters of the
      #   longer surname is at least 0.8), the given names are the same, and the years of birth differ
      #   by at most one.
      # Source: in the manner of the felon list that Florida's Division of Elections had made of its
      #   voters before the election of 2000. The US Commission on Civil Rights, "Voting Irregularities
      #   in Florida During the 2000 Presidential Election" (2001), chapter 5, has the contractor
      #   testify that the state wanted a broader list and set a 90 % match of the last name instead of
      #   an exact one. That it was lowered to 80 % stands in press accounts, which were not checked
      #   again. What "percent" was computed by, and how near dates had to be, was not found: the
      #   formula and the year are our reading. For 90 %, change the level in two places.
      # Known to go wrong: that list. The Commission's chapter 5 and Stuart (Harvard KSG, RWP02-041)
      #   describe eligible voters taken for felons, and that errors fell on Black voters more. Surnames
      #   of one language differ by a letter or two.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "surname"
      levels = ["exact", "levenshtein-similarity >= 0.8"]

      [[comparisons]]
      name = "given-name"
      levels = ["exact"]

      [[comparisons]]
      name = "birth-date"
      levels = ["exact", "same-year", "within-years 1"]

      [[rules]]
      name = "surname-80-percent"
      require = [
        { comparison = "surname", at-least = "levenshtein-similarity >= 0.8" },
        { comparison = "given-name", at-least = "exact" },
        { comparison = "birth-date", at-least = "within-years 1" },
      ]

      """#
    ),
    (
      name: "surname-and-birth-date",
      text: #"""
      # Surname and birth date
      #
      # Rule: surname and birth date are the same; the given name is not looked at.
      # Source: what is left where a file has FNU ("first name unknown") or an initial for a given name;
      #   no agency's published rule as far as was checked. It stands here to measure what the given
      #   name is worth.
      # Known to go wrong: siblings of one assigned birth date, twins, and strangers of a common surname
      #   are one person to it. McDonald and Levitt ("Seeing Double Voting", Election Law Journal 7,
      #   2008) show how soon people of one name share a birth date; people of one surname do sooner.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "surname"
      levels = ["exact"]

      [[comparisons]]
      name = "birth-date"
      levels = ["exact"]

      [[rules]]
      name = "surname-and-birth-date"
      require = [
        { comparison = "surname", at-least = "exact" },
        { comparison = "birth-date", at-least = "exact" },
      ]

      """#
    ),
    (
      name: "surname-initial-birth-date",
      text: #"""
      # Surname, first initial and birth date
      #
      # Rule: the surnames and birth dates are the same, and the given names begin with the same letter.
      # Source: a fallback of linkages of administrative files where given names are abbreviated or cut.
      #   It is no agency's published rule as far as was checked: it stands here because auditors meet
      #   it.
      # Known to go wrong: twins with one initial are one person to it, and so are strangers of a common
      #   surname who were born on one day; common surnames are far more frequent in some groups. A
      #   changed or misspelled surname is missed.
      # For audits and emulation only: to measure what such a rule gets wrong. Not a way to find
      #   anybody.
      version = 1

      [[comparisons]]
      name = "surname"
      levels = ["exact"]

      [[comparisons]]
      name = "given-name"
      levels = ["exact", "same-initial"]

      [[comparisons]]
      name = "birth-date"
      levels = ["exact"]

      [[rules]]
      name = "surname-initial-birth-date"
      require = [
        { comparison = "surname", at-least = "exact" },
        { comparison = "given-name", at-least = "same-initial" },
        { comparison = "birth-date", at-least = "exact" },
      ]

      """#
    ),
  ]
}
