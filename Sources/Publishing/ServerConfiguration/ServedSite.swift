// Serving writes the configuration that a web server needs for a built site. In: the site's
// languages, its base path and its folder. Out: a configuration in the server's own language.

/// A built site as a web server sees it.
public struct ServedSite: Sendable {
  let locales: [String]
  let basePath: String
  let folder: String
  let address: String
  /// The origins of other hosts from which pages may load scripts, such as `https://stats.example`.
  let hosts: [String]

  /// Describes a site.
  ///
  /// - Parameters:
  ///   - locales: the tags of its languages in the guide's order.
  ///   - basePath: the path that it is served from; begins and ends with a slash.
  ///   - folder: the absolute path of its files.
  ///   - address: the address that the server listens on: a port, or a host, a colon, and a port.
  ///   - hosts: the origins of other hosts from which pages may load scripts.
  public init(
    locales: [String], basePath: String, folder: String, address: String, hosts: [String] = []
  ) {
    self.hosts = hosts
    self.locales = locales
    self.basePath = basePath
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.address = address
  }

  /// The cookie that keeps the reader's choice of a language; the site's scripts set it.
  static let cookie = "rolebook_locale"

  /// A search part of an address that asks for the list of languages itself.
  static let asksForChoice = "(?:^|&)choose(?:=|&|$)"

  /// `Accept-Encoding` that takes Brotli, with any weight but 0 (RFC 9110, section 12.5.3).
  static let acceptsBrotli = acceptsEncoding("br")
  /// `Accept-Encoding` that takes gzip.
  static let acceptsGzip = acceptsEncoding("gzip")

  private static func acceptsEncoding(_ name: String) -> String {
    #"(?:^|,)\s*\#(name)\s*(?:;\s*q=(?:1(?:\.0*)?|0\.[0-9]*[1-9][0-9]*)\s*)?(?:,|$)"#
  }

  /// A name for the settings of this site in a configuration: small letters, digits, and `_`.
  ///
  /// It comes from the base path, and has at most 25 bytes: nginx refuses groups with names above
  /// 32. If the path has other characters or is long, a digest of it tells its name from others.
  var identifier: String {
    guard basePath != "/" else { return "rolebook" }
    let path = basePath.utf8.dropFirst().dropLast()
    let isPlain = path.allSatisfy {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        || $0 == UInt8(ascii: "/")
    }
    let readable = basePath.dropFirst().dropLast().lowercased()
      .map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    if isPlain, path.count <= 16 { return "rolebook_" + readable }
    // FNV-1a, cut to 40 bits; no plain name contains two '_' in a row.
    let digest = path.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    let digits = String(digest & 0xff_ffff_ffff, radix: 16)
    return "rolebook_" + readable.prefix(4) + "__"
      + String(repeating: "0", count: 10 - digits.count) + digits
  }

  /// The base path as a regular expression.
  var basePattern: String { pattern(basePath) }

  /// A text as a regular expression that matches only it.
  func pattern(_ text: String) -> String {
    text.reduce(into: "") { pattern, character in
      if #".\+*?()[]{}|^$"#.contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
  }

  /// The end of the names of files that change their name with their contents.
  static let hashedName = #"[^/]+\.[0-9a-f]{16}\.(?:css|js)"#

  static let longCache = "public, max-age=31536000, immutable"
  static let shortCache = "no-cache"

  /// The policy of a drawing: opened by itself it is a document, and scripts in it would run.
  static let drawingPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
  /// The ends of the names of drawings, compressed forms included, in capitals or not.
  static let drawingName = #"(?i)\.svg(?:\.(?:br|gz))?$"#
  static let policyField = "Content-Security-Policy"

  /// Header fields of every answer; drawings have a policy of their own.
  ///
  /// The policy allows only the features that the pages use: no script or style in a page, and no
  /// foreign frame. Other hosts are only those of the guide's scripts.
  var headers: [(name: String, value: String)] {
    [
      (Self.policyField, policy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "strict-origin-when-cross-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
  }

  /// The policy of pages.
  var policy: String {
    let others = hosts.map { " " + $0 }.joined()
    let widened = ["script", "connect", "img", "frame"].map { "\($0)-src 'self'\(others); " }
    return "default-src 'self'; " + (hosts.isEmpty ? "" : widened.joined())
      + "base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
  }
}

/// A web server that a configuration can be printed for.
public enum WebServer: String, CaseIterable, Sendable {
  case nginx, apache, iis, caddy

  /// The text that goes into a server that serves more than the site; of IIS, all that there is.
  public func fragment(for site: ServedSite) -> String {
    switch self {
    case .nginx: NginxConfiguration(site: site).fragment
    case .apache: ApacheConfiguration(site: site).fragment
    case .iis: IISConfiguration(site: site).text
    case .caddy: CaddyConfiguration(site: site).fragment
    }
  }

  /// The text that a fragment needs outside its server; nil if nothing.
  public func maps(for site: ServedSite) -> String? {
    self == .nginx ? NginxConfiguration(site: site).maps : nil
  }

  /// A configuration for a site.
  public func configuration(for site: ServedSite) -> String {
    switch self {
    case .nginx: NginxConfiguration(site: site).text
    case .apache: ApacheConfiguration(site: site).text
    case .iis: IISConfiguration(site: site).text
    case .caddy: CaddyConfiguration(site: site).text
    }
  }
}
