import Foundation
import TestSupport
import Testing

/// Contacts and members come into `guide.yml`, whatever its style, and nothing else changes.
@Suite struct PartyImportTests {
  private static let catalog = """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: web}
    ---
    # The team
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata:
      name: customer-it
      links:
        - url: javascript:alert(1)
        - url: https://desk.example/help
    spec:
      type: team
      profile: {displayName: IT, email: desk@example.com, picture: https://x.example/p.png}
      children: []
      members: [jdoe, "user:default/berg"]
    ---
    apiVersion: backstage.io/v1alpha1
    kind: User
    metadata: {name: jdoe}
    spec: {profile: {displayName: "Jo Doe"}, memberOf: []}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: User
    metadata: {name: third}
    spec: {memberOf: [group:default/customer-it]}
    ---
    kind: Group
    metadata: {name: strangers}
    spec: {profile: {email: x@y.example}}

    """

  /// A guide of two parties, `parties` written as told.
  private func guide(_ parties: String) throws -> ExchangedGuide {
    let files = [
      "content/guide.yml": "# Settings\nsource_locale: en\nlocales: [en]  # one\n\(parties)",
      "content/en/locale.yml":
        "title: Guide\nparties: {provider: The provider, customer-it: Your IT}\n",
      "content/en/index.md": "---\ntitle: Home\ndescription: A guide.\n---\n# Home\n",
    ]
    return ExchangedGuide(folder: try TemporaryFolder(files: files))
  }

  private static let forms = [
    "parties: [provider, customer-it]\nbase_path: /x/\n",
    "parties: [provider, \"customer-it\"]",
    "parties:\n- provider\n- customer-it # ours\nbase_path: /x/\n",
    "parties:\n  - provider\n\n  # The customer\n  - customer-it",
    "parties:\r\n  - provider\r\n  - 'customer-it'\r\nbase_path: /x/\r\n",
    "parties:\n  - id: provider\n  - id: customer-it   # ours\nbase_path: /x/\n",
    "parties:\n  - provider\n  - {id: customer-it}\n",
    "parties:\n  - provider\n  - members: [Old]  # who\n    id: customer-it\n",
    "parties:\n  - provider\n  - customer-it:\nbase_path: /x/\n",
    "parties:\n  - provider\n  - customer-it: {}\n",
    "parties:\n  provider:\n  customer-it:  # ours\nbase_path: /x/\n",
    "parties:\n  provider: ~\n  customer-it:\n    contact:\n      mail: old@example.com  # old\n",
    "parties:\n  provider:\n  customer-it:\n    contact: {mail: \"old@example.com\"}\n    members:\n"
      + "      - Old  # first\n      - Older\n      - Oldest\n      - Eldest\n",
    "parties: {provider: , customer-it: {contact: {}, members: []}}\n",
    "parties:\n  provider:\n  customer-it:\n    contact:\n    members:\n",
    "parties:\n  provider:\n  customer-it:\n    contact:\n      phone: 4711\n    members: [Old, Older]\n",
  ]

  @Test(arguments: forms) func groupsComeIntoAnyStyle(parties: String) throws {
    let guide = try guide(parties)
    let before = try guide.text("content/guide.yml")
    try guide.folder.write(Self.catalog, to: "org.yaml")
    let trial = try guide.rolebook("import", "org.yaml", "--dry-run")
    #expect(trial.status == 0, "\(trial.errors)")
    #expect(try guide.text("content/guide.yml") == before)
    let result = try guide.rolebook("import", "org.yaml")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("'strangers' is not a party of the guide; skipped"))
    let after = try guide.text("content/guide.yml")
    // The text before and behind the parties, and every comment, are unchanged.
    let (head, tail) = ("# Settings\nsource_locale: en\nlocales: [en]  # one\n", "base_path: /x/")
    #expect(after.hasPrefix(head))
    #expect(after.contains(tail) == before.contains(tail))
    for comment in ["# ours", "# The customer", "# who", "# old", "# first"] {
      #expect(after.contains(comment) == before.contains(comment), "\(after)")
    }
    #expect(after.contains("\r\n") == before.contains("\r\n"))
    let json = try JSONSerialization.jsonObject(with: try index(guide)) as? [String: Any]
    let known = try #require((json?["parties"] as? [[String: Any]])?.last)
    let contact = try #require(known["contact"] as? [String: String])
    #expect(contact["mail"] == "desk@example.com" && contact["url"] == "https://desk.example/help")
    #expect(known["members"] as? [String] == ["Jo Doe", "berg", "third"])
    let again = try guide.rolebook("import", "org.yaml")
    #expect(again.errors.contains("no contacts changed"), "\(again.errors)")
    #expect(try guide.text("content/guide.yml") == after)
  }

  private func index(_ guide: ExchangedGuide) throws -> Data {
    let build = try guide.rolebook("build")
    #expect(build.status == 0, "\(build.output)")
    return try Data(contentsOf: guide.folder.file("public/guide.json"))
  }

  /// A catalog can be JSON, and begin with a byte order mark.
  @Test(arguments: ["", "\u{FEFF}"], ["org.json", "org.JSON", "org.yaml"])
  func catalogsOfOtherFormsAreRead(mark: String, name: String) throws {
    let guide = try guide("parties: [provider, customer-it]\n")
    let isJSON = name != "org.yaml"
    let members = isJSON ? #"\ud83d\ude00 Kim", "A\u00e9\/\\ud83d"# : #"😀 Kim", "Aé/\\ud83d"#
    try guide.folder.write(
      """
      \(mark){"kind": "Group", "metadata": {"name": "customer-it"},
      \t"spec": {"members": ["\(members)", "Lou"]}}
      """, to: name)
    let result = try guide.rolebook("import", name)
    #expect(result.status == 0, "\(result.errors)")
    let text = try guide.text("content/guide.yml")
    #expect(text.contains(#"members: ["😀 Kim", "\\ud83d", "Lou"]"#), "\(text)")
  }

  @Test(arguments: [
    "party,mail,phone,deputy,members\ncustomer-it,desk@example.com,'+49 30 1234,provider,\"A; B\"\n",
    "Name;E-Mail;Phone;Deputy;Members;Floor\nYour IT;desk@example.com;+49 30 1234;provider;A, B;3\n",
    "Contacts\n\nID\tEmail address\tTelephone\tStand-in\tPeople\nCUSTOMER_IT\tdesk@example.com\t"
      + "+49 30 1234\tprovider\t\"A\nB\"\n",
  ]) func tablesAreRead(table: String) throws {
    let guide = try guide("parties: [provider, customer-it]\n")
    try guide.folder.write(table, to: "contacts.csv")
    let result = try guide.rolebook("import", "contacts.csv")
    #expect(result.status == 0, "\(result.errors)")
    let text = try guide.text("content/guide.yml")
    #expect(
      text.contains(
        "{id: customer-it, contact: {mail: \"desk@example.com\", phone: \"+49 30 1234\", "
          + "deputy: \"provider\"}, members: [\"A\", \"B\"]}"), "\(text)")
  }

  @Test(arguments: [
    ("bad.csv", "party,mail\nprovider,javascript:x\n", "cell B2: 'javascript:x' is not an e-mail"),
    ("bad.csv", "party,url\nprovider,javascript:x\n", "is not an http or https address"),
    ("bad.csv", "party,phone\nprovider,call me\n", "is not a telephone number"),
    (
      "bad.csv", "party,mail\nprovider,a@b.c\nThe provider,d@e.f\n",
      "'The provider' is the party 'provider', as is 'provider' (row 2)"
    ),
    ("bad.csv", "Partei;Post\nprovider;a@b.c\n", "of an exported matrix or of contacts"),
    ("bad.csv", "Partei;Post\nprovider;a@b.c\n", "the columns of contacts 'party' and 'mail'"),
    (
      "bad.csv", "Section;Responsibility;The provider;URL;ID\nA;B;R;index.html#b;b\n",
      "no sheet has the columns of an exported matrix"
    ),
    ("bad.yaml", "kind: Component\nmetadata: {name: x}\n", "no entity of 'kind: Group'"),
    ("bad.yaml", "kind: Group\nmetadata: {name: [\n", "line "),
    ("bad.yaml", String(repeating: "[", count: 100_000), "nested deeper than"),
    (
      "bad.yaml", "kind: Group\nmetadata: {name: provider}\nspec: {profile: {email: '<b>'}}\n",
      "line 3: '<b>' is not an e-mail address"
    ),
    ("bad.json", "{\"kind\": \"Group\",\n}", "line 2: this is not valid JSON; correct the JSON"),
    ("bad.json", "[{\"kind\": \"\\ud83d\"}]", "line 1: this is not valid JSON; correct the JSON"),
    ("bad.json", "kind: Group\n", "line 1: this is not valid JSON"),
    ("bad.yaml", "\u{0}\u{1}", "line 1"), ("bad.yaml", "", "no entity of 'kind: Group'"),
  ]) func nothingIsWrittenOfWhatIsWrong(name: String, text: String, message: String) throws {
    let guide = try guide("parties: [provider, customer-it]\n")
    let before = try guide.text("content/guide.yml")
    try guide.folder.write(text, to: name)
    let result = try guide.rolebook("import", name)
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try guide.text("content/guide.yml") == before)
  }

  @Test func ownValuesStayWhereTheyAreAskedTo() throws {
    let guide = try guide(
      "parties: [provider, {id: customer-it, contact: {mail: own@example.com}}]\n")
    try guide.folder.write(
      "party,mail,phone\ncustomer-it,desk@example.com,4711\n", to: "contacts.csv")
    try guide.rolebook("import", "contacts.csv", "--ours")
    let text = try guide.text("content/guide.yml")
    #expect(text.contains("own@example.com") && text.contains("phone: \"4711\""), "\(text)")
  }

  @Test func aMarkOfTheByteOrderStays() throws {
    let guide = try guide("parties:\n  - provider\n  - customer-it\n")
    let text = try guide.text("content/guide.yml")
    try guide.folder.write("\u{FEFF}" + text, to: "content/guide.yml")
    try guide.folder.write("party,phone\nprovider,4711\n", to: "c.csv")
    try guide.rolebook("import", "c.csv")
    let bytes = try Data(contentsOf: guide.folder.file("content/guide.yml"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF, 0x23]))
  }
}
