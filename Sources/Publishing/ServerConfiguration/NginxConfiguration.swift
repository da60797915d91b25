/// For nginx 1.18 and later, to be included where `http` is configured.
struct NginxConfiguration {
  let site: ServedSite

  /// A server of its own, with all that it needs.
  var text: String {
    """
    # A site made by Rolebook, for nginx: put this file into /etc/nginx/conf.d/, then
    # `nginx -t` and `nginx -s reload`. It needs no module that nginx does not bring along.

    \(mapsAlone)
    server {
        listen \(site.address);
        server_name _;
        server_tokens off;

    \(indented(outside + locations))
    }

    """
  }

  /// The text that goes into the user's own server; it needs the maps.
  var fragment: String {
    """
    # A site made by Rolebook, for nginx: include this file in a `server`. Put what
    # `rolebook serve-config nginx --maps` prints into /etc/nginx/conf.d/.
    \(locations)

    """
  }

  /// The text that goes into the `http` block, next to the user's own server.
  var maps: String {
    """
    # A site made by Rolebook, for nginx: put this file into /etc/nginx/conf.d/. The server
    # includes what `rolebook serve-config nginx --fragment` prints.

    \(mapsAlone)
    """
  }

  private var mapsAlone: String {
    let brotli = quoted("~*" + ServedSite.acceptsBrotli, #"".br""#)
    return """
      # Which language the reader wants most, by Accept-Language.
      \(map("$http_accept_language", name("range"), ranges))
      # Which of the site's languages that is.
      \(map(name("range"), name("accepted"), languages))
      # What the reader chose earlier comes first.
      \(map("$cookie_\(ServedSite.cookie)", name("locale"), cookies))
      # Where '/' leads; ?choose shows the list of languages.
      \(map("$args", name("target"), targets))
      # The page for what is not there: in the language of the address, else in the reader's.
      \(map(name("locale"), name("general_404"), generalPages))
      \(map("$uri", name("not_found"), localizedPages, isVolatile: true))
      # The file of an address, and the compressed form that the browser takes.
      \(map("$uri", name("file"), files, isVolatile: true))
      \(map("$http_accept_encoding", name("form"), [brotli]))
      \(map("$uri", name("encoding"), [quoted(#"~\.br$"#, "br")], isVolatile: true))
      \(map("$uri", name("path"), paths, isVolatile: true))
      # What a page may do; a drawing, opened by itself, may do nothing.
      \(map("$uri", name("policy"), policies, isVolatile: true))
      # Files with a hash in their name never change; all else is asked for again each time.
      \(map("$uri", name("cache"), caching, isVolatile: true))
      \(map("$uri", name("vary"), varying, isVolatile: true))
      """
  }

  /// A variable of only this site: several may share a server.
  private func name(_ part: String) -> String { "$\(site.identifier)_\(part)" }

  /// The name of a group of an expression, which is a variable too.
  private func group(_ part: String) -> String { "\(site.identifier)_\(part)" }

  private var negotiation: LanguageNegotiation { LanguageNegotiation(site.locales) }

  private var ranges: [String] {
    negotiation.weights(group: "(?<\(group("tag"))>").map { quoted("~*" + $0, name("tag")) }
  }

  private var languages: [String] {
    negotiation.choices.map { quoted("~*" + $0.pattern, $0.locale) }
  }

  private var cookies: [String] {
    ["default \(name("accepted"));"] + site.locales.map { "\($0) \($0);" }
  }

  private var targets: [String] {
    ["default \(name("locale"));", quoted("~" + ServedSite.asksForChoice, #""""#)]
  }

  private var generalPages: [String] {
    ["default \(site.basePath)404.html;"]
      + site.locales.map { "\($0) \(site.basePath)\($0)/404.html;" }
  }

  private var localizedPages: [String] {
    ["default \(name("general_404"));"]
      + site.locales.map {
        quoted("~^\(site.basePattern)\($0)(?:/|$)", "\(site.basePath)\($0)/404.html")
      }
  }

  private var files: [String] {
    let folder = group("folder")
    return ["default $uri;", quoted("~^(?<\(folder)>.*/)$", #""${\#(folder)}index.html""#)]
  }

  private var paths: [String] {
    [quoted("~^\(site.basePattern)(?<\(group("rest"))>.*)$", #""\#(name("rest"))""#)]
  }

  private var caching: [String] {
    let hashed = #"~^\#(site.basePattern)assets/\#(ServedSite.hashedName)(?:\.br)?$"#
    return [
      #"default "\#(ServedSite.shortCache)";"#, quoted(hashed, #""\#(ServedSite.longCache)""#),
    ]
  }

  private var policies: [String] {
    [
      #"default "\#(site.policy)";"#,
      quoted("~" + ServedSite.drawingName, #""\#(ServedSite.drawingPolicy)""#),
    ]
  }

  private var varying: [String] {
    let negotiated = #"~^\#(site.basePattern)(?:(?:index\.html|(?:[^/]+/)?404\.html)(?:\.br)?)?$"#
    return [
      #"default "Accept-Encoding";"#,
      quoted(negotiated, #""Accept-Encoding, Accept-Language, Cookie""#),
    ]
  }

  private var headers: String {
    let fields =
      site.headers.map { field in
        let isPolicy = field.name == ServedSite.policyField
        return (name: field.name, value: isPolicy ? name("policy") : field.value)
      } + [
        (name: "Cache-Control", value: name("cache")),
        (name: "Vary", value: name("vary")),
        (name: "Content-Encoding", value: name("encoding")),
      ]
    return fields.map { #"    add_header \#($0.name) "\#($0.value)" always;"# }
      .joined(separator: "\n")
  }

  /// The lines of every location of the site, so that the server's other locations need none.
  private var common: String {
    """
        absolute_redirect off;
        gzip_static on;
        gzip_proxied any;
        gzip_vary off;
        error_page 404 \(name("not_found"));
    \(headers)
    """
  }

  /// The rules of a server of its own for everything outside the site.
  private var outside: String {
    site.basePath == "/"
      ? ""
      : """
      location / {
      \(common)
          return 404;
      }


      """
  }

  private var locations: String {
    let base = site.basePath
    let folder = "@" + group("folder")
    let tries = "try_files \(name("file"))\(name("form")) \(name("file")) \(folder);"
    let types = ContentType.all.map { #"        "\#($0.type)" \#($0.ending);"# }
    let texts = ContentType.all.filter { $0.isText && $0.ending != ContentType.page.ending }.map {
      #"""
          location ~ \.\#($0.ending)$ {
              types { "\#($0.type)" \#($0.ending) br; }
              \#(tries)
          }
      """#
    }
    let outer =
      base == "/"
      ? ""
      : """
      location = \(base.dropLast()) {
      \(common)
          return 301 \(base);
      }


      """
    return outer + """
      location = \(base) {
      \(common)
          if (\(name("target"))) { return 302 \(base)\(name("target"))/; }
          rewrite ^ \(base)index.html last;
      }

      location ^~ \(base) {
      \(common)
          alias "\(site.folder)/";
          default_type application/octet-stream;
          # A compressed form that is reached here is a page's.
          types {
              "\(ContentType.page.type)" br;
      \(types.joined(separator: "\n"))
          }
          \(tries)
          location ~ /\\.rolebook { return 404; }
      \(texts.joined(separator: "\n"))
      }

      location \(folder) {
      \(common)
          if (-d "\(site.folder)/\(name("path"))") { rewrite ^(.*)$ $1/ permanent; }
          return 404;
      }
      """
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }

  private func quoted(_ pattern: String, _ value: String) -> String { #""\#(pattern)" \#(value);"# }

  private func map(
    _ source: String, _ target: String, _ lines: [String], isVolatile: Bool = false
  ) -> String {
    let first = isVolatile ? ["volatile;"] : []
    let body = (first + lines).map { "    " + $0 }.joined(separator: "\n")
    return "map \(source) \(target) {\n\(body)\n}\n"
  }
}
