import Base
import Markdown

extension TableClassifier {
  /// Whether most cells beside the titles are letters with a digit behind them, R's among them.
  private func areNumberedLetters(_ profile: TableProfile) -> Bool {
    var letters: LetterSet = []
    var (numbered, total) = (0, 0)
    for line in profile.lines {
      for column in profile.filled(line) where column > 0 {
        let text = profile.cell(line, column).text
        total += 1
        guard let first = text.first, first.isASCII, first.isUppercase,
          text.dropFirst().allSatisfy(\.isWholeNumber), text.count <= 2
        else { continue }
        numbered += 1
        letters.formUnion(LetterSet(first))
      }
    }
    return profile.columnCount > 2 && numbered * 2 > total
      && letters.isSuperset(of: [scheme.owner.first, .accountable])
      && scheme.all.isSuperset(of: letters)
  }

  /// Whether a column says who has the role in the first one: `Role | Owner | Responsibilities`.
  func fillsRoles(_ profile: TableProfile) -> Bool {
    let owners = profile.heads.indices.dropFirst().filter { column in
      let head = NameReader.withoutParentheses(profile.heads[column]).base
      return words.isOwner(head, in: locale) && !words.canBeTask(head)
    }
    let others = profile.heads.indices.dropFirst().filter { !owners.contains($0) }
    return owners.count == 1 && words.saysPeople(profile.heads.first ?? "", in: locale)
      && others.contains { words.canBeTask(profile.heads[$0]) }
      && others.allSatisfy {
        words.canBeTask(profile.heads[$0])
          || words.letters(ofHead: profile.heads[$0], in: locale, scheme).isEmpty
      }
  }

  /// The table as one of titles and descriptions, unless something in it looks like letters.
  func prose(
    _ profile: TableProfile, _ columns: [ColumnProfile], _ letters: Set<Int>
  ) -> ClassifiedTable {
    guard let shape = TableShape(profile, columns, besides: [], self) else {
      return .ordinary(profile.heads)
    }
    // A column of owners, or of each party's tasks, is not one of a section's own.
    let owners = profile.heads.indices.dropFirst().filter {
      !words.letters(ofHead: profile.heads[$0], in: locale, scheme).isDisjoint(with: scheme.owner)
        && !words.canBeTask(profile.heads[$0])
    }
    let parties = profile.heads.dropFirst().count { words.meaning(of: $0, in: locale) == .party }
    // Columns of capitals that are not the guide's letters are another scheme's.
    let strangers = columns.dropFirst().count(where: \.isStrangeLetters)
    let lettered = columns.dropFirst().count { $0.letters * 8 >= $0.total && $0.letters > 0 }
    let roles = columns.dropFirst().count {
      $0.meanLength <= Self.meanNameLength && words.areRoles($0.distinct, in: locale)
    }
    let isDoubtful =
      !fillsRoles(profile) && owners.contains { columns[$0].total > 0 }
      || max(parties, strangers, letters.count, roles) > 1 || lettered > 2
      || columns.dropFirst().contains { $0.isLettersAlone && $0.union.characters.count > 2 }
      || areNumberedLetters(profile) || OwnerColumns(profile, columns, self).mayBeOwned
    if settings.kind == nil, isDoubtful {
      return .ordinary(profile.heads, doubt: .letters)
    }
    let isOfTasks = words.mentionsTask(profile.heads[shape.title], in: locale)
    let halfSigns = columns.dropFirst().count { isOfTasks && $0.yes > 1 && $0.yes * 2 >= $0.total }
    if settings.kind == nil, max(halfSigns, columns.dropFirst().count(where: \.isSymbols)) > 1 {
      return .ordinary(profile.heads, doubt: .signs)
    }
    return shape.table(.prose, letters: [], profile)
  }
}
