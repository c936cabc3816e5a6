extension ColumnNameTable {
  static let otherEntries: [(ColumnNameMeaning, String)] = [
    (
      .rowID(rank: 0),
      "id recid recordid uniqueid rowid uid uuid guid registroid idregistro datensatzid satzid"
    ),
    (
      .rowID(rank: 1),
      "personid pid subjectid patientid clientid applicantid internalpersonid "
        + "individualid customerid memberid"
    ),
    (
      .rowID(rank: 2),
      """
      bookingid bookingnumber bookingno arrestid arrestnumber eventid internaleventid inmateid \
      inmatenumber inmateno jailid casenumber caseid docketnumber encounterid fptransactionid \
      transactionid filenumber encounternumber bookno
      """
    ),
    (
      // Running numbers: an id only where there is no other.
      .rowID(rank: 5),
      """
      index idx key pk serial serialnumber sequence seq seqnumber lfdnumber lfdnr recordnumber \
      rownumber recnumber row rownum recno rowno recordno satznummer
      """
    ),
    (
      .truth,
      """
      cluster clusterid clusternumber entity entityid matchid label labels groundtruth truth trueid \
      gold goldid goldenid simulantid householdid household match ismatch duplicate isduplicate \
      duplicateid dup isdup dupid groupid group linkid linkedid resolvedid masterid masterpersonid \
      canonicalid mpi empi trueentity trueentityid persontrueid truematch sourceid originalid origid \
      clericalmatchscore matchscore familyid matchkey
      """
    ),
    (
      .otherDate,
      """
      date datetime timestamp eventdate entrydate dateofentry \
      admissiondate releasedate createdat updatedat created updated modified filedate dod \
      dateofdeath deathdate doa dateadded expirationdate expirydate issuedate \
      hiredate startdate enddate jailexitdate jailexit \
      fechaingreso fechadefuncion sterbedatum todesdatum datedeces datamorte
      """
    ),
    (.year, "year yr censusyear taxyear fiscalyear jahr annee ano anio anno jaar calendaryear"),
    (
      // Said by yes and no, or of an event: no status on a date.
      .status,
      "uscitizen foreignborn disposition"
    ),
    (
      .auditOnly,
      """
      race ethnicity raceethnicity ethnic ethnicorigin ethnicgroup hispanic hispanicorigin \
      racecode ethnicitycode rac eth raza etnia etnicidad ethnie herkunft ancestry religion \
      raceeth
      """
    ),
    (
      .appearance,
      """
      weight hair eyes eye haircolor eyecolor wgt hai smt scars scarsmarkstattoos \
      tattoos build complexion peso gewicht taille poids skintone bloodtype \
      eyecolour haircolour
      """
    ),
    (
      .alias,
      """
      alias aliases aka akas alsoknownas othername othernames nickname nicknames knownas \
      preferredname formername formernames previousname previousnames maidenname maidensurname \
      birthname geburtsname apodo sobrenombre surnom nomdejeunefille nomnaissance nomdenaissance \
      soprannome bijnaam meisjesnaam formersurname previoussurname aliasname
      """
    ),
    (
      .text(label: "occupation"),
      "occupation profession job jobtitle beruf metier ocupacion profesion professione "
        + "occupazione profissao ocupacao beroep"
    ),
    (
      .administrative,
      """
      housingtype relationshiptoreferenceperson relationship eventtype taxform wages income salary \
      employername title prefix nameprefix salutation anrede titel tratamiento notes note comment \
      comments description charge charges offense bond bail agency arrestingagency facility source \
      sourcedataset dataset filename type category detentiontype maritalstatus civilstatus \
      estadocivil familienstand language sprache idioma langue pobox mailingaddresspobox \
      latitude longitude lat lon lng url website version \
      educationlevel education employer company firma organization organisation
      """
    ),
  ]
}
