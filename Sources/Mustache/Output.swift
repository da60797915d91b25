import Base

extension [UInt8] {
  /// Appends what a variable tag shows of a value.
  mutating func append(_ value: Value, isEscaped: Bool) throws(TemplateError) {
    switch value {
    case .null, .list, .madeList, .object: break
    case .writtenHTML(let write): try write(&self)
    case .bool(let value): self += (value ? "true" : "false").utf8
    case .integer(let number): self += String(number).utf8
    case .html(let markup): self += markup
    case .text(let text):
      if isEscaped {
        appendEscapingHTML(text.utf8)
      } else {
        append(contentsOf: text.utf8)
      }
    }
  }
}
