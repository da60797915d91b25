/// The outcome for each element of raw HTML.
///
/// The list is the project's own: structure, emphasis, links and pictures pass; what loads, runs,
/// submits or positions anything does not.
enum HTMLElements {
  /// How an element is treated.
  enum Treatment: Equatable {
    /// It passes, under this name; `isPaired` if it counts only with its closing tag.
    case pass(String, isPaired: Bool)
    /// It has no content and no closing tag.
    case void
    /// Its tags go without a word, since nothing is lost.
    case unwrap
    /// Its tags go and are counted; its content stays.
    case drop
    /// It goes with its content.
    case remove
  }

  static func treatment(of name: String) -> Treatment {
    if let other = otherNames[name] { return .pass(other, isPaired: true) }
    if voids.contains(name) { return .void }
    if optionallyClosed.contains(name) { return .pass(name, isPaired: false) }
    if blocks.contains(name) || inlines.contains(name) || name == "a" {
      return .pass(name, isPaired: true)
    }
    if unwrapped.contains(name) { return .unwrap }
    return removed.contains(name) ? .remove : .drop
  }

  /// Whether an element begins a line of its own.
  static func isBlock(_ name: String) -> Bool {
    switch treatment(of: name) {
    case .pass(let name, _): blocks.contains(name) || optionallyClosed.contains(name)
    default: false
    }
  }

  static let voids: Set<String> = ["br", "hr", "img", "wbr"]

  /// The elements whose end HTML5 lets a writer leave out.
  static let optionallyClosed: Set<String> = [
    "dd", "dt", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]

  /// The paired elements that begin a line of their own.
  static let blocks: Set<String> = [
    "blockquote", "caption", "details", "div", "dl", "figcaption", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "ol", "pre", "section", "summary", "table", "ul",
  ]

  /// The paired elements of running text, links left out.
  static let inlines: Set<String> = [
    "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var",
  ]

  /// The elements that the HTML5 parser opens again if a block ends before they do.
  static let formatting: Set<String> = ["a", "b", "code", "em", "i", "s", "small", "strong", "u"]

  /// Elements that mean the same as one that passes.
  private static let otherNames = [
    "acronym": "abbr", "address": "div", "article": "div", "aside": "div", "center": "div",
    "footer": "div", "header": "div", "main": "div", "nav": "div", "strike": "s", "tt": "code",
  ]

  private static let unwrapped: Set<String> = [
    "big", "body", "col", "colgroup", "font", "head", "html", "label", "nobr", "picture", "rp",
    "rt",
    "ruby", "source", "time",
  ]

  private static let removed: Set<String> = ["script", "style"]

  /// The attributes that an element may have, other than `id`.
  static func allows(_ attribute: String, on element: String) -> Bool {
    switch attribute {
    case "id", "lang", "dir", "title": true
    case "name", "href": element == "a"
    case "src", "alt", "width", "height": element == "img"
    case "colspan", "rowspan", "scope": element == "td" || element == "th"
    case "align": alignable.contains(element)
    case "open": element == "details"
    case "start", "reversed", "type": element == "ol"
    case "class": element == "code" || element == "pre"
    default: false
    }
  }

  private static let alignable: Set<String> = [
    "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "td", "th",
  ]
}
