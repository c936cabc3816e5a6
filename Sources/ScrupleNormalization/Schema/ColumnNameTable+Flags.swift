extension ColumnNameTable {
  /// Columns from which follows what a link means, and which never make one.
  static let flagEntries: [(ColumnNameMeaning, String)] = [
    (
      .role(.bookingDate),
      """
      bookingdate arrestdate dateofarrest dateofbooking bookdate bookeddate bookingdatetime \
      arrestdatetime bookingtime arresttime jailentry jailentrydate jailentrytime \
      jailentrydatetime intakedate commitmentdate fechaarresto fechadearresto fechadetencion \
      fechadedetencion festnahmedatum datearrestation
      """
    ),
    (
      .role(.statedCitizenship),
      """
      citizenshipstated statedcitizenship citizenship citizen ctz citizenshipclaimed \
      claimedcitizenship selfreportedcitizenship nationality nationalitycode \
      staatsangehoerigkeit staatsangehorigkeit nationalitat nationalite nacionalidad \
      cittadinanza nazionalita nacionalidade nationaliteit
      """
    ),
    (
      .role(.citizenshipCountry),
      "citizenshipcountry countryofcitizenship countryofnationality nationalitycountry "
        + "citizenshipcountrycode"
    ),
    (
      .role(.birthCodeSystem),
      "birthcountrycodesystem birthplacecodesystem countrycodesystem pobcodesystem"
    ),
    (.role(.height), "height hgt heightinches heightcm heightfeet estatura groesse"),
    (
      .role(.priorOutcome),
      "prioroutcome priorflagoutcome priorreviewoutcome previousoutcome previousflagoutcome "
        + "earlieroutcome flagoutcome"
    ),
    (
      .role(.status),
      """
      status statusasrecorded recordedstatus statusrecorded immigrationstatus immigrationstatuscode \
      alienstatus legalstatus lawfulstatus immstatus citizenshipstatus
      """
    ),
    (
      .role(.statusAsOf),
      "asof asofdate statusasof statusasofdate statusdate dateofstatus recordasof dataasof"
    ),
    (
      .role(.statusUpdated),
      "lastupdate lastupdated lastupdatedate dateupdated lastmodified lastmodifieddate"
    ),
    (
      .role(.classOfAdmission),
      "coa classofadmission coacode admissionclass classadmission visatype visaclass"
    ),
    (
      .role(.naturalizationDate),
      "naturalizationdate dateofnaturalization naturalisationdate dateofnaturalisation natzdate "
        + "oathdate"
    ),
    (
      .role(.certificateNumber),
      """
      certificatenumber certnumber naturalizationcertificate naturalizationcertificatenumber \
      citizenshipcertificate citizenshipcertificatenumber natzcertificatenumber certificate
      """
    ),
    (
      .role(.orderDate),
      "orderdate removalorderdate dateoforder dateofremovalorder deportationorderdate "
        + "finalorderdate"
    ),
    (
      .role(.orderVacatedDate),
      "ordervacateddate ordervacated vacateddate datevacated removalordervacateddate"
    ),
    (
      .role(.admittedUntil),
      "admitteduntil admituntil admituntildate admitteduntildate stayuntil authorizedstayuntil "
        + "authorizeduntil"
    ),
    (
      .role(.parentNaturalizationDate),
      "parentnaturalizationdate parentnaturalized parentnaturalizeddate parentnatzdate"
    ),
    (
      .role(.parentANumber),
      "parentanumber parentaliennumber parentanum parentafile fatheranumber fatheraliennumber "
        + "motheranumber motheraliennumber"
    ),
  ]
}
