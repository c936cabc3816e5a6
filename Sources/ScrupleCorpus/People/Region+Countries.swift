extension Region {
  /// The countries from which the people of a group come.
  ///
  /// The weights within a group are assumed, after the order of size in the
  /// American Community Survey; the refugees' after the countries of resettlement.
  static func countries(of group: NameOriginGroup) -> [Region] {
    switch group {
    case .hispanic: hispanic
    case .anglo: anglo
    case .black: black
    case .vietnamese: [Region("VN", 1, refugees: 1, ["Ho Chi Minh City", "Hanoi", "Hue"])]
    case .chinese:
      [
        Region("CN", 80, refugees: 1, ["Guangzhou", "Shanghai", "Beijing", "Fuzhou"]),
        Region("TW", 12, ["Taipei", "Kaohsiung"]), Region("HK", 8, ["Hong Kong"]),
      ]
    case .korean: [Region("KR", 1, ["Seoul", "Busan", "Incheon", "Daegu"])]
    case .filipino: [Region("PH", 1, ["Manila", "Quezon City", "Cebu City", "Davao"])]
    case .southAsian: southAsian
    case .arabic: arabic
    case .slavic: slavic
    }
  }

  private static let hispanic = [
    Region("MX", 24.8, ["Guadalajara", "Mexico City", "Tijuana", "Monterrey", "Morelia"]),
    Region("SV", 3.1, ["San Salvador", "Santa Ana", "San Miguel"]),
    Region("CU", 3, refugees: 10, ["Havana", "Santiago de Cuba", "Camaguey"]),
    Region("DO", 2.6, ["Santo Domingo", "Santiago"]),
    Region("GT", 2.4, ["Guatemala City", "Quetzaltenango"]),
    Region("CO", 1.8, refugees: 1, ["Bogota", "Medellin", "Cali"]),
    Region("HN", 1.6, ["Tegucigalpa", "San Pedro Sula"]),
    Region("VE", 1.1, refugees: 1, ["Caracas", "Maracaibo"]),
    Region("EC", 1, ["Quito", "Guayaquil"]), Region("PE", 1, ["Lima", "Arequipa"]),
    Region("NI", 0.6, ["Managua", "Leon"]), Region("AR", 0.4, ["Buenos Aires", "Rosario"]),
    Region("PA", 0.2, ["Panama City"]), Region("CL", 0.2, ["Santiago"]),
  ]

  private static let anglo = [
    Region("CA", 30, ["Toronto", "Vancouver", "Montreal"]),
    Region("GB", 25, ["London", "Birmingham", "Glasgow"]),
    Region("DE", 20, ["Berlin", "Munich", "Hamburg"]), Region("IE", 6, ["Dublin", "Cork"]),
    Region("FR", 7, ["Paris", "Lyon"]), Region("IT", 7, ["Rome", "Naples"]),
    Region("AU", 5, ["Sydney", "Melbourne"]),
  ]

  private static let black = [
    Region("JM", 22, ["Kingston", "Montego Bay"]),
    Region("HT", 20, refugees: 0.3, ["Port-au-Prince", "Cap-Haitien"]),
    Region("NG", 13, ["Lagos", "Ibadan"]), Region("ET", 9, refugees: 2, ["Addis Ababa"]),
    Region("GH", 7, ["Accra", "Kumasi"]), Region("TT", 7, ["Port of Spain"]),
    Region("GY", 8, ["Georgetown"]), Region("KE", 5, ["Nairobi", "Mombasa"]),
    Region("SO", 3, refugees: 4, ["Mogadishu", "Kismayo"]),
    Region("LR", 3, refugees: 1.5, ["Monrovia"]),
    Region("CD", 3, refugees: 4, ["Kinshasa", "Goma"]), Region("ER", 2, refugees: 1, ["Asmara"]),
  ]

  private static let southAsian = [
    Region("IN", 72, ["Mumbai", "Delhi", "Hyderabad", "Chennai", "Ahmedabad"]),
    Region("PK", 12, refugees: 0.2, ["Karachi", "Lahore"]),
    Region("BD", 8, ["Dhaka", "Chittagong"]), Region("NP", 4, ["Kathmandu"]),
    Region("BT", 1, refugees: 4, ["Thimphu"]), Region("LK", 2, ["Colombo"]),
    Region("MM", 1, refugees: 6, ["Yangon", "Mandalay"]),
  ]

  private static let arabic = [
    Region("IQ", 20, refugees: 8, ["Baghdad", "Basra", "Mosul"]),
    Region("EG", 17, ["Cairo", "Alexandria"]), Region("LB", 11, ["Beirut", "Tripoli"]),
    Region("SY", 9, refugees: 3, ["Damascus", "Aleppo"]), Region("JO", 8, ["Amman", "Irbid"]),
    Region("AF", 10, refugees: 3, ["Kabul", "Herat"]), Region("MA", 8, ["Casablanca", "Rabat"]),
    Region("SA", 6, ["Riyadh", "Jeddah"]), Region("YE", 6, ["Sanaa", "Aden"]),
    Region("SD", 5, refugees: 1, ["Khartoum"]),
  ]

  private static let slavic = [
    Region("RU", 28, refugees: 2, ["Moscow", "Saint Petersburg"]),
    Region("UA", 27, refugees: 4, ["Kyiv", "Odesa", "Lviv"]),
    Region("PL", 30, ["Warsaw", "Krakow"]), Region("BY", 5, refugees: 1, ["Minsk"]),
    Region("BA", 6, refugees: 3, ["Sarajevo", "Mostar"]), Region("RS", 4, ["Belgrade"]),
  ]
}
