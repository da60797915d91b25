/// Characters of a path or fragment, percent-encoded as RFC 3986 requires.
///
/// Unreserved characters and the slash stay; all else, UTF-8 included, is encoded.
public func percentEncoded(_ text: String) -> String {
  var text = text
  if text.withUTF8({ $0.allSatisfy(isPlain) }) { return text }
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if isPlain(byte) {
      bytes.append(byte)
    } else {
      bytes.append(UInt8(ascii: "%"))
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 15))
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The text with `%XX` sequences decoded, or nil if the result is not UTF-8 or contains a NUL.
public func percentDecoded(_ text: String) -> String? {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
  var bytes: [UInt8] = []
  let source = Array(text.utf8)
  var index = 0
  while index < source.count {
    if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
      let high = hexValue(source[index + 1]), let low = hexValue(source[index + 2])
    {
      bytes.append(high << 4 | low)
      index += 3
    } else {
      bytes.append(source[index])
      index += 1
    }
  }
  return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
}

/// Whether paths have a byte as it is: unreserved characters (RFC 3986, section 2.3) and slashes.
private func isPlain(_ byte: UInt8) -> Bool {
  // A bit for each: "-./" and digits, and letters, "_", and "~".
  let plain: UInt64 = byte < 64 ? 0x03FF_E000_0000_0000 : byte < 128 ? 0x47FF_FFFE_87FF_FFFE : 0
  return plain >> UInt64(byte & 63) & 1 == 1
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
