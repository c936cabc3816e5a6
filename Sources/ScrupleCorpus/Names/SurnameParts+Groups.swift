extension SurnameParts {
  /// The parts of a group's made-up surnames: beginning, vowel, middle and ending.
  static func parts(of group: NameOriginGroup) -> SurnameParts {
    switch group {
    case .anglo, .black: SurnameParts(english)
    case .hispanic: SurnameParts(spanish)
    case .vietnamese: SurnameParts(vietnamese)
    case .chinese: SurnameParts(chinese)
    case .korean: SurnameParts(korean)
    case .filipino: SurnameParts(filipino)
    case .southAsian: SurnameParts(indian)
    case .arabic: SurnameParts(arabic)
    case .slavic: SurnameParts(slavic)
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map { $0 == "_" ? "" : String($0) }
  }

  private static let english = [
    words(
      """
      B Bl Br C Ch Cl Cr D Dr F Fl Fr G Gl Gr H J K Kl Kn Kr L M N P Pl Pr Qu R S Sch Sh Sk Sl \
      Sm Sn Sp St Str Sw T Th Tr V W Wh Y Z McC McG McL McK McN O'D O'M VanD VanH
      """),
    words("a e i o u ai au ea ee ei ie oa oo ou"),
    words("b ck d dd f g l ll lm ln m mm n nd ng nn nt p r rd rl rm rn rr rt s ss st t tt v w x z"),
    words(
      """
      er erson ett ette ey field ford ham ing inger ington ins ison le leton ley lin low man mann \
      mont more ner ney nick ock off on s sen ski smith son stein sted ster stone ton tte ville \
      wald ward ware wall wick well wood worth wright y bach baum berg berger bert bury by dale \
      don dorf el ell en
      """),
  ]

  private static let spanish = [
    words(
      """
      B Br C Ch Cl Cr D F G Gr J L Ll M N P Pr R S T Tr V Z Ab Al Am An Ar As \
      Car Des Ech El En Es Her In Is Mar Mon Or Os Ur Val Vill Zam
      """),
    words("a e i o u"),
    words("b c d g l ll m n nd nt ñ p r rr rc rd rg rn rt s sc st t v z lv lm mb nc ng"),
    words(
      """
      a ado al ales alde án ano ar arro asco ay aza eda edo ejo ela elo ena eño ero es eta ez \
      í ica ido iega illa illo ina iño iz oa oba ola olo ón ona ora osa oso ota ote ova uela \
      uga uri uz aga ain arte eche
      """),
  ]

  private static let vietnamese = [
    words("B C Ch D Đ G H K Kh L M N Ng Nh Ph Qu R S T Th Tr V X"),
    words("a â ă e ê i o ô ơ u ư ia oa uâ ươ"),
    words("_ n m ng c t nh p"),
  ]

  private static let chinese = [
    words("B C Ch D F G H J K L M N P Q R S Sh T W X Y Z Zh Ts Hs"),
    words("a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu o ong ou u ua uan ui un uo"),
  ]

  private static let korean = [
    words("B Ch D G H J K M N P R S T W Y L Kw Hw"),
    words("a ae ang an am eo eon eong i im in o ok ong oo u um un ung yeo yeon yo yoo yun"),
  ]

  private static let filipino = [
    words(
      """
      Ba Bal Ban Bu Ca Cal Cam Da Dal Dima Du Ga Gal Gat Gu Ha Hi Ila La Lag Lu Ma Mag Mal Man \
      Mang Na Nav Pa Pag Pal Pan Pang Que Sa Sal San Si Su Ta Tal Tam Tu Um Va Ya
      """),
    words("b c d g l m n ng p r s t v y l"),
    words("a ay an e i in o u ul ud ang ap as at"),
    words(
      "_ ban bang can cay co ga gan go la lan lang lay lit long man na nan no pan ran san son ta"
        + " tan to ya yan yo"),
  ]

  private static let indian = [
    words(
      """
      Aj Am An Ar Bal Bh Ch Dal Dev Dh G Ghan Gop Gov Har J Jay K Kal Kh Kir L Lal M Mad Mah \
      Man Moh N Nand Nar P Param Prab Pur R Rag Ram Rat S Sam Sh Shiv Som Sub Sud Sund Sur T \
      Tej Th Tr Uday V Vas Ven Vij Vish Y
      """),
    words("a aa e i o u ee"),
    words("b ch d dh g gh j k kh l m n nd ng nt p r rm s sh sth t th v y"),
    words(
      """
      a ai al am an ani appa ar ara ari asan aswamy at athan av awat e ekar esan i ia ikar il \
      ina inder inkar it iya kar lal la mani murthy nath oo palli pati raj raju rao u uri wal wala \
      wani war yar
      """),
  ]

  private static let arabic = [
    words("_ Al- El-"),
    words("A B D F G Gh H I J K Kh L M N Q R S Sh T W Y Z"),
    words("a aa u i ou"),
    words("b bb d dd f h j k kh l ll m mm n r rr s sh ss t tt w y z"),
    words("a aa i ee ou"),
    words("b d f h i k l m n q r s sh t wi ya yi zi"),
  ]

  private static let slavic = [
    words(
      """
      B Bl Br Ch D Dm Dr F G Gl Gr H J K Kh Kl Kr L M N Ol P Pl Pr R S Sl Sm St T Tr V Vl Z Zh
      """),
    words("a e i o u ya yu"),
    words("b ch d g k kh l ln m n nd p r rk rn s sh st t v z zh"),
    words(
      """
      ak an anov anova arev chenko chuk cic e ek enko ets ev evich evsky ik in insky ko kov \
      kovsky kin nik nikov ny ov ovic ovich ovski ovsky shin ski sky skyi uk yak yn yuk
      """),
  ]
}
