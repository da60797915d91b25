/// Tokens by numbers, which count in the order of their first coming.
///
/// All tokens are in one buffer, and a table of open slots finds them. The seed differs from run to
/// run, so that no text can be made to fill one slot.
struct TokenTable {
  private var bytes: [UInt8] = []
  /// The end of each token in `bytes`.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// The number of the token in each slot, -1 for an empty one; a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)
  private let seed = UInt64.random(in: .min ... .max)

  /// How many tokens there are.
  var count: Int { ends.count }

  /// A token's bytes.
  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number > 0 ? ends[number - 1] : 0)..<ends[number]]
  }

  /// The number of a token, which is entered if it is new.
  mutating func number(of token: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let token = UnsafeBufferPointer(rebasing: text[token])
    let hash = hash(of: token)
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, token) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(count)
    bytes.append(contentsOf: token)
    ends.append(bytes.count)
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func isEqual(_ number: Int, _ token: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number > 0 ? ends[number - 1] : 0
    guard ends[number] - start == token.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<token.count where bytes[start + offset] != token[offset] { return false }
      return true
    }
  }

  /// A hash after Fowler, Noll and Vo (FNV-1a).
  private func hash(of token: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed
    for byte in token { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
