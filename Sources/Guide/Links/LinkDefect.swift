import Base
import Markdown

/// An error in a link.
public enum LinkDefect: Sendable, Hashable {
  /// A scheme or form that may not be linked.
  case unsafe(form: String)
  /// An image on another host.
  case externalImage
  /// An image that is not here, by its path in the locale's folder.
  case imageMissing(path: String)
  /// A file that is here and is not published, by its path in the locale's folder.
  case fileRefused(path: String, LinkedFiles.Refusal)
  /// A document or file that is not here, by its path in the locale's folder.
  case unresolved(path: String)
  /// A path of the server, below the guide's own, that no page or file of the guide answers.
  case unansweredPath(String)
  /// An anchor that the document, as the locale has it, does not have.
  case fragmentMissing(String, document: Int, locale: Int)
  /// An anchor that a generated page, by its path below a locale, does not have.
  case pageFragmentMissing(String, page: String)
}

/// Words the findings on links.
///
/// A near name is searched for once per target, and for as many targets of a document as are
/// reported one by one.
public struct LinkDiagnoser {
  private let resolver: LinkResolver
  private var restOfSearches = Diagnostic.mostOfRule
  private var hints: [Target: DiagnosticMessage?] = [:]

  private struct Target: Hashable {
    let defect: LinkDefect
    let home: Int
  }

  /// Diagnoses the findings of a resolver.
  public init(_ resolver: LinkResolver) {
    self.resolver = resolver
  }

  /// The finding on a link of a document in the locale `home`.
  public mutating func diagnostic(
    _ defect: LinkDefect, of link: Document.Link, home: Int
  ) -> Diagnostic {
    let (id, message) = wording(defect, link)
    return Diagnostic(
      id, message, at: link.location, locale: resolver.guide.locales[home].tag,
      hint: hint(defect, home))
  }

  private func wording(
    _ defect: LinkDefect, _ link: Document.Link
  ) -> (DiagnosticID, DiagnosticMessage) {
    switch defect {
    case .unsafe(let form): (.linkUnsafe, "a link of the form '\(form)' is not allowed")
    case .externalImage:
      (
        .imageExternal,
        "external image; shown as a link because pages load nothing from other hosts"
      )
    case .imageMissing: (.imageMissing, "the image '\(link.destination)' is not here")
    case .fileRefused(_, let refusal): (.fileRefused, wording(refusal, link))
    case .unresolved, .unansweredPath:
      (.linkUnresolved, "the link to '\(link.destination)' has no target in this guide")
    case .fragmentMissing(let fragment, let document, let locale):
      (.linkFragmentMissing, "no anchor '\(fragment)' in \(path(document, locale))")
    case .pageFragmentMissing(let fragment, let page):
      (.linkFragmentMissing, "no anchor '\(fragment)' on the page '\(page)'")
    }
  }

  private func wording(
    _ refusal: LinkedFiles.Refusal, _ link: Document.Link
  ) -> DiagnosticMessage {
    switch refusal {
    case .active:
      "'\(link.destination)' is not published: browsers or web servers could run it"
    case .unknownKind:
      "'\(link.destination)' is not published: its kind is unknown"
    case .ownName:
      "'\(link.destination)' is not published: its name belongs to the site"
    }
  }

  private mutating func hint(_ defect: LinkDefect, _ home: Int) -> DiagnosticMessage? {
    let target = Target(defect: defect, home: home)
    if let known = hints[target] { return known }
    guard restOfSearches > 0 else { return nil }
    restOfSearches -= 1
    let hint = findHint(defect, home)
    hints[target] = hint
    return hint
  }

  private func findHint(_ defect: LinkDefect, _ home: Int) -> DiagnosticMessage? {
    switch defect {
    case .unsafe: "use an http, https, mailto, tel, or relative link"
    case .externalImage: "copy the file into the guide"
    case .fileRefused(_, .active): "link to a PDF or ZIP file, or to another server"
    case .fileRefused(_, .unknownKind): "add its ending to 'linked_files' in guide.yml"
    case .fileRefused(_, .ownName): "rename the file, or move it to another folder"
    case .imageMissing(let path): resolver.names.files[home].didYouMean(path)
    case .unansweredPath(let path):
      nearestPage(path) ?? "if another site has it, add a rule to 'links' in guide.yml"
    case .unresolved(let path):
      otherLocale(path)
        ?? nearestPage(path)
        ?? "add a rule to 'links' in guide.yml"
    case .fragmentMissing(let fragment, let document, let locale):
      resolver.anchors.didYouMean(fragment, document: document, locale: locale)
    case .pageFragmentMissing:
      "use an anchor such as '#DOCUMENT--ID', with '--' for each '/'"
    }
  }

  /// The nearest document, or page if the path is a page's, to a path that leads to nothing.
  private func nearestPage(_ path: String) -> DiagnosticMessage? {
    (path.hasSuffix("/") ? resolver.names.pages : resolver.names.documents).didYouMean(path)
  }

  /// A hint if the path goes through another locale's folder: links stay in the reader's own.
  private func otherLocale(_ path: String) -> DiagnosticMessage? {
    let parts = path.split(separator: "/", maxSplits: 2).map(String.init)
    guard parts.count == 3, parts[0] == "..",
      resolver.guide.locales.contains(where: { $0.tag == parts[1] })
    else { return nil }
    return "write '\(parts[2])'; the link leads to the document in the reader's language"
  }

  private func path(_ document: Int, _ locale: Int) -> String {
    let set = resolver.guide.documents[document]
    return set.versions[locale]?.document.path ?? set.key
  }
}
