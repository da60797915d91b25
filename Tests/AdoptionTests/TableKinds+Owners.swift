extension TableKind {
  /// Tables that say whose each row is, in one column beside areas, in many languages.
  static let owners: [TableKind] =
    responsibilities + managers + shared + numbered + keepers
    + deputies

  /// A head that says "responsibility" over parties; the rows are not tasks.
  private static let responsibilities: [TableKind] = [
    ("en", "Area|Responsibility", "Customer", "Provider", "Shared"),
    ("de", "Bereich|Verantwortung", "Kunde", "Anbieter", "Gemeinsam"),
    ("fr", "Domaine|Responsabilité", "Client", "Fournisseur", "Partagée"),
    ("es", "Área|Responsabilidad", "Cliente", "Proveedor", "Compartida"),
    ("it", "Area|Responsabilità", "Cliente", "Fornitore", "Condivisa"),
    ("pl", "Obszar|Odpowiedzialność", "Klient", "Dostawca", "Wspólna"),
    ("nl", "Gebied|Verantwoordelijkheid", "Klant", "Leverancier", "Gedeeld"),
    ("pt-BR", "Área|Responsabilidade", "Cliente", "Fornecedor", "Compartilhada"),
    ("sv", "Område|Ansvar", "Kund", "Leverantör", "Delat"),
    ("ru", "Область|Ответственность", "Клиент", "Поставщик", "Общая"),
    ("zh", "领域|责任", "客户", "供应商", "共同"),
    ("ja", "領域|責任", "お客様", "プロバイダー", "共有"),
    ("ko", "영역|책임", "고객", "공급자", "공유"), ("ko", "영역|책임 주체", "고객", "제공자", "공유"),
  ].map { locale, head, customer, provider, all in
    TableKind(
      "responsibility of areas, \(locale)", locale,
      table(
        head, "Disks|\(customer)", "Wires|\(provider)", "Keys|\(all)", "Pages|\(customer)",
        "Halls|\(provider)"),
      """
      Disks: \(customer) RA
      Wires: \(provider) RA
      Keys: \(customer) R, \(provider) R
      Pages: \(customer) RA
      Halls: \(provider) RA
      """)
  }

  /// A head such as "managed by".
  private static let managers: [TableKind] = [
    ("en", "Component|Managed by"), ("en", "System|Operated by"),
    ("de", "Komponente|Verwaltet von"),
    ("de", "System|Betreut durch"), ("fr", "Composant|Géré par"),
    ("es", "Componente|Gestionado por"),
    ("it", "Componente|Gestito da"), ("pl", "Komponent|Zarządzany przez"),
    ("pt-BR", "Componente|Gerenciado por"), ("nl", "Component|Beheerd door"),
    ("sv", "Komponent|Hanteras av"), ("cs", "Komponenta|Spravuje"),
    ("ru", "Компонент|Кто управляет"), ("zh", "组件|管理方"), ("ko", "구성 요소|관리 주체"),
  ].map { locale, head in
    TableKind(
      "one column of names, \(head), \(locale)", locale,
      table(head, "Disks|Team Blue", "Wires|Team Red", "Keys|Team Blue", "Pages|Team Green"),
      "Disks: Team Blue RA\nWires: Team Red RA\nKeys: Team Blue RA\nPages: Team Green RA")
  }

  /// A column for all parties beside theirs.
  private static let shared: [TableKind] = [
    TableKind(
      "ticks for all", table("Task|Customer|Provider|Shared", "Paint|✔||", "Clean||✔|", "Wash|||✔"),
      "Paint: Customer RA\nClean: Provider RA\nWash: Customer R, Provider R"),
    TableKind(
      "crosses for both",
      table("Area|Customer|Provider|Both", "Paint|X||", "Clean||X|", "Wash|||X"),
      "Paint: Customer RA\nClean: Provider RA\nWash: Customer R, Provider R"),
    TableKind(
      "letters for all", table("Task|Crew|Shop|All", "Paint|A|R|I", "Clean|R|A|", "Wash|||R"),
      "Paint: Crew AI, Shop RI\nClean: Crew R, Shop A\nWash: Crew R, Shop R"),
    TableKind(
      "ticks for all, de", "de",
      table("Aufgabe|Kunde|Anbieter|Gemeinsam", "Malen|✔||", "Putzen||✔|", "Waschen|||✔"),
      "Malen: Kunde RA\nPutzen: Anbieter RA\nWaschen: Kunde R, Anbieter R"),
  ]

  /// Names in numbered lists.
  private static let numbered: [TableKind] =
    ["1. Crew<br>2. Shop", "1) Crew<br>2) Shop", "(1) Crew, (2) Shop", "① Crew<br>② Shop"].map {
      TableKind(
        "names with numbers, \($0)",
        table("Task|Responsible|Accountable", "Paint|\($0)|Yard", "Clean|Shop|Yard"),
        "Paint: Crew R, Shop R, Yard A\nClean: Shop R, Yard A")
    } + [
      TableKind(
        "numbers that belong to names", "de",
        table(
          "Aufgabe|Verantwortlich|Rechenschaftspflichtig",
          "Malen|1. Vorsitz<br>2. Vorsitz|Rat", "Putzen|1. Vorsitz|Rat"),
        "Malen: 1. Vorsitz R, 2. Vorsitz R, Rat A\nPutzen: 1. Vorsitz R, Rat A")
    ]

  /// Those who look after code, by a name or a handle, and the team of a service.
  private static let keepers: [TableKind] = [
    ("en", "Module|Maintainer"), ("en", "Directory|Code owners"), ("en", "Package|Maintainer(s)"),
    ("en", "Service|Team"), ("de", "Modul|Betreuer"), ("de", "Dienst|Team"),
    ("fr", "Module|Mainteneur"), ("es", "Módulo|Mantenedor"), ("pt-BR", "Módulo|Mantenedor"),
    ("it", "Modulo|Manutentore"), ("zh", "模块|维护者"), ("ja", "モジュール|メンテナー"),
    ("ru", "Модуль|Сопровождающий"), ("ko", "모듈|메인테이너"),
  ].flatMap { locale, head in
    [("Team Blue", "Team Red"), ("@example/blue", "@kim")].compactMap { first, second in
      // Only English and German names have the word "team" in them.
      let isOfWords = head.hasSuffix("|Team") && locale != "en" && first.hasPrefix("Team")
      return isOfWords
        ? nil
        : TableKind(
          "\(head) in \(locale), \(first)", locale,
          table(head, "Disks|\(first)", "Wires|\(second)", "Keys|\(first)", "Pages|\(second)"),
          "Disks: \(first) RA\nWires: \(second) RA\nKeys: \(first) RA\nPages: \(second) RA")
    }
  }

  /// An owner beside deputies.
  private static let deputies: [TableKind] = [
    ("en", "Task|Primary owner|Secondary owner"), ("en", "Task|Primary|Backup"),
    ("en", "Activity|Primary|Secondary"), ("en", "Task|Owner|Deputy"),
    ("ja", "業務|正|副"), ("zh", "任务|主|副"),
  ].map { locale, head in
    TableKind(
      "\(head) in \(locale)", locale,
      table(head, "Disks|Kim|Lou", "Wires|Lou|Sam", "Keys|Max|Eva", "Pages|Kim|Ann"),
      "Disks: Kim RA\nWires: Lou RA\nKeys: Max RA\nPages: Kim RA")
  }
}
