import Base

extension [UInt8] {
  /// Appends a value as a variable tag shows it.
  ///
  /// - Parameter page: the address of the page that is rendered; nil if it may be shown anywhere.
  mutating func append(
    _ value: Value, isEscaped: Bool, on page: [UInt8]?
  ) throws(TemplateError) {
    switch value {
    case .null, .list, .madeList, .object: break
    case .writtenHTML(let write): try write(&self)
    case .bool(let value): self += (value ? "true" : "false").utf8
    case .integer(let number): self += String(number).utf8
    case .html(let markup): self += markup
    case .address(let address):
      appendEscapingHTML(address: address, from: page)
    case .text(let text):
      if isEscaped {
        appendEscapingHTML(text.utf8)
      } else {
        append(contentsOf: text.utf8)
      }
    }
  }
}
