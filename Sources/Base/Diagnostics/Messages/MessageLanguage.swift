/// A language that findings are printed in.
public protocol MessageLanguage: Sendable {
  /// Its BCP 47 tag.
  var tag: String { get }
  /// Which way it is written.
  var isRightToLeft: Bool { get }

  /// Its words for a message, with the English placeholders; nil if it has none.
  func template(of message: DiagnosticMessage) -> String?

  /// A name or another text of the guide, which keeps its direction to itself among the words.
  func isolated(_ text: String) -> String
}

extension MessageLanguage {
  /// A message in the language, in English if it has no words for it.
  ///
  /// - Parameter shown: how texts of the guide and of templates are shown, such as `visible`.
  public func text(
    _ message: DiagnosticMessage, shown: (String) -> String = { $0 }
  ) -> String {
    // A value by itself has no words to look up, but its content can have some.
    let isValue = message.template == "{1}"
    guard let template = template(of: message) ?? (isValue ? message.template : nil) else {
      return EnglishMessages().text(message, shown: shown)
    }
    // Messages are in messages only as deep as the code writes them.
    let text = message.filled(template, words: shown) { _, value in
      switch value {
      case .text(let text): isolated(shown(text))
      case .number(let number): "\(number)"
      case .message(let message): self.text(message, shown: shown)
      case .list(let messages, let joining):
        messages.map { self.text($0, shown: shown) }.joined(separator: separator(joining))
      }
    }
    return shortened(text)
  }

  /// The text between two things that a template joins.
  private func separator(_ joining: String) -> String {
    let template = template(of: DiagnosticMessage(template: joining)) ?? joining
    guard let start = template.firstRange(of: "{1}"), let end = template.firstRange(of: "{2}"),
      start.upperBound <= end.lowerBound
    else { return ", " }
    return String(template[start.upperBound..<end.lowerBound])
  }
}

/// The language that messages are written in.
public struct EnglishMessages: MessageLanguage {
  /// Makes it.
  public init() {}

  /// English.
  public var tag: String { "en" }
  /// From left to right.
  public var isRightToLeft: Bool { false }

  /// The message's own words.
  public func template(of message: DiagnosticMessage) -> String? {
    message.count == 1 ? message.singular ?? message.template : message.template
  }

  /// The text as it is, including characters that turn its direction on a terminal.
  public func isolated(_ text: String) -> String { text }
}
