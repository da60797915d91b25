import Base

/// A feed of changes in the Atom Syndication Format (RFC 4287).
public struct ChangeFeed {
  /// An entry: one responsibility or one text that became stale.
  public struct Entry: Sendable {
    let id: String
    let title: String
    let url: String?
    let lines: [String]

    /// An entry for a responsibility.
    ///
    /// - Parameters:
    ///   - title: its title in the feed's language.
    ///   - url: its complete address, if it has one.
    ///   - lines: the changes, one line per party.
    public init(_ row: GuideChanges.Row, title: String, url: String?, lines: [String]) {
      let letters = row.letters.map { "\($0.party)=\($0.old)-\($0.new)" }.joined(separator: ",")
      id = "\(row.document)#\(row.id):\(row.kind.rawValue):\(letters)"
      self.title = title
      self.url = url
      self.lines = lines
    }

    /// An entry for a text that says something else.
    ///
    /// - Parameter lines: the changes.
    public init(_ text: GuideChanges.Wording, url: String?, lines: [String]) {
      id = "\(text.document)#\(text.id ?? ""):wording:\(text.locale)"
      title = text.title.isEmpty ? text.document : text.title
      self.url = url
      self.lines = lines
    }

    /// An entry for a text that became stale.
    public init(_ text: GuideChanges.StaleText, title: String, url: String?, line: String) {
      id = "\(text.document)#\(text.id ?? ""):stale:\(text.locale)"
      self.title = title
      self.url = url
      lines = [line]
    }
  }

  private let title: String
  private let author: String
  private let language: String
  private let url: String
  private let ownURL: String?
  private let date: String
  private let entries: [Entry]

  /// Makes a feed.
  ///
  /// - Parameters:
  ///   - author: who speaks: the guide's title.
  ///   - url: the address of the feed's subject, which identifies it.
  ///   - ownURL: the address that the feed is published at; nil if it is unknown.
  ///   - date: the day of the changes, `2026-01-31`.
  public init(
    title: String, author: String, language: String, url: String, ownURL: String? = nil,
    date: String,
    entries: [Entry]
  ) {
    self.title = title
    self.author = author
    self.language = language
    self.url = url
    self.ownURL = ownURL
    self.date = date
    self.entries = entries
  }

  /// The feed's file.
  public var bytes: [UInt8] {
    let time = date + "T00:00:00Z"
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(escaped(language))">
      <title>\(escaped(title))</title>
      <id>\(identifier(""))</id>
      \(links)<updated>\(time)</updated>
      <author><name>\(escaped(author))</name></author>

      """
    let body = entries.map { entry in
      let link = entry.url.map { "<link rel=\"alternate\" href=\"\(escaped($0))\"/>\n" } ?? ""
      return """
        <entry>
        <title>\(escaped(entry.title))</title>
        <id>\(identifier(entry.id + ":" + date))</id>
        \(link)<updated>\(time)</updated>
        <content type="text">\(escaped(entry.lines.joined(separator: "\n")))</content>
        </entry>

        """
    }
    return Array((head + body.joined() + "</feed>\n").utf8)
  }

  /// The links to the feed's subject and to the feed itself.
  ///
  /// A path without a host helps only readers who know the source of the feed.
  private var links: String {
    let about =
      isComplete || ownURL != nil
      ? "<link rel=\"alternate\" type=\"text/html\" href=\"\(escaped(url))\"/>\n" : ""
    let own = ownURL.map {
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(escaped($0))\"/>\n"
    }
    return about + (own ?? "")
  }

  /// Whether the address names its place on the network.
  private var isComplete: Bool { url.hasPrefix("https://") || url.hasPrefix("http://") }

  /// A name for good: of the feed by its address, of an entry by its content and its day.
  private func identifier(_ entry: String) -> String {
    if isComplete { return escaped(url) + (entry.isEmpty ? "" : "#" + percentEncoded(entry)) }
    return "urn:rolebook:" + percentEncoded(url + (entry.isEmpty ? "" : "!" + entry))
  }

  /// Text with XML's special characters escaped, and without characters that XML does not allow
  /// (XML 1.0, section 2.2).
  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    let characters = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: true
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
    bytes.appendEscapingHTML(String(characters).utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
