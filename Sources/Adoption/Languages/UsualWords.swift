/// The words that every text of a language is full of, for languages in Latin letters.
enum UsualWords {
  /// The languages of a word, in lower case.
  static let languages: [String: [String]] = {
    var result: [String: [String]] = [:]
    for (language, words) in lists {
      for word in words.split(separator: " ") { result[String(word), default: []].append(language) }
    }
    return result
  }()

  /// The languages that have words.
  static let codes = Set(lists.map(\.0))

  private static let lists = [
    (
      "en",
      "the and of to is are in for that with on this it be by from as or not you your all who what "
        + "when how which can will has have at an their each every we they"
    ),
    (
      "de",
      "der die das und ist sind nicht ein eine einen einer von zu zum zur mit für auf im den dem des "
        + "wird werden sie wer was wie bei aus oder auch alle jede jeder kann nach"
    ),
    (
      "fr",
      "le la les des du de et est sont un une pour dans par sur avec que qui ce cette vous votre ne "
        + "pas tous toutes aux au ou il elle nous être leur leurs"
    ),
    (
      "es",
      "el la los las de del y es son un una para en por con que no se su sus al lo como más este esta "
        + "todos todas cada quién o usted"
    ),
    (
      "it",
      "il lo la gli le di del della dei delle e è sono un una per in con che non si su al alla da "
        + "come più questo questa tutti ogni chi o nel nella"
    ),
    (
      "pt",
      "o a os as de do da dos das e é são um uma para em no na por com que não se ao à como mais este "
        + "esta todos cada quem ou você seu sua"
    ),
    (
      "nl",
      "de het een en van is zijn niet voor op met in te dat die wordt worden door bij aan of u wie wat "
        + "elke alle kan naar ook"
    ),
    (
      "sv",
      "och att det en ett är som för på med av den till inte om vi de har kan ska alla varje vem vad "
        + "från eller du din"
    ),
    (
      "da",
      "og at det en et er som for på med af den til ikke om vi de har kan skal alle hver hvem hvad fra "
        + "eller du din blev"
    ),
    (
      "no",
      "og at det en et er som for på med av den til ikke om vi de har kan skal alle hver hvem hva fra "
        + "eller du din ble"
    ),
    (
      "fi",
      "ja on ei että se ovat kun tai joka mutta kuin myös voi sen ne olla kaikki kanssa mukaan sekä "
        + "jos mitä kuka"
    ),
    (
      "pl",
      "i w na z do nie jest są się że to dla od po przez jak lub oraz które który wszystkie każdy kto "
        + "co przy może"
    ),
    (
      "cs",
      "a v na je se že z do pro od po by jsou nebo jak která který které všechny každý kdo co při může "
        + "není také"
    ),
    (
      "sk",
      "a v na je sa že z do pre od po by sú alebo ako ktorá ktorý ktoré všetky každý kto čo pri môže "
        + "nie aj"
    ),
    (
      "hu",
      "a az és hogy nem egy is van vagy meg ez ha csak minden aki mit lehet kell azt amely illetve"
    ),
    (
      "ro",
      "și de în la cu pe nu este sunt un o pentru din care să se că al ale sau toate fiecare cine prin"
    ),
    (
      "hr",
      "i u na je se da za od do su ne s iz koji koja koje ili kao svi svaki tko što može"
    ),
    (
      "tr",
      "ve bir bu için ile de da olarak olan her kim ne veya tüm değil gibi daha sonra kadar tarafından"
    ),
    (
      "vi",
      "và của là các có cho không được trong một với những này khi để người từ đến ai mỗi tất cả về"
    ),
    (
      "id",
      "dan yang di untuk dengan ini dari pada tidak adalah dalam atau oleh akan ke setiap semua siapa "
        + "anda dapat itu"
    ),
    (
      "ca",
      "el la els les de del i és són un una per en amb que no es al com més aquest aquesta tots"
    ),
    ("lt", "ir yra kad su iš į tai kaip ne bet arba jo visi kiekvienas kas gali būti"),
    ("lv", "un ir ka ar no uz tas kā bet vai visi katrs kas var būt par pie"),
    ("et", "ja on ei et see mis kui või ka kõik iga kes võib olla ning oma"),
    ("sl", "in je na se da za od do so ne z iz ki ali kot vsi vsak kdo kaj lahko"),
  ]
}
