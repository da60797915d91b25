import Guide
import Markdown

/// Compares a translation with its source, so that nothing gets lost on the way that no language
/// changes.
enum UnitGuard {
  /// The losses of a translation, in words; empty if there are none.
  static func losses(of target: String, from source: String, isCell: Bool) -> [String] {
    told(compared(kept(source, isCell), with: kept(target, isCell)).missing)
  }

  /// The losses of a translation against the text that it replaces, of what the source still has.
  static func losses(
    of target: String, from old: String, source: String, isCell: Bool
  ) -> [String] {
    let wanted = compared(kept(old, isCell), with: kept(source, isCell)).common
    return told(compared(wanted, with: kept(target, isCell)).missing)
  }

  /// The parts of a text that every language keeps, in words, each as often as it is there.
  private static func kept(_ text: String, _ isCell: Bool) -> [String] {
    let parts = InlineParts(text)
    return parts.targets.map { "the link to '\(plain($0))'" }
      + parts.codes.map { "the placeholder '\($0)'" }
      + parts.elements.map { "the element '<\($0)>'" }
      + (isCell ? letters(of: text).map { "the letters '\($0)'" } : [])
  }

  /// A list with each text once.
  private static func told(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// The tags of a translation that no page shows.
  ///
  /// These are halves of pairs, and tags of elements that aren't in running text and that the
  /// source lacks.
  static func strays(in target: String, from source: String) -> [String] {
    let (wanted, found) = (InlineParts(source).tags, InlineParts(target).tags)
    let known = Set(wanted.map(\.name))
    var open: [String: Int] = [:]
    for tag in found { open[tag.name, default: 0] += tag.isClosing ? -1 : 1 }
    // A translation may leave open anything that the source leaves open.
    for tag in wanted { open[tag.name, default: 0] -= tag.isClosing ? -1 : 1 }
    var seen: Set<String> = []
    return found.filter { tag in
      let isShown = known.contains(tag.name) || MarkupElements.inline.contains(tag.name)
      let isHalf = !MarkupElements.void.contains(tag.name) && open[tag.name] != 0
      return (!isShown || isHalf) && seen.insert(tag.native).inserted
    }.map(\.native)
  }

  /// The references to footnotes and the template code of a translation that other texts lack.
  static func strangers(in target: String, besides known: [String]) -> [String] {
    let codes = Set(known.flatMap { InlineParts($0).codes })
    return InlineParts(target).codes.filter { code in
      (code.hasPrefix("[") || code.hasPrefix("{")) && !codes.contains(code)
    }
  }

  /// The names and numbers that a translation lacks.
  static func lostTokens(of target: String, from source: String) -> [String] {
    KeptTokens(title: source, clauses: []).lost(inTitle: target, [])
  }

  /// The texts of a list that another also has, each as often, and those that it lacks.
  private static func compared(
    _ wanted: [String], with found: [String]
  ) -> (common: [String], missing: [String]) {
    var left: [String: Int] = [:]
    for text in found { left[text, default: 0] += 1 }
    var (common, missing): ([String], [String]) = ([], [])
    for text in wanted {
      left[text, default: 0] -= 1
      if left[text, default: 0] < 0 { missing.append(text) } else { common.append(text) }
    }
    return (common, missing)
  }

  /// A link's target without the parts that differ by language: tags in its path and its query.
  private static func plain(_ target: String) -> String {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = (parts.first ?? "").prefix { $0 != "?" }
    let steps = path.split(separator: "/", omittingEmptySubsequences: false).filter {
      !isLanguage($0)
    }
    // A fragment may be a slug of the language's own; that there is one stays.
    return steps.joined(separator: "/") + (parts.count > 1 ? "#…" : "")
  }

  /// Whether a step of a path is a tag of language and region, such as `en-us`, or script.
  private static func isLanguage(_ step: Substring) -> Bool {
    let parts = step.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count > 1 && (2...3).contains(parts[0].utf8.count)
      && parts.dropFirst().allSatisfy { $0.utf8.count == 2 || $0.utf8.count == 4 }
      && LanguageTag.isValid(String(step))
  }

  /// RACI letters at the beginning of a cell, before a remark: `RA (if asked)`.
  private static func letters(of text: String) -> [String] {
    let start = text.drop { "*_ ".contains($0) }
    let word = start.prefix { $0.isASCII && $0.isUppercase || "/,+&·| *_".contains($0) }
    let behind = start[word.endIndex...].first
    guard behind == nil || behind == "(" || behind == "[" || behind == "<" || behind == "\n" else {
      return []
    }
    let letters = word.filter { $0.isASCII && $0.isUppercase }
    let known = Set("RACISDQOVPL")
    guard !letters.isEmpty, letters.count <= 4, letters.allSatisfy(known.contains) else {
      return []
    }
    return [String(letters.sorted())]
  }
}
