import Base
import Guide
import Markdown

extension DocumentBody {
  /// The address of a link's target; nil if it leads nowhere.
  private func url(of target: ResolvedLink, isImage: Bool = false) -> String? {
    book.map { $0.address(of: target, isImage: isImage) } ?? site.url(of: target, for: locale)
  }

  /// Whether a link has an address on this page.
  func leadsSomewhere(_ index: Int) -> Bool {
    targets[index] != .none && (book == nil || url(of: targets[index]) != nil)
  }

  func appendLinkStart(_ index: Int, _ output: inout [UInt8]) {
    let (link, target) = (version.document.links[index], targets[index])
    guard let url = url(of: target) else {
      output += "<span".utf8
      if target == .none {
        output += " class=\"missing-link\"".utf8
        appendAttribute("title", strings["missing_link_title"], &output)
      }
      output += ">".utf8
      return
    }
    output += "<a".utf8
    appendAddress("href", url, &output)
    if !link.title.isEmpty { appendAttribute("title", link.title, &output) }
    if case .page(_, let page, _) = target, page != locale {
      appendAttribute("hreflang", site.guide.locales[page].tag, &output)
    }
    output += ">".utf8
  }

  /// An image of this site, or a link to one elsewhere, which pages never ask for by themselves.
  func appendImage(_ index: Int, _ output: inout [UInt8]) {
    let (image, target) = (version.document.links[index], targets[index])
    let alternative = image.alternative ?? ""
    guard let url = url(of: target, isImage: true) else {
      output += "<span class=\"missing-link\">".utf8
      output.appendEscapingHTML(alternative.utf8)
      output += "</span>".utf8
      return
    }
    if case .file = target {
      output += "<img".utf8
      appendAddress("src", url, &output)
      appendAttribute("alt", alternative, &output)
      if !image.title.isEmpty { appendAttribute("title", image.title, &output) }
      if let width = image.width { appendAttribute("width", width, &output) }
      if let height = image.height { appendAttribute("height", height, &output) }
      // Pictures that are out of sight must be there when a page is printed.
      output += (book == nil ? " loading=\"lazy\">" : ">").utf8
    } else if image.isInLink {
      // A link contains no other link, and its writer wanted this target.
      output.appendEscapingHTML((alternative.isEmpty ? url : alternative).utf8)
    } else {
      output += "<a".utf8
      appendAddress("href", url, &output)
      output += ">".utf8
      output.appendEscapingHTML((alternative.isEmpty ? url : alternative).utf8)
      output += "</a>".utf8
    }
  }
}
