/// Words of street addresses and what we write for them (after USPS Publication 28, appendix C).
enum StreetWords {
  static let types = WordTable(
    groups: """
      aly alley
      ave avenue av aven avenu avn avnue
      blvd boulevard boul boulv
      cct circuit
      cir circle circ
      cl close
      ct court crt
      cv cove
      cres crescent cr
      cswy causeway
      ctr center centre cntr
      dr drive drv
      esp esplanade
      expy expressway
      fwy freeway
      gdn garden gardens gdns
      gr grove
      hts heights
      hwy highway highwy
      jct junction
      ln lane la
      loop
      mnr manor
      pde parade
      park prk
      pkwy parkway pkway pky
      pl place
      plz plaza
      pt point
      rd road
      rdg ridge
      rte route
      sq square
      st street str strt saint
      ter terrace tce terr
      trce trace
      trl trail
      way wy
      """)

  static let directions = WordTable(
    groups: """
      n north
      s south
      e east
      w west
      ne northeast
      nw northwest
      se southeast
      sw southwest
      """)

  /// Words before the number of a flat.
  static let units = WordTable(
    groups: """
      apt apartment aptmnt apartamento ap appt
      unit
      ste suite
      fl floor flr
      flat
      rm room
      lot
      bldg building
      trlr trailer
      spc space
      slip
      dept
      no nbr number num nr
      #
      """)

  /// Words that are a unit without a number.
  static let bareUnits = WordTable(
    words: "basement bsmt upstairs downstairs rear front penthouse ph lower upper")
}
