import Guide
import Markdown

/// Compares a translation with its source, so that nothing gets lost on the way that no language
/// changes.
enum UnitGuard {
  /// The losses of a translation, in words; empty if there are none.
  static func losses(of target: String, from source: String, isCell: Bool) -> [String] {
    let (wanted, found) = (InlineParts(source), InlineParts(target))
    var losses: [String] = []
    let targets = found.targets.map(plain)
    for target in missing(wanted.targets.map(plain), in: targets) {
      losses.append("the link to '\(target)'")
    }
    for code in missing(wanted.codes, in: found.codes) {
      losses.append("the placeholder '\(code)'")
    }
    for name in missing(wanted.elements, in: found.elements) {
      losses.append("the element '<\(name)>'")
    }
    if isCell {
      for letters in missing(letters(of: source), in: letters(of: target)) {
        losses.append("the letters '\(letters)'")
      }
    }
    return losses
  }

  /// The losses of a translation against the text that it replaces, of what the source still has.
  static func losses(
    of target: String, from old: String, source: String, isCell: Bool
  ) -> [String] {
    let gone = Set(losses(of: source, from: old, isCell: isCell))
    return losses(of: target, from: old, isCell: isCell).filter { !gone.contains($0) }
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

  /// The names and numbers that a translation lacks.
  static func lostTokens(of target: String, from source: String) -> [String] {
    KeptTokens(title: source, clauses: []).lost(inTitle: target, [])
  }

  /// Those of a list that another lacks, each once.
  private static func missing(_ wanted: [String], in found: [String]) -> [String] {
    var seen: Set<String> = []
    let known = Set(found)
    return wanted.filter { !known.contains($0) && seen.insert($0).inserted }
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
