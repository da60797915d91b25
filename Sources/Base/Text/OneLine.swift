extension String {
  /// The text with spaces in place of line breaks.
  public var onOneLine: String { utf8.contains(0x0A) ? replacing("\n", with: " ") : self }
}
