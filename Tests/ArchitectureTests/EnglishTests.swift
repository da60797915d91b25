import Foundation
import TestSupport
import Testing

/// The documentation and the messages are in plain English.
@Suite struct EnglishTests {
  private static let maximumWords = 25

  /// The words to avoid, from `Words.txt`.
  private static func avoided() throws -> [(pattern: NSRegularExpression, better: String)] {
    let file = Project.root.appending(path: "Tests/ArchitectureTests/Words.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      try #require(parts.count == 2, "a line of Words.txt: \(line)")
      let options: NSRegularExpression.Options = parts[0].hasPrefix("^") ? [] : .caseInsensitive
      return (
        try NSRegularExpression(pattern: String(parts[0]), options: options), String(parts[1])
      )
    }
  }

  /// Whether a file contains words of many languages, not messages.
  private static func isOfLanguages(_ path: String) -> Bool {
    ["/Languages/", "PluralRules", "Profile", "Romanizer", "AlphabetLetters", "IndicLetters"]
      .contains { path.contains($0) }
  }

  private static func words(of sentence: String) -> Int {
    sentence.split(separator: " ").count { $0.contains { $0.isLetter || $0.isNumber } }
  }

  private static func defects(of sentence: String) throws -> [String] {
    var defects: [String] = []
    let words = words(of: sentence)
    if words > maximumWords { defects.append("\(words) words: \(sentence)") }
    let range = NSRange(sentence.startIndex..., in: sentence)
    for word in try avoided() where word.pattern.firstMatch(in: sentence, range: range) != nil {
      defects.append("/\(word.pattern.pattern)/, better '\(word.better)': \(sentence)")
    }
    return defects
  }

  @Test(arguments: try MarkdownFile.all() + [MarkdownFile("SECURITY.md")])
  func documentationIsPlain(file: MarkdownFile) throws {
    for sentence in file.sentences {
      for defect in try Self.defects(of: sentence) { Issue.record("\(file.path): \(defect)") }
    }
  }

  @Test func messagesArePlain() throws {
    let files = try SourceCode.files(below: "Sources")
    var count = 0
    for file in files where !Self.isOfLanguages(file.path) {
      for message in file.messages {
        count += 1
        for defect in try Self.defects(of: message) { Issue.record("\(file.path): \(defect)") }
      }
    }
    #expect(count > 300, "messages were not found")
  }

  /// The verbs that begin hints; a hint may have its condition first.
  private static let imperatives: Set<Substring> = [
    "add", "begin", "choose", "close", "copy", "correct", "declare", "define", "delete", "describe",
    "edit", "end", "export", "give", "if", "link", "move", "name", "publish", "raise", "remove",
    "rename", "replace", "review", "rewrite", "run", "save", "separate", "set", "shrink", "split",
    "stamp", "translate", "update", "use", "write",
  ]

  @Test func hintsAreImperatives() throws {
    var count = 0
    for file in try SourceCode.files(below: "Sources") {
      let text = file.lines.joined(separator: "\n")
      for hint in text.matches(of: /hint:\s*(?:[^",\n]*\?\?\s*)?"([A-Za-z]+)/) {
        count += 1
        #expect(Self.imperatives.contains(hint.1), "\(file.path): '\(hint.1)'")
      }
    }
    #expect(count > 60, "hints were not found")
  }

  /// Comments avoid the verbs that make things act like people, and begin with nouns.
  @Test func commentsArePlain() throws {
    var count = 0
    for file in try SourceCode.files(below: "Sources") + SourceCode.files(below: "Tests") {
      var isBegun = false
      for (index, line) in file.lines.enumerated() {
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("//") else {
          isBegun = false
          continue
        }
        count += 1
        for word in Self.defects(ofComment: text, isBegun: isBegun) {
          Issue.record("\(file.path):\(index + 1): '\(word)'")
        }
        isBegun = text.contains { $0 != "/" }
      }
    }
    #expect(count > 5000, "comments were not found")
  }

  @Test func sentencesOfCommentsAreShort() throws {
    var count = 0
    for file in try SourceCode.files(below: "Sources") {
      for sentence in MarkdownFile(path: file.path, text: file.comments).sentences {
        count += 1
        let words = Self.words(of: sentence)
        if words > Self.maximumWords { Issue.record("\(file.path): \(words) words: \(sentence)") }
      }
    }
    #expect(count > 5000, "comments were not found")
  }

  /// The words of a line of a comment that a technical writer avoids.
  private static func defects(ofComment line: Substring, isBegun: Bool) -> [Substring] {
    let verb = /\b(stands?|standing|stood|lies|lying|hangs?|hanging|holds?|holding|held|anew)\b/
    let negation = /\b((?:is|are) no (?!longer|\w+ (?:in|for|of)\b)\w+)/
    let clause = /^\/+ (?:MARK: )?(Whatever|What|Where|Whose|Who)\b/
    let fact = /^\/+ - (?:Parameter )?\w+: (what|where|who|false where|nil where)\b/
    var words: [Substring] = []
    if !line.hasPrefix("/// - Parameter"), let word = line.firstMatch(of: verb) {
      words.append(word.1)
    }
    if !line.contains("here is no"), !line.contains("here are no"),
      let word = line.firstMatch(of: negation)
    {
      words.append(word.1)
    }
    if !isBegun, let word = line.firstMatch(of: clause) { words.append(word.1) }
    if let word = line.firstMatch(of: fact) { words.append(word.1) }
    return words
  }

  @Test(arguments: [
    ("/// What a document says.", false, true), ("/// What a document says.", true, false),
    ("/// - Returns: where it begins.", true, true), ("/// It is no text.", true, true),
    ("/// There is no text.", true, false), ("/// It holds text.", true, true),
    ("/// The contents of a document.", false, false), ("// It is no longer there.", true, false),
  ])
  func wordsOfCommentsAreFound(line: String, isBegun: Bool, isFound: Bool) {
    #expect(Self.defects(ofComment: line[...], isBegun: isBegun).isEmpty == !isFound)
  }

  @Test func schemasArePlain() throws {
    let folder = Project.templates.appending(path: "schemas")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /"description": "([^"]+)"/) {
        for sentence in MarkdownFile(path: name, text: String(match.1)).sentences {
          for defect in try Self.defects(of: sentence) { Issue.record("\(name): \(defect)") }
        }
      }
    }
  }

  @Test func sentencesAreRead() {
    let file = MarkdownFile(
      path: "a.md",
      text: """
        # A heading. It has no sentences

        One fact. **Two** [facts](b.md)
        in `code.x()`! Three: a <b>c</b>

        - an item
        - another
          line
        | head | cell |
        | --- | --- |
        | one. Two | three |
        """)
    #expect(
      file.sentences == [
        "One fact.", "Two facts in code!", "Three: a c", "an item", "another line", "head", "cell",
        "one.", "Two", "three",
      ])
  }

  @Test(arguments: [
    ("The file holds text.", true), ("The file contains text.", false), ("It is no link.", true),
    ("There is no link.", false), ("Where it is, say so.", true), ("Where is it?", false),
    ("It takes 97 %.", true), ("It takes 97%.", false),
  ])
  func wordsAreFound(sentence: String, isFound: Bool) throws {
    #expect(try Self.defects(of: sentence).isEmpty == !isFound)
  }
}

extension SourceCode {
  /// The text of the comments, with a blank line for each line of code.
  fileprivate var comments: String {
    lines.map { line in
      let text = line.drop { $0 == " " }
      return text.hasPrefix("//") ? String(text.drop { $0 == "/" }) : ""
    }.joined(separator: "\n")
  }

  /// The string literals that read as text: three words or more, without placeholders' content.
  fileprivate var messages: [String] {
    lines.flatMap { line -> [String] in
      let code = line.drop { $0 == " " }
      if code.hasPrefix("//") { return [] }
      let plain = String(code).replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "X")
      return plain.matches(of: /"((?:[^"\\]|\\.)+)"/).map { String($0.1) }
        .filter { $0.firstMatch(of: /[a-z]+ [a-z]+ [a-z]/) != nil && !$0.contains("<") }
    }
  }
}
