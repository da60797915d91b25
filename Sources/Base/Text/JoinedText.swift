extension String {
  /// Puts texts one after another, in memory of the right size.
  ///
  /// Addresses and ids are made for each row. Appending their parts one by one takes several times as
  /// long.
  public init(
    joining first: String, _ second: String, _ third: String = "", _ fourth: String = "",
    _ fifth: String = ""
  ) {
    let count =
      first.utf8.count + second.utf8.count + third.utf8.count + fourth.utf8.count
      + fifth.utf8.count
    self.init(unsafeUninitializedCapacity: count) { buffer in
      var end = 0
      func append(_ text: String) {
        if text.isEmpty { return }
        let isWhole: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
          end = buffer[end...].update(fromContentsOf: bytes)
        }
        guard isWhole == nil else { return }
        for byte in text.utf8 {
          buffer[end] = byte
          end += 1
        }
      }
      append(first)
      append(second)
      append(third)
      append(fourth)
      append(fifth)
      return end
    }
  }
}
