import Base

/// Decides which raw HTML may pass: harmless inline elements with harmless attributes, in pairs.
///
/// Everything else is `HTMLGrafter`'s. The list is the project's own; elements that load, run, submit,
/// position or style anything are not on it.
enum HTMLFilter {
  /// The outcome for one piece of raw HTML.
  enum Verdict: Equatable {
    /// The tag as it may be written.
    case pass([UInt8])
    /// An anchor of this name.
    case anchor(String)
    /// Nothing: a comment, or the closing tag of an anchor.
    case drop
    /// Nothing, although it meant something: a tag without its partner.
    case unpaired
  }

  private static let voidElements: Set<String> = ["br", "wbr"]

  private static var pairedElements: Set<String> { HTMLElements.inlines }

  /// Whether an element may pass.
  static func allows(_ name: String) -> Bool {
    voidElements.contains(name) || pairedElements.contains(name)
  }

  private static let attributes: Set<String> = ["dir", "lang", "title"]

  /// Judges the pieces of raw HTML in one block or inline, in order.
  static func judge(_ tags: [HTMLTag]) -> [Verdict] {
    var verdicts = [Verdict](repeating: .unpaired, count: tags.count)
    var open = OpenTags()
    for (index, tag) in tags.enumerated() {
      switch tag.kind {
      case .comment: verdicts[index] = .drop
      case .other: continue
      case .open:
        if let name = tag.anchorName {
          verdicts[index] = .anchor(name)
          open.push(index, tag.name)
        } else if voidElements.contains(tag.name) {
          verdicts[index] = .pass(bytes(tag))
        } else if pairedElements.contains(tag.name) {
          open.push(index, tag.name)
        }
      case .close:
        guard let start = open.pop(tag.name) else { continue }
        if tag.name == "a" {
          verdicts[index] = .drop
        } else {
          verdicts[start] = .pass(bytes(tags[start]))
          verdicts[index] = .pass(Array("</\(tag.name)>".utf8))
        }
      }
    }
    return verdicts
  }

  /// The tags that wait for their closing one, innermost last.
  private struct OpenTags {
    private var stack: [(index: Int, name: String)] = []
    private var counts: [String: Int] = [:]

    mutating func push(_ index: Int, _ name: String) {
      stack.append((index, name))
      counts[name, default: 0] += 1
    }

    /// Closes the innermost tag of that name and all within it; nil if none is open.
    mutating func pop(_ name: String) -> Int? {
      guard counts[name, default: 0] > 0 else { return nil }
      while let last = stack.popLast() {
        counts[last.name, default: 0] -= 1
        if last.name == name { return last.index }
      }
      return nil
    }
  }

  private static func bytes(_ tag: HTMLTag) -> [UInt8] {
    var result = Array("<\(tag.name)".utf8)
    var seen: Set<String> = []
    for attribute in tag.attributes where isAllowed(attribute) {
      guard seen.insert(attribute.name).inserted else { continue }
      result += Array(" \(attribute.name)=\"".utf8)
      result.appendEscapingHTMLButReferences(Array(attribute.value.utf8))
      result.append(UInt8(ascii: "\""))
    }
    return result + [UInt8(ascii: ">")]
  }

  private static func isAllowed(_ attribute: (name: String, value: String)) -> Bool {
    switch attribute.name {
    case "dir": ["ltr", "rtl", "auto"].contains(attribute.value.lowercased())
    case "lang": attribute.value.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D }
    default: attributes.contains(attribute.name)
    }
  }
}

extension [UInt8] {
  /// Appends text from HTML escaped, but for the character references, which its writer meant.
  mutating func appendEscapingHTMLButReferences(_ text: [UInt8]) {
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "&"), isReference(text[(index + 1)...]) {
        append(byte)
      } else {
        appendEscapingHTML(CollectionOfOne(byte))
      }
    }
  }
}

/// Whether the text behind an ampersand makes a character reference of it.
private func isReference(_ text: ArraySlice<UInt8>) -> Bool {
  let name = text.prefix(32).prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "#") }
  return !name.isEmpty && text.dropFirst(name.count).first == UInt8(ascii: ";")
}
