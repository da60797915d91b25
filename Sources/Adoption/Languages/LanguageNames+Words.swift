extension LanguageNames {
  /// The tags of languages by their names, in English and in the language itself.
  static let words: [String: String] = {
    var result: [String: String] = [:]
    for line in lists.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      for name in parts.dropFirst() { result[name] = parts.first }
    }
    return result
  }()

  /// A tag and its names on each line, in lower case.
  private static let lists = """
    aa afar qafar
    ab abkhaz abkhazian аҧсуа
    ae avestan
    af afrikaans
    ak akan
    am amharic አማርኛ
    an aragonese aragonés
    ar arabic العربية
    as assamese অসমীয়া
    ast asturian asturianu
    av avar avaric
    ay aymara
    az azerbaijani azeri azərbaycan azərbaycanca
    ba bashkir башҡорт
    be belarusian byelorussian беларуская
    ber berber
    bg bulgarian български
    bh bihari
    bi bislama
    bm bambara bamanankan
    bn bengali bangla বাংলা
    bo tibetan བོད་ཡིག
    br breton brezhoneg
    bs bosnian bosanski
    ca catalan valencian català catala
    ce chechen нохчийн
    ceb cebuano
    ch chamorro
    chr cherokee
    ckb sorani central-kurdish
    co corsican corsu
    cr cree
    cs czech čeština cestina český česky
    cu church-slavonic
    cv chuvash чӑваш
    cy welsh cymraeg
    da danish dansk
    de german deutsch
    dsb lower-sorbian
    dv dhivehi divehi maldivian
    dz dzongkha
    ee ewe eʋegbe
    el greek ελληνικά ελληνικα
    en english
    eo esperanto
    es spanish español espanol castellano castilian
    et estonian eesti
    eu basque euskara euskera
    fa persian farsi فارسی
    ff fula fulah fulani
    fi finnish suomi
    fil filipino
    fj fijian
    fo faroese føroyskt
    fr french français francais
    fur friulian furlan
    fy frisian frysk
    ga irish gaeilge
    gd scottish-gaelic gàidhlig gaidhlig
    gl galician galego
    gn guarani guaraní
    gsw swiss-german schwiizerdütsch
    gu gujarati ગુજરાતી
    gv manx gaelg
    ha hausa
    haw hawaiian
    he hebrew עברית
    hi hindi हिन्दी हिंदी
    ho hiri-motu
    hr croatian hrvatski
    hsb upper-sorbian
    ht haitian haitian-creole
    hu hungarian magyar
    hy armenian հայերեն
    hz herero
    ia interlingua
    id indonesian bahasa-indonesia
    ie interlingue occidental
    ig igbo
    ii sichuan-yi
    ik inupiaq
    is icelandic íslenska islenska
    it italian italiano
    iu inuktitut
    ja japanese 日本語 nihongo
    jv javanese
    ka georgian ქართული
    kab kabyle taqbaylit
    kg kongo kikongo
    ki kikuyu gikuyu
    kj kuanyama
    kk kazakh қазақ қазақша
    kl greenlandic kalaallisut
    km khmer cambodian ខ្មែរ
    kmr kurmanji
    kn kannada ಕನ್ನಡ
    ko korean 한국어
    kok konkani
    kr kanuri
    ks kashmiri
    ku kurdish kurdî
    kv komi
    kw cornish kernewek
    ky kyrgyz kirghiz кыргызча
    la latina
    lb luxembourgish lëtzebuergesch
    lg luganda
    li limburgish
    ln lingala
    lo laotian ລາວ
    lt lithuanian lietuvių lietuviu
    lu luba-katanga
    lv latvian latviešu latviesu
    lzh classical-chinese 文言
    mai maithili
    mg malagasy
    mh marshallese
    mi maori māori
    mk macedonian македонски
    ml malayalam മലയാളം
    mn mongolian монгол
    mni manipuri meitei
    mr marathi मराठी
    ms malay melayu bahasa-melayu malaysian
    mt maltese malti
    my burmese myanmar မြန်မာ
    na nauruan
    nan hokkien taiwanese
    nb bokmål bokmal norwegian-bokmål norwegian-bokmal
    nd northern-ndebele
    nds low-german plattdeutsch
    ne nepali नेपाली
    ng ndonga
    nl dutch nederlands flemish vlaams
    nn nynorsk norwegian-nynorsk
    no norwegian norsk
    nr southern-ndebele
    nv navajo
    ny chichewa chewa nyanja
    oc occitan
    oj ojibwe ojibwa
    om oromo
    or odia oriya ଓଡ଼ିଆ
    os ossetian ossetic
    pa punjabi panjabi ਪੰਜਾਬੀ
    pcm nigerian-pidgin
    pi pali
    pl polish polski
    ps pashto pushto پښتو
    pt portuguese português portugues
    pt-BR brazilian-portuguese portuguese-brazil português-brasil brazilian
    pt-PT european-portuguese
    qu quechua
    rm romansh rumantsch
    rn kirundi rundi
    ro romanian română romana moldovan
    ru russian русский
    rw kinyarwanda
    sa sanskrit संस्कृतम्
    sat santali
    sc sardinian sardu
    scn sicilian
    sd sindhi سنڌي
    se northern-sami
    sg sango
    shn shan
    si sinhala sinhalese සිංහල
    sk slovak slovenčina slovencina slovensky
    sl slovenian slovene slovenščina slovenscina
    sm samoan
    sn shona chishona
    so somali soomaali
    sq albanian shqip
    sr serbian српски srpski
    ss swati siswati
    st sesotho southern-sotho
    su sundanese
    sv swedish svenska
    sw swahili kiswahili
    szl silesian
    ta tamil தமிழ்
    te telugu తెలుగు
    tg tajik тоҷикӣ
    th thai ไทย
    ti tigrinya ትግርኛ
    tk turkmen türkmen
    tl tagalog
    tn tswana setswana
    to tongan
    tr turkish türkçe turkce
    ts tsonga xitsonga
    tt tatar татар татарча
    tw twi
    ty tahitian
    tzm tamazight
    ug uyghur uighur
    uk ukrainian українська
    ur urdu اردو
    uz uzbek oʻzbek o'zbek
    ve venda tshivenda
    vi vietnamese tiếng-việt tieng-viet
    vo volapük volapuk
    wa walloon
    wo wolof
    xh xhosa isixhosa
    yi yiddish ייִדיש
    yo yoruba yorùbá
    yue cantonese 粵語 粤语
    za zhuang
    zgh standard-moroccan-tamazight
    zh chinese mandarin 中文 汉语 漢語
    zh-Hans 简体中文 chinese-simplified simplified-chinese
    zh-Hant 繁體中文 繁体中文 chinese-traditional traditional-chinese
    zu zulu isizulu
    """
}
