import Guide
import Mustache

/// Letters per party as bars: the beginning and the width of each segment of a drawing.
///
/// Places are percentages of the drawing's width, so a drawing fits any column without a style of
/// its own. In a locale that is read from right to left they count from the right.
struct LoadBars {
  private let site: Site
  private let locale: Int

  init(_ site: Site, locale: Int) {
    self.site = site
    self.locale = locale
  }

  /// A bar for each party, its letters one behind another; the longest fills the width.
  func ofParties(in range: Range<Int>) -> Value {
    let parties = site.guide.settings.parties
    let counts = parties.indices.map { site.matrix.counts(ofParty: $0, site.scheme, in: range) }
    let longest = counts.map { $0.reduce(0, +) }.max() ?? 0
    guard longest > 0 else { return .null }
    let bars: [Value] = parties.indices.map { index in
      [
        "name": .text(site.guide.locales[locale].parties[index].name),
        "url": .address(site.paths.partyURL(index, locale)),
        "label": .text(label(counts[index])),
        "counts": site.counts(ofParty: index, locale, in: range),
        "segments": segments(counts[index], longest: longest),
      ]
    }
    return ["bars": .list(bars)]
  }

  /// A bar for each letter that a party has; all rows of the guide would fill the width.
  func ofLetters(heldBy party: Int) -> Value {
    let counts = site.matrix.counts(ofParty: party, site.scheme)
    let total = site.matrix.rows.count
    let bars: [Value] = site.scheme.letters.indices.filter { counts[$0] > 0 }.map { index in
      var bar = site.letter(index, count: counts[index], locale)
      let part = ["current": strings.number(counts[index]), "total": strings.number(total)]
      bar.append("label", .text(strings.filled("status_units", part)))
      bar.append("segments", [segment(index, count: counts[index], from: 0, of: total)])
      return .object(bar)
    }
    return bars.isEmpty ? .null : ["bars": .list(bars)]
  }

  /// A description of the drawing in words.
  private func label(_ counts: [Int]) -> String {
    let names = site.contexts[locale].letterNames
    let held = counts.indices.filter { counts[$0] > 0 }.map {
      strings.labeled(names[$0], strings.number(counts[$0]))
    }
    return held.isEmpty ? strings.number(0) : strings.list(held)
  }

  private func segments(_ counts: [Int], longest: Int) -> Value {
    var start = 0
    var segments: [Value] = []
    for (index, count) in counts.enumerated() where count > 0 {
      segments.append(segment(index, count: count, from: start, of: longest))
      start += count
    }
    return .list(segments)
  }

  private func segment(_ index: Int, count: Int, from start: Int, of whole: Int) -> Value {
    let begin = start * 1000 / whole
    let end = (start + count) * 1000 / whole
    let width = max(end - begin - Self.gap, Self.gap)
    let left = isMirrored ? 1000 - begin - width : begin
    let text = "\(site.scheme.letters[index].character) \(strings.number(count))"
    var segment = site.letter(index, count: count, locale)
    segment.append("x", .text(percentage(left)))
    segment.append("width", .text(percentage(width)))
    segment.append("middle", .text(percentage(left + width / 2)))
    let isRoomy = width >= text.utf8.count * Self.widthOfCharacter
    let isRoomyForLetter = width >= Self.widthOfCharacter
    let short = isRoomyForLetter ? String(text.prefix(1)) : nil
    segment.append("text", (isRoomy ? text : short).map { .text($0) } ?? .null)
    return .object(segment)
  }

  private var strings: StringTable { site.guide.locales[locale].strings }
  private var isMirrored: Bool { site.guide.locales[locale].direction == .rightToLeft }

  /// Thousandths as a percentage.
  private func percentage(_ thousandths: Int) -> String {
    "\(thousandths / 10).\(thousandths % 10)%"
  }

  /// Between two segments, in thousandths.
  private static let gap = 5

  /// The width of a character of a segment's text on a phone, in thousandths of the drawing.
  private static let widthOfCharacter = 26
}
