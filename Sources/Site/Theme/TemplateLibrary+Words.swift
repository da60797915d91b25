import Base
import Guide

extension TemplateLibrary {
  /// The UI words that templates name as `t.key`.
  func wordsReadByTemplates() throws -> Set<String> {
    var words: Set<String> = []
    for template in try templateSources() { words.formUnion(Self.words(readBy: template)) }
    return words
  }

  /// The keys of words in the tags of a template.
  private static func words(readBy template: [UInt8]) -> Set<String> {
    var result: Set<String> = []
    var position = 0
    while let open = template[position...].firstIndex(of: UInt8(ascii: "{")) {
      position = open + 1
      guard position < template.count, template[position] == UInt8(ascii: "{") else { continue }
      let name = template[(position + 1)...].drop { "{#^& ".utf8.contains($0) }
      guard name.starts(with: "t.".utf8) else { continue }
      let key = name.dropFirst(2).prefix { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      }
      result.insert(String(decoding: key, as: UTF8.self))
    }
    return result
  }
}
