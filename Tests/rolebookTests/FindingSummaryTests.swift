import Foundation
import TestSupport
import Testing

/// Many findings are a summary that a person reads; each of them is there on request.
@Suite struct FindingSummaryTests {
  /// Documents with links that lead nowhere, and with rows that have no letters.
  private static func guide(documents: Int, links: Int) throws -> GuideFolder {
    var files = GuideFolder.plain
    for number in 0..<documents {
      let targets = (0..<(number == 0 ? links * 2 : links)).map { "[x](missing-\($0).md)\n\n" }
      files["en-US/page-\(number).md"] =
        "# Page \(number)\n\n" + targets.joined() + "> [!ODD]\n> Text.\n"
    }
    return try GuideFolder(files)
  }

  /// The findings that are printed and those that are only counted.
  private func counted(_ lines: [Substring]) -> (printed: Int, counted: Int) {
    let findings = lines.filter { $0.contains(": warning: ") && $0.hasSuffix("]") }.count
    let others = lines.compactMap { $0.wholeMatch(of: /and ([0-9]+) more of .+/)?.1 }
    return (findings, others.compactMap { Int($0) }.reduce(0, +))
  }

  @Test(arguments: ["check", "build"], [(4, 3), (9, 11), (20, 30)])
  func countsAreTrue(command: String, size: (documents: Int, links: Int)) throws {
    let guide = try Self.guide(documents: size.documents, links: size.links)
    let expected = (size.documents + 1) * size.links + size.documents
    let short = try guide.rolebook([command])
    #expect(short.status == 0)
    let text = command == "check" ? short.output : short.errors
    let lines = text.split(separator: "\n")
    let found = counted(lines)
    #expect(found.printed + found.counted == expected)
    if expected <= 100 {
      #expect(found.counted == 0)
      return
    }
    #expect(lines.count < 60)
    #expect(
      lines.contains {
        $0.hasPrefix("Most findings: content/en-US/page-0.md (\(size.links * 2 + 1))")
      })
    let whole = try guide.rolebook([command, "--all"])
    let all = command == "check" ? whole.output : whole.errors
    #expect(counted(all.split(separator: "\n")).printed == expected)
    #expect(!all.contains("'--all'"))
  }

  /// A build that has nothing to do says the same again.
  @Test func aSecondBuildSaysTheSame() throws {
    let guide = try Self.guide(documents: 9, links: 20)
    let first = try guide.rolebook(["build"])
    let second = try guide.rolebook(["build"])
    func findings(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.contains(" files written") }
    }
    #expect(findings(first.errors) == findings(second.errors))
    #expect(second.errors.contains(" 0 files written"))
    #expect(first.errors.contains("'--all'"))
  }
}
