import Diagnostics
import SourceFiles
import YAML

/// The words of the user interface in one locale.
public struct StringTable: Sendable {
  /// The words by key, complete: what a locale lacks comes from the next of its chain.
  public let words: [String: String]

  /// Takes words that are complete.
  public init(words: [String: String]) {
    self.words = words
  }

  /// A word; the key itself where nobody knows it.
  public subscript(_ key: String) -> String { words[key] ?? key }

  /// A word with its placeholders filled.
  ///
  /// - Parameter values: what stands for `{name}`, by name.
  public func filled(_ key: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = self[key][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// Reads the UI words that templates bring and puts a locale's chain together.
///
/// The chain is the locale's own words, its full tag, its language, then the same for the source
/// locale, and English last, in which every word exists.
public struct StringLoader {
  private let files: [String: [String: String]]
  private let complete: Set<String>

  /// Takes the contents of `strings/*.yml` by file name without its ending.
  ///
  /// - Returns: what is wrong with them.
  public init(_ sources: [(name: String, file: SourceFile)], diagnostics: inout [Diagnostic]) {
    var files: [String: [String: String]] = [:]
    for (name, file) in sources {
      let (root, findings) = YAMLParser.parse(file.bytes, path: file.path)
      diagnostics += findings
      guard let root else { continue }
      var fields = YAMLFields(root, what: "the file", known: nil, invalid: .yamlInvalid)
      for member in fields.all {
        if let text = fields.text(member.value, "'\(member.key)'") {
          files[name, default: [:]][member.key] = text
        }
      }
      diagnostics += fields.diagnostics
    }
    self.files = files
    complete = Set(files["en"].map { $0.keys.map { $0 } } ?? [])
  }

  /// The words of a locale, with findings on what it lacks and on overrides that nobody reads.
  public func table(
    for locale: String, source: String, settings: LocaleSettings, localeFile: SourceLocation
  ) -> (table: StringTable, diagnostics: [Diagnostic]) {
    let own = LanguageTag.chain(of: locale)
    let chain = own + LanguageTag.chain(of: source) + ["en"]
    var words = settings.strings.mapValues(\.text)
    for name in chain {
      words.merge(files[name] ?? [:]) { kept, _ in kept }
    }
    let known = Set(own.flatMap { files[$0].map { Array($0.keys) } ?? [] })
    let missing = complete.subtracting(known).subtracting(settings.strings.keys).sorted()
    var diagnostics: [Diagnostic] = []
    if !missing.isEmpty {
      let some = missing.prefix(3).joined(separator: "', '")
      diagnostics.append(
        Diagnostic(
          .stringMissing,
          "\(missing.count) UI words have no text in '\(locale)', such as '\(some)'",
          at: localeFile, locale: locale,
          hint: "add templates/strings/\(own.last ?? locale).yml, or 'strings' here"))
    }
    for (key, word) in settings.strings.sorted(by: { $0.key < $1.key })
    where !complete.contains(key) {
      diagnostics.append(
        Diagnostic(
          .stringUnknown, "no template reads the UI word '\(key)'", at: word.location,
          locale: locale, hint: didYouMean(key, among: complete)))
    }
    return (StringTable(words: words), diagnostics)
  }

  /// Whether there are words of the locale's own or of its language.
  public func hasWords(for locale: String) -> Bool {
    LanguageTag.chain(of: locale).contains { files[$0] != nil }
  }
}
