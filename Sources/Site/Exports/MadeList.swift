/// Elements that are made on request, again each time.
///
/// All elements of a large guide at once would be much of its memory.
public struct MadeList<Element>: RandomAccessCollection, Sendable {
  /// The index of the first one.
  public let startIndex = 0
  /// How many there are.
  public let endIndex: Int
  private let make: @Sendable (Int) -> Element

  /// Describes elements.
  ///
  /// - Parameter make: makes the element of an index, the same one each time.
  public init(count: Int, _ make: @escaping @Sendable (Int) -> Element) {
    endIndex = count
    self.make = make
  }

  /// The same elements, each made now and kept.
  func kept<Kept>(_ transform: (Element) -> Kept) -> MadeList<Kept> where Kept: Sendable {
    let elements = map(transform)
    return MadeList<Kept>(count: count) { elements[$0] }
  }

  /// Makes an element.
  public subscript(index: Int) -> Element { make(index) }
}
