import Base
import Guide
import Markdown

/// The effects on one document of translations that came back.
struct DocumentImport {
  /// A translation that was taken for an entry of the source.
  struct Taken {
    let text: String
    let location: SourceLocation
  }

  let paired: PairedDocument
  let guide: Guide
  private let locale: Int?
  private(set) var states: [String: TranslationUnit.State] = [:]
  private var entryOfContext: [String: Int] = [:]
  private var entriesOfText: [String: [Int]] = [:]
  /// Texts for entries that have no partner yet.
  private(set) var missing: [Int: Taken] = [:]
  private var edits: [FileEdit] = []
  private var origins: [SourceLocation] = []
  /// Keys of the front matter and their new values.
  private(set) var frontMatter: [(key: String, text: String, location: SourceLocation)] = []
  private(set) var refusals: [TranslationDefect] = []
  private(set) var warnings: [TranslationDefect] = []
  private(set) var unchangedCount = 0
  private(set) var changedCount = 0
  /// The number of translations without a place in the file, which is reported.
  private(set) var skippedCount = 0
  /// The entries whose refused translation was already reported with its reason.
  private var told: Set<Int> = []
  /// The entries whose translation is finished and of the source's present wording.
  private(set) var confirmed: Set<Int> = []
  private(set) var confirmedKeys: Set<String> = []
  /// Whether a translation that was behind is finished.
  private(set) var hasConfirmed = false
  private(set) var newlyConfirmed: Set<Int> = []
  /// Whether a text of the front matter is new or confirmed.
  private(set) var hasNewText = false
  /// The ids of the rows that are up to date now and were not.
  var currentRows: Set<String> = []

  init(_ paired: PairedDocument, units: [TranslationUnit], guide: Guide, locale: Int?) {
    self.paired = paired
    self.guide = guide
    self.locale = locale
    for unit in units { states[unit.context] = unit.state }
    for (index, entry) in paired.source.entries.enumerated() where entry.unit.isTranslatable {
      entryOfContext[entry.context] = index
      entriesOfText[entry.unit.text, default: []].append(index)
    }
  }

  mutating func take(_ texts: [TranslatedText]) {
    var wordings: [String: (target: String, count: Int, differ: Bool)] = [:]
    for text in texts {
      var known = wordings[text.context] ?? (text.target, 0, false)
      known.count += 1
      if known.target != text.target { known.differ = true }
      wordings[text.context] = known
    }
    var seen: Set<String> = []
    for text in texts {
      // Nobody knows which of two wordings is meant.
      if let known = wordings[text.context], known.differ {
        refuse("'\(text.context)' is in the file \(known.count) times, with other wordings", text)
      } else if MarkdownUnit.hasControlCharacters(text.target) {
        refuse("'\(text.context)' has control characters", text)
      } else if text.hasEmptyCode {
        refuse("'\(text.context)' has an inline code without its Markdown", text)
      } else if seen.insert(text.context).inserted {
        take(text)
      }
    }
  }

  private mutating func refuse(_ message: String, _ text: TranslatedText) {
    refusals.append(.init(message, at: text.location))
  }

  private mutating func take(_ text: TranslatedText) {
    let key = paired.document.key
    for name in ["title", "description"] where text.context == "\(key)@\(name)" {
      return takeFrontMatter(name, text)
    }
    let source = MarkdownUnit.normalized(text.source)
    guard let index = entry(for: text, source) else {
      skippedCount += 1
      warnings.append(
        .init("'\(text.context)' is no longer in the source; it was skipped", at: text.location))
      return
    }
    let entry = paired.source.entries[index]
    let isCurrent = entry.unit.text == source
    let target = MarkdownUnit.normalized(text.target)
    let isCell = entry.unit.cell != nil
    let partner = paired.partners[index].flatMap { paired.target?.entries[$0] }
    var losses = UnitGuard.losses(of: target, from: source, isCell: isCell)
    // A program may have taken links and code out of the source, too.
    if losses.isEmpty, !isCurrent, let partner {
      losses = UnitGuard.losses(
        of: target, from: partner.unit.text, source: entry.unit.text, isCell: isCell)
    }
    if let partner, partner.unit.text == target {
      unchangedCount += 1
      // Parts that a translation lacked before aren't lost by this import, but it isn't up to date.
      if !losses.isEmpty { return }
    } else if !losses.isEmpty {
      let list = losses.joined(separator: ", ")
      return refuse("'\(text.context)' lost \(list), which the source has", text)
    } else if let stray = UnitGuard.strays(in: target, from: source).first {
      return refuse(
        "'\(text.context)' has '\(stray)', which a page would not show; write '&lt;' for '<'", text)
    } else if let code = UnitGuard.strangers(
      in: target, besides: [source, entry.unit.text, partner?.unit.text ?? ""]
    ).first {
      return refuse("'\(text.context)' has '\(code)', which the source lacks", text)
    } else if !set(target, index, partner, text) {
      return
    }
    if !isCurrent {
      warnings.append(
        .init(
          "the source of '\(text.context)' changed since the export; the translation is still out of date",
          at: text.location))
      return
    }
    warnOfTokens(target, source, text)
    confirmed.insert(index)
    if states[entry.context] != .current || partner?.unit.text != target {
      newlyConfirmed.insert(index)
      hasConfirmed = true
    }
  }

  /// The entry of a text: by its context, else only by the source's wording.
  private func entry(for text: TranslatedText, _ source: String) -> Int? {
    let known = entryOfContext[text.context]
    if let known, paired.source.entries[known].unit.text == source { return known }
    let alike = entriesOfText[source] ?? []
    return alike.count == 1 ? alike[0] : known
  }

  /// Plans the change of a text; whether it has a place.
  private mutating func set(
    _ target: String, _ index: Int, _ partner: DocumentUnits.Entry?, _ text: TranslatedText
  ) -> Bool {
    guard let partner, let file = paired.target?.file.file else {
      missing[index] = Taken(text: target, location: text.location)
      return true
    }
    guard let bytes = partner.unit.encoded(target) else { return false }
    origins.append(text.location)
    edits.append(
      FileEdit(
        range: partner.unit.range, bytes: file.withLineEnds(bytes),
        unit: paired.partners[index], texts: [MarkdownUnit.normalized(target)],
        origins: [origins.count - 1]))
    return true
  }

  private mutating func warnOfTokens(_ target: String, _ source: String, _ text: TranslatedText) {
    let lost = UnitGuard.lostTokens(of: target, from: source)
    guard !lost.isEmpty else { return }
    let names = lost.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    warnings.append(
      .init("'\(text.context)' lacks \(names), which the source has", at: text.location))
  }

  private mutating func takeFrontMatter(_ name: String, _ text: TranslatedText) {
    let (source, target) = (paired.source.file, paired.target?.file)
    let now = name == "title" ? source.title : source.description
    let old = name == "title" ? target?.title : target?.description
    let value = MarkdownUnit.normalized(text.target).split(separator: "\n").joined(separator: " ")
    if now.map(MarkdownUnit.normalized) == MarkdownUnit.normalized(text.source) {
      confirmedKeys.insert(name)
    }
    if old.map(MarkdownUnit.normalized) == value {
      unchangedCount += 1
      if confirmedKeys.contains(name), states[text.context] != .current {
        hasNewText = true
        hasConfirmed = true
      }
      return
    }
    frontMatter.append((name, value, text.location))
    changedCount += 1
    hasNewText = true
    hasConfirmed = true
  }

  /// The file with its new texts.
  ///
  /// - Returns: whether anything is new, and the bytes without a byte order mark.
  mutating func edited() -> (isChanged: Bool, bytes: [UInt8]) {
    guard let target = paired.target else {
      var layout = DocumentLayout(paired.source, texts: missing.mapValues(\.text))
      let bytes = layout.bytes()
      for index in layout.refused { reject(index) }
      for (index, reason) in layout.open { leaveOut(index, reason) }
      settle(placed: layout.placed)
      return (!layout.placed.isEmpty || hasNewText, bytes)
    }
    var placer = MissingPlacer(paired, texts: missing.mapValues(\.text))
    placer.place()
    var all = edits
    for edit in placer.edits {
      all.append(
        FileEdit(
          range: edit.range, bytes: target.file.file.withLineEnds(edit.bytes), unit: nil,
          texts: edit.texts, origins: edit.origins))
    }
    for (index, reason) in placer.refused { leaveOut(index, reason) }
    let (bytes, refused) = FileEdits(target.file).applied(all)
    let refusedUnits = Set(refused.compactMap(\.unit))
    for (index, partner) in paired.partners.enumerated() {
      guard let partner, refusedUnits.contains(partner) else { continue }
      confirmed.remove(index)
      newlyConfirmed.remove(index)
    }
    for edit in refused { reject(edit) }
    changedCount += edits.count - refused.count { $0.unit != nil }
    let lost = Set(refused.filter { $0.unit == nil }.flatMap(\.origins))
    settle(placed: Set(placer.edits.flatMap(\.origins)).subtracting(lost))
    return (bytes != target.file.file.bytes || hasNewText, bytes)
  }

  /// Counts the missing texts that found a place.
  private mutating func settle(placed: Set<Int>) {
    changedCount += placed.count
    for index in missing.keys.sorted() where !placed.contains(index) {
      confirmed.remove(index)
      newlyConfirmed.remove(index)
      if !told.contains(index) { leaveOut(index, "its place was not found; add it by hand") }
    }
  }

  private mutating func leaveOut(_ index: Int, _ reason: String) {
    guard let taken = missing[index] else { return }
    let context = paired.source.entries[index].context
    skippedCount += 1
    told.insert(index)
    warnings.append(.init("'\(context)' was skipped: \(reason)", at: taken.location))
  }

  private mutating func reject(_ edit: FileEdit) {
    if let unit = edit.unit {
      guard let origin = edit.origins.first else { return }
      refuseKind(paired.target?.entries[unit].unit.kind, at: origins[origin])
      return
    }
    for index in edit.origins {
      guard let taken = missing[index] else { continue }
      told.insert(index)
      let context = paired.source.entries[index].context
      refusals.append(
        .init("'\(context)' has no position in the translation", at: taken.location))
    }
  }

  /// Refuses a text of a new file.
  private mutating func reject(_ index: Int) {
    guard let taken = missing[index] else { return }
    told.insert(index)
    refuseKind(paired.source.entries[index].unit.kind, at: taken.location)
  }

  private mutating func refuseKind(_ kind: MarkdownUnit.Kind?, at location: SourceLocation) {
    let name =
      switch kind {
      case .heading: "a heading"
      case .paragraph: "a paragraph"
      case .item: "a list item"
      case .cell: "a cell"
      case .markup: "a text in HTML"
      case nil: "a text"
      }
    refusals.append(.init("in the Markdown, this text would not be \(name)", at: location))
  }
}
