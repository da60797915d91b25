import Foundation

extension MarkdownFile {
  /// The sentences of paragraphs, list items, and cells of tables, without markup and code.
  var sentences: [String] {
    blocksOfText.flatMap { block -> [String] in
      var text = block.replacing(/<!--.*?-->/, with: "").replacing(/`[^`]*`/, with: "code")
      text = text.replacing(/!?\[([^\]]*)\]\([^)]*\)/) { String($0.1) }
      text = text.replacing(/<\/?[a-z][^>]*>/, with: "").replacing("**", with: "")
      return Self.split(text)
    }
  }

  /// Ends a sentence at `.`, `!`, and `?` before a blank.
  private static func split(_ text: String) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    for word in text.split(separator: " ") {
      words.append(word)
      if word.hasSuffix(".") || word.hasSuffix("!") || word.hasSuffix("?") {
        sentences.append(words.joined(separator: " "))
        words = []
      }
    }
    if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
    return sentences
  }

  private var blocksOfText: [String] {
    var blocks: [String] = []
    var paragraph: [Substring] = []
    func endOfParagraph() {
      if !paragraph.isEmpty { blocks.append(paragraph.joined(separator: " ")) }
      paragraph = []
    }
    for line in prose {
      let text = line.drop { $0 == " " }
      if text.isEmpty || text.hasPrefix("#") {
        endOfParagraph()
      } else if text.hasPrefix("|") {
        endOfParagraph()
        if text.allSatisfy({ "|-: ".contains($0) }) { continue }
        blocks += text.replacing("\\|", with: "").split(separator: "|").map {
          $0.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
      } else {
        if let item = text.prefixMatch(of: /(?:[-*]|\d+\.) +/) {
          endOfParagraph()
          paragraph.append(text[item.range.upperBound...])
        } else {
          paragraph.append(text)
        }
      }
    }
    endOfParagraph()
    return blocks
  }
}
