/// For Internet Information Services 10 with the URL Rewrite module: a `web.config`.
struct IISConfiguration {
  let site: ServedSite

  var text: String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <!-- A site made by Rolebook, for IIS 10 with the URL Rewrite module: put this file into the site's
         folder as web.config, and build with the option force, which keeps it there. -->
    <configuration>
      <system.webServer>
        <directoryBrowse enabled="false" />
        <defaultDocument enabled="true">
          <files><clear /><add value="index.html" /></files>
        </defaultDocument>
        <urlCompression doStaticCompression="false" doDynamicCompression="false" />
        <staticContent>
          <clientCache cacheControlMode="DisableCache" />
    \(types)
        </staticContent>
        <httpProtocol>
          <customHeaders>
            <remove name="X-Powered-By" />
    \(headers)
            <remove name="Vary" />
            <add name="Vary" value="Accept-Encoding, Accept-Language, Cookie" />
          </customHeaders>
        </httpProtocol>
        <security>
          <requestFiltering removeServerHeader="true">
            <hiddenSegments>
              <remove segment=".rolebook" /><remove segment=".rolebook-build" />
              <add segment=".rolebook" /><add segment=".rolebook-build" />
            </hiddenSegments>
          </requestFiltering>
        </security>
        <httpErrors errorMode="Custom" existingResponse="Replace">
          <remove statusCode="404" />
          <error statusCode="404" responseMode="ExecuteURL" path="\(escaped(site.basePath))404.html" />
        </httpErrors>
        <rewrite>
          <rules>
    \(rules)
          </rules>
          <outboundRules>
    \(outboundRules)
          </outboundRules>
        </rewrite>
      </system.webServer>
    \(localizedPages)
    </configuration>

    """
  }

  private var negotiation: LanguageNegotiation { LanguageNegotiation(site.locales) }

  private var headers: String {
    site.headers.map {
      "        <remove name=\"\(escaped($0.name))\" />\n"
        + "        <add name=\"\(escaped($0.name))\" value=\"\(escaped($0.value))\" />"
    }.joined(separator: "\n")
  }

  private var types: String {
    let forms = [(".br", "application/octet-stream"), (".gz", "application/octet-stream")]
    let all = ContentType.all.map { ("." + $0.ending, $0.type) } + forms
    return all.map { ending, type in
      """
            <remove fileExtension="\(ending)" />
            <mimeMap fileExtension="\(ending)" mimeType="\(type)" />
      """
    }.joined(separator: "\n")
  }

  /// An address that leads nowhere carries the result from rule to rule.
  private static let carrier = "rolebook-range/"

  /// How the names of rules begin: a site below another takes over the other's, and IIS refuses
  /// rules of the same name.
  private var label: String { site.basePath == "/" ? "Rolebook" : "Rolebook \(site.basePath)" }

  private var rules: String {
    let target = site.basePath
    let asked = condition("{QUERY_STRING}", ServedSite.asksForChoice, negate: true)
    var rules = [
      rule(
        "\(label): the language chosen earlier", "^$",
        [asked, condition("{HTTP_COOKIE}", cookiePattern)],
        #"<action type="Redirect" url="\#(target){C:1}/" redirectType="Found" appendQueryString="false" />"#
      )
    ]
    rules += negotiation.weights().enumerated().map { index, weight in
      rule(
        "\(label): wanted language, weight \(index + 1)", "^$",
        [asked, condition("{HTTP_ACCEPT_LANGUAGE}", weight)],
        #"<action type="Rewrite" url="\#(Self.carrier){C:1}" />"#, stops: false)
    }
    rules += negotiation.choices.enumerated().map { index, choice in
      let pattern = "^\(Self.carrier)" + choice.pattern.dropFirst()
      return rule(
        "\(label): language \(index + 1)", pattern, [],
        #"<action type="Redirect" url="\#(target)\#(choice.locale)/" redirectType="Found" appendQueryString="false" />"#
      )
    }
    rules.append(
      rule(
        "\(label): page of a folder", "^(.*/)?$",
        [#"<add input="{REQUEST_FILENAME}index.html" matchType="IsFile" />"#],
        #"<action type="Rewrite" url="{R:1}index.html" />"#, stops: false))
    for (suffix, accepted) in [(".br", ServedSite.acceptsBrotli), (".gz", ServedSite.acceptsGzip)] {
      rules.append(
        rule(
          "\(label): compressed form \(suffix)", #"^(.*\.(?:\#(ContentType.textEndings)))$"#,
          [
            condition("{HTTP_ACCEPT_ENCODING}", accepted),
            #"<add input="{APPL_PHYSICAL_PATH}{R:1}\#(suffix)" matchType="IsFile" />"#,
          ], #"<action type="Rewrite" url="{R:1}\#(suffix)" />"#))
    }
    return rules.joined(separator: "\n")
  }

  private var cookiePattern: String {
    #"(?:^|;\s*)\#(ServedSite.cookie)=(\#(site.locales.joined(separator: "|")))(?:;|$)"#
  }

  private var outboundRules: String {
    let encodings = [("br", "br"), ("gz", "gzip")].map { suffix, name in
      outboundRule(
        "\(label): encoding \(name)", "RESPONSE_Content_Encoding", #"\.\#(suffix)$"#, name)
    }
    let types = ContentType.all.filter(\.isText).map { type in
      outboundRule(
        "\(label): type of compressed \(type.ending)", "RESPONSE_Content_Type",
        #"\.\#(type.ending)\.(?:br|gz)$"#, type.type)
    }
    let caching = outboundRule(
      "\(label): files with a hash in their name", "RESPONSE_Cache_Control",
      #"/assets/\#(ServedSite.hashedName)(?:\.br|\.gz)?$"#, ServedSite.longCache)
    let drawings = outboundRule(
      "\(label): drawings", "RESPONSE_Content_Security_Policy",
      #"\.svg(?:\.(?:br|gz))?$"#, ServedSite.drawingPolicy)
    return (encodings + types + [caching, drawings]).joined(separator: "\n")
  }

  /// Each language's folder answers in its language.
  private var localizedPages: String {
    site.locales.map { locale in
      """
        <location path="\(locale)">
          <system.webServer>
            <httpErrors errorMode="Custom" existingResponse="Replace">
              <remove statusCode="404" />
              <error statusCode="404" responseMode="ExecuteURL" path="\(escaped(site.basePath))\(locale)/404.html" />
            </httpErrors>
          </system.webServer>
        </location>
      """
    }.joined(separator: "\n")
  }

  private func rule(
    _ name: String, _ pattern: String, _ conditions: [String], _ action: String, stops: Bool = true
  ) -> String {
    let lines = conditions.map { "            " + $0 + "\n" }.joined()
    let block = lines.isEmpty ? "" : "          <conditions>\n\(lines)          </conditions>\n"
    return """
            <rule name="\(name)" stopProcessing="\(stops)">
              <match url="\(escaped(pattern))" />
      \(block)          \(action)
            </rule>
      """
  }

  private func condition(_ input: String, _ pattern: String, negate: Bool = false) -> String {
    #"<add input="\#(input)" pattern="\#(escaped(pattern))"\#(negate ? #" negate="true""# : "") />"#
  }

  private func outboundRule(
    _ name: String, _ variable: String, _ pattern: String, _ value: String
  ) -> String {
    """
            <rule name="\(name)">
              <match serverVariable="\(variable)" pattern=".*" />
              <conditions>
                <add input="{REQUEST_FILENAME}" pattern="\(escaped(pattern))" />
              </conditions>
              <action type="Rewrite" value="\(escaped(value))" />
            </rule>
    """
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
