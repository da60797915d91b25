import Base
import Synchronization

/// The names that other tools give a page's headings, made when a link first needs one.
final class HeadingAliases: Sendable {
  private let table = Mutex<[String: Int]?>(nil)

  /// The heading that a fragment means to another tool, by its index; nil if it means none.
  ///
  /// - Parameter titles: the headings' titles.
  func heading(of fragment: String, among titles: () -> [String]) -> Int? {
    let key = HeadingSlug.comparable(fragment)
    return table.withLock { table in
      let known = table ?? Self.make(titles())
      table = known
      return known[key]
    }
  }

  /// GitHub's names come first, since most tools follow them; a name leads to the first that has it.
  private static func make(_ titles: [String]) -> [String: Int] {
    var table: [String: Int] = [:]
    for rule in HeadingSlug.allCases { add(titles, rule, to: &table) }
    // If an emoji was written by name, its name is part of GitHub's.
    for choice in 0..<3 {
      let named = titles.map { withEmojiNames($0, choice) }
      if named != titles { add(named, .github, to: &table) }
    }
    return table
  }

  private static func add(
    _ titles: [String], _ rule: HeadingSlug, to table: inout [String: Int]
  ) {
    var repetitions: [String: Int] = [:]
    for (index, title) in titles.enumerated() {
      let name = HeadingSlug.comparable(rule.text(title))
      if name.isEmpty { continue }
      var candidate = name
      while let count = repetitions[candidate] {
        let number = max(count, repetitions[name] ?? 0) + 1
        repetitions[name] = number
        candidate = name + rule.separator + String(number)
      }
      repetitions[candidate] = 0
      if table[candidate] == nil { table[candidate] = index }
    }
  }

  private static func withEmojiNames(_ title: String, _ choice: Int) -> String {
    guard title.unicodeScalars.contains(where: { $0.value >= 0xA9 && $0.properties.isEmoji }) else {
      return title
    }
    var result = ""
    for character in title {
      let names = character.isASCII ? [] : EmojiShortcodes.names(of: String(character))
      if names.isEmpty {
        result.append(character)
      } else {
        result += names[min(choice, names.count - 1)]
      }
    }
    return result
  }
}
