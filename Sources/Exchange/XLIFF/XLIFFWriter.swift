/// Writes a catalog as XLIFF 1.2 (OASIS Standard, February 2008).
public struct XLIFFWriter {
  private var text = ""

  /// Writes a catalog, a `file` element a document.
  ///
  /// - Parameter version: the program's version.
  public static func bytes(_ catalog: TranslationCatalog, version: String) -> [UInt8] {
    var writer = XLIFFWriter()
    writer.text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">\n"
    for group in catalog.byFileOrEmpty {
      writer.text +=
        "  <file original=\"\(XMLText.escaped(group.path))\""
        + " source-language=\"\(XMLText.escaped(catalog.sourceLocale))\""
        + " target-language=\"\(XMLText.escaped(catalog.targetLocale))\""
        + " datatype=\"x-markdown\">\n    <header>\n"
        + "      <tool tool-id=\"rolebook\" tool-name=\"Rolebook\""
        + " tool-version=\"\(XMLText.escaped(version))\"/>\n    </header>\n    <body>\n"
      for unit in group.units { writer.unit(unit, catalog.targetLocale) }
      writer.text += "    </body>\n  </file>\n"
    }
    writer.text += "</xliff>\n"
    return Array(writer.text.utf8)
  }

  private mutating func unit(_ unit: TranslationUnit, _ locale: String) {
    let context = XMLText.escaped(unit.context)
    let approved = unit.state == .current ? "yes" : "no"
    text +=
      "      <trans-unit id=\"\(context)\" resname=\"\(context)\" approved=\"\(approved)\""
      + " xml:space=\"preserve\">\n"
    text += "        <source>\(Self.content(unit.source, unit.keep))</source>\n"
    let state = Self.state(unit.state)
    let target = unit.target.map { Self.content($0, unit.keep) } ?? ""
    text += "        <target state=\"\(state)\">\(target)</target>\n"
    text +=
      "        <context-group purpose=\"location\">"
      + "<context context-type=\"sourcefile\">\(XMLText.escaped(unit.location.path))</context>"
      + "<context context-type=\"linenumber\">\(unit.location.line)</context></context-group>\n"
    for note in [unit.what] + unit.notes {
      text += "        <note from=\"developer\">\(XMLText.escaped(note))</note>\n"
    }
    if let previous = unit.previousSource {
      text += "        <alt-trans alttranstype=\"previous-version\">\n"
      text += "          <source>\(Self.content(previous, unit.keep))</source>\n"
      text += "          <target xml:lang=\"\(XMLText.escaped(locale))\">\(target)</target>\n"
      text += "        </alt-trans>\n"
    }
    text += "      </trans-unit>\n"
  }

  private static func state(_ state: TranslationUnit.State) -> String {
    switch state {
    case .missing, .identical: "needs-translation"
    case .stale: "needs-adaptation"
    case .machine: "needs-review-translation"
    case .current: "final"
    }
  }

  private static func content(_ text: String, _ keep: [String]) -> String {
    InlineCodes(text, keep: keep).parts.map { part in
      switch part {
      case .text(let text): XMLText.escaped(text)
      case .protected(let text): "<mrk mtype=\"protected\">\(XMLText.escaped(text))</mrk>"
      case .open(let id, let native):
        "<bpt id=\"\(id)\" ctype=\"link\">\(XMLText.escaped(native))</bpt>"
      case .close(let id, let native): "<ept id=\"\(id)\">\(XMLText.escaped(native))</ept>"
      case .code(let id, let native): "<ph id=\"\(id)\">\(XMLText.escaped(native))</ph>"
      case .lineBreak(let id): "<x id=\"\(id)\" ctype=\"lb\"/>"
      }
    }.joined()
  }
}

extension TranslationCatalog {
  /// As `byFile`; without any unit, one file that has none, for XLIFF asks for one.
  var byFileOrEmpty: [(path: String, units: [TranslationUnit])] {
    units.isEmpty ? [("guide.yml", [])] : byFile
  }

  /// The units by the file that their source is in, in order.
  var byFile: [(path: String, units: [TranslationUnit])] {
    var groups: [(path: String, units: [TranslationUnit])] = []
    for unit in units {
      if groups.last?.path == unit.location.path {
        groups[groups.count - 1].units.append(unit)
      } else {
        groups.append((unit.location.path, [unit]))
      }
    }
    return groups
  }
}
