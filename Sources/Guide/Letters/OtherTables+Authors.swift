import Base

/// Tables on covers of documents, in which authors sign with their initials.
extension OtherTables {
  /// Whether the table lists versions with their dates, or names beside their initials.
  var isOfAuthors: Bool {
    let initials = letters.filter { column in
      let filled = profile.lines.filter { !profile.cell($0, column).isEmpty }
      let own = filled.count { line in isSigned(line, column) }
      return own * 2 > filled.count
    }
    return !letters.isEmpty && (initials == letters || isOfVersions)
  }

  /// Whether a head says "version" and the cells of another column are days.
  private var isOfVersions: Bool {
    let versions = words.list("read_version", in: locale)
    let named = profile.heads.indices.filter { column in
      LetterWords.normalized(profile.heads[column]).split(separator: " ")
        .contains { versions.contains(String($0)) }
    }
    guard !named.isEmpty else { return false }
    return columns.indices.contains { column in
      let cells = profile.lines.map { profile.cell($0, column).text }.filter { !$0.isEmpty }
      return !named.contains(column) && !cells.isEmpty && cells.allSatisfy(\.isDay)
    }
  }

  /// Whether a cell has the initials of the name in another cell of its line.
  private func isSigned(_ line: Int, _ column: Int) -> Bool {
    let sign = profile.cell(line, column).text.filter(\.isLetter).uppercased()
    return sign.count > 1
      && profile.filled(line).contains { other in
        let name = profile.cell(line, other).text
        let initials = name.split { !$0.isLetter }.compactMap(\.first)
        return other != column && String(initials).uppercased() == sign
      }
  }
}

extension String {
  /// Whether it has a year in it, or three numbers as a day in numbers has.
  fileprivate var isDay: Bool {
    guard utf8.count <= 24 else { return false }
    let numbers = split { !$0.isASCII || !$0.isNumber }
    return numbers.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
      || numbers.count == 3 && numbers.allSatisfy { $0.count <= 2 }
  }
}
