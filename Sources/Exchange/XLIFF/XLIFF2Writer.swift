/// Writes a catalog as XLIFF 2.0 (OASIS Standard, August 2014).
public struct XLIFF2Writer {
  private var text = ""
  private var data: [String] = []
  private var references: [String: String] = [:]

  /// Writes a catalog, a `file` element a document.
  public static func bytes(_ catalog: TranslationCatalog) -> [UInt8] {
    var writer = XLIFF2Writer()
    writer.text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\""
      + " srcLang=\"\(XMLText.escaped(catalog.sourceLocale))\""
      + " trgLang=\"\(XMLText.escaped(catalog.targetLocale))\">\n"
    for (index, group) in catalog.byFileOrEmpty.enumerated() {
      writer.text += "  <file id=\"f\(index + 1)\" original=\"\(XMLText.escaped(group.path))\">\n"
      for (number, unit) in group.units.enumerated() { writer.unit(unit, number + 1) }
      if group.units.isEmpty { writer.text += "    <group id=\"g1\"/>\n" }
      writer.text += "  </file>\n"
    }
    writer.text += "</xliff>\n"
    return Array(writer.text.utf8)
  }

  private mutating func unit(_ unit: TranslationUnit, _ number: Int) {
    (data, references) = ([], [:])
    let source = content(unit.source, unit.keep)
    let target = unit.target.map { content($0, unit.keep) }
    text +=
      "    <unit id=\"u\(number)\" name=\"\(XMLText.escaped(unit.context))\">\n      <notes>\n"
    let place = "\(unit.location.path):\(unit.location.line)"
    text += "        <note category=\"location\">\(XMLText.escaped(place))</note>\n"
    for note in [unit.what] + unit.notes {
      text += "        <note category=\"description\">\(XMLText.escaped(note))</note>\n"
    }
    if let previous = unit.previousSource {
      text += "        <note category=\"previous-source\">\(XMLText.escaped(previous))</note>\n"
    }
    text += "      </notes>\n"
    if !data.isEmpty {
      text += "      <originalData>\n"
      for (index, native) in data.enumerated() {
        text += "        <data id=\"d\(index + 1)\">\(XMLText.escaped(native))</data>\n"
      }
      text += "      </originalData>\n"
    }
    let (state, detail) = Self.state(unit)
    text += "      <segment state=\"\(state)\" subState=\"rolebook:\(detail)\">\n"
    text += "        <source xml:space=\"preserve\">\(source)</source>\n"
    if let target { text += "        <target xml:space=\"preserve\">\(target)</target>\n" }
    text += "      </segment>\n    </unit>\n"
  }

  /// `initial` marks a text that the translator has to check, even if it is translated.
  private static func state(_ unit: TranslationUnit) -> (state: String, detail: String) {
    switch unit.state {
    case .current: ("final", "current")
    case let state: ("initial", state.rawValue)
    }
  }

  private mutating func reference(_ native: String) -> String {
    if let known = references[native] { return known }
    data.append(native)
    references[native] = "d\(data.count)"
    return "d\(data.count)"
  }

  private mutating func content(_ text: String, _ keep: [String]) -> String {
    let parts = InlineCodes(text, keep: keep).parts
    var closing: [Int: String] = [:]
    for case .close(let id, let native) in parts { closing[id] = native }
    var result = ""
    var marks = 0
    for part in parts {
      switch part {
      case .text(let text): result += XMLText.escaped(text)
      case .protected(let text):
        marks += 1
        result += "<mrk id=\"m\(marks)\" translate=\"no\">\(XMLText.escaped(text))</mrk>"
      case .open(let id, let native):
        guard let end = closing[id] else {
          result += "<ph id=\"\(id)\" dataRef=\"\(reference(native))\"/>"
          continue
        }
        result +=
          "<pc id=\"\(id)\" type=\"link\" dataRefStart=\"\(reference(native))\""
          + " dataRefEnd=\"\(reference(end))\">"
      case .close: result += "</pc>"
      case .code(let id, let native):
        result += "<ph id=\"\(id)\" dataRef=\"\(reference(native))\"/>"
      case .lineBreak(let id):
        result +=
          "<ph id=\"\(id)\" type=\"fmt\" subType=\"xlf:lb\" dataRef=\"\(reference("\n"))\"/>"
      }
    }
    return result
  }
}
