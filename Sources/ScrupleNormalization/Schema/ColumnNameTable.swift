/// The names of columns that are known, in six languages.
///
/// Each entry lists compact names (`ColumnName.compact`), divided by blanks.
/// A name stands in one entry only; the tests check it.
enum ColumnNameTable {
  /// The meaning of each known compact name.
  static let meanings: [String: ColumnNameMeaning] = {
    var table: [String: ColumnNameMeaning] = [:]
    for (meaning, names) in personEntries + placeEntries + numberEntries + flagEntries
      + otherEntries
    {
      for name in names.split(separator: " ") { table[String(name)] = meaning }
    }
    return table
  }()

  static let personEntries: [(ColumnNameMeaning, String)] = [
    (
      .role(.givenName),
      """
      givenname givennames firstname firstnames forename forenames fname first given christianname \
      gname personfirst vorname vornamen rufname prenom prenoms nombre nombres primernombre \
      nombredepila pnombre prenome primonome primeironome voornaam voornamen roepnaam \
      firstgivenname namefirst firstnm givennm
      """
    ),
    (
      .role(.middleName),
      """
      middlename middlenames middleinitial mi mname middle minit middleinit middlei mid \
      secondname secondgivenname zweitername zweitervorname deuxiemeprenom segundonombre \
      secondonome segundonome tweedenaam namemiddle midname middlenm
      """
    ),
    (
      .role(.surname),
      """
      surname surnames lastname lastnames lname last familyname familynames sname famname sur \
      nachname familienname zuname nomdefamille nomfamille nomusage apellido apellidos apellido1 \
      primerapellido apellidopaterno apaterno apepaterno paterno appaterno cognome cognomi \
      sobrenome apelido ultimonome achternaam familienaam namelast lastnm surnm
      """
    ),
    (
      .role(.secondSurname),
      """
      secondsurname surname2 lastname2 secondlastname segundoapellido apellidomaterno apellido2 \
      amaterno apematerno materno apmaterno maternalsurname secondocognome
      """
    ),
    (
      .role(.fullName),
      """
      fullname firstandsurname personname completename fullnamelastfirst fullnamefirstlast namelastfirst namefirstlast wholename firstlast lastfirst \
      firstlastname lastfirstname inmatename patientname defendantname arresteename subjectname \
      namefull nam nombrecompleto nombreyapellido nombreyapellidos apellidosynombre \
      vollername vollstaendigername vornamenachname namevorname nomcomplet \
      nomprenom nometprenom prenomnom nomecompleto nomecognome nomeecognome cognomenome \
      volledigenaam
      """
    ),
    (.anyName, "name names nom nome naam"),
    (
      .role(.suffix),
      "suffix namesuffix generation generationalsuffix sfx sufijo namesuffixtext jrsr"
    ),
    (
      .role(.birthDate),
      """
      dob birthdate dateofbirth birthday bdate dobirth datebirth borndate dateborn born birthdt \
      dtofbirth dtbirth dobdate birthdatetime \
      geburtsdatum geb gebdatum gebdat geburtstag geborenam fechanacimiento fechadenacimiento \
      fecnac fechanac fnacimiento nacimiento fnac datenaissance datedenaissance naissance \
      datenaiss ddn nele neele datanascita datadinascita natoil datanascimento datadenascimento \
      nascimento dtnasc dtnascimento geboortedatum
      """
    ),
    (
      .role(.birthYear),
      """
      birthyear yob yearofbirth byear dobyear doby birthyr dobyyyy dobyr birthdateyear \
      geburtsjahr gebjahr anonacimiento aniodenacimiento anodenacimiento anneenaissance \
      anneedenaissance annonascita annodinascita anonascimento anodenascimento geboortejaar
      """
    ),
    (
      .role(.birthMonth),
      """
      birthmonth mob monthofbirth bmonth dobmonth dobm birthmo dobmm dobmo birthdatemonth \
      geburtsmonat gebmonat mesnacimiento mesdenacimiento moisnaissance moisdenaissance \
      mesenascita mesedinascita mesnascimento mesdenascimento geboortemaand
      """
    ),
    (
      .role(.birthDay),
      """
      birthdayofmonth dayofbirth bday birthdy dobday dobd dobdd birthdateday geburtstagtag gebtag \
      dianacimiento diadenacimiento journaissance jourdenaissance giornonascita giornodinascita \
      dianascimento diadenascimento geboortedag
      """
    ),
    (
      .role(.age),
      "age ageyears ageinyears currentage ageatbooking ageatarrest edad alter lebensalter eta "
        + "idade leeftijd"
    ),
    (.role(.referenceYear), "referenceyear ageyear ageasofyear"),
    (
      .role(.sex),
      "sex gender sexcode gendercode sexo genero geschlecht geschl sexe genre sesso genere "
        + "geslacht sx gendersex sexgender"
    ),
  ]
}
