/// The kind of a picture and its size, read from the first bytes of its file.
struct PictureSize: Equatable {
  /// How its file's name ends.
  let ending: String
  /// In pixels, at least 1.
  let width: Int
  /// In pixels, at least 1.
  let height: Int

  /// Reads a PNG (W3C, section 11.2.1), GIF (GIF89a, section 18) or JPEG (ITU-T T.81, annex B); nil for
  /// other files.
  init?(_ bytes: [UInt8]) {
    let size: (Int, Int)?
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      ending = "png"
      size = Self.numbers(bytes, at: 16, 20, width: 4)
    } else if bytes.starts(with: "GIF8".utf8), bytes.count >= 10 {
      ending = "gif"
      size = (Int(bytes[7]) << 8 | Int(bytes[6]), Int(bytes[9]) << 8 | Int(bytes[8]))
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      ending = "jpeg"
      size = Self.frameOfJPEG(bytes)
    } else {
      return nil
    }
    guard let (width, height) = size, (1...0xFFFF).contains(width), (1...0xFFFF).contains(height)
    else { return nil }
    (self.width, self.height) = (width, height)
  }

  /// Two numbers with their highest byte first.
  private static func numbers(
    _ bytes: [UInt8], at first: Int, _ second: Int, width: Int
  ) -> (Int, Int)? {
    guard second + width <= bytes.count else { return nil }
    func number(_ start: Int) -> Int {
      bytes[start..<start + width].reduce(0) { $0 << 8 | Int($1) }
    }
    return (number(first), number(second))
  }

  /// The width and the height in a JPEG's frame header.
  private static func frameOfJPEG(_ bytes: [UInt8]) -> (Int, Int)? {
    var index = 2
    while index + 9 <= bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        return numbers(bytes, at: index + 7, index + 5, width: 2)
      }
      let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
      index += 2 + max(length, 2)
    }
    return nil
  }
}
