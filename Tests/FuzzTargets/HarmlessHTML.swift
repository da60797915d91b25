/// Tells whether the HTML of a document has nothing that a browser runs or asks others for.
enum HarmlessHTML {
  private static let elements: Set<String> = [
    "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "button",
    "textarea", "select", "link", "meta", "base", "template", "noscript", "xmp", "plaintext",
    "title", "frame", "frameset", "applet", "video", "audio", "portal", "dialog", "body", "html",
    "head", "marquee", "isindex", "noembed", "noframes", "listing",
  ]
  private static let attributes: Set<String> = [
    "style", "srcdoc", "formaction", "action", "ping", "background", "srcset", "poster", "is",
    "autofocus", "target", "form", "contenteditable", "tabindex", "accesskey",
  ]
  private static let schemes = ["javascript:", "data:", "vbscript:", "blob:", "file:"]

  /// Every `<` of a page begins a tag, since text has none.
  static func holds(_ html: [UInt8]) -> Bool {
    var position = 0
    while let start = html[position...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = tag(html, start + 1) else { return false }
      position = end
    }
    return true
  }

  /// The end of a tag that may be there; nil for another.
  private static func tag(_ html: [UInt8], _ start: Int) -> Int? {
    var position = start
    if html[position...].first == UInt8(ascii: "/") { position += 1 }
    let name = word(html, &position)
    guard !name.isEmpty, !elements.contains(name) else { return nil }
    while position < html.count {
      switch html[position] {
      case UInt8(ascii: ">"): return position + 1
      case 0x09, 0x0A, 0x20, UInt8(ascii: "/"): position += 1
      default:
        guard attribute(html, &position) else { return nil }
      }
    }
    return nil
  }

  private static func attribute(_ html: [UInt8], _ position: inout Int) -> Bool {
    let name = word(html, &position)
    guard !name.isEmpty, !name.hasPrefix("on"), !attributes.contains(name) else { return false }
    guard position < html.count, html[position] == UInt8(ascii: "=") else { return true }
    guard html[(position + 1)...].first == UInt8(ascii: "\""),
      let end = html[(position + 2)...].firstIndex(of: UInt8(ascii: "\""))
    else { return false }
    let value = String(decoding: html[(position + 2)..<end], as: UTF8.self).lowercased()
    position = end + 1
    return !(name == "href" || name == "src") || !schemes.contains { value.hasPrefix($0) }
  }

  private static func word(_ html: [UInt8], _ position: inout Int) -> String {
    let start = position
    while position < html.count {
      switch html[position] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: ":"):
        position += 1
      default: return String(decoding: html[start..<position], as: UTF8.self).lowercased()
      }
    }
    return String(decoding: html[start..<position], as: UTF8.self).lowercased()
  }
}
