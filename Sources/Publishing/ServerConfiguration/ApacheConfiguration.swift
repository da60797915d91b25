/// For Apache HTTP Server 2.4, a virtual host.
struct ApacheConfiguration {
  let site: ServedSite

  /// A virtual host of its own.
  var text: String {
    """
    # A site made by Rolebook, for Apache 2.4: put this file into /etc/apache2/sites-available/, then
    # `a2enmod headers rewrite`, `a2ensite` with its name and `systemctl reload apache2`.
    <VirtualHost \(site.address.contains(":") ? site.address : "*:" + site.address)>
    \(outside)\(indented(rules))
    </VirtualHost>

    """
  }

  /// The text that goes into the user's own virtual host.
  var fragment: String {
    """
    # A site made by Rolebook, for Apache 2.4: include this file in a `<VirtualHost>`, then
    # `a2enmod headers rewrite` and `systemctl reload apache2`.
    \(rules)

    """
  }

  private var rules: String {
    """
    \(mapping)
    RewriteEngine On
    RewriteRule "^\(base)\\.rolebook" - [R=404,L]

    # What the reader chose earlier comes first, then Accept-Language by weight and order.
    RewriteCond %{HTTP:Cookie} "(?:^|;\\s*)\(ServedSite.cookie)=(\(locales))(?:;|$)"
    RewriteRule "\(negotiated)" - [E=\(chosen):%1]
    \(ranges)
    \(languages)

    # '/' leads to the reader's language; ?choose shows the list of languages.
    RewriteCond %{QUERY_STRING} "!\(ServedSite.asksForChoice)"
    RewriteCond %{ENV:\(chosen)} "^(.+)$"
    RewriteRule "^\(base)$" "\(site.basePath)%1/" [R=302,L,QSD]

    # The page for what is not there: in the language of the address, else in the reader's.
    RewriteCond %{ENV:REDIRECT_STATUS} "=404"
    RewriteCond %{ENV:\(chosen)} "^(.+)$"
    RewriteRule "^\(base)404\\.html$" "\(site.basePath)%1/404.html"

    # The compressed form that the browser takes, where there is one.
    RewriteRule "^(\(base)(?:.*/)?)$" "$1index.html"
    \(form(".br", ServedSite.acceptsBrotli))
    \(form(".gz", ServedSite.acceptsGzip))
    RewriteRule "^\(base)" - [PT]

    # Files with a hash in their name never change; all else is asked for again each time.
    <LocationMatch "^\(place)">
        ErrorDocument 404 \(site.basePath)404.html
    \(headers)
        Header always set Cache-Control "\(ServedSite.shortCache)"
        Header unset Vary
        Header always set Vary "Accept-Encoding"
    </LocationMatch>
    \(localizedPages)
    # A drawing, opened by itself, may do nothing.
    <LocationMatch "^\(base).*\(ServedSite.drawingName)">
        Header always set \(ServedSite.policyField) "\(ServedSite.drawingPolicy)"
    </LocationMatch>
    <LocationMatch "^\(base)assets/\(ServedSite.hashedName)(?:\\.br|\\.gz)?$">
        Header always set Cache-Control "\(ServedSite.longCache)"
    </LocationMatch>
    <LocationMatch "^\(base)(?:(?:index|(?:[^/]+/)?404)\\.html(?:\\.br|\\.gz)?)?$">
        Header always set Vary "Accept-Encoding, Accept-Language, Cookie"
    </LocationMatch>

    <Directory "\(site.folder)">
        Require all granted
        AllowOverride None
        Options None
        DirectoryIndex index.html
        FileETag MTime Size
    \(types)
        <FilesMatch "\\.(?:\(ContentType.textEndings))\\.(?:br|gz)$">
            RemoveType .gz
            AddEncoding gzip .gz
            AddEncoding br .br
        </FilesMatch>
    </Directory>
    """
  }

  private var base: String { site.basePattern }
  /// The start of the paths of the site's pages, and the base path without its last slash.
  private var place: String {
    site.basePath == "/" ? "/" : site.pattern(String(site.basePath.dropLast())) + "(?:/|$)"
  }
  /// The variables of only this site: several may share a virtual host.
  private var chosen: String { site.identifier + "_locale" }
  private var range: String { site.identifier + "_range" }
  private var locales: String { site.locales.joined(separator: "|") }
  /// The addresses whose answer depends on the reader's language.
  private var negotiated: String { "^\(base)(?:404\\.html)?$" }
  private var negotiation: LanguageNegotiation { LanguageNegotiation(site.locales) }

  private var mapping: String {
    if site.basePath == "/" { return "DocumentRoot \"\(site.folder)\"" }
    let base = site.basePath.dropLast()
    return """
      Alias "\(base)" "\(site.folder)"
      """
  }

  private var ranges: String {
    negotiation.weights().map { weight in
      """
      RewriteCond %{ENV:\(chosen)}%{ENV:\(range)} "^$"
      RewriteCond %{HTTP:Accept-Language} "\(weight)" [NC]
      RewriteRule "\(negotiated)" - [E=\(range):%1]
      """
    }.joined(separator: "\n")
  }

  private var languages: String {
    negotiation.choices.map { choice in
      """
      RewriteCond %{ENV:\(chosen)} "^$"
      RewriteCond %{ENV:\(range)} "\(choice.pattern)" [NC]
      RewriteRule "\(negotiated)" - [E=\(chosen):\(choice.locale)]
      """
    }.joined(separator: "\n")
  }

  private var localizedPages: String {
    site.locales.map { locale in
      """
      <LocationMatch "^\(base)\(locale)(?:/|$)">
          ErrorDocument 404 \(site.basePath)\(locale)/404.html
      </LocationMatch>
      """
    }.joined(separator: "\n")
  }

  private func form(_ suffix: String, _ accepted: String) -> String {
    """
    RewriteCond %{HTTP:Accept-Encoding} "\(accepted)"
    RewriteCond "\(site.folder)/$1\(suffix)" -f
    RewriteRule "^\(base)(.*\\.(?:\(ContentType.textEndings)))$" "\(site.basePath)$1\(suffix)" [PT,L]
    """
  }

  private var headers: String {
    site.headers.map { "    Header always set \($0.name) \"\($0.value)\"" }
      .joined(separator: "\n")
  }

  private var types: String {
    ContentType.all.map { #"    AddType "\#($0.type)" .\#($0.ending)"# }
      .joined(separator: "\n")
  }

  /// The rules of a virtual host of its own for everything outside the site.
  private var outside: String {
    guard site.basePath != "/" else { return "" }
    return "    ErrorDocument 404 \(site.basePath)404.html\n"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
