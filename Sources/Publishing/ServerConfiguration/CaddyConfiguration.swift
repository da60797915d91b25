/// For Caddy 2, a site block.
struct CaddyConfiguration {
  let site: ServedSite

  /// A site block of its own.
  var text: String {
    """
    # A site made by Rolebook, for Caddy 2: import this file from your Caddyfile, or
    # `caddy run --config` with its name. A host name in place of the port brings HTTPS.
    \(site.address.contains(":") ? "http://" + site.address : ":" + site.address) {
    \troute {
    \(indented(content(passing: false)))
    \t\thandle {
    \t\t\terror 404
    \t\t}
    \t}

    \(errors)
    }

    """
  }

  /// The text for the user's own site block, which has one place for errors: what is not there is
  /// answered here.
  var fragment: String {
    let matcher = "@" + site.identifier
    let base = site.basePath
    let paths = base == "/" ? "/*" : "\(base.dropLast()) \(base)*"
    return """
      # A site made by Rolebook, for Caddy 2: import this file in a site block.
      \t\(matcher) path \(paths)
      \troute \(matcher) {
      \(indented(content(passing: true)))

      \t\t# The page for what is not there: in the language of the address, else in the reader's.
      \(indented(headers("Accept-Encoding, Accept-Language, Cookie")))
      \(indented(missing(status: "\n\t\tstatus 404")))
      \t}

      """
  }

  /// The page for a missing file: in the language of the address, else in the reader's.
  private var errors: String {
    """
    \t# The page for what is not there: in the language of the address, else in the reader's.
    \thandle_errors {
    \t\troute {
    \(indented(indented(headers("Accept-Encoding, Accept-Language, Cookie"))))
    \(indented(indented(missing(status: ""))))
    \t\t}
    \t}
    """
  }

  /// The site's files.
  ///
  /// - Parameter passing: whether a request for a missing file goes on to the next handler.
  private func content(passing: Bool) -> String {
    """
    \(headers("Accept-Encoding"))
    \t# Files with a hash in their name never change; all else is asked for again each time.
    \t@hashed path_regexp `^\(site.basePattern)assets/\(ServedSite.hashedName)$`
    \theader @hashed Cache-Control "\(ServedSite.longCache)"
    \(types)
    \t# A drawing, opened by itself, may do nothing.
    \t@drawing path_regexp `(?i)\\.svg$`
    \theader @drawing \(ServedSite.policyField) "\(ServedSite.drawingPolicy)"

    \(negotiated)

    \t# '/' leads to the reader's language; ?choose shows the list of languages.
    \t@first {
    \t\tpath \(site.basePath)
    \t\texpression `\(name("locale")) != "" && !{query}.matches("\(ServedSite.asksForChoice)")`
    \t}
    \t@negotiated path \(site.basePath) \(site.basePath)index.html
    \theader @negotiated Vary "Accept-Encoding, Accept-Language, Cookie"
    \tredir @first \(site.basePath)\(name("locale"))/ 302

    \(service(passing: passing))
    """
  }

  private var negotiated: String {
    """
    \t# Which language the reader wants most, and which of the site's languages that is.
    \tmap {header.Accept-Language} \(name("range")) {
    \(ranges)
    \t\tdefault ""
    \t}
    \tmap \(name("range")) \(name("accepted")) {
    \(languages)
    \t\tdefault ""
    \t}
    \t# What the reader chose earlier comes first.
    \tmap {http.request.cookie.\(ServedSite.cookie)} \(name("locale")) {
    \(site.locales.map { "\t\t\($0) \($0)" }.joined(separator: "\n"))
    \t\tdefault \(name("accepted"))
    \t}
    """
  }

  private func missing(status: String) -> String {
    """
    \(negotiated)
    \tmap \(name("locale")) \(name("general")) {
    \t\t"" /404.html
    \t\tdefault /\(name("locale"))/404.html
    \t}
    \tmap {http.request.orig_uri.path} \(name("page")) {
    \(pages)
    \t\tdefault \(name("general"))
    \t}
    \theader Content-Type "\(ContentType.page.type)"
    \trewrite * \(name("page"))
    \troot * "\(site.folder)"
    \tfile_server {
    \t\tprecompressed br gzip\(status)
    \t}
    """
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\t" + $0 }.joined(separator: "\n")
  }

  private var negotiation: LanguageNegotiation { LanguageNegotiation(site.locales) }

  private func headers(_ vary: String) -> String {
    let fields = site.headers + [("Cache-Control", ServedSite.shortCache), ("Vary", vary)]
    let lines = fields.map { "\t\t\($0.name) \"\($0.value)\"" }.joined(separator: "\n")
    return "\theader {\n\(lines)\n\t}"
  }

  /// A variable of only this site: several may share a site block.
  private func name(_ part: String) -> String { "{\(site.identifier)_\(part)}" }

  private var types: String {
    ContentType.all.filter(\.isText).map { type in
      let pattern =
        type.ending == ContentType.page.ending ? #"(?:/|\.html)$"# : #"\.\#(type.ending)$"#
      return """
        \t@\(type.ending) path_regexp `\(pattern)`
        \theader @\(type.ending) Content-Type "\(type.type)"
        """
    }.joined(separator: "\n")
  }

  private var ranges: String {
    negotiation.weights().map { "\t\t`~(?i)\($0)` ${1}" }.joined(separator: "\n")
  }

  private var languages: String {
    negotiation.choices.map { "\t\t`~(?i)\($0.pattern)` \($0.locale)" }.joined(separator: "\n")
  }

  private var pages: String {
    site.locales.map {
      "\t\t`~^\(site.basePattern)\($0)(?:/|$)` /\($0)/404.html"
    }.joined(separator: "\n")
  }

  private func service(passing: Bool) -> String {
    let base = site.basePath
    let redirect = base == "/" ? "" : "\tredir \(base.dropLast()) \(base) 301\n"
    return redirect + """
      \thandle_path \(base)* {
      \t\troot * "\(site.folder)"
      \t\tfile_server {
      \t\t\thide .rolebook*
      \t\t\tprecompressed br gzip\(passing ? "\n\t\t\tpass_thru" : "")
      \t\t}
      \t}
      """
  }
}
