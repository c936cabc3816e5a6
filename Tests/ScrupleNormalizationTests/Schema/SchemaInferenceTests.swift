import ScrupleRecords
import Testing

@testable import ScrupleNormalization

/// What real layouts come to, on tiny made-up samples.
@Suite struct SchemaInferenceTests {
  /// "column=role" of every column that is not ignored.
  static func roles(_ result: SchemaInference.Result) -> [String] {
    result.mapping.columns.map {
      "\($0.column)=\($0.role.rawValue)" + ($0.label.map { ":\($0)" } ?? "")
        + ($0.separator.map { "[\($0)]" } ?? "")
    }
  }

  private func infer(_ text: String) -> SchemaInference.Result {
    SchemaInference.infer(SchemaTables.csv(text))
  }

  @Test func febrlIsRecognized() {
    let result = infer(
      """
      rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id
      rec-1-org, kyle, nobel, 207, cowper street, rowethorpe, ellaswood, 3148, nsw, 19461104, 8121172
      rec-2-org, emiily, morrison, 314, tullaroop street, , narrandera, 5600, vic, 19460111, 4185791
      """)
    #expect(result.idColumn == "rec_id")
    #expect(
      Self.roles(result) == [
        "rec_id=id", "given_name=given-name", "surname=surname", "street_number=street-number",
        "address_1=street", "address_2=address-line-2", "suburb=city", "postcode=postcode",
        "state=state", "date_of_birth=birth-date",
        "soc_sec_id=identifier:social-security-number",
      ])
  }

  @Test func splinkFake1000IsRecognized() {
    let result = infer(
      """
      unique_id,first_name,surname,dob,city,email,cluster
      0,Robert,Alan,1971-06-24,,robert255@smith.net,0
      1,Robert,Allen,1971-05-24,London,roberta25@smith.net,0
      2,Rob,Allen,1971-06-24,London,roberta25@smith.net,0
      """)
    #expect(
      Self.roles(result) == [
        "unique_id=id", "first_name=given-name", "surname=surname", "dob=birth-date", "city=city",
        "email=email",
      ])
    #expect(result.decision(for: "cluster")?.reason.contains("truth") == true)
  }

  @Test func fullNamesThatRepeatThePartsAreIgnored() {
    let result = infer(
      """
      id,full_name,first_and_surname,first_name,surname,dob,birth_place,postcode_fake,gender,occupation
      R1,john newton,john newton,john,newton,1810-01-01,derby,de21 6rs,male,globe maker
      R2,maurice greiff,maurice greiff,maurice,greiff,,greater london,se1 9ra,,painter
      """)
    #expect(
      Self.roles(result) == [
        "id=id", "first_name=given-name", "surname=surname", "dob=birth-date",
        "birth_place=birth-place", "postcode_fake=postcode", "gender=sex",
        "occupation=text:occupation",
      ])
    #expect(
      result.decision(for: "full_name")?.reason == "repeats columns 'first_name' and 'surname'")
  }

  @Test func censusRowsGiveAReferenceYearBesideTheAge() {
    let result = infer(
      """
      simulant_id,household_id,first_name,middle_initial,last_name,age,date_of_birth,street_number,street_name,unit_number,city,state,zipcode,housing_type,relationship_to_reference_person,sex,race_ethnicity,year
      0_2,0_7,Diana,P,Kofron,25,05/06/1994,5112,145th st,,Anytown,WA,00000,Household,Sibling,Female,White,2020
      0_3,0_7,Anna,A,Kofron,25,09/29/1994,5112,145th st,,Anytown,WA,00000,Household,Other relative,Female,White,2020
      """)
    #expect(result.idColumn == nil)
    #expect(
      Self.roles(result) == [
        "first_name=given-name", "middle_initial=middle-name", "last_name=surname", "age=age",
        "date_of_birth=birth-date", "street_number=street-number", "street_name=street",
        "city=city", "state=state", "zipcode=postcode", "sex=sex", "race_ethnicity=audit-only",
        "year=reference-year",
      ])
  }

  @Test func socialSecurityRowsAreRecognized() {
    let result = infer(
      """
      simulant_id,ssn,first_name,middle_name,last_name,date_of_birth,sex,event_type,event_date
      0_6,688-88-6377,George,Robert,Kelly,19210616,Male,creation,19210616
      0_9,651-33-9561,Beatrice,Jennie,Livingston,19220113,Female,creation,19220113
      """)
    #expect(
      Self.roles(result) == [
        "ssn=ssn", "first_name=given-name", "middle_name=middle-name", "last_name=surname",
        "date_of_birth=birth-date", "sex=sex",
      ])
  }

  @Test func jailBookingsAreRecognized() {
    let result = infer(
      """
      booking_number,inmate_number,last,first,middle,suffix,dob,ssn,FBI/UCN,SID,A#,pob,citizenship,race,hair,height,booking_date,arresting_agency
      B1,77,GARCIA|LOPEZ,ANA,M,JR,1980-02-03|1980-03-02,123-45-6780,123456AB1,TX1234567,A012345678,MM,MX,W,BRO,507,2020-01-01,PD
      B2,77,SMITH,JON,,,1982-02-XX,XXXXX1234,223456AB1,TX1234568,A12345678,TX,US,W,BLK,601,2020-01-02,PD
      """)
    #expect(
      Self.roles(result) == [
        "booking_number=id", "last=surname[|]", "first=given-name", "middle=middle-name",
        "suffix=suffix", "dob=birth-date[|]", "ssn=ssn", "FBI/UCN=fbi-number", "SID=state-id",
        "A#=a-number", "pob=birth-place", "citizenship=stated-citizenship", "race=audit-only",
        "height=height", "booking_date=booking-date",
      ])
  }

  @Test func registryNumbersAreRecognized() {
    let result = infer(
      """
      record_id,alien_number,i94,receipt_number,fin,name,birth_date,country_of_birth
      1,012345678,123456789A1,IOE0123456789,1234567890,"Lopez Ana",1980-02-03,MEXICO
      2,112345678,12345678901,WAC0123456789,1234567891,"Diaz Eva",1981-02-03,PERU
      """)
    #expect(
      Self.roles(result) == [
        "record_id=id", "alien_number=a-number", "i94=i94", "receipt_number=receipt-number",
        "fin=fingerprint-number", "name=full-name", "birth_date=birth-date",
        "country_of_birth=birth-country",
      ])
  }

  @Test func spanishColumnsAreRecognized() {
    let result = infer(
      """
      registro,nombres,apellido_paterno,apellido_materno,fecha_nacimiento,sexo,calle,numero_exterior,colonia,ciudad,estado,codigo_postal,correo,teléfono
      1,María Carmen,García,López,03/02/1980,mujer,Reforma,12,Centro,Puebla,PUE,72000,m@x.mx,2221234567
      2,José,Núñez,Díaz,13/12/1975,hombre,Juárez,4,Roma,Oaxaca,OAX,68000,j@x.mx,9511234567
      """)
    #expect(
      Self.roles(result) == [
        "nombres=given-name", "apellido_paterno=surname", "apellido_materno=second-surname",
        "fecha_nacimiento=birth-date", "sexo=sex", "calle=street",
        "numero_exterior=street-number", "colonia=address-line-2", "ciudad=city", "estado=state",
        "codigo_postal=postcode", "correo=email", "teléfono=phone",
      ])
  }

  @Test func germanColumnsAreRecognized() {
    let result = infer(
      """
      Vorname;Name;geb;Geschlecht;Straße;Hausnummer;PLZ;Ort
      """.replacing(";", with: ",") + """

        Jürgen,Müller,03.02.1980,m,Hauptstraße,12,10115,Berlin
        Anna,Groß,1.12.1975,w,Am Markt,4a,80331,München
        """)
    #expect(
      Self.roles(result) == [
        "Vorname=given-name", "Name=surname", "geb=birth-date", "Geschlecht=sex", "Straße=street",
        "Hausnummer=street-number", "PLZ=postcode", "Ort=city",
      ])
  }

  @Test func frenchColumnsAreRecognized() {
    let result = infer(
      """
      nom,prenom,date_naissance,sexe,adresse,ville,code_postal
      Dupont,Jean Luc,03/02/1980,H,12 rue de la Paix,Paris,75002
      Lefèvre,Zoé,13/12/1975,F,4 place Bellecour,Lyon,69002
      """)
    #expect(
      Self.roles(result) == [
        "nom=surname", "prenom=given-name", "date_naissance=birth-date", "sexe=sex",
        "adresse=address", "ville=city", "code_postal=postcode",
      ])
  }

  @Test func italianPortugueseAndDutchBasicsAreRecognized() {
    let italian = infer(
      "nome,cognome,data_di_nascita,sesso,comune\nLuca,Rossi,03/02/1980,M,Roma\nEva,Bo,1/1/1970,F,Pisa"
    )
    #expect(
      Self.roles(italian) == [
        "nome=given-name", "cognome=surname", "data_di_nascita=birth-date", "sesso=sex",
        "comune=city",
      ])
    let portuguese = infer(
      "nome,data_nascimento,sexo,cidade\nAna Maria Souza,03/02/1980,F,Recife\nRui Melo,1/1/1970,M,Porto"
    )
    #expect(
      Self.roles(portuguese) == [
        "nome=full-name", "data_nascimento=birth-date", "sexo=sex", "cidade=city",
      ])
    let dutch = infer(
      "voornaam,achternaam,geboortedatum,geslacht,woonplaats\nJan,de Vries,03-02-1980,M,Delft\nEva,Bos,1-1-1970,V,Breda"
    )
    #expect(
      Self.roles(dutch) == [
        "voornaam=given-name", "achternaam=surname", "geboortedatum=birth-date", "geslacht=sex",
        "woonplaats=city",
      ])
  }

  @Test func aDateInThreeColumnsIsRecognized() {
    let result = infer(
      "first,last,birth_day,birth_month,birth_year\nAna,Diaz,31,Jan,1980\nEva,Bo,2,Mar,1979")
    #expect(
      Self.roles(result) == [
        "first=given-name", "last=surname", "birth_day=birth-day", "birth_month=birth-month",
        "birth_year=birth-year",
      ])
  }

  @Test func aTableWithoutRowsIsJudgedByItsHeader() {
    let result = infer("id,first,last,dob")
    #expect(Self.roles(result).suffix(3) == ["first=given-name", "last=surname", "dob=birth-date"])
  }

  @Test func aDecisionStandsForEveryColumnAndHoldsNoValue() {
    let table = SchemaTables.csv(
      "first_name,dob,foo,sex\nZebulon,13/13/13x,Quux,White\nXaver,nonsense,Quuux,Black")
    let result = SchemaInference.infer(table)
    #expect(result.decisions.map(\.column) == table.columns.map(\.name))
    for decision in result.decisions {
      #expect(!decision.reason.isEmpty)
      for value in ["Zebulon", "Xaver", "nonsense", "Quux", "White", "Black"] {
        #expect(!decision.reason.contains(value))
      }
    }
  }
}
