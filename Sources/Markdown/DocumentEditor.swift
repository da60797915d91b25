import Base

/// Why a file is not written.
public struct EditRefusal: Error, Sendable {
  /// The obstacle.
  public let diagnostics: [Diagnostic]

  /// Names the obstacle.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

/// Edits a Markdown file, and proves that nothing else changed before anybody writes it.
///
/// Every change of a guide's document goes through here. It proves two facts about the edited file.
/// Outside the edited ranges, every byte is the same. Only the facts that the edit was meant to
/// change have changed.
public struct DocumentEditor {
  /// The file without a byte order mark; ranges count in it.
  public let file: SourceFile
  private let mark: [UInt8]
  private let limits: InputLimits
  private var edits: ByteEdits

  /// Begins with a file as it is.
  ///
  /// - Parameter bytes: the whole file, with its byte order mark if it has one.
  /// - Throws: `EditRefusal` if it is not text.
  public init(
    _ bytes: [UInt8], path: String, _ limits: InputLimits = InputLimits()
  ) throws(EditRefusal) {
    file = SourceFile(path: path, bytes: bytes)
    if let defect = file.defect() { throw EditRefusal(diagnostics: [defect]) }
    mark = Array(bytes.prefix(bytes.count - file.bytes.count))
    self.limits = limits
    edits = ByteEdits(file.bytes)
  }

  /// Replaces a range of the file's bytes.
  ///
  /// - Returns: false if the range leaves the file or meets another edit; nothing changes.
  @discardableResult
  public mutating func replace(_ range: Range<Int>, with text: [UInt8]) -> Bool {
    edits.replace(range, with: text)
  }

  /// The edited file, with its byte order mark if it had one.
  ///
  /// - Parameters:
  ///   - facts: the facts that the edit is meant to change; the document may have more or fewer of
  ///     them.
  ///   - id: the rule that a refusal is reported under.
  /// - Throws: `EditRefusal` if anything else would change.
  public func edited(
    changing facts: Set<DocumentFact>, orReporting id: DiagnosticID
  ) throws(EditRefusal) -> [UInt8] {
    let bytes = edits.applied()
    let result = SourceFile(path: file.path, bytes: bytes)
    guard edits.account(for: bytes), result.bytes.count == bytes.count else {
      throw refusal(id, "an edit would change other bytes")
    }
    let (before, after) = (try Self.facts(of: file, limits), try Self.facts(of: result, limits))
    let names = Set(before.keys).union(after.keys).subtracting(facts)
    let changed = names.first { before[$0].map(Self.bytes) != after[$0].map(Self.bytes) }
    guard changed == nil else { throw refusal(id, "an edit would change other text") }
    return mark + bytes
  }

  private func refusal(_ id: DiagnosticID, _ message: DiagnosticMessage) -> EditRefusal {
    let place = (edits.edits.first?.range.lowerBound).map {
      LineIndex(file.bytes).location(of: $0, in: file.path)
    }
    return EditRefusal(diagnostics: [
      Diagnostic(
        id, message, at: place ?? file.location, hint: "edit the file by hand", severity: .error)
    ])
  }

  /// All that a file says.
  private static func facts(
    of file: SourceFile, _ limits: InputLimits
  ) throws(EditRefusal) -> [DocumentFact: [String]] {
    let context = DocumentParser.Context(key: "", locale: "", isResponsibilityDocument: true)
    let (document, findings) = DocumentParser.parse(file, context, limits)
    guard let document else { throw EditRefusal(diagnostics: findings) }
    var facts: [DocumentFact: [String]]
    do { facts = try document.facts() } catch {
      throw EditRefusal(diagnostics: [
        Diagnostic(.fileUnreadable, "\(error.reason)", at: file.location)
      ])
    }
    let front = FrontMatter(file)
    let root = front.yaml.flatMap {
      YAMLParser.parse(file.bytes[$0], path: file.path, origin: .otherTools).root
    }
    for member in root?.members ?? [] {
      facts[.frontMatter(member.key)] = member.value.statements
    }
    return facts
  }

  /// Texts as bytes, because `==` on strings folds some differences.
  private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}

extension YAMLNode {
  /// The values below a node, each with the way that leads to it.
  ///
  /// Nodes nest no deeper than the parser lets them.
  fileprivate var statements: [String] {
    switch content {
    case .scalar(let text, let isPlain): [isPlain ? "plain" : "quoted", text]
    case .sequence(let elements):
      ["list \(elements.count)"] + elements.flatMap(\.statements)
    case .mapping(let members):
      ["mapping \(members.count)"] + members.flatMap { [$0.key] + $0.value.statements }
    }
  }
}
