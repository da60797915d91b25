struct WordDocument {
  init(_ html: [UInt8], title: String, guide: String, locale: String, date: String, isRightToLeft: Bool, day: String) {}
  func bytes() throws -> [UInt8] { [] }
}
