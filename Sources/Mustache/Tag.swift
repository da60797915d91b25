/// A tag in a template.
struct Tag {
  enum Kind {
    case variable
    case unescapedVariable
    case section
    case invertedSection
    case close
    case partial
    case parent
    case block
    case comment
    case delimiters
  }

  let kind: Kind
  /// The name between the marks; empty for a comment and a change of delimiters.
  let name: String
  /// The tag's bytes, delimiters included.
  let range: Range<Int>

  /// The part of a name behind an asterisk, which is looked up; nil for a fixed name.
  var dynamicName: String? {
    name.hasPrefix("*") ? String(name.dropFirst()) : nil
  }
}
