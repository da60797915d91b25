/// Writes the pairs of a catalog as a translation memory: TMX 1.4b (LISA OSCAR, 2005).
public enum TMXWriter {
  /// Writes the units that have a translation which is not behind the source.
  ///
  /// - Parameters:
  ///   - date: the day for the header, `2026-01-31`.
  ///   - version: the program's version.
  public static func bytes(_ catalog: TranslationCatalog, date: String, version: String) -> [UInt8]
  {
    let (source, target) = (
      XMLText.escaped(catalog.sourceLocale), XMLText.escaped(catalog.targetLocale)
    )
    let day = date.filter { $0 != "-" }
    var text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
      + "  <header creationtool=\"rolebook\" creationtoolversion=\"\(XMLText.escaped(version))\""
      + " segtype=\"block\" o-tmf=\"rolebook\" adminlang=\"en\" srclang=\"\(source)\""
      + " datatype=\"x-markdown\" creationdate=\"\(day)T000000Z\"/>\n  <body>\n"
    for unit in catalog.units {
      guard let translation = memory(unit) else { continue }
      text += "    <tu tuid=\"\(XMLText.escaped(unit.context))\">\n"
      text += "      <tuv xml:lang=\"\(source)\"><seg>\(content(translation.source))</seg></tuv>\n"
      text += "      <tuv xml:lang=\"\(target)\"><seg>\(content(translation.target))</seg></tuv>\n"
      text += "    </tu>\n"
    }
    return Array((text + "  </body>\n</tmx>\n").utf8)
  }

  /// The wording that a translation was made from, and the translation.
  private static func memory(_ unit: TranslationUnit) -> (source: String, target: String)? {
    guard let target = unit.target else { return nil }
    switch unit.state {
    case .missing, .identical: return nil
    case .stale: return unit.previousSource.map { ($0, target) }
    case .machine, .current: return (unit.source, target)
    }
  }

  private static func content(_ text: String) -> String {
    InlineCodes(text, keep: []).parts.map { part in
      switch part {
      case .text(let text), .protected(let text): XMLText.escaped(text)
      case .open(let id, let native):
        "<bpt i=\"\(id)\" type=\"link\">\(XMLText.escaped(native))</bpt>"
      case .close(let id, let native): "<ept i=\"\(id)\">\(XMLText.escaped(native))</ept>"
      case .code(_, let native): "<ph>\(XMLText.escaped(native))</ph>"
      case .lineBreak: "<ph type=\"lb\">\n</ph>"
      }
    }.joined()
  }
}
