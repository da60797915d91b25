/// The frequent words of languages, which a text of 12 words has several of.
///
/// They are articles, prepositions, and the like. For Chinese and Japanese, they are characters
/// that the other two languages write in another way or not at all.
extension LanguageProfile {
  /// One line per language: its tag, its name, and its words.
  static let lists = """
    ar the Arabic language: من في على أن إلى هذا هذه أو لا ما مع إذا التي الذي عن هو هي كان كل بعد قد كما يتم \
    عند حتى ثم بين قبل غير لم لن تم يمكن يجب أي عبر حول دون وهو وفي ومن أنه فقط يمكنك الخاص \
    الخاصة إليها جميع المستخدم يكون تكون بواسطة عندما الذين ولا وإذا كانت فيها أيضا أيضًا بها \
    هناك ليس الآن منها لها له
    bg Bulgarian: и на в за се от да не е с са или по че ще при като това ако до този може към \
    си тази които трябва след без само има ли тези бъде със във който която когато между им му \
    още както което всички според преди повече всеки освен докато бъдат имат нужно чрез тях \
    следва винаги също
    ca Catalan: de la el i a que en els per les un una amb es del al no si és són o d l s com \
    més aquest aquesta seva seu pot ha han cal quan també has dels als pel aquests sense fer \
    entre ser cada poden qualsevol durant segons mitjançant qui on abans després perquè quin \
    sigui estat només sols tenen té altre altra altres aquells totes tots així mentre dins cap \
    què fins des seus seves hi ho heu haver cadascun nostre nosaltres
    cs Czech: a v na se je že s z do pro jako od k jsou nebo po o by ale není být které který \
    která při lze pokud aby tak jen může musí jeho tento tato ze také byl má již když podle mezi \
    pouze před všechny všech protože případě mohou musejí každý každou pomocí však více tyto \
    jejich svou své odpovídá zda kdo kde kdy až ani ve ke ji jí aniž bude budou včetně sám tím
    da Danish: og at det er en til af på for med ikke den de der som har et kan fra eller ved \
    når skal hvis du vil også efter være bliver disse dette denne om så blive deres nogle mellem \
    kun uden hvor andre under ifølge derfor fordi hvilken hvilke begge hver hvert inden blev \
    havde skulle sådan sig dem jer jeres vores mod hvem hvordan før gennem dets end nu samme \
    altid aldrig meget kunne får gør blevet
    de German: der die das und ist nicht mit für von den dem des ein eine auf im zu sich es als \
    auch wird oder aus sie wenn nach dass kann haben ihre werden bei sind einen einer an in \
    durch vor zum zur über nur dieser diese wie am um können müssen sowie zwischen jeder jede \
    jedes wurde wurden keine ihren ihrer unter gegen damit soll sollte ohne alle bis beim noch \
    darf dieses diesem dessen deren welche etwa wer falls bevor
    en English: the of and to in is are for that with on by it be as this from or an at your you \
    not can has have which when they will its if their each all must any before after who other \
    these than should may only was would could about there where does between within without \
    because also into been make more such so we our using until while per
    es Spanish: el la los las de que en y un una por con para es se del al su como más no lo sus \
    este esta o si está son ser pero cuando entre también sin sobre cada debe puede hay ha desde \
    hasta usted todos ya estos pueden deben cualquier durante según mediante quien quién donde \
    antes después porque cuál sido están sólo solo tiene tienen nuestro otro otra otros ese esa \
    eso todas toda tanto así además aunque mientras le les
    et Estonian: ja on ei et kui see ka või mis oma seda selle siis ning aga kes pole olema \
    tuleb peab saab võib iga nii ainult kuni pärast enne kas need ta nad neid vastutab mida kus \
    eest kohta juures nende jaoks jooksul kõik nendega mitte tuleks saavad võivad peavad millal \
    vajaduse korral alates vastavalt koos ilma samuti igal kellele tema oleks nagu sest kasutaja \
    juhul kuidas lisaks vahel ole
    fa Persian: و در به از که این را با است برای آن یک می ها شود های تا هر یا اگر باید شده کند \
    کنید شما باشد نیست پس نیز هم بر خود دارد پیش بین بدون پیشین همه چه هستند می‌شود میشود کرده \
    آنها آن‌ها چگونه وقتی هنگام درباره توسط مورد همچنین بیش دیگر بسیار وجود استفاده
    fi Finnish: ja on ei että se ovat joka mutta tai kun sen myös niin voi ole sekä jos ne tämä \
    ennen jotka vain kuin jonka mukaan hän tulee voidaan niiden kanssa olla eivät jossa kaikki \
    tämän näiden vastaa siitä ota sitä kuitenkin jälkeen muut kunnes voivat pitää täytyy \
    vastaavat vastuussa käyttäjä koska mukana ainoastaan jokainen jokaisen siihen niitä joita \
    joiden vielä kautta silloin ilman olevat enintään ollut tehdään tekee ottaa päättää
    fr French: le la les des et est une dans pour par sur que qui au aux du avec pas vous votre \
    ce cette sont ou il être plus elle ses l d un en de ne a n s à si peut doit leur ces chaque \
    sans après avant entre comme tous peuvent doivent celui lorsque toutes aussi afin selon \
    pendant ainsi depuis lors dont où nous leurs fait faire aucun aucune même toute tout très \
    alors elles ils cet son sa été via jusqu
    hr Croatian: i u je na se za da od su ili s ne koji koja koje kao što će iz biti li samo po \
    kako ako bi ima može treba nije sve do o svaki prije nakon tko gdje ovo ovaj tijekom sa mogu \
    njihov te već kojima kojem kojoj odgovoran moraju mora svake svih također prema između dok \
    kad kada bez ovi ove njihove budu bila bio nego više tome toga uz ga ih im
    hu Hungarian: a az és hogy nem egy is meg ha van csak kell vagy ez el be ki lehet mint majd \
    akkor akik aki amely ezt után előtt minden más azt ezek nincs volt lesz között illetve által \
    szerint való esetén sem fel amelyek amelynek kapcsolatos felelős követően legalább szükséges \
    valamint ezért mielőtt miután azok olyan arról ennek annak során alatt lehetnek hanem egyik \
    már még őket hogyan amikor ahol saját nélkül
    id Indonesian: yang dan di untuk dengan dari pada ini dalam tidak akan itu atau oleh ke \
    adalah dapat anda juga sebagai jika harus setiap telah bisa mereka kami tersebut setelah \
    sebelum antara kepada semua bahwa karena saat serta para hanya apakah secara ketika \
    dilakukan melalui pengguna bertanggung jawab memastikan sehingga tetapi terhadap selama \
    sesuai memiliki lain lainnya hal diperlukan maka ia kapan siapa agar belum sudah masih perlu \
    yaitu
    is Icelandic: og að í er á um til við sem með það ekki fyrir af eða en ef þú þetta eru hefur \
    þegar verið frá hann því þá þessi svo upp eftir verður hafa úr getur skal þess ber sér þeim \
    allar allir þar hvort hvernig áður einnig allt aðeins bara vera geta ætti þurfa þarf ábyrgð \
    notanda notandi sína sinni þeirra hvað hver hvers milli vegna síðan ásamt samkvæmt hafi \
    engin ekkert nema öll þau þeir hún
    it Italian: il la di che e un una per con non si della dei delle le gli sono nel alla da \
    come più o è in del al i l ha su se anche questo questa ogni prima dopo deve può essere dal \
    nella ai quando tra possono devono qualsiasi durante secondo mediante chi dove perché quale \
    stato stata solo hanno altro altra altri quello quella tutti tutte così inoltre mentre dai \
    sulla sul nelle nei negli dagli alle agli ad ed cui senza loro viene vengono
    ja Japanese: の は を に が で と し て い る す た な れ ま
    lt Lithuanian: ir yra į kad ar su iš tai bus apie nuo jei arba dėl būti kai tik po už prie \
    per gali turi šis ši jų kaip bet ne jo prieš savo visi kas pagal dar buvo tarp taip nėra šio \
    kuris kuri kurie kuriuos pat jeigu galima reikia visus kiekvieną kiekvienas nebent tačiau \
    negali bent kartu iki kada atsako atsakingas jūsų naudotojas šie kuriame tada tokiu atveju \
    būtų ji mes ką
    lv Latvian: un ir uz par ar no kas lai vai ka ja kā to pēc ne arī tiek pie līdz bet var tā \
    tas tiks jābūt kad tikai šis šī jūs visi pirms kur jo nav savu tās ko katru kuri viņš atbild \
    gan būt starp kurš kura kuras kurus katram vienmēr atbildīgs nepieciešams jāveic tomēr \
    saskaņā visiem visas savas mūsu jūsu lietotājs ietver tāpēc kamēr kopā ikviens pret būtu \
    nevar drīkst citi cits sava tam vēl jau šo tai
    ms Malay: yang dan di untuk dengan ini dalam tidak akan itu atau oleh ke ialah adalah anda \
    jika boleh daripada kepada pada setiap telah sila bagi tersebut selepas sebelum antara semua \
    bahawa kerana ia juga mesti mereka perlu serta hanya sahaja dari dilakukan melalui pengguna \
    bertanggungjawab memastikan sebagai supaya tetapi terhadap semasa mengikut mempunyai lain \
    hendaklah apabila iaitu belum sudah masih siapa mana agar dibuat dahulu sekiranya
    nb Norwegian: og at det er en til av på for med ikke den de som har et kan fra eller ved når \
    skal om du hvis vil må også etter være blir disse dette denne så bli deres mellom bare uten \
    hvor andre noen under ifølge derfor fordi hvilken hvilke kun begge hver hvert innen ble \
    hadde skulle slik seg dem dere våre vår mot hvem hvordan før gjennom dets enn nå samme \
    alltid aldri mye kunne får gjør blitt noe
    nl Dutch: de het een en van is dat op te zijn met voor niet aan er om ook als bij of door \
    worden naar uit in die dit wordt kan deze u moet over hun na wie geen alle meer tussen per \
    dan heeft kunnen moeten tijdens volgens voordat nadat omdat welke waar zodat alleen hebben \
    andere beide elke ieder iedere zonder binnen werd wij ons onze uw zich zoals zodra ze zij \
    tot via wel nog mag zal zou dient
    pl Polish: i w na z do się nie jest to że oraz dla od przez po za są jak lub które który \
    która a o przed tylko może jego ich być jeśli gdy ma też tym czy każdy musi należy między \
    tego ze został przy zostać została podczas również wszystkie wszystkich ponieważ gdzie można \
    mogą będzie jednak swoje nich jej ale bez niż pod te ten tej tych którzy której odpowiada \
    wraz razie zgodnie aby
    pt Portuguese: o a os as de que e do da em um uma para com não por se dos das no na mais \
    como ao é são ou ser você seu sua pode deve este esta quando também sem entre cada pela pelo \
    até à foi após podem devem qualquer durante segundo quem onde antes depois porque qual sido \
    está estão apenas só tem têm outro outra outros esse essa isso todas toda todos assim além \
    embora enquanto pelos pelas numa num às nas nos deste desta ele ela eles lhe
    ro Romanian: de și în la a să este cu nu pe care pentru din se că sau au un o sunt mai dacă \
    ce fi va al ale prin după până când trebuie lor acest această fără numai între către doar \
    fiecare poate toate ei ca şi înainte dintre aceste acestea acestei acestui despre oricare \
    există toți toată cum unde însă dumneavoastră unei unui cele cel cea sub peste atunci iar \
    ori deci asupra aveți
    ru Russian: и в на не что с по для это как из от к или за при он а но о у вы если их то его \
    все быть до мы кто так эти этот она они же без также под между есть чтобы который которые \
    которая которого может могут должен должны должна будет будут только после перед можно нужно \
    этого всех через каждый каждого является когда более своих нет этом всегда были было была
    sk Slovak: a v na je sa že s z do pre ako od k sú alebo po o by ale nie byť ktoré ktorý \
    ktorá pri ak aby tak len môže musí jeho tento táto zo tiež bol má už keď podľa medzi iba \
    pred ich čo všetky všetkých pretože prípade môžu musia každý každú pomocou však viac tieto \
    svoju svoje zodpovedá či kto kde kedy až ani vo ku ju jej bude budú vrátane počas tým aj \
    boli bola
    sl Slovenian: in v je na se za da z so od ali ki ne po s tudi pri kot ter če pa do bo ni \
    lahko mora samo vse iz o pred kdo med kako ko ima vsak biti to njihov ta še že kateri katera \
    katere kadar kjer vendar morajo vsako vsakega vsi glede zaradi svoje njihove odgovoren \
    odgovorna oziroma dokler brez bodo bil bila tem tega nato čez pod preden imajo ker poleg
    sr Serbian: i u je na se za da od su ili s ne koji koja koje kao što će iz biti li samo po \
    kako ako bi ima može treba nije sve do o svaki pre posle ko gde ovo ovaj tokom sa mogu \
    njihov te već kojima kojem kojoj nakon odgovoran moraju mora svake svih takođe prema između \
    dok kad kada bez ovi ove njihove budu bila bio nego više tome toga uz ga ih im
    sv Swedish: och att det som en är av för med till den på inte om ett har de kan från eller \
    vid när ska ni er så i du vi vill alla dessa denna detta efter också vara sin sina blir bara \
    mellan utan innan deras måste under enligt därför eftersom vilken vilka där endast andra \
    båda varje inom blev hade skulle sådan sig dem era vår våra mot vem hur genom dess än nu \
    samma alltid aldrig mycket kunna får tas
    tr Turkish: ve bir bu için ile de da olarak olan daha çok gibi kadar ancak veya ya her ne \
    var en tüm sonra önce değil ise eğer mi ki olur göre o tarafından olup yalnızca tek nasıl \
    bunu kim yok bütün olduğu olduğunu olması edilir gerekir sorumludur üzere üzerinde arasında \
    içinde değildir bulunan yapılır ilgili diğer böylece bunun bunlar sırasında hakkında \
    olmalıdır olabilir aynı kendi şekilde nedeniyle zaman ederek kullanıcı
    uk Ukrainian: і в на не що з для це як від або до та у за при й є про якщо а але ви його їх \
    ми бути він вона вони можна під коли тільки усі всі після цей які який чи ще щоб без між яка \
    якого може можуть повинен повинні буде будуть перед також потрібно цього всіх через кожен \
    більше своїх немає було була разі час лише
    ur Urdu: کے کی میں ہے کو اور کا سے پر یہ نہیں اس ہیں کہ ایک ہو کر لیے آپ یا تو بھی گا جو تک \
    نے ہر ان وہ جب کوئی ہی اگر کیا تھا گے ساتھ بعد پہلے تمام چاہیے ہوں کرتا کرتے کریں جاتا جاتی \
    جائے ہوتا ہوتی وقت گیا گئی کسی جیسے والے والی انہیں درمیان جہاں ہوئے کرنا کرنے دیں رہا رہے
    vi Vietnamese: là của và các cho được trong có không với một này để khi người những từ đến \
    theo trên phải về hoặc nếu sẽ đã cũng như vào ra bởi tất cả mỗi bạn họ nào ai trước sau tại \
    cần thể do chỉ đó chịu trách nhiệm
    zh Simplified Chinese: 这 们 个 为 时 会 对 说 过 还 关 动 点 现 应 该 设 务 责 开 问 题 员 项 数 据 权 类 条 产 业 单 处 则 须 \
    变 进 选 择 实 发 与 后 经 给 让 从 请 护 记 录 计 划 认 证 检 测 术 组 织 间 见 长 门 级 统
    zh-TW Traditional Chinese: 這 們 個 為 時 會 對 說 過 還 關 動 點 現 應 該 設 務 責 開 問 題 員 項 數 據 權 類 條 產 業 單 處 \
    則 須 變 進 選 擇 實 發 與 後 經 給 讓 從 請 護 記 錄 計 劃 認 證 檢 測 術 組 織 間 見 長 門 級 統
    """
}
