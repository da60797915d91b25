import Glibc

/// The encodings in which spreadsheets on Windows write text files, by language.
///
/// The C library decodes them.
enum LegacyEncoding {
  /// The encoding of a language; nil if Windows has none for it.
  static func name(of language: String) -> String? {
    if ["zh-TW", "zh-HK", "zh-MO", "zh-Hant"].contains(where: language.hasPrefix) { return "BIG5" }
    return names[String(language.prefix { $0 != "-" })]
  }

  private static let names: [String: String] = {
    let languages = [
      "CP932": "ja", "GB18030": "zh", "CP949": "ko", "CP874": "th", "CP1258": "vi",
      "CP1250": "bs cs hr hu pl ro sk sl sq sr", "CP1251": "be bg kk mk ru uk", "CP1253": "el",
      "CP1254": "az tr", "CP1255": "he", "CP1256": "ar fa ur", "CP1257": "et lt lv",
    ]
    return languages.reduce(into: [:]) { names, entry in
      for language in entry.value.split(separator: " ") { names[String(language)] = entry.key }
    }
  }()

  /// Whether Windows-1252 has all letters of a language.
  static func isWestern(_ language: String) -> Bool {
    western.contains(String(language.prefix { $0 != "-" }))
  }

  private static let western: Set<String> = [
    "ca", "da", "de", "en", "es", "eu", "fi", "fo", "fr", "ga", "gl", "id", "is", "it", "ms", "nb",
    "nl", "nn", "no", "pt", "sv", "sw",
  ]

  /// The text in UTF-8; nil if the bytes are not in the encoding, or the system does not know it.
  static func decode(_ bytes: [UInt8], _ name: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    let capacity = bytes.count * 4
    var (left, room) = (input.count, capacity)
    var isDecoded = false
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) { output in
        input.withUnsafeMutableBufferPointer { input in
          var (from, to) = (input.baseAddress, output.baseAddress)
          isDecoded = iconv(converter, &from, &left, &to, &room) != Int.max && left == 0
        }
      }
      count = capacity - room
    }
    return isDecoded && String(validating: text, as: UTF8.self) != nil ? text : nil
  }
}
