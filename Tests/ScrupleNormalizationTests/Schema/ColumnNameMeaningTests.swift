import Testing

@testable import ScrupleNormalization

@Suite struct ColumnNameMeaningTests {
  /// Names and what they mean by themselves: English, Spanish, German, French,
  /// Italian, Portuguese, Dutch.
  static let names: [(ColumnNameMeaning, String)] = [
    (
      .role(.givenName),
      "given_name,first_name,FirstName,FIRST NAME,forename,fname,first,Vorname,prénom,prenom,nombre,"
        + "nombres,primer_nombre,prenome,voornaam,inmate_first_name,PersonGivenName,patient_first_name"
    ),
    (
      .role(.middleName),
      "middle_name,middle_initial,MI,middle,MiddleName,segundo_nombre,tweede_naam,defendant_middle_name"
    ),
    (
      .role(.surname),
      "surname,last_name,LastName,lname,last,family_name,Nachname,Familienname,nom_de_famille,apellido,"
        + "apellidos,primer_apellido,apellido_paterno,cognome,sobrenome,apelido,achternaam,"
        + "inmate_last_name,PersonSurName,person_sur_name_text"
    ),
    (.role(.secondSurname), "second_surname,apellido_materno,segundo_apellido,apellido2,surname_2"),
    (
      .role(.fullName),
      "full_name,FullName,first_and_surname,inmate_name,nombre_completo,nom_complet,nome_completo,"
        + "PersonFullName,Name (Last First)"
    ),
    (.anyName, "name,Name,nom,nome,naam,patient_legal_name"),
    (.role(.suffix), "suffix,name_suffix,Suffix,sfx"),
    (
      .role(.birthDate),
      "dob,DOB,birth_date,date_of_birth,BirthDate,birthdate,patient_dob,Geburtsdatum,geb,geb_datum,"
        + "fecha_nacimiento,fecha_de_nacimiento,fec_nac,date_naissance,date_de_naissance,"
        + "data_di_nascita,data_nascita,data_nascimento,geboortedatum,inmate_date_of_birth"
    ),
    (
      .role(.birthYear),
      "birth_year,yob,year_of_birth,dob_year,dob_y,Geburtsjahr,año_nacimiento,annee_naissance,"
        + "anno_nascita,geboortejaar"
    ),
    (.role(.birthMonth), "birth_month,mob,dob_month,dob_m,mes_nacimiento,Geburtsmonat,bmonth"),
    (.role(.birthDay), "bday,dob_day,dob_d,dia_nacimiento,jour_naissance,day_of_birth"),
    (.role(.age), "age,Age,edad,Alter,leeftijd,idade,age_in_years"),
    (.role(.sex), "sex,gender,Sex,GENDER,sexo,Geschlecht,sexe,sesso,geslacht,sex_code,genero"),
    (.role(.ssn), "ssn,SSN,social_security_number,soc_sec_id,soc,inmate_ssn"),
    (
      .role(.aNumber),
      "a_number,A#,ANumber,alien_number,alien_registration_number,uscis#,USCIS Number"
    ),
    (.role(.fbiNumber), "fbi,fbi_number,ucn,FBI/UCN,FBI #"),
    (.role(.stateIdentifier), "sid,SID,state_id,sid_number"),
    (.role(.i94), "i94,I-94,i94_number,admission_number"),
    (.role(.receiptNumber), "receipt_number,receipt_no,ReceiptNumber,receipt#"),
    (.role(.fingerprintNumber), "fin,FIN,fingerprint_number"),
    (.number(label: "driver-license"), "drivers_license,DL,driver_license_number,dmv_number"),
    (.number(label: "passport"), "passport,passport_no,pasaporte,Reisepass"),
    (.number(label: "national-id"), "national_id,dni,curp,cpf,bsn,codice_fiscale,NINO"),
    (
      .role(.phone),
      "phone,phone_number,telephone,mobile,cell_phone,telefono,teléfono,Telefon,telefone,telefoon,phone2"
    ),
    (.role(.email), "email,e-mail,Email_Address,correo,correo_electronico,courriel,mail"),
    (
      .role(.address),
      "address,addr,full_address,adresse,dirección,domicilio,indirizzo,endereço,adres"
    ),
    (.addressLine, "address_1,addr1,AddressLine1,address line 1"),
    (.role(.locality), "address_2,address line 2,colonia,barrio"),
    (
      .role(.streetNumber),
      "street_number,house_number,HouseNo,Hausnummer,numero_exterior,huisnummer"
    ),
    (.role(.street), "street,street_name,Straße,strasse,calle,rue,via,rua,straat,mailing_street"),
    (.role(.unit), "unit_number,unit,apt,apt_no,apartment"),
    (
      .role(.city),
      "city,town,Ort,Stadt,Wohnort,ville,ciudad,città,cidade,woonplaats,res_city,plaats"
    ),
    (.suburb, "suburb,Suburb"),
    (.role(.county), "county,Landkreis,County Name"),
    (.role(.state), "state,State,province,estado,Bundesland,mailing_address_state,state_code"),
    (
      .role(.postcode),
      "postcode,zip,zipcode,ZIP Code,postal_code,PLZ,codigo_postal,cp,code_postal,cap,"
        + "postcode_fake,mailing_address_zipcode,código_postal"
    ),
    (.role(.country), "country,pays,pais,Land,paese,country_code"),
    (
      .role(.birthPlace),
      "birth_place,pob,place_of_birth,Geburtsort,lugar_nacimiento,luogo_di_nascita"
    ),
    (.role(.birthCountry), "birth_country,country_of_birth,Geburtsland,pais_nacimiento"),
    (.text(label: "occupation"), "occupation,Beruf,job_title,profession"),
    (.rowID(rank: 0), "id,ID,rec_id,record_id,unique_id,row_id,RecordID,uuid"),
    (.rowID(rank: 1), "person_id,internal_person_id,patient_id"),
    (.rowID(rank: 2), "booking_id,booking_number,inmate_number,Booking No,internal_event_id"),
    (
      .truth,
      "cluster,cluster_id,entity,entity_id,match_id,label,household_id,simulant_id,ground_truth,"
        + "true_match_flag,entity_cluster,is_duplicate"
    ),
    (
      .otherDate,
      "date,event_date,date_of_entry,entry_date,created_at,updated_at,release_date,"
        + "date_of_death,last_seen_at,fecha_ingreso"
    ),
    (.year, "year,tax_year,census_year"),
    (.status, "us_citizen,foreign_born,disposition"),
    (.role(.bookingDate), "arrest_date,booking_date,jail_entry,jail_entry_date,Date of Arrest"),
    (.role(.statedCitizenship), "citizenship,nationality,ctz,citizenship_stated"),
    (.role(.citizenshipCountry), "citizenship_country,country_of_citizenship"),
    (.role(.birthCodeSystem), "birth_country_code_system,pob_code_system"),
    (.role(.height), "height,hgt,inmate_height,height_inches"),
    (.role(.priorOutcome), "prior_outcome,previous_outcome"),
    (.role(.status), "status_as_recorded,immigration_status,status,alien_status,Legal Status"),
    (.role(.statusAsOf), "as_of,as_of_date,status_date"),
    (.role(.statusUpdated), "last_update,last_updated"),
    (.role(.classOfAdmission), "coa,class_of_admission,COA Code"),
    (.role(.naturalizationDate), "naturalization_date,date_of_naturalization"),
    (.role(.certificateNumber), "certificate_no,certificate_number,Certificate #"),
    (.role(.orderDate), "order_date,removal_order_date"),
    (.role(.orderVacatedDate), "order_vacated_date,order_vacated"),
    (.role(.admittedUntil), "admitted_until,admit_until_date"),
    (.role(.parentNaturalizationDate), "parent_naturalization_date"),
    (.role(.parentANumber), "parent_a_number,Parent A-Number,father_alien_number"),
    (.auditOnly, "race,ethnicity,race_ethnicity,hispanic,RAC,raza"),
    (.appearance, "hair,eyes,weight,eye_color,wgt"),
    (.alias, "alias,aliases,aka,AKA,maiden_name,nickname,also_known_as"),
    (.otherParty, "mother_name,employer_city,officer_name,emergency_contact_phone,spouse_name"),
    (
      .administrative,
      "housing_type,relationship_to_reference_person,event_type,wages,tax_form,notes,charge,title"
    ),
  ]

  @Test(arguments: names)
  func theNameIsRecognized(meaning: ColumnNameMeaning, list: String) {
    for name in list.split(separator: ",") {
      #expect(ColumnName(String(name)).meaning?.meaning == meaning, "\(name)")
    }
  }

  @Test func moreThanTwoHundredNamesAreInTheTable() {
    #expect(Self.names.reduce(0) { $0 + $1.1.split(separator: ",").count } > 200)
  }

  @Test(arguments: ["foo", "x1", "Unnamed: 0", "", "blob", "score"])
  func anUnknownNameMeansNothing(name: String) {
    #expect(ColumnName(name).meaning == nil)
  }
}
