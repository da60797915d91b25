import Alignment
import Foundation
import Guide
import Markdown
import Testing

/// Rows of translations in other scripts and table styles, made for these tests: a public library.
@Suite struct UnseenTranslationTests {
  private static let english = """
    # Who does what

    ## The library

    | Duty | What it is |
    | --- | --- |
    | Catalogue | We enter each new book within 5 days.<br><br>See [the catalogue](catalogue.md). |
    | Reading room | We open the room at eight and close it when the last reader has left. |
    | Inter-library loans | We order through WorldCat.<br><br>You pay the postage.<br><br>We write when it is there. |
    | Heating | The caretaker looks after it. |

    ## The readers

    | Duty | What it is |
    | --- | --- |
    | Returning books | You bring books back on time, clean and dry, and tell us about damage at once. |
    | Library card | You keep the RFID card safe.<br><br>A lost one is replaced: see [cards](cards.md#lost). |
    | Quiet | You speak softly. |
    | Computers | You log on with your card.<br>- No food<br>- No drinks<br>- One hour at a time |
    """

  /// Without outer pipes.
  private static let arabic = """
    # من يفعل ماذا

    ## المكتبة

    الواجب | الوصف
    --- | ---
    الفهرس | نُدخل كل كتاب جديد خلال ٥ أيام.<br><br>انظر [الفهرس](catalogue.md).
    قاعة القراءة | نفتح القاعة في الثامنة ونغلقها بعد أن يغادر آخر قارئ.
    الإعارة بين المكتبات | نطلب عبر WorldCat.<br><br>تدفع أنت أجرة البريد.<br><br>نكتب إليك عند وصوله.
    التدفئة | يعتني بها حارس المبنى.

    ## القرّاء

    الواجب | الوصف
    --- | ---
    إعادة الكتب | تعيد الكتب في موعدها نظيفة وجافة وتخبرنا بأي ضرر فورًا.
    بطاقة المكتبة | تحفظ بطاقة RFID في مكان آمن.<br><br>نستبدل المفقودة: انظر [البطاقات](cards.md#مفقودة).
    الهدوء | تتكلم بصوت منخفض.
    الحواسيب | تسجّل الدخول ببطاقتك.<br>- لا طعام<br>- لا شراب<br>- ساعة واحدة كل مرة
    """

  /// The last pipe missing in some rows, and a table that has nothing but its head.
  private static let japanese = """
    # 担当の一覧

    ## 図書館

    | 仕事 | 内容
    | --- | ---
    | 目録 | 新しい本は5日以内に登録します。<br><br>[目録](catalogue.md)をご覧ください。
    | 閲覧室 | 八時に開け、最後の利用者が帰ったら閉めます。 |
    | 相互貸借 | WorldCatで取り寄せます。<br><br>送料はご負担ください。<br><br>届いたらお知らせします。
    | 暖房 | 管理人が見ています。 |

    | 予定 | 内容 |
    | --- | --- |

    ## 利用者

    | 仕事 | 内容
    | --- | ---
    | 本の返却 | 本は期限までに、汚さず乾いたまま返し、傷みがあればすぐに知らせてください。
    | 図書館カード | RFIDカードは大切に保管してください。<br><br>なくした場合は[カード](cards.md#lost)をご覧ください。
    | 静かに | 小さな声で話してください。
    | パソコン | カードでログオンします。<br>- 食べ物なし<br>- 飲み物なし<br>- 一回一時間
    """

  /// Three columns.
  private static let hindi = """
    # कौन क्या करता है

    ## पुस्तकालय

    | काम | विवरण | टिप्पणी |
    | --- | --- | --- |
    | सूची | हम हर नई पुस्तक 5 दिनों में दर्ज करते हैं। | [सूची](catalogue.md) देखें। |
    | वाचनालय | हम कमरा आठ बजे खोलते हैं और अंतिम पाठक के जाने पर बंद करते हैं। | |
    | अंतर-पुस्तकालय ऋण | हम WorldCat से मँगाते हैं।<br><br>डाक खर्च आप देते हैं। | आने पर हम लिखते हैं। |
    | तापन | रखवाला इसे देखता है। | |

    ## पाठक

    | काम | विवरण | टिप्पणी |
    | --- | --- | --- |
    | पुस्तकें लौटाना | आप पुस्तकें समय पर, साफ़ और सूखी लौटाते हैं और क्षति तुरंत बताते हैं। | |
    | पुस्तकालय कार्ड | आप RFID कार्ड सँभालकर रखते हैं। | खोने पर बदला जाता है: [कार्ड](cards.md#lost) देखें। |
    | शांति | आप धीरे बोलते हैं। | |
    | कंप्यूटर | आप कार्ड से लॉग ऑन करते हैं।<br>- भोजन नहीं<br>- पेय नहीं<br>- एक बार में एक घंटा | |
    """

  private static let russian = """
    # Кто что делает

    ## Библиотека

    Обязанность | Описание
    :--- | :---:
    Каталог | Мы вносим каждую новую книгу за 5 дней.<br><br>См. [каталог](catalogue.md).
    Читальный зал | Мы открываем зал в восемь и закрываем, когда уходит последний читатель.
    Межбиблиотечный абонемент | Мы заказываем через WorldCat.<br><br>Почту платите вы.<br><br>Мы пишем, когда книга пришла.
    Отопление | За ним следит смотритель.

    ## Читатели

    Обязанность | Описание
    :--- | :---:
    Возврат книг | Вы возвращаете книги в срок, чистыми и сухими, и сразу сообщаете о повреждениях.
    Читательский билет | Вы бережёте билет с RFID.<br><br>Потерянный заменят: см. [билеты](cards.md#lost).
    Тишина | Вы говорите тихо.
    Компьютеры | Вы входите по билету.<br>- Без еды<br>- Без напитков<br>- Не больше часа
    """

  private static let texts = [
    ("en", english), ("ar", arabic), ("ja", japanese), ("hi", hindi), ("ru", russian),
  ]

  private func pairs(
    _ source: (locale: String, text: String), _ target: (locale: String, text: String)
  ) throws -> [RowAligner.Pair] {
    let documents = try [source, target].map { try TableText.parse($0.text, $0.locale) }
    let set = try DocumentSetBuilder.build(
      key: "roles", raci: nil, versions: documents, sourceIndex: 0,
      locales: [source.locale, target.locale]
    ).set
    return try #require(set.versions[1]).pairs
  }

  @Test(arguments: 0..<5, 0..<5) func rowsOfEveryScriptAndStyleAreFound(
    source: Int, target: Int
  ) throws {
    guard source != target else { return }
    let pairs = try pairs(Self.texts[source], Self.texts[target])
    #expect(pairs.map(\.source) == Array(0..<8))
    #expect(pairs.map(\.target) == Array(0..<8))
    let uncertain = pairs.filter { $0.score < RowAligner.uncertainBelow }
    #expect(uncertain.map(\.source) == [], "\(Self.texts[source].0) to \(Self.texts[target].0)")
  }

  /// Each row that only some languages keep tokens and links in goes, in each language.
  @Test(arguments: 1..<5) func aDroppedRowMovesNoOther(language: Int) throws {
    let (locale, text) = Self.texts[language]
    let rows = try TableText.parse(text, locale).rows
    for dropped in rows.indices {
      var lines = text.components(separatedBy: "\n")
      lines.remove(at: rows[dropped].location.line - 1)
      let pairs = try pairs(Self.texts[0], (locale, lines.joined(separator: "\n")))
      let right = pairs.filter { $0.target == $0.source - ($0.source > dropped ? 1 : 0) }
      let silent = pairs.filter {
        !right.contains($0) && $0.score >= RowAligner.uncertainBelow
      }
      #expect(right.count >= 6, "\(locale) without row \(dropped): \(pairs)")
      #expect(silent.isEmpty, "\(locale) without row \(dropped): \(silent)")
    }
  }

  /// The source is four years older: since then rows were renamed, two were added, one was given
  /// to the other side, one was rewritten and one has gone.
  @Test(arguments: [
    (
      "ru",
      """
      # Кто что делает

      ## Библиотека

      Обязанность | Описание
      --- | ---
      Электронный каталог | Мы вносим каждую новую книгу за 2 дня.<br><br>См. [каталог](catalogue.md).
      Залы и кабины | Мы открываем зал в восемь и закрываем, когда уходит последний читатель.
      Аудиокниги | Мы выдаём их на телефон.<br><br>Список есть на [странице](audio.md).<br><br>Срок две недели.<br><br>Продлить можно дважды.
      Заказ из других библиотек | Мы заказываем через WorldCat.<br><br>Почту платите вы.<br><br>Мы пишем, когда книга пришла.
      Читательский билет | Мы храним копию билета с RFID.<br><br>Потерянный заменим: см. [билеты](cards.md).

      ## Читатели

      Обязанность | Описание
      --- | ---
      Сдача книг | Вы возвращаете книги в срок, чистыми и сухими, и сразу сообщаете о повреждениях.
      Шкафчики | Вы оставляете сумки в шкафчике с кодом PIN.
      Тишина в залах | Вы говорите тихо.
      Компьютеры и Wi-Fi | Вы входите по билету.<br>- Без еды<br>- Без напитков<br>- Не больше часа
      """,
      [0, 1, nil, 2, 5, 4, nil, 6, 7] as [Int?]
    ),
    (
      "ja",
      """
      # 担当の一覧

      ## 図書館

      | 仕事 | 内容 |
      | --- | --- |
      | 電子目録 | 新しい本は2日以内に登録します。<br><br>[目録](catalogue.md)をご覧ください。 |
      | 閲覧室と個室 | 八時に開け、最後の利用者が帰ったら閉めます。 |
      | オーディオブック | 携帯電話に貸し出します。<br><br>一覧は[こちら](audio.md)です。<br><br>期間は二週間です。<br><br>二回延長できます。 |
      | 他館からの取り寄せ | WorldCatで取り寄せます。<br><br>送料はご負担ください。<br><br>届いたらお知らせします。 |
      | 図書館カード | RFIDカードの写しを保管します。<br><br>なくした場合は[カード](cards.md)をご覧ください。 |

      ## 利用者

      | 仕事 | 内容 |
      | --- | --- |
      | 返却 | 本は期限までに、汚さず乾いたまま返し、傷みがあればすぐに知らせてください。 |
      | ロッカー | 荷物はPINコード付きのロッカーに預けてください。 |
      | 館内では静かに | 小さな声で話してください。 |
      | パソコンとWi-Fi | カードでログオンします。<br>- 食べ物なし<br>- 飲み物なし<br>- 一回一時間 |
      """,
      [0, 1, nil, 2, 5, 4, nil, 6, 7] as [Int?]
    ),
  ]) func aSourceFourYearsOlderIsAligned(
    locale: String, text: String, expected: [Int?]
  ) throws {
    let pairs = try pairs(Self.texts[0], (locale, text))
    var found = [Int?](repeating: nil, count: expected.count)
    for pair in pairs { found[pair.target] = pair.source }
    #expect(found == expected)
    for pair in pairs where expected[pair.target] != pair.source {
      #expect(pair.score < RowAligner.uncertainBelow, "\(pair)")
    }
  }
}
