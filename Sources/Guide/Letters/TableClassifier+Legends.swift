import Base
import Markdown

extension TableClassifier {
  /// Whether it explains letters or signs: in its first column only, or by heads with their names.
  func isLegend(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ letters: Set<Int>, _ heads: [LetterSet]
  ) -> Bool {
    guard let first = columns.first else { return false }
    if explainsSymbols(profile) { return true }
    let isFirst = first.isLetters || first.isSigns && columns.count == 2
    // Meanings differ; whoever has several tasks comes again.
    let namesOwners =
      columns.count == 2 && heads.last?.isEmpty == false
      && columns.last.map { $0.distinct.count < $0.filled } == true
    let hasMeanings = columns.dropFirst().contains { !$0.isLettersAlone }
    if isFirst, hasMeanings, !namesOwners, columns.count <= 3, first.distinct.count == first.filled,
      first.no + first.yes + first.letters + first.loose >= 1
    {
      return columns.dropFirst().allSatisfy { !$0.isLetters || $0.distinct.count == $0.filled }
    }
    let named = heads.indices.filter { !heads[$0].isEmpty }
    return named.count > 1 && named.allSatisfy { letters.contains($0) }
      && profile.heads.indices.dropFirst().allSatisfy { profile.heads[$0].count == 1 }
      && named.count == profile.heads.count { $0.count == 1 }
  }

  /// Whether another table explains the same letters otherwise, so that both name who has them.
  func namesHolders(_ profile: TableProfile) -> Bool {
    let document = profile.document
    let own = lines(profile)
    guard profile.columnCount == 2, own.allSatisfy({ $1.utf8.count <= 40 }) else { return false }
    // Some names are words of letters in another language, such as "Kim".
    let nameCount = own.count { words.letters(ofHead: $1, in: locale, reader.scheme).isEmpty }
    return nameCount * 2 > own.count
      && document.tables.indices.prefix(Self.mostRivals).contains { index in
        let lineCount = document.tables[index].lines.count
        guard index != profile.index, document.tables[index].columnCount == 2,
          abs(lineCount - profile.table.lines.count) <= 3
        else { return false }
        let other = Dictionary(lines(TableProfile(document, index))) { first, _ in first }
        let shared = own.filter { other[$0.0] != nil }
        return shared.count > 1 && shared.count * 2 >= max(own.count, other.count)
          && shared.contains { other[$0.0] != $0.1 }
      }
  }

  /// Whether each letter's line names who has it in several tasks: `Responsible | Kim | Lou`.
  func namesHoldersOfTasks(_ profile: TableProfile, _ columns: [ColumnProfile]) -> Bool {
    let others = columns.indices.dropFirst()
    guard columns.count > 2,
      others.allSatisfy({
        columns[$0].texts > 1 && columns[$0].meanLength <= Self.meanNameLength / 2
      })
    else { return false }
    // Some names are words of letters in another language, such as "Kim".
    let named = profile.lines.reduce(0) { count, line in
      count
        + others.count { column in
          !words.letters(ofHead: profile.cell(line, column).text, in: locale, scheme).isEmpty
        }
    }
    return named * 3 < profile.lines.count * others.count
  }

  /// How many tables of a document are compared with each legend.
  private static let mostRivals = 40

  private func lines(_ profile: TableProfile) -> [(String, String)] {
    profile.lines.map { (profile.cell($0, 0).text, profile.cell($0, 1).text) }
  }

  /// Whether its first cells are symbols, each once, beside their meanings.
  private func explainsSymbols(_ profile: TableProfile) -> Bool {
    guard profile.columnCount == 2, profile.lines.count > 1 else { return false }
    var symbols: Set<String> = []
    return profile.lines.allSatisfy { line in
      let (sign, meaning) = (profile.cell(line, 0), profile.cell(line, 1))
      return sign.text.isSymbol && symbols.insert(sign.text).inserted
        && meaning.text.contains(where: \.isLetter)
    }
  }

  /// The letters of the signs that a table explains: a sign and the name of a letter in each line.
  ///
  /// Ticks and crosses alone explain nothing, because they have meanings of their own.
  func explainedSigns(_ profile: TableProfile) -> [String: LetterSet] {
    guard explainsSymbols(profile) else { return [:] }
    var result: [String: LetterSet] = [:]
    for line in profile.lines {
      let meaning = profile.cell(line, 1).text
      let name = meaning.split(maxSplits: 1) { ":：–—(（;,.。\n".contains($0) }.first ?? ""
      let letters = words.letters(ofHead: String(name), in: locale, reader.scheme)
      if !letters.isEmpty { result[CellReader.signKey(profile.cell(line, 0).text)] = letters }
    }
    return result.count > 1 ? result : [:]
  }
}

extension String {
  /// Whether it is one symbol or two, such as a circle or a star.
  var isSymbol: Bool {
    guard (1...2).contains(count), let first = unicodeScalars.first, first.value > 0x2000 else {
      return false
    }
    return unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .otherSymbol, .mathSymbol: true
      case .nonspacingMark, .format: scalar != first
      default: false
      }
    }
  }
}
