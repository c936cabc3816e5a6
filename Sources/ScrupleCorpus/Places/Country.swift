/// A country as clerks and files write it.
package struct Country: Sendable {
  /// ISO 3166 alpha-2.
  package let alpha2: String
  /// ISO 3166 alpha-3.
  package let alpha3: String
  /// Two letters of the place code that police files use; see `PlaceCode`.
  package let policeCode: String
  /// The English name, in capitals.
  package let name: String
  /// The state whose code or name is taken for the country's; empty when none is.
  package let confusedState: String

  /// The country of an alpha-2 code; an unknown one is named by its code.
  package static func named(_ alpha2: String) -> Country {
    byCode[alpha2]
      ?? Country(
        alpha2: alpha2, alpha3: alpha2 + "X", policeCode: "YY", name: alpha2, confusedState: "")
  }

  /// All countries of the table.
  package static let all: [Country] = rows.split(separator: "\n").map { line in
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return Country(
      alpha2: cells[0], alpha3: cells[1], policeCode: cells[2], name: cells[3],
      confusedState: cells[4])
  }

  /// The countries whose code is taken for that of a state, by state.
  static let confusedByState: [String: Country] = Dictionary(
    all.filter { !$0.confusedState.isEmpty }.map { ($0.confusedState, $0) },
    uniquingKeysWith: { first, _ in first })

  private static let byCode: [String: Country] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.alpha2, $0) })

  /// Alpha-2, alpha-3, police code, name, state taken for it.
  ///
  /// The police codes follow the idea of the NCIC list, in which states and countries share one
  /// space of two letters and some differ from ISO (Mexico MM, Canada CD, India II). Apart from
  /// those three they are made up here, so that none repeats and none is a state's.
  private static let rows = """
    US,USA,US,UNITED STATES,
    MX,MEX,MM,MEXICO,NM
    CA,CAN,CD,CANADA,CA
    IN,IND,II,INDIA,IN
    GE,GEO,GG,GEORGIA,GA
    CO,COL,CB,COLOMBIA,CO
    DE,DEU,GE,GERMANY,DE
    AL,ALB,AB,ALBANIA,AL
    AR,ARG,AT,ARGENTINA,AR
    IL,ISR,IS,ISRAEL,IL
    ID,IDN,IO,INDONESIA,ID
    LA,LAO,LS,LAOS,LA
    ME,MNE,MJ,MONTENEGRO,ME
    MD,MDA,ML,MOLDOVA,MD
    MN,MNG,MG,MONGOLIA,MN
    MO,MAC,MQ,MACAU,MO
    NE,NER,NR,NIGER,NE
    PA,PAN,PM,PANAMA,PA
    TN,TUN,TU,TUNISIA,TN
    SC,SYC,SE,SEYCHELLES,SC
    GT,GTM,GT,GUATEMALA,
    HN,HND,HD,HONDURAS,
    SV,SLV,EL,EL SALVADOR,
    NI,NIC,NG,NICARAGUA,
    CR,CRI,CS,COSTA RICA,
    CU,CUB,CC,CUBA,
    DO,DOM,DR,DOMINICAN REPUBLIC,
    EC,ECU,EC,ECUADOR,
    PE,PER,PU,PERU,
    VE,VEN,VZ,VENEZUELA,
    BO,BOL,BV,BOLIVIA,
    CL,CHL,CQ,CHILE,
    BR,BRA,BZ,BRAZIL,
    JM,JAM,JM,JAMAICA,
    HT,HTI,HA,HAITI,
    TT,TTO,TT,TRINIDAD AND TOBAGO,
    BS,BHS,BD,BAHAMAS,
    BB,BRB,BB,BARBADOS,
    GY,GUY,GY,GUYANA,
    BZ,BLZ,BH,BELIZE,
    VN,VNM,VM,VIETNAM,
    CN,CHN,CN,CHINA,
    HK,HKG,HK,HONG KONG,
    TW,TWN,TW,TAIWAN,
    KR,KOR,KO,SOUTH KOREA,
    JP,JPN,JA,JAPAN,
    PH,PHL,PI,PHILIPPINES,
    TH,THA,TH,THAILAND,
    KH,KHM,KB,CAMBODIA,
    MM,MMR,BM,BURMA,
    MY,MYS,MZ,MALAYSIA,
    PK,PAK,PK,PAKISTAN,
    BD,BGD,BG,BANGLADESH,
    NP,NPL,NP,NEPAL,
    LK,LKA,SB,SRI LANKA,
    BT,BTN,BT,BHUTAN,
    AF,AFG,AF,AFGHANISTAN,
    IR,IRN,IR,IRAN,
    IQ,IRQ,IQ,IRAQ,
    SY,SYR,SY,SYRIA,
    LB,LBN,LE,LEBANON,
    JO,JOR,JO,JORDAN,
    SA,SAU,SA,SAUDI ARABIA,
    YE,YEM,YE,YEMEN,
    KW,KWT,KU,KUWAIT,
    EG,EGY,EG,EGYPT,
    MA,MAR,MC,MOROCCO,
    DZ,DZA,AG,ALGERIA,
    LY,LBY,LY,LIBYA,
    SD,SDN,SU,SUDAN,
    SO,SOM,SM,SOMALIA,
    ER,ERI,ER,ERITREA,
    ET,ETH,EO,ETHIOPIA,
    KE,KEN,KE,KENYA,
    NG,NGA,NN,NIGERIA,
    GH,GHA,GN,GHANA,
    SN,SEN,SX,SENEGAL,
    LR,LBR,LB,LIBERIA,
    SL,SLE,SF,SIERRA LEONE,
    CM,CMR,CM,CAMEROON,
    CD,COD,ZC,DEMOCRATIC REPUBLIC OF THE CONGO,
    ZA,ZAF,SQ,SOUTH AFRICA,
    CV,CPV,CV,CAPE VERDE,
    RU,RUS,RU,RUSSIA,
    UA,UKR,UK,UKRAINE,
    BY,BLR,BL,BELARUS,
    PL,POL,PL,POLAND,
    CZ,CZE,CZ,CZECH REPUBLIC,
    SK,SVK,SL,SLOVAKIA,
    BG,BGR,BU,BULGARIA,
    RS,SRB,RS,SERBIA,
    HR,HRV,HR,CROATIA,
    BA,BIH,BQ,BOSNIA,
    RO,ROU,RO,ROMANIA,
    HU,HUN,HU,HUNGARY,
    GR,GRC,GC,GREECE,
    TR,TUR,TY,TURKEY,
    AM,ARM,AM,ARMENIA,
    AZ,AZE,AJ,AZERBAIJAN,
    UZ,UZB,UZ,UZBEKISTAN,
    KZ,KAZ,KZ,KAZAKHSTAN,
    IT,ITA,IT,ITALY,
    ES,ESP,SP,SPAIN,
    PT,PRT,PT,PORTUGAL,
    FR,FRA,FN,FRANCE,
    IE,IRL,IE,IRELAND,
    GB,GBR,EN,UNITED KINGDOM,
    NL,NLD,NT,NETHERLANDS,
    AU,AUS,AU,AUSTRALIA,
    """
}

/// The two letters in which police files write a place of birth: U.S. states by
/// their postal code, countries by `Country.policeCode`, in one space.
enum PlaceCode {
  /// The code of a state or, for those born abroad, of a country.
  static func code(country: String, state: String) -> String {
    country == "US" ? state : Country.named(country).policeCode
  }
}
