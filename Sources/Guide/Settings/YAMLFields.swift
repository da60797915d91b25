import Base

/// Reads the members of a YAML mapping by name and reports defects.
///
/// One reader serves `guide.yml`, `locale.yml` and `raci/*.yml`, so that all of them treat
/// unknown keys, wrong types and misspellings alike.
struct YAMLFields {
  private let members: [YAMLNode.Member]
  private let invalid: DiagnosticID
  /// The errors found so far.
  private(set) var diagnostics: [Diagnostic] = []

  /// Takes a mapping; anything else is reported and read as empty.
  ///
  /// - Parameters:
  ///   - known: the keys that may occur; nil if any may.
  ///   - invalid: the rule that wrong types break.
  init(_ node: YAMLNode, what: DiagnosticMessage, known: [String]?, invalid: DiagnosticID) {
    self.invalid = invalid
    members = node.members ?? []
    if node.members == nil {
      report(invalid, "\(what) must be a mapping, not \(node.kind)", at: node.location)
    }
    guard let known else { return }
    var hints = NameHints(known)
    for member in members where !known.contains(member.key) {
      report(
        .yamlUnknownKey, "unknown key '\(member.key)' in \(what)", at: member.keyLocation,
        hint: hints.didYouMean(member.key))
    }
  }

  /// All members, if their keys are names.
  var all: [YAMLNode.Member] { members }

  /// The value of a key, unless it is missing or null.
  func node(_ key: String) -> YAMLNode? {
    members.first { $0.key == key && !$0.value.isNull }?.value
  }

  /// A text value; nil if it is blank.
  mutating func text(_ key: String) -> String? {
    guard let text = node(key).flatMap({ text($0, "'\(key)'") }) else { return nil }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// The text of a value, or a report that `what` must be text.
  mutating func text(_ node: YAMLNode, _ what: @autoclosure () -> DiagnosticMessage) -> String? {
    if let text = node.text { return text }
    report(invalid, "\(what()) must be text, not \(node.kind)", at: node.location)
    return nil
  }

  /// A UI word: a text, or its forms by plural category, put into one text.
  mutating func word(_ node: YAMLNode, _ key: String) -> String? {
    guard node.members != nil else { return text(node, "'\(key)'") }
    var inner = YAMLFields(
      node, what: "'\(key)'", known: PluralCategory.allCases.map(\.rawValue), invalid: invalid)
    var forms: [PluralCategory: String] = [:]
    for member in inner.all {
      guard let category = PluralCategory(rawValue: member.key) else { continue }
      forms[category] = inner.text(member.value, "'\(key).\(member.key)'")
    }
    if forms[.other] == nil {
      inner.report(invalid, "'\(key)' needs the form 'other'", at: node.location)
    }
    absorb(inner)
    return forms[.other] == nil ? nil : PluralWord.text(forms)
  }

  /// A `true` or `false`, written so.
  mutating func flag(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    if case .scalar("true", isPlain: true) = node.content { return true }
    if case .scalar("false", isPlain: true) = node.content { return false }
    report(invalid, "'\(key)' must be true or false", at: node.location)
    return nil
  }

  /// A list of texts with their places.
  mutating func texts(_ key: String) -> [(text: String, location: SourceLocation)] {
    node(key).map { texts($0, "'\(key)'") } ?? []
  }

  /// The texts of a list.
  mutating func texts(
    _ node: YAMLNode, _ what: DiagnosticMessage
  ) -> [(text: String, location: SourceLocation)] {
    guard let elements = node.elements else {
      report(invalid, "\(what) must be a list, not \(node.kind)", at: node.location)
      return []
    }
    return elements.compactMap { element in
      text(element, "an entry of \(what)").map { ($0, element.location) }
    }
  }

  /// Adds a finding.
  mutating func report(
    _ id: DiagnosticID, _ message: DiagnosticMessage, at location: SourceLocation,
    hint: DiagnosticMessage? = nil, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(id, message, at: location, notes: notes, hint: hint))
  }

  /// Takes over the findings of a reader of an inner mapping.
  mutating func absorb(_ inner: YAMLFields) {
    diagnostics += inner.diagnostics
  }
}
