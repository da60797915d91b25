import Base
import Markdown

/// The contents of one column's cells, counted.
struct ColumnProfile {
  /// The cells by their content.
  private(set) var letters = 0
  private(set) var loose = 0
  /// Cells of letters that a colon or a dash divides from a text.
  private(set) var marked = 0
  /// Cells of letters that nobody takes for a name such as "RA": single ones, divided from others.
  private(set) var lone = 0
  private(set) var yes = 0
  private(set) var no = 0
  private(set) var dashes = 0
  private(set) var texts = 0
  /// Texts of one capital letter or a few that are not the guide's.
  private(set) var strangers = 0
  /// Those of them without two letters together, as names such as "HR" have.
  private var loneStrangers = 0
  /// Texts that begin with a symbol that says neither yes nor no: `△`.
  private(set) var symbols = 0
  /// Cells of numbers and codes.
  private(set) var codes = 0
  /// Cells of numbers, shares, prices, and codes of any length.
  private(set) var measures = 0
  /// Cells without content, in lines that have some.
  private(set) var empty = 0
  /// All letters that it has.
  private(set) var union: LetterSet = []
  /// The texts that it has, folded.
  private(set) var distinct: Set<String> = []
  private var length = 0

  /// Counts a column's cells in lines that have at least two filled ones.
  init(_ profile: TableProfile, _ column: Int, _ reader: CellReader) {
    self.init(profile, column, profile.lines.map { profile.filled($0).count }, reader)
  }

  /// Counts all columns.
  static func all(of profile: TableProfile, _ reader: CellReader) -> [ColumnProfile] {
    let filled = profile.lines.map { profile.filled($0).count }
    return (0..<profile.columnCount).map { ColumnProfile(profile, $0, filled, reader) }
  }

  /// - Parameter filled: the number of cells with content in each line.
  private init(
    _ profile: TableProfile, _ column: Int, _ filled: [Int], _ reader: CellReader
  ) {
    for (line, filled) in zip(profile.lines, filled) {
      let cell = profile.cell(line, column)
      if cell.isEmpty {
        if filled > 1 { empty += 1 }
        continue
      }
      if filled == 1, profile.columnCount > 2 { continue }
      if filled == profile.columnCount, profile.isRepeated(line) { continue }
      count(cell, reader.read(cell.text))
    }
  }

  private mutating func count(_ cell: Document.Cell, _ content: CellContent) {
    length += cell.text.utf8.count
    if !cell.isLong { distinct.insert(folded(cell.text)) }
    if isCode(cell.text) { codes += 1 }
    if cell.text.isMeasure { measures += 1 }
    // "TBD" is a word for none, but it does not make signs of names.
    if cell.text.isOpen {
      dashes += 1
      return
    }
    switch content.kind {
    case .letters:
      letters += 1
      if content.isMarked { marked += 1 }
      if cell.text.hasOnlyLoneLetters { lone += 1 }
      union.formUnion(content.letters)
    case .loose:
      loose += 1
      union.formUnion(content.letters)
    case .yes: yes += 1
    case .no: no += 1
    case .nothing: dashes += 1
    case .text:
      texts += 1
      if let first = cell.text.first, String(first).isSymbol { symbols += 1 }
      if content.unknown != nil || cell.text.isLoneLetter {
        strangers += 1
        if cell.text.hasOnlyLoneLetters { loneStrangers += 1 }
      }
    }
  }

  /// The cells that have content, dashes left out.
  var total: Int { letters + loose + yes + no + texts }
  /// The cells that have content.
  var filled: Int { total + dashes }
  /// The mean length of a cell with content in bytes.
  var meanLength: Int { filled == 0 ? 0 : length / filled }

  /// Whether most of its cells are letters.
  var isLetters: Bool { letters >= 1 && letters * 2 >= total - no }
  /// Whether most of its cells are single letters of the guide or of another script or scheme.
  var isLettersAlone: Bool {
    lone * 2 > total || isStrangeLetters && distinct.allSatisfy { $0.count == 1 }
  }
  /// Whether its cells are letters, many with a text behind them.
  var isLooselyLetters: Bool { letters + loose >= 1 && (letters + loose) * 5 >= (total - no) * 3 }
  /// Whether its cells are letters, some or all of which the guide does not have.
  var isStrangeLetters: Bool {
    loneStrangers >= 1 && strangers + letters + yes + no == total && distinct.count <= 8
  }
  /// Whether its cells are signs for yes and no.
  var isSigns: Bool { yes + no >= 1 && letters == 0 && (yes + no) * 5 >= total * 4 }
  /// Whether its cells are symbols, not all of which say yes or no.
  var isSymbols: Bool { symbols > 0 && symbols + yes + no == total && meanLength <= 24 }
  /// Whether its cells are capital letters, each of them once and some of several letters, as codes
  /// are.
  var mayBeCodes: Bool {
    letters + strangers == total && total > 1 && no + yes == 0 && distinct.count == filled
      && distinct.contains { $0.count > 1 && $0.allSatisfy(\.isLetter) }
  }
  /// Whether most of its cells are numbers, codes, or signs.
  var isMeasure: Bool { filled > 1 && (max(codes, measures) * 3 >= filled * 2 || isSigns) }
  /// Whether its cells are numbers and codes.
  var isCodes: Bool { filled > 0 && codes == filled }
}

extension String {
  /// Whether no two letters are beside each other.
  var hasOnlyLoneLetters: Bool {
    split(whereSeparator: { !$0.isLetter }).allSatisfy { $0.count == 1 }
  }

  /// Whether it has digits, and otherwise only capital letters, currencies and punctuation.
  fileprivate var isMeasure: Bool {
    var hasDigit = false
    for scalar in unicodeScalars {
      switch scalar {
      case "0"..."9": hasDigit = true
      case "A"..."Z", "!"..."/", ":"..."@", "[", "]", "_", "€", "£", "¥", "–": continue
      default: return false
      }
    }
    return hasDigit
  }

  /// Whether it says that something is open: "TBD" or a question mark.
  fileprivate var isOpen: Bool {
    // Three letters in full width have nine bytes.
    utf8.count <= 9 && ["tbd", "tbc", "tba", "?", "??", "???"].contains(folded(self))
  }

  /// Whether it is one letter of a script that has capitals, written large.
  fileprivate var isLoneLetter: Bool {
    guard let letter = first, letter.isUppercase else { return false }
    return dropFirst().isEmpty
  }
}
