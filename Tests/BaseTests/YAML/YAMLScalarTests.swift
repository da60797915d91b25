import Base
import TestSupport
import Testing

/// Any text is one value on one line, and is read as it was written.
@Suite struct YAMLScalarTests {
  /// Characters that end a line, a value, or a comment for some reader, and those that no reader
  /// takes raw.
  private static let odd: [Unicode.Scalar] = [
    "\n", "\r", "\t", "\0", "\u{1}", "\u{1B}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{A0}",
    "\u{2028}", "\u{2029}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}",
    "\u{E000}", "\u{1F600}", "\u{10FFFF}", "\"", "'", "\\", "#", ":", "-", "?", "!", "&", "*", "|",
    ">", "%", "@", "`", "{", "}", "[", "]", ",", " ", "~", "0", "n", "y", "é", "a",
  ]

  private func read(_ yaml: String) -> (key: String?, value: String?) {
    let (root, findings) = YAMLParser.parse(Array(yaml.utf8), path: "a.yml", origin: .otherTools)
    #expect(findings.isEmpty, "\(yaml.debugDescription): \(findings.map(\.text))")
    #expect(root?.members?.count == 2, "\(yaml.debugDescription)")
    guard case .scalar(let text, _)? = root?["k"]?.content else { return (nil, nil) }
    return (root?.members?.last?.key, text)
  }

  /// Control characters that no page may have are read as U+FFFD.
  private func shown(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isControl =
            scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)
            || (0x7F..<0xA0).contains(scalar.value)
          return isControl ? "\u{FFFD}" : scalar
        }))
  }

  @Test func textsComeBack() {
    let seed = UInt64(caseCount("ROLEBOOK_SEED", default: 3))
    for number in 0..<UInt64(caseCount("ROLEBOOK_YAML_CASES", default: 5_000)) {
      var random = RandomNumbers(seed: seed + number)
      var text = String.UnicodeScalarView()
      repeat { text.append(random.pick(Self.odd)) } while !random.once(in: 4)
      let (string, name) = (String(text), "ROLEBOOK_SEED=\(seed + number)")
      for written in [YAMLScalar.quoted(string), YAMLScalar.text(string)] {
        let (key, value) = read("k: \(written)\nlast: x\n")
        #expect(key == "last", "\(name): \(written.debugDescription)")
        #expect(
          value?.utf8.elementsEqual(shown(string).utf8) ?? false,
          "\(name): \(written.debugDescription)")
        let ends = "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars
        #expect(!written.unicodeScalars.contains { ends.contains($0) })
      }
      let (key, value) = (YAMLScalar.identifier(string), YAMLScalar.quoted(string))
      #expect(read("k: {\(key): \(value)}\nlast: x\n").value == nil)
    }
  }

  @Test(arguments: ["null", "true", "no", "1", "1e3", "0x1", "-1", "~", "", ".5", "Yes"])
  func wordsThatMeanSomethingElseAreQuoted(word: String) {
    #expect(YAMLScalar.identifier(word) == "\"\(word)\"")
  }

  @Test(arguments: ["backups", "customer-it", "a_b", "Ärzte", "v1.2"])
  func namesStayPlain(name: String) { #expect(YAMLScalar.identifier(name) == name) }
}
