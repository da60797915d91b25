import Base

/// Reads XLIFF 1.2 and 2.0 as translators' programs write them.
///
/// A target counts as finished unless its state says otherwise: `new`, `initial` or `needs-…`, or one
/// of its segments lacks a translation. Codes that a program emptied are filled from the source.
public struct XLIFFReader {
  /// A unit as far as it was read.
  private struct Unit {
    var context = ""
    var source: [Run] = []
    var target: [Run] = []
    var hasTarget = false
    var isOpen = false
    /// Whether the state says that there was no translation when the file was made.
    var wasMissing = false
    var isApproved = false
    var line = 0
    var column = 0
    /// `originalData` of XLIFF 2.0, by id.
    var data: [String: String] = [:]
    /// `seg-source` of XLIFF 1.2.
    var segmented: [Run] = []
    /// The numbers of runs before the segment that is being read.
    var start = (source: 0, target: 0, segmented: 0)
    /// Segments of `seg-source` whose translation was not read yet.
    var openSegments: Set<String> = []
    /// Whether the target has marked segments, as in XLIFF 1.2.
    var isSegmented = false
    /// Whether a segment of XLIFF 2.0 lacks its translation.
    var isPartial = false
    /// Whether the segment that is being read has a target.
    var segmentHasTarget = false

    mutating func startSegment() {
      start = (source.count, target.count, segmented.count)
      segmentHasTarget = false
    }

    /// Notes whether a segment of XLIFF 2.0 is translated.
    mutating func endSegment() {
      let isTranslated = Run.haveContent(target.dropFirst(start.target))
      if !isTranslated, Run.haveContent(source.dropFirst(start.source)) { isPartial = true }
    }

    /// Without a target, the text between segments is the same in all languages.
    mutating func endIgnorable() {
      if !segmentHasTarget { target += source.dropFirst(start.source) }
    }

    /// Notes a segment of a target or `seg-source` of XLIFF 1.2.
    mutating func endMark(_ id: String, in place: Place) {
      if place == .segmented, Run.haveContent(segmented.dropFirst(start.segmented)) {
        openSegments.insert(id)
      } else if place == .target {
        isSegmented = true
        if Run.haveContent(target.dropFirst(start.target)) {
          openSegments.remove(id)
        } else if segmented.isEmpty {
          openSegments.insert(id)
        }
      }
    }
  }

  /// A piece of a source or target.
  private enum Run {
    case text(String)
    /// A code's own text, and its name in both languages.
    case code(String, key: String)

    /// Whether runs are more than white space.
    static func haveContent(_ runs: ArraySlice<Run>) -> Bool {
      runs.contains { run in
        if case .text(let text) = run { !text.allSatisfy(\.isWhitespace) } else { true }
      }
    }
  }

  /// The kind of text that is being read.
  private enum Place {
    case none, source, target, segmented, data
  }

  private let path: String
  private var version = 0
  private var locale: String?
  private var unit: Unit?
  private var place = Place.none
  /// Elements whose content is not the unit's: old wordings, notes.
  private var ignoredDepth = 0
  private var dataKey = ""
  /// The codes that are open, and the native end of each.
  private var codes: [(name: String, key: String, end: String, text: String)] = []
  private var texts: [TranslatedText] = []
  private var openCount = 0

  /// Reads a file.
  ///
  /// - Throws: `TranslationDefect` with the place of the first defect.
  public static func read(
    _ bytes: [UInt8], path: String
  ) throws(TranslationDefect) -> TranslatedFile {
    var reader = XLIFFReader(path: path)
    do throws(ExchangeError) {
      try XMLReader.read(bytes) { event throws(ExchangeError) in
        try reader.take(event)
      }
    } catch {
      let place = error.place.map { SourceLocation(path: path, line: $0.line, column: $0.column) }
      throw TranslationDefect(error.reasonAndHint, at: place ?? SourceLocation(path: path))
    }
    guard reader.version > 0 else {
      throw TranslationDefect(
        "this is XML, but not XLIFF 1.2 or 2.0", at: SourceLocation(path: path))
    }
    return TranslatedFile(
      locale: reader.locale, texts: reader.texts, openCount: reader.openCount)
  }

  private init(path: String) {
    self.path = path
  }

  private mutating func take(_ event: XMLEvent) throws(ExchangeError) {
    switch event {
    case .start(let element):
      if ignoredDepth > 0 {
        ignoredDepth += 1
      } else {
        try start(element)
      }
    case .text(let text):
      if ignoredDepth == 0 { add(text) }
    case .end(let name):
      if ignoredDepth > 0 {
        ignoredDepth -= 1
      } else {
        end(name)
      }
    }
  }

  private mutating func start(_ element: XMLElement) throws(ExchangeError) {
    switch element.name {
    case "xliff": try begin(element)
    case "file": locale = element["target-language"] ?? locale
    case "trans-unit", "unit":
      let name = element["resname"] ?? element["name"] ?? element["id"] ?? ""
      unit = Unit(
        context: name, isApproved: element["approved"] == "yes", line: element.line,
        column: element.column)
    case "alt-trans", "note", "notes", "matches", "context-group": ignoredDepth = 1
    case "segment":
      noteState(element["state"])
      unit?.startSegment()
    case "ignorable": unit?.startSegment()
    case "source": place = .source
    case "seg-source": place = .segmented
    case "target":
      place = .target
      unit?.hasTarget = true
      unit?.segmentHasTarget = true
      if version == 1 { noteState(element["state"]) }
    case "data":
      dataKey = element["id"] ?? ""
      place = .data
    default: if place != .none, place != .data { startCode(element) }
    }
  }

  private mutating func begin(_ element: XMLElement) throws(ExchangeError) {
    switch element["version"]?.prefix(1) {
    case "1": version = 1
    case "2": version = 2
    default:
      throw ExchangeError(
        "XLIFF of a version other than 1.2 and 2.0",
        at: .init(line: element.line, column: element.column))
    }
    locale = element["trgLang"]
  }

  private mutating func noteState(_ state: String?) {
    guard let state else { return }
    if state == "new" || state == "needs-translation" { unit?.wasMissing = true }
    if state == "new" || state == "initial" || state.hasPrefix("needs-") { unit?.isOpen = true }
  }

  private mutating func startCode(_ element: XMLElement) {
    if element.name == "mrk", element["mtype"] == "seg" {
      unit?.startSegment()
      codes.append(("seg", element["mid"] ?? "", "", ""))
      return
    }
    let key = element["id"] ?? ""
    var text = ""
    var end = ""
    switch element.name {
    case "ph", "sc", "ec", "x", "bx", "ex":
      if let reference = element["dataRef"] { text = unit?.data[reference] ?? "" }
      if element["ctype"] == "lb" || element["subType"] == "xlf:lb" { text = "\n" }
    case "pc":
      text = element["dataRefStart"].flatMap { unit?.data[$0] } ?? ""
      end = element["dataRefEnd"].flatMap { unit?.data[$0] } ?? ""
      append(.code(text, key: "pc\(key)"))
    case "g": append(.code("", key: "g\(key)"))
    default: break
    }
    codes.append((element.name, key, end, text))
  }

  private mutating func add(_ text: String) {
    if place == .data {
      unit?.data[dataKey, default: ""] += text
    } else if let name = codes.last?.name, ["ph", "bpt", "ept", "it"].contains(name) {
      codes[codes.count - 1].text += text
    } else {
      append(.text(text))
    }
  }

  private mutating func append(_ run: Run) {
    switch place {
    case .source: unit?.source.append(run)
    case .target: unit?.target.append(run)
    case .segmented: unit?.segmented.append(run)
    case .none, .data: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "source", "target", "seg-source", "data": place = .none
    case "segment": unit?.endSegment()
    case "ignorable": unit?.endIgnorable()
    case "trans-unit", "unit": finish()
    default:
      guard place != .none, place != .data, let code = codes.popLast() else { return }
      switch code.name {
      case "seg": unit?.endMark(code.key, in: place)
      case "pc": append(.code(code.end, key: "/pc\(code.key)"))
      case "ph", "x", "bpt", "ept", "it", "bx", "ex", "sc", "ec":
        append(.code(code.text, key: code.name + code.key))
      default: break
      }
    }
  }

  private mutating func finish() {
    guard let unit else { return }
    self.unit = nil
    let natives = Dictionary(
      unit.source.compactMap { run in
        if case .code(let text, let key) = run, !text.isEmpty { (key, text) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    var hasEmptyCode = false
    func text(_ runs: [Run]) -> String {
      runs.map { run in
        switch run {
        case .text(let text): return text
        case .code(let text, let key):
          let native = text.isEmpty ? natives[key] ?? "" : text
          if native.isEmpty { hasEmptyCode = true }
          return native
        }
      }.joined()
    }
    let target = text(unit.target)
    let source = text(unit.source)
    // Not every program changes a state when it writes the first translation.
    let isFilled = unit.wasMissing && target != source
    let isOpen = unit.isOpen && !unit.isApproved && !isFilled
    let isPartial = unit.isPartial || unit.isSegmented && !unit.openSegments.isEmpty
    guard unit.hasTarget, !isOpen, !isPartial, !target.allSatisfy(\.isWhitespace) else {
      openCount += 1
      return
    }
    texts.append(
      TranslatedText(
        context: unit.context, source: source, target: target,
        location: SourceLocation(path: path, line: unit.line, column: unit.column),
        hasEmptyCode: hasEmptyCode))
  }
}
