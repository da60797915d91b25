import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Every run of the tests reads the inputs that the fuzzer has kept, and inputs that are near it.
@Suite struct CorpusTests {
  private static let corpus = Project.root.appending(path: "Tests/FuzzTargetsTests/Corpus")

  @Test(arguments: FuzzTarget.allCases) func corpusIsBorne(target: FuzzTarget) throws {
    let inputs = try Self.inputs(of: target)
    #expect(!inputs.isEmpty)
    for input in inputs { target.run(input) }
  }

  /// Inputs with bytes changed, cut out and doubled, with hostile pieces in them, and put together.
  @Test(arguments: FuzzTarget.allCases) func neighborsAreBorne(target: FuzzTarget) throws {
    let seed = UInt64(caseCount("ROLEBOOK_SEED", default: 31))
    let count = caseCount("ROLEBOOK_NEIGHBORS", default: 0)
    let inputs = try Self.inputs(of: target)
    for number in 0..<count {
      var random = RandomNumbers(seed: seed &+ UInt64(number))
      let input = Self.neighbor(of: inputs, &random)
      // An input that ends the process is found again by its number.
      Self.note("ROLEBOOK_SEED=\(seed + UInt64(number)) ROLEBOOK_NEIGHBORS=1 \(target.rawValue)")
      target.run(input)
    }
  }

  /// Bytes that a reader may take for an end, a beginning, a number, or another text.
  private static let pieces: [[UInt8]] =
    [
      "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\0", "\u{1B}", "\u{7F}", "\u{FEFF}",
      "\u{FFFE}", "\u{200B}", "\u{301}", "\t", " ", "\u{1E}", "\"", "'", "`", "\\", "<", ">", "&",
      "&#10;", "|", "{", "}", "[", "]", "(", ")", "#", ":", "- ", "---\n", "...", "*x", "&x ",
      "!x ",
      "%TAG ! x\n", "<!--", "-->", "]]>", "<![CDATA[", "</td>", "<br>", "<script>", "javascript:",
      "99999999999999999999", "-1", "2147483648", "=", "\u{1F600}", "\u{D7FF}",
    ].map { Array($0.utf8) } + [[0xFF], [0xC2], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90]]

  private static func neighbor(
    of inputs: [[UInt8]], _ random: inout RandomNumbers
  ) -> [UInt8] {
    var bytes = random.pick(inputs)
    for _ in 0..<random.number(in: 1...4) {
      let start = random.number(in: 0...bytes.count)
      let end = min(bytes.count, start + random.number(in: 0...random.pick([1, 8, 200])))
      switch random.number(in: 0...5) {
      case 0: bytes.replaceSubrange(start..<end, with: [])
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: end)
      case 2: bytes.replaceSubrange(start..<end, with: random.pick(inputs).prefix(200))
      case 3 where start < bytes.count: bytes[start] = UInt8(random.number(in: 0...255))
      case 4:
        let many = repeatElement(random.pick(pieces), count: random.pick([2, 40, 400]))
        bytes.insert(contentsOf: many.joined(), at: start)
      default: bytes.insert(contentsOf: random.pick(pieces), at: start)
      }
    }
    return bytes
  }

  /// Keeps what is tried where a process that ends at once leaves it.
  private static func note(_ text: String) {
    guard let path = ProcessInfo.processInfo.environment["ROLEBOOK_NEIGHBOR_LOG"] else { return }
    try? text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private static func inputs(of target: FuzzTarget) throws -> [[UInt8]] {
    let file = corpus.appending(path: target.rawValue + ".corpus")
    return try #require(inputs(in: [UInt8](try Data(contentsOf: file))))
  }

  /// The inputs that `scripts/pack-corpus` packed; nil if the file ends within one.
  private static func inputs(in bytes: [UInt8]) -> [[UInt8]]? {
    var inputs: [[UInt8]] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let digits = String(decoding: rest[..<end], as: UTF8.self)
      guard let count = Int(digits), count >= 0, count <= rest.endIndex - end - 1 else {
        return nil
      }
      inputs.append(Array(rest[(end + 1)...].prefix(count)))
      rest = rest[(end + 1)...].dropFirst(count)
    }
    return rest.isEmpty ? inputs : nil
  }
}
