import Base

extension SourceStamp {
  /// The stamp as lines of front matter.
  ///
  /// Digests are quoted, since other readers of YAML take some of them for numbers.
  ///
  /// - Parameter parties: the guide's parties, in whose order letters are written.
  public func lines(parties: [String]) -> [String] {
    var head = ["\(Self.key):"]
    if let revision { head.append("  revision: \"\(revision)\"") }
    if let document { head.append("  document: \"\(document)\"") }
    guard !rows.isEmpty else { return head }
    return head + ["  rows:"]
      + rows.map { row in
        let letters = parties.compactMap { party in
          row.letters[party].map { "\(party): \($0.text)" }
        }
        let raci = letters.isEmpty ? "" : ", raci: {\(letters.joined(separator: ", "))}"
        return "    \(row.id): {text: \"\(row.text)\"\(raci)}"
      }
  }

  /// Reads a stamp.
  ///
  /// - Returns: the stamp, nil if it says nothing of the document, and all that is wrong with it.
  public static func read(_ node: YAMLNode) -> (stamp: SourceStamp?, diagnostics: [Diagnostic]) {
    var reader = SourceStampReader(node)
    let stamp = reader.read()
    return (stamp, reader.fields.diagnostics)
  }
}

private struct SourceStampReader {
  private(set) var fields: YAMLFields
  private static let hint: DiagnosticMessage = "run 'rolebook stamp' to write it again"

  init(_ node: YAMLNode) {
    fields = YAMLFields(
      node, what: "'\(SourceStamp.key)'", known: ["revision", "document", "rows"],
      invalid: .stampInvalid)
    if node.members != nil, fields.node("document") == nil,
      fields.node("rows")?.members?.isEmpty ?? true
    {
      fields.report(
        .stampInvalid, "'\(SourceStamp.key)' has neither 'document' nor rows", at: node.location,
        hint: Self.hint)
    }
  }

  mutating func read() -> SourceStamp? {
    let document = fields.node("document").flatMap { digest($0, "'document'") }
    let revision = fields.node("revision").flatMap { gitRevision($0) }
    var rows: [SourceStamp.Row] = []
    if let node = fields.node("rows") {
      let inner = YAMLFields(node, what: "'rows'", known: nil, invalid: .stampInvalid)
      fields.absorb(inner)
      rows = inner.all.compactMap { row($0) }
    }
    if fields.node("document") != nil, document == nil { return nil }
    if document == nil, rows.isEmpty { return nil }
    return SourceStamp(document: document, rows: rows, revision: revision)
  }

  /// A revision as git names it: hexadecimal digits.
  private mutating func gitRevision(_ node: YAMLNode) -> String? {
    guard let text = fields.text(node, "'revision'") else { return nil }
    guard SourceStamp.isRevision(text) else {
      fields.report(
        .stampInvalid, "'\(text)' is not a git revision of 7 to 64 digits", at: node.location,
        hint: Self.hint)
      return nil
    }
    return text
  }

  private mutating func row(_ member: YAMLNode.Member) -> SourceStamp.Row? {
    let inner = YAMLFields(
      member.value, what: "'\(member.key)'", known: ["text", "raci"], invalid: .stampInvalid)
    fields.absorb(inner)
    guard let node = inner.node("text") else {
      if member.value.members != nil {
        fields.report(
          .stampInvalid, "the row '\(member.key)' has no 'text'", at: member.keyLocation,
          hint: Self.hint)
      }
      return nil
    }
    let raci = inner.node("raci").map { letters($0) } ?? [:]
    return digest(node, "'text'").map { .init(id: member.key, text: $0, letters: raci) }
  }

  /// Letters of parties; parties that the guide no longer has are allowed here.
  private mutating func letters(_ node: YAMLNode) -> [String: LetterSet] {
    let inner = YAMLFields(node, what: "'raci'", known: nil, invalid: .stampInvalid)
    fields.absorb(inner)
    var result: [String: LetterSet] = [:]
    for member in inner.all {
      guard let text = fields.text(member.value, "the letters of '\(member.key)'") else { continue }
      guard case .success(let letters) = LetterSet.parse(text, .stamped) else {
        fields.report(
          .stampInvalid, "'\(text)' is not a list of letters", at: member.value.location,
          hint: Self.hint)
        continue
      }
      result[member.key] = letters
    }
    return result
  }

  private mutating func digest(_ node: YAMLNode, _ what: DiagnosticMessage) -> String? {
    guard let text = fields.text(node, what) else { return nil }
    let isDigest =
      text.utf8.count == SourceStamp.digestLength
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isDigest else {
      fields.report(
        .stampInvalid, "'\(text)' is not a digest of \(SourceStamp.digestLength) digits",
        at: node.location, hint: Self.hint)
      return nil
    }
    return text
  }
}
