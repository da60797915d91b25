import Testing

@testable import Base

@Suite struct DiagnosticTests {
  private func finding(
    _ id: DiagnosticID = .linkUnresolved, _ message: String = "message", path: String = "a.md",
    line: Int = 1, column: Int = 1
  ) -> Diagnostic {
    Diagnostic(id, "\(message)", at: SourceLocation(path: path, line: line, column: column))
  }

  @Test func findingsComeByPathThenLineThenColumnThenRuleThenMessage() {
    let sorted = [
      finding(path: "B.md"), finding(path: "a.md"), finding(path: "a.md", line: 2),
      finding(path: "a.md", line: 10), finding(path: "a.md", line: 10, column: 2),
      finding(.linkFragmentMissing, path: "b.md"), finding(.linkUnresolved, "a", path: "b.md"),
      finding(.linkUnresolved, "b", path: "b.md"), finding(path: "ä.md"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect((sorted + sorted.reversed()).sortedByPlace() == sorted)
  }

  @Test func pathsAreComparedByBytesNotByCanonicalEquivalence() {
    let composed = finding(path: "\u{E9}.md")
    let decomposed = finding(path: "e\u{301}.md")
    #expect(decomposed < composed)
    #expect([composed, decomposed].sortedByPlace().count == 2)
  }

  @Test func findingsBeyondAThousandAreCountedOnce() {
    let most = Diagnostic.mostOfRule
    let many = (1...most + 3).map { finding(line: $0) }
    let capped = many.cappedByRule()
    #expect(capped == [.more(3, of: .linkUnresolved, in: "a.md")] + many.prefix(most))
    let others = [finding(.linkFragmentMissing), finding(path: "b.md")]
    let again = (capped + [finding(line: most + 1)] + others).byFile().map { $0.cappedByRule() }
    #expect(
      again
        == [
          [.more(4, of: .linkUnresolved, in: "a.md"), many[0], others[0]] + many[1..<most],
          [others[1]],
        ].map { $0.sorted() })
    #expect(
      Diagnostic.more(1, of: .linkUnresolved, in: "a.md").message.hasPrefix("1 more finding "))
  }

  @Test(arguments: DiagnosticID.allCases) func strictModeNeverLowersASeverity(id: DiagnosticID) {
    let strict = finding(id).strict()
    #expect(strict.severity >= finding(id).severity)
    #expect((strict.severity == .error) == id.isErrorInStrictMode)
  }

  @Test(arguments: [
    (DiagnosticID.linkUnresolved, Severity.error), (.responsibilityMissing, .error),
    (.alignmentUncertain, .error), (.bystandersMany, .warning), (.yamlInvalid, .error),
  ]) func strictModeMakesErrorsOfGaps(id: DiagnosticID, severity: Severity) {
    #expect(finding(id).strict().severity == severity)
  }

  @Test func strictModeKeepsAllElse() {
    let place = SourceLocation(path: "a.md", line: 3, column: 4)
    let before = Diagnostic(
      .linkUnresolved, "m", at: place, locale: "de-DE", notes: [.init("n", at: place)], hint: "h")
    let after = before.strict()
    #expect(after.message == "m" && after.location == place && after.locale == "de-DE")
    #expect(after.notes == before.notes && after.hint == "h" && after.id == before.id)
  }

  @Test func everyRuleHasANameOfItsOwnInOneForm() {
    let names = DiagnosticID.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.wholeMatch(of: /[a-z]+\/[a-z0-9-]+/) != nil, "\(name)") }
  }

  @Test func errorsAreFoundAmongWarnings() {
    #expect(![finding(.linkUnresolved)].containsError)
    #expect([finding(.linkUnresolved), finding(.yamlInvalid)].containsError)
    #expect(Severity.warning < Severity.error && !(Severity.error < Severity.error))
  }
}

@Suite struct DiagnosticTextTests {
  @Test func aFindingReadsAsCompilersPrintIt() {
    let place = SourceLocation(path: "content/ko-KR/roles.md", line: 42, column: 7)
    let finding = Diagnostic(
      .yamlDuplicateKey, "'a' is written twice", at: place,
      notes: [.init("first written here", at: SourceLocation(path: "b.yml", line: 1, column: 2))],
      hint: "delete one")
    #expect(
      finding.text == """
        content/ko-KR/roles.md:42:7: error: 'a' is written twice [yaml/duplicate-key]
        b.yml:1:2: note: first written here
          hint: delete one
        """)
  }

  @Test func aWholeFileHasNoLine() {
    let finding = Diagnostic(.fileUnreadable, "gone", at: SourceLocation(path: "a.md"))
    #expect(finding.text == "a.md: error: gone [file/unreadable]")
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "\\u{1b}[31mred"), ("a\nb: error: fake", "a\\u{a}b: error: fake"),
    ("\r", "\\u{d}"), ("\u{9B}2J", "\\u{9b}2J"), ("\u{202E}txt", "\\u{202e}txt"),
    ("\u{7}", "\\u{7}"), ("\u{7F}", "\\u{7f}"), ("\u{2066}", "\\u{2066}"),
    ("Zuständigkeit 책임 👩‍👧", "Zuständigkeit 책임 👩‍👧"),
  ]) func contentCannotDriveTheTerminal(content: String, shown: String) {
    let place = SourceLocation(path: content, line: 1, column: 1)
    let finding = Diagnostic(
      .linkUnresolved, "\(content)", at: place, notes: [.init("\(content)", at: place)],
      hint: "\(content)")
    #expect(
      finding.text == """
        \(shown):1:1: warning: \(shown) [link/unresolved]
        \(shown):1:1: note: \(shown)
          hint: \(shown)
        """)
  }
}

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("provder", "provider"), ("Provider", "provider"), ("customr-it", "customer-it"),
    ("customer", "customer-it"), ("custom", nil), ("x", "r"), ("operation", "operations"),
    ("zzzzzzzz", nil), ("", "r"),
  ]) func theNearestNameIsOffered(name: String, expected: String?) {
    let known = ["provider", "operations", "customer-it", "r"]
    #expect(nearestName(to: name, among: known) == expected)
    #expect(nearestName(to: name, among: known.reversed()) == expected)
    #expect(didYouMean(name, among: known) == expected.map { "did you mean '\($0)'?" })
  }

  @Test func ofEquallyNearNamesTheFirstInByteOrderWins() {
    #expect(nearestName(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
    #expect(nearestName(to: "cat", among: []) == nil)
  }
}

@Suite struct NameHintsTests {
  @Test func manyNamesAreSearchedLikeFew() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % bound
    }
    func name() -> String {
      String(decoding: (0..<random(9)).map { _ in UInt8(0x61 + random(3)) }, as: UTF8.self)
    }
    for _ in 0..<2_000 {
      let known = (0..<random(12)).map { _ in name() }
      let wanted = name()
      let nearest = KnownNames(known).nearest(to: wanted)
      #expect(nearest == nearestName(to: wanted, among: known), "\(wanted) in \(known)")
    }
  }

  @Test func amongThousandsOnlyVeryNearNamesCount() {
    let names = KnownNames((0..<5_000).map { "document-number-\($0)" })
    #expect(
      names.didYouMean("dokument-number-77")?.description == "did you mean 'document-number-77'?")
    #expect(names.didYouMean("another-thing-77") == nil)
    #expect(names.nearest(to: "kument-number-77") == nil)
  }

  @Test func nearNamesAmongThousandsAreTheNearest() {
    var state: UInt64 = 5
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % bound
    }
    func letter() -> UInt8 { UInt8(0x61 + random(26)) }
    let names = (0..<1_500).map { _ in (0..<(6 + random(20))).map { _ in letter() } }
    let known = KnownNames(names.map { String(decoding: $0, as: UTF8.self) })
    for name in names.prefix(300) {
      var wanted = name
      for _ in 0..<(1 + random(2)) {
        let place = random(wanted.count)
        switch random(3) {
        case 0: wanted[place] = letter()
        case 1: wanted.insert(letter(), at: place)
        default: wanted.remove(at: place)
        }
      }
      let found = known.nearest(to: String(decoding: wanted, as: UTF8.self))
      let bound = min(2, EditDistance.allowed(wanted.count, name.count))
      let isNear = EditDistance.of(wanted, name, within: bound) != nil
      #expect(found == (isNear ? String(decoding: name, as: UTF8.self) : nil), "\(wanted)")
    }
  }

  @Test func hintsEndWhereFindingsAreOnlyCounted() {
    var hints = NameHints(["provider"])
    let found = (0..<Diagnostic.mostOfRule + 5).map { _ in hints.didYouMean("provder") }
    #expect(
      found.prefix(Diagnostic.mostOfRule).allSatisfy {
        $0?.description == "did you mean 'provider'?"
      })
    #expect(found.suffix(5).allSatisfy { $0 == nil })
  }

  @Test func nobodyMisspellsNamesOfHundredsOfBytes() {
    let long = String(repeating: "a", count: 100_000)
    #expect(nearestName(to: long, among: [long + "a"]) == nil)
    #expect(KnownNames([long + "a"]).nearest(to: long) == nil)
  }

  @Test func aLongMessageKeepsItsEnds() {
    let name = String(repeating: "a", count: 10_000)
    let place = SourceLocation(path: "a.md")
    let finding = Diagnostic(
      .linkUnresolved, "the link to '\(name)' leads nowhere", at: place,
      notes: [.init("\(name)", at: place)], hint: "\(name)")
    #expect(
      finding.message.hasPrefix("the link to 'aaa") && finding.message.hasSuffix("' leads nowhere"))
    #expect(finding.text.utf8.count < 4_000)
  }
}
