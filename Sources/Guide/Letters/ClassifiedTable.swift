import Base
import Markdown

/// The classification of a table.
public struct ClassifiedTable: Sendable {
  /// Why a table that might have letters is not read.
  public enum Doubt: Sendable, Hashable {
    /// It has letters, and no settings make it a table of them.
    case letters
    /// It has signs for yes and no, and nothing says that its columns are parties.
    case signs
  }

  /// The kind.
  public var kind: TableSettings.Kind
  /// Its columns and lines.
  public var reading: TableReading?
  /// The head of each column.
  public var heads: [String]
  /// The columns that say who does what, with the letters that their heads name.
  public var letterColumns: [(column: Int, letters: LetterSet)] = []
  /// Whether an empty circle says no, as beside full ones in most languages.
  public var isHollowNo = false
  /// Whether a letter O says yes and a letter X says no.
  public var isCircled = false
  /// The cells of columns of names that are none, by their places among the document's cells.
  var asides: Set<Int> = []
  /// Whether it explains letters or signs.
  public var isLegend = false
  /// The reason not to skip it silently.
  public var doubt: Doubt?

  /// An ordinary table.
  static func ordinary(
    _ heads: [String], isLegend: Bool = false, doubt: Doubt? = nil
  ) -> ClassifiedTable {
    ClassifiedTable(
      kind: .ordinary, reading: .ordinary, heads: heads, isLegend: isLegend, doubt: doubt)
  }

  /// The meanings of signs in its cells, from the settings and from the table itself.
  func signMeanings(_ settings: TableSettings) -> [String: LetterSet] {
    isHollowNo ? ["○": [], "◯": []].merging(settings.signMeanings) { $1 } : settings.signMeanings
  }

  /// Whether its cells have letters, and not only signs or names.
  var hasCapitals: Bool { kind == .letters || kind == .transposed || kind == .people }

  /// Whether letters are in its cells, or heads name the letter of each name.
  var showsLetters: Bool { kind == .letters || kind == .columns }

  /// Whether its cells say who does what.
  public var holdsLetters: Bool { kind != .prose && kind != .ordinary }
}
