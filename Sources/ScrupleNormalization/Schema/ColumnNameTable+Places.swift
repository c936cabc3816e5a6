extension ColumnNameTable {
  static let placeEntries: [(ColumnNameMeaning, String)] = [
    (
      .role(.address),
      """
      fulladdress addressfull completeaddress residence residentialaddress \
      homeaddress mailingaddress postaladdress addr address streetaddress staddress \
      adresse anschrift wohnadresse direccion domicilio direccioncompleta indirizzo endereco \
      morada adres woonadres adressecomplete
      """
    ),
    (.addressLine, "address1 addr1 addressline1 addressline streetaddress1 line1 adresse1 add1"),
    (
      .role(.locality),
      """
      address2 addr2 addressline2 streetaddress2 line2 adresse2 add2 colonia barrio bairro \
      district ortsteil stadtteil quartier frazione neighborhood neighbourhood
      """
    ),
    (
      .role(.streetNumber),
      """
      streetnumber housenumber stnumber streetnum addressnumber buildingnumber civicnumber \
      hausnummer hausnumber strassennummer numeroexterior numeroext numext \
      numerocivico civico numerodarua huisnummer huisnumber numerorue numerovoie numerodevoie \
      numerodecasa numerocalle streetno houseno hausnr huisnr
      """
    ),
    (
      .role(.street),
      """
      street streetname stname road roadname strasse str strassenname rue nomrue voie nomvoie \
      calle nombrecalle via rua logradouro straat straatnaam thoroughfare
      """
    ),
    (
      .role(.unit),
      """
      unit unitnumber apt apartment aptnumber apartmentnumber suite flat flatnumber room \
      numerointerior numeroint interior piso puerta appartement wohnung interno toevoeging \
      huisnummertoevoeging complemento unitno aptno
      """
    ),
    (
      .role(.city),
      """
      city town cityname municipality village towncity cityofresidence placeofresidence locality \
      ort stadt wohnort gemeinde ville commune localite ciudad municipio poblacion localidad \
      citta comune cidade localidade stad plaats woonplaats gemeente
      """
    ),
    (.suburb, "suburb suburbname"),
    (.role(.county), "county countyname parish landkreis kreis departement condado provincia"),
    (
      .role(.state),
      """
      state statecode province stateprovince region statename st stateabbr stateabbreviation \
      bundesland kanton estado entidad entidadfederativa regione uf provincie
      """
    ),
    (
      .role(.postcode),
      """
      postcode zip zipcode postalcode zip5 postcodefake zipcd pcode postal zippostal zippostalcode \
      plz postleitzahl codigopostal cp codepostal cap codicepostale codigopostale cep \
      codigodepostal
      """
    ),
    (
      .role(.country),
      "country countrycode countryname land pays pais paese nazione countryofresidence landcode"
    ),
    (
      .role(.birthPlace),
      """
      birthplace placeofbirth pob birthcity cityofbirth birthlocation pobcode birthstate \
      geburtsort gebort lugarnacimiento lugardenacimiento lieunaissance lieudenaissance \
      luogonascita luogodinascita comunenascita localnascimento localdenascimento \
      naturalidade geboorteplaats
      """
    ),
    (
      .role(.birthCountry),
      """
      birthcountry countryofbirth cob nativecountry countrybirth geburtsland paisnacimiento \
      paisdenacimiento paysnaissance paysdenaissance paesenascita paesedinascita \
      paisnascimento paisdenascimento geboorteland
      """
    ),
  ]
}
