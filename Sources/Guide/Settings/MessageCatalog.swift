import Base

/// The messages of findings in a language, as a file under `templates/messages/` has them.
///
/// Each English template is a key; its value has the same placeholders, in any order. If a number
/// decides, the value can have a form for each plural category of the language.
public struct MessageCatalog: MessageLanguage {
  /// The language's tag.
  public let tag: String
  /// Which way the language is written.
  public let isRightToLeft: Bool
  /// The forms of each message by its English template; a single form is `other`.
  public let messages: [String: [PluralCategory: String]]
  private let plurals: PluralRules

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - tag: the language that the file is in.
  ///   - diagnostics: takes the errors in the file; such messages are left out.
  public init(_ file: SourceFile, tag: String, diagnostics: inout [Diagnostic]) {
    self.tag = tag
    isRightToLeft = ScriptDirection.direction(of: tag) == .rightToLeft
    plurals = PluralRules(tag)
    if let defect = file.defect() {
      messages = [:]
      diagnostics.append(defect)
      return
    }
    let (root, findings) = YAMLParser.parse(file.bytes, path: file.path)
    diagnostics += findings
    guard let root else {
      messages = [:]
      return
    }
    var fields = YAMLFields(root, what: "the file", known: nil, invalid: .yamlInvalid)
    var messages: [String: [PluralCategory: String]] = [:]
    for member in fields.all {
      guard let text = fields.word(member.value, member.key) else { continue }
      let forms = PluralWord.forms(of: text) ?? [.other: text]
      let strange = forms.values.reduce(into: Set<String>()) { $0.formUnion(Self.placeholders($1)) }
        .subtracting(Self.placeholders(member.key))
      for name in strange.sorted() {
        fields.report(
          .placeholderDiffers, "nothing fills {\(name)} in '\(member.key)'",
          at: member.value.location)
      }
      if strange.isEmpty { messages[member.key] = forms }
    }
    self.messages = messages
    diagnostics += fields.diagnostics
  }

  /// The language's words for a message; a key in quotation marks gets the language's own ones.
  public func template(of message: DiagnosticMessage) -> String? {
    guard let forms = messages[message.template] else { return quoted(message.template) }
    return message.count.flatMap { forms[plurals.category(of: $0)] } ?? forms[.other]
  }

  /// A key such as `'raci'` in the language's quotation marks; nil for other words.
  private func quoted(_ template: String) -> String? {
    let key = template.dropFirst().dropLast()
    guard template.first == "'", template.last == "'", !key.isEmpty,
      key.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "_") }),
      let pattern = messages["'{1}'"]?[.other]
    else { return nil }
    return pattern.replacing("{1}", with: key)
  }

  /// The text between isolates, if the words around it could be painted in another order for it.
  public func isolated(_ text: String) -> String {
    BidiIsolate.isolated(text, in: isRightToLeft)
  }

  /// The numbers in braces of a text.
  private static func placeholders(_ text: String) -> Set<String> {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    return Set(
      parts.compactMap { part in
        let digits = part.prefix { $0.isASCII && $0.isNumber }
        let isNumber = !digits.isEmpty && part.dropFirst(digits.count).first == "}"
        return isNumber ? String(digits) : nil
      })
  }
}
