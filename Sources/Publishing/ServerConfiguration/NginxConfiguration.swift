/// For nginx 1.18 and later, to be included where `http` is configured.
struct NginxConfiguration {
  let site: ServedSite

  var text: String {
    """
    # A site made by Rolebook, for nginx: put this file into /etc/nginx/conf.d/, then
    # `nginx -t` and `nginx -s reload`. It needs no module that nginx does not bring along.

    # Which language the reader wants most, by Accept-Language.
    \(map("$http_accept_language", "$rolebook_range", ranges))
    # Which of the site's languages that is.
    \(map("$rolebook_range", "$rolebook_accepted", languages))
    # What the reader chose earlier comes first.
    \(map("$cookie_\(ServedSite.cookie)", "$rolebook_locale", cookies))
    # Where '/' leads; ?choose shows the list of languages.
    \(map("$args", "$rolebook_target", targets))
    # The page for what is not there: in the language of the address, else in the reader's.
    \(map("$rolebook_locale", "$rolebook_general_404", generalPages))
    \(map("$uri", "$rolebook_not_found", localizedPages, isVolatile: true))
    # The file of an address, and the compressed form that the browser takes.
    \(map("$uri", "$rolebook_file", files, isVolatile: true))
    \(map("$http_accept_encoding", "$rolebook_form", [quoted("~*" + ServedSite.acceptsBrotli, #"".br""#)]))
    \(map("$uri", "$rolebook_encoding", [quoted(#"~\.br$"#, "br")], isVolatile: true))
    \(map("$uri", "$rolebook_path", paths, isVolatile: true))
    # What a page may do; a drawing, opened by itself, may do nothing.
    \(map("$uri", "$rolebook_policy", policies, isVolatile: true))
    # Files with a hash in their name never change; all else is asked for again each time.
    \(map("$uri", "$rolebook_cache", caching, isVolatile: true))
    \(map("$uri", "$rolebook_vary", varying, isVolatile: true))
    server {
        listen \(site.address);
        server_name _;
        absolute_redirect off;
        server_tokens off;

    \(headers)
        gzip_static on;
        gzip_proxied any;
        gzip_vary off;
        error_page 404 $rolebook_not_found;

    \(locations)
    }

    """
  }

  private var negotiation: LanguageNegotiation { LanguageNegotiation(site.locales) }

  private var ranges: [String] {
    negotiation.weights(group: "(?<rolebook_tag>").map { quoted("~*" + $0, "$rolebook_tag") }
  }

  private var languages: [String] {
    negotiation.choices.map { quoted("~*" + $0.pattern, $0.locale) }
  }

  private var cookies: [String] {
    ["default $rolebook_accepted;"] + site.locales.map { "\($0) \($0);" }
  }

  private var targets: [String] {
    ["default $rolebook_locale;", quoted("~" + ServedSite.asksForChoice, #""""#)]
  }

  private var generalPages: [String] {
    ["default \(site.basePath)404.html;"]
      + site.locales.map { "\($0) \(site.basePath)\($0)/404.html;" }
  }

  private var localizedPages: [String] {
    ["default $rolebook_general_404;"]
      + site.locales.map {
        quoted("~^\(site.basePattern)\($0)(?:/|$)", "\(site.basePath)\($0)/404.html")
      }
  }

  private var files: [String] {
    ["default $uri;", quoted("~^(?<rolebook_folder>.*/)$", #""${rolebook_folder}index.html""#)]
  }

  private var paths: [String] {
    [quoted("~^\(site.basePattern)(?<rolebook_rest>.*)$", #""$rolebook_rest""#)]
  }

  private var caching: [String] {
    let hashed = #"~^\#(site.basePattern)assets/\#(ServedSite.hashedName)(?:\.br)?$"#
    return [
      #"default "\#(ServedSite.shortCache)";"#, quoted(hashed, #""\#(ServedSite.longCache)""#),
    ]
  }

  private var policies: [String] {
    let policy = ServedSite.headers.first { $0.name == ServedSite.policyField }?.value ?? ""
    return [
      #"default "\#(policy)";"#,
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
      ServedSite.headers.map { field in
        let isPolicy = field.name == ServedSite.policyField
        return (name: field.name, value: isPolicy ? "$rolebook_policy" : field.value)
      } + [
        (name: "Cache-Control", value: "$rolebook_cache"),
        (name: "Vary", value: "$rolebook_vary"),
        (name: "Content-Encoding", value: "$rolebook_encoding"),
      ]
    return fields.map { #"    add_header \#($0.name) "\#($0.value)" always;"# }
      .joined(separator: "\n")
  }

  private var locations: String {
    let tries = "try_files $rolebook_file$rolebook_form $rolebook_file @rolebook_folder;"
    let types = ContentType.all.map { #"            "\#($0.type)" \#($0.ending);"# }
    let texts = ContentType.all.filter { $0.isText && $0.ending != ContentType.page.ending }.map {
      #"""
              location ~ \.\#($0.ending)$ {
                  types { "\#($0.type)" \#($0.ending) br; }
                  \#(tries)
              }
      """#
    }
    let base = site.basePath
    let outer =
      base == "/"
      ? ""
      : """
          location = \(base.dropLast()) { return 301 \(base); }
          location / { return 404; }

      """
    return outer + """
          location = \(base) {
              if ($rolebook_target) { return 302 \(base)$rolebook_target/; }
              rewrite ^ \(base)index.html last;
          }

          location \(base) {
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

          location @rolebook_folder {
              if (-d "\(site.folder)/$rolebook_path") { rewrite ^(.*)$ $1/ permanent; }
              return 404;
          }
      """
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
