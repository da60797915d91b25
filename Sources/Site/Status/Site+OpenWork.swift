import Base
import Guide
import Mustache

extension Site {
  /// The files of a locale's open work, by name and address; none on a published site.
  public func openWork(locale: String) -> [(name: String, url: String)] {
    guard let path = options.openWorkPath else { return [] }
    let query = path + "?locale=" + percentEncoded(locale)
    return [("PO", query + "&format=po"), ("XLIFF", query + "&format=xliff")]
  }

  /// The same as templates read it; null for the source, and for a locale without work.
  func openWork(_ locale: Int, of tally: StatusTally) -> Value {
    guard locale != guide.sourceIndex, tally.needsWork || tally.current < tally.total else {
      return .null
    }
    let files = openWork(locale: guide.locales[locale].tag)
    return files.isEmpty
      ? .null
      : [
        "downloads": .list(
          files.map { ["name": .text($0.name), "url": .address($0.url)] })
      ]
  }
}
