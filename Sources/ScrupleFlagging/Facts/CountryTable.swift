/// How countries are written: the two and three letters of ISO 3166-1, then names
/// without blanks.
///
/// Codes are those of ISO 3166-1; names are the English short ones of the time
/// zone database's iso3166.tab (public domain) and common others.
enum CountryTable {
  /// The country of each name, in small letters without blanks.
  static let names: [String: Country] = table { $0.dropFirst(2) }

  /// The country of each code of two or three letters.
  static let codes: [String: Country] = table { $0.prefix(2) }

  private static func table(
    _ part: (ArraySlice<Substring>) -> ArraySlice<Substring>
  ) -> [String: Country] {
    var table: [String: Country] = [:]
    for row in rows.split(separator: "\n") {
      let words = row.split(separator: " ")
      guard let country = words.first.flatMap({ Country(rawValue: String($0).uppercased()) })
      else { continue }
      for word in part(words[...]) { table[String(word)] = country }
    }
    return table
  }

  private static let rows = """
    ad and andorra
    ae are unitedarabemirates uae
    af afg afghanistan
    ag atg antiguabarbuda antiguaandbarbuda antigua
    ai aia anguilla
    al alb albania
    am arm armenia
    ao ago angola
    aq ata antarctica
    ar arg argentina
    as asm americansamoa
    at aut austria
    au aus australia
    aw abw aruba
    ax ala alandislands
    az aze azerbaijan
    ba bih bosniaherzegovina bosniaandherzegovina bosnia
    bb brb barbados
    bd bgd bangladesh
    be bel belgium
    bf bfa burkinafaso
    bg bgr bulgaria
    bh bhr bahrain
    bi bdi burundi
    bj ben benin
    bl blm stbarthelemy saintbarthelemy
    bm bmu bermuda
    bn brn brunei bruneidarussalam
    bo bol bolivia boliviaplurinationalstateof
    bq bes caribbeannl
    br bra brazil brasil
    bs bhs bahamas thebahamas
    bt btn bhutan
    bv bvt bouvetisland
    bw bwa botswana
    by blr belarus
    bz blz belize
    ca can canada
    cc cck cocosislands cocoskeelingislands
    cd cod democraticrepublicofthecongo democraticrepublicofcongo drc congokinshasa zaire
    cf caf centralafricanrep centralafricanrepublic
    cg cog congo republicofthecongo congobrazzaville
    ch che switzerland
    ci civ cotedivoire ivorycoast
    ck cok cookislands
    cl chl chile
    cm cmr cameroon
    cn chn china prc peoplesrepublicofchina mainlandchina
    co col colombia
    cr cri costarica
    cu cub cuba
    cv cpv capeverde caboverde
    cw cuw curacao
    cx cxr christmasisland
    cy cyp cyprus
    cz cze czechrepublic czechia
    de deu germany deutschland
    dj dji djibouti
    dk dnk denmark
    dm dma dominica
    do dom dominicanrepublic republicadominicana
    dz dza algeria
    ec ecu ecuador
    ee est estonia
    eg egy egypt
    eh esh westernsahara
    er eri eritrea
    es esp spain espana
    et eth ethiopia
    fi fin finland
    fj fji fiji
    fk flk falklandislands falklandislandsmalvinas
    fm fsm micronesia
    fo fro faroeislands
    fr fra france
    ga gab gabon
    gb gbr unitedkingdom uk greatbritain england scotland wales northernireland
    gd grd grenada
    ge geo georgia
    gf guf frenchguiana
    gg ggy guernsey
    gh gha ghana
    gi gib gibraltar
    gl grl greenland
    gm gmb gambia thegambia
    gn gin guinea
    gp glp guadeloupe
    gq gnq equatorialguinea
    gr grc greece
    gs sgs southgeorgiathesouthsandwichislands southgeorgiaandthesouthsandwichislands
    gt gtm guatemala
    gu gum guam
    gw gnb guineabissau
    gy guy guyana
    hk hkg hongkong
    hm hmd heardislandmcdonaldislands heardislandandmcdonaldislands
    hn hnd honduras
    hr hrv croatia
    ht hti haiti ayiti
    hu hun hungary
    id idn indonesia
    ie irl ireland
    il isr israel
    im imn isleofman
    in ind india
    io iot britishindianoceanterritory
    iq irq iraq
    ir irn iran islamicrepublicofiran
    is isl iceland
    it ita italy
    je jey jersey
    jm jam jamaica
    jo jor jordan
    jp jpn japan
    ke ken kenya
    kg kgz kyrgyzstan
    kh khm cambodia
    ki kir kiribati
    km com comoros
    kn kna stkittsnevis stkittsandnevis saintkittsandnevis
    kp prk northkorea koreanorth
    kr kor southkorea korea republicofkorea koreasouth
    kw kwt kuwait
    ky cym caymanislands
    kz kaz kazakhstan
    la lao laos
    lb lbn lebanon
    lc lca stlucia saintlucia
    li lie liechtenstein
    lk lka srilanka
    lr lbr liberia
    ls lso lesotho
    lt ltu lithuania
    lu lux luxembourg
    lv lva latvia
    ly lby libya
    ma mar morocco
    mc mco monaco
    md mda moldova republicofmoldova
    me mne montenegro
    mf maf stmartin saintmartinfrenchpart
    mg mdg madagascar
    mh mhl marshallislands
    mk mkd northmacedonia macedonia
    ml mli mali
    mm mmr myanmar burma
    mn mng mongolia
    mo mac macau macao
    mp mnp northernmarianaislands
    mq mtq martinique
    mr mrt mauritania
    ms msr montserrat
    mt mlt malta
    mu mus mauritius
    mv mdv maldives
    mw mwi malawi
    mx mex mexico estadosunidosmexicanos unitedmexicanstates
    my mys malaysia
    mz moz mozambique
    na nam namibia
    nc ncl newcaledonia
    ne ner niger
    nf nfk norfolkisland
    ng nga nigeria
    ni nic nicaragua
    nl nld netherlands holland
    no nor norway
    np npl nepal
    nr nru nauru
    nu niu niue
    nz nzl newzealand
    om omn oman
    pa pan panama
    pe per peru
    pf pyf frenchpolynesia
    pg png papuanewguinea
    ph phl philippines thephilippines
    pk pak pakistan
    pl pol poland
    pm spm stpierremiquelon stpierreandmiquelon saintpierreandmiquelon
    pn pcn pitcairn
    pr pri puertorico
    ps pse palestine stateofpalestine westbank gaza
    pt prt portugal
    pw plw palau
    py pry paraguay
    qa qat qatar
    re reu reunion
    ro rou romania
    rs srb serbia
    ru rus russia russianfederation
    rw rwa rwanda
    sa sau saudiarabia
    sb slb solomonislands
    sc syc seychelles
    sd sdn sudan
    se swe sweden
    sg sgp singapore
    sh shn sthelena
    si svn slovenia
    sj sjm svalbardjanmayen svalbardandjanmayen
    sk svk slovakia
    sl sle sierraleone
    sm smr sanmarino
    sn sen senegal
    so som somalia
    sr sur suriname
    ss ssd southsudan
    st stp saotomeprincipe saotomeandprincipe
    sv slv elsalvador
    sx sxm stmaarten sintmaartendutchpart
    sy syr syria syrianarabrepublic
    sz swz eswatini swaziland
    tc tca turkscaicosis turksandcaicosis turksandcaicosislands
    td tcd chad
    tf atf frenchsterr frenchsouthernterritories
    tg tgo togo
    th tha thailand
    tj tjk tajikistan
    tk tkl tokelau
    tl tls easttimor timorleste
    tm tkm turkmenistan
    tn tun tunisia
    to ton tonga
    tr tur turkey turkiye
    tt tto trinidadtobago trinidadandtobago trinidad
    tv tuv tuvalu
    tw twn taiwan taiwanroc
    tz tza tanzania unitedrepublicoftanzania
    ua ukr ukraine
    ug uga uganda
    um umi usminoroutlyingislands unitedstatesminoroutlyingislands
    us usa unitedstates usa unitedstatesofamerica america unitedstatesamerica estadosunidos eeuu
    uy ury uruguay
    uz uzb uzbekistan
    va vat vaticancity holysee holyseevaticancitystate
    vc vct stvincent saintvincentandthegrenadines saintvincent
    ve ven venezuela venezuelabolivarianrepublicof
    vg vgb
    vi vir usvirginislands virginislands
    vn vnm vietnam
    vu vut vanuatu
    wf wlf wallisfutuna wallisandfutuna
    ws wsm westernsamoa samoa
    ye yem yemen
    yt myt mayotte
    za zaf southafrica
    zm zmb zambia
    zw zwe zimbabwe
    """
}
