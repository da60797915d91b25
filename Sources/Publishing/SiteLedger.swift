/// The facts about a site while it is written.
struct SiteLedger: Sendable {
  /// How far the site is.
  enum Phase {
    case writing
    case publishing
    case done
  }

  private(set) var phase = Phase.writing
  /// The files that are written, and whether each is the one that is published already.
  private(set) var files: [SitePath: Bool] = [:]
  private var folders: Set<SitePath> = []
  private var writesUnderWay = 0
  private var failure: PublishingError?

  /// Whether all writes have returned.
  var isQuiet: Bool { writesUnderWay == 0 }

  /// Whether a path is a file or folder of the site, or is below one of its files.
  func occupies(_ path: SitePath) -> Bool {
    files[path] != nil || folders.contains(path) || path.ancestors.contains { files[$0] != nil }
  }

  /// Begins a write; false when the site takes no more.
  mutating func begin() -> Bool {
    guard phase == .writing else { return false }
    writesUnderWay += 1
    return true
  }

  /// Takes a path for a file.
  ///
  /// - Returns: The folders to make first, outermost first.
  mutating func claim(_ path: SitePath) throws(PublishingError) -> [SitePath] {
    let isKnownFolder = path.parent.map(folders.contains) ?? true
    let missing = isKnownFolder ? [] : path.ancestors.filter { !folders.contains($0) }
    let isBelowFile = missing.contains { files[$0] != nil }
    guard files[path] == nil, !folders.contains(path), !isBelowFile else {
      throw .collision(path.text)
    }
    files[path] = false
    folders.formUnion(missing)
    return missing
  }

  /// Notes that a file is the one that is published already.
  mutating func markUnchanged(_ path: SitePath) {
    files[path] = true
  }

  /// Ends a write; the first error of any of them ends the site.
  mutating func end(_ error: PublishingError?) {
    writesUnderWay -= 1
    failure = failure ?? error
  }

  /// Ends the writing, to publish.
  ///
  /// - Throws: The first error of a write: a site that lacks a file is not published.
  mutating func startPublishing(_ output: String) throws(PublishingError) {
    guard phase == .writing, isQuiet else { throw .outOfTurn(output: output) }
    if let failure { throw failure }
    phase = .publishing
  }

  /// Ends the site; true the first time.
  mutating func finish() -> Bool {
    defer { phase = .done }
    return phase != .done
  }
}
