/// For Caddy 2, a site block.
struct CaddyConfiguration {
  let site: ServedSite

  var text: String {
    """
    # A site made by Rolebook, for Caddy 2: import this file from your Caddyfile, or
    # `caddy run --config` with its name. A host name in place of the port brings HTTPS.
    (rolebook_headers) {
    \theader {
    \(headers)
    \t\tCache-Control "\(ServedSite.shortCache)"
    \t\tVary "{args.0}"
    \t}
    }
    \(site.address.contains(":") ? "http://" + site.address : ":" + site.address) {
    \troute {
    \t\timport rolebook_headers "Accept-Encoding"
    \(indented(content))
    \t}

    \t# The page for what is not there: in the language of the address, else in the reader's.
    \thandle_errors {
    \t\troute {
    \t\t\timport rolebook_headers "Accept-Encoding, Accept-Language, Cookie"
    \(indented(indented(missing)))
    \t\t}
    \t}
    }

    """
  }

  private var content: String {
    """
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
    \t\texpression `{rolebook_locale} != "" && !{query}.matches("\(ServedSite.asksForChoice)")`
    \t}
    \t@negotiated path \(site.basePath) \(site.basePath)index.html
    \theader @negotiated Vary "Accept-Encoding, Accept-Language, Cookie"
    \tredir @first \(site.basePath){rolebook_locale}/ 302

    \(service)
    """
  }

  private var negotiated: String {
    """
    \t# Which language the reader wants most, and which of the site's languages that is.
    \tmap {header.Accept-Language} {rolebook_range} {
    \(ranges)
    \t\tdefault ""
    \t}
    \tmap {rolebook_range} {rolebook_accepted} {
    \(languages)
    \t\tdefault ""
    \t}
    \t# What the reader chose earlier comes first.
    \tmap {http.request.cookie.\(ServedSite.cookie)} {rolebook_locale} {
    \(site.locales.map { "\t\t\($0) \($0)" }.joined(separator: "\n"))
    \t\tdefault {rolebook_accepted}
    \t}
    """
  }

  private var missing: String {
    """
    \(negotiated)
    \tmap {rolebook_locale} {rolebook_general} {
    \t\t"" /404.html
    \t\tdefault /{rolebook_locale}/404.html
    \t}
    \tmap {http.request.orig_uri.path} {rolebook_page} {
    \(pages)
    \t\tdefault {rolebook_general}
    \t}
    \theader Content-Type "\(ContentType.page.type)"
    \trewrite * {rolebook_page}
    \troot * "\(site.folder)"
    \tfile_server {
    \t\tprecompressed br gzip
    \t}
    """
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\t" + $0 }.joined(separator: "\n")
  }

  private var negotiation: LanguageNegotiation { LanguageNegotiation(site.locales) }

  private var headers: String {
    ServedSite.headers.map { "\t\t\($0.name) \"\($0.value)\"" }.joined(separator: "\n")
  }

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

  private var service: String {
    let base = site.basePath
    let redirect = base == "/" ? "" : "\tredir \(base.dropLast()) \(base) 301\n"
    return redirect + """
      \thandle_path \(base)* {
      \t\troot * "\(site.folder)"
      \t\tfile_server {
      \t\t\thide .rolebook*
      \t\t\tprecompressed br gzip
      \t\t}
      \t}
      \thandle {
      \t\terror 404
      \t}
      """
  }
}
