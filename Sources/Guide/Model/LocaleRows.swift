/// The row of a responsibility in each locale's version that has it.
///
/// Locales without one take no room: a guide can have thousands of locales, and tens of thousands of
/// rows.
public struct LocaleRows: Sendable, Equatable {
  private struct Entry: Sendable, Equatable {
    let locale: Int
    let row: Int
  }

  /// In the order of the locales.
  private var entries: [Entry] = []

  init() {}

  /// The locales that have a row, in order.
  public var locales: [Int] { entries.map(\.locale) }

  /// The row in a locale's version; nil if that has no such row.
  public internal(set) subscript(_ locale: Int) -> Int? {
    get {
      let place = place(of: locale)
      return place < entries.count && entries[place].locale == locale ? entries[place].row : nil
    }
    set {
      let place = place(of: locale)
      if place < entries.count, entries[place].locale == locale { entries.remove(at: place) }
      if let newValue { entries.insert(Entry(locale: locale, row: newValue), at: place) }
    }
  }

  /// The place of a locale's entry, or the one that it would take.
  private func place(of locale: Int) -> Int {
    // Most rows are in all versions.
    if entries.indices.contains(locale), entries[locale].locale == locale { return locale }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].locale < locale { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
