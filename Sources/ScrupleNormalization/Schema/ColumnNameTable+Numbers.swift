extension ColumnNameTable {
  static let numberEntries: [(ColumnNameMeaning, String)] = [
    (
      .role(.ssn),
      """
      ssn ssno socialsecuritynumber socsec socsecid socsecnumber socialsecurity soc ssnnumber \
      socialsecurityno itin socialsecuritynum socialsecnumber ssnum
      """
    ),
    (
      .role(.aNumber),
      """
      anumber aliennumber alienid alienregistrationnumber aliennum anum alienregnumber uscisnumber \
      arn alienfilenumber afilenumber alienno uscis anbr
      """
    ),
    (
      .role(.fbiNumber),
      "fbinumber fbi ucn fbiucn fbiid fbino universalcontrolnumber fbinum fbiucnnumber"
    ),
    (
      .role(.stateIdentifier),
      "sid stateid sidnumber stateidnumber stateidentification stateidentificationnumber "
        + "stateidentifier statefingerprintid"
    ),
    (.role(.i94), "i94 i94number i94admissionnumber admissionnumber i94id i94no admissionno"),
    (
      .role(.receiptNumber),
      "receiptnumber receipt receiptno uscisreceiptnumber uscisreceipt ioereceipt receiptnum"
    ),
    (
      .role(.fingerprintNumber),
      "fin fingerprintnumber fingerprintidentificationnumber identfin finnumber identnumber"
    ),
    (.number(label: "fingerprint-id"), "fingerprintid afisid afisnumber"),
    (.number(label: "last-four-ssn"), "ssn4 ssnlast4 last4ssn ssnlastfour last4 last4ofssn"),
    (
      .number(label: "driver-license"),
      """
      driverlicense driverslicense dl dlnumber driverlicensenumber driverslicensenumber oln dmvnumber \
      driverlicenseid licensenumber fuehrerscheinnummer permisdeconduire licenciaconducir rijbewijs
      """
    ),
    (
      .number(label: "passport"),
      "passport passportnumber reisepass passnummer pasaporte passeport "
        + "passaporto passaporte paspoort passportid"
    ),
    (
      .number(label: "national-id"),
      """
      nationalid nationalidnumber nationalidentifier dni nie curp cedula cedulaidentidad cedulanumber \
      rut cpf bsn nino nationalinsurancenumber nir numerosecu codicefiscale personnummer idcard \
      idcardnumber nif citizenid burgerservicenummer personalausweis nationalnumber
      """
    ),
    (
      .number(label: "tax-id"),
      "taxid taxnumber tin steuernummer steuerid rfc partitaiva taxpayerid taxidentificationnumber"
    ),
    (
      .number(label: "health-number"),
      "nhsnumber nhs medicare medicareid medicaidid medicarenumber medicaidnumber healthcardnumber "
        + "healthcard versichertennummer krankenversicherungsnummer"
    ),
    (.number(label: "medical-record"), "mrn medicalrecordnumber medicalrecord"),
    (
      .number(label: "voter-number"),
      "voterid voternumber voterregistrationnumber registrationnumber"
    ),
    (.number(label: "sevis"), "sevis sevisid sevisnumber"),
    (.number(label: "mnu"), "mnu miscellaneousnumber"),
    (
      .role(.phone),
      """
      phone phonenumber telephone telephonenumber tel mobile mobilephone mobilenumber cell cellphone \
      cellnumber homephone phone1 contactnumber telefon telefonnummer telefonnumber handy \
      handynummer telefono telefonomovil celular movil telefone telemovel cellulare telefoon \
      telefoonnummer telefoonnumber portable mobil fon phonenum workphone
      """
    ),
    (
      .role(.email),
      """
      email emailaddress mail emailaddr mailaddress correo correoelectronico emailadresse \
      mailadresse courriel adressemail adresseemail adresseelectronique postaelettronica \
      indirizzoemail emailadres enderecoemail
      """
    ),
  ]
}
