/// The place of each file of a tree in a guide.
struct Layout: Equatable {
  /// A file's locale and key.
  struct Place: Equatable {
    /// The file, by its index.
    let file: Int
    let locale: String
    var key: String
  }

  /// Files that are not adopted, for one reason.
  struct LeftOut: Equatable {
    let files: [Int]
    /// Why, as the end of a sentence.
    let reason: String
  }

  /// The files that are adopted, in the order of the files.
  var places: [Place] = []
  /// The files that are not.
  var leftOut: [LeftOut] = []
  /// Notes for the user on how it was decided, a sentence each.
  var notes: [String] = []
  /// The locale of the files that name none, if there are such; it is the source.
  var untagged: String?
  /// The folders that are languages, by their paths.
  var folders: [String: String] = [:]
  /// The folders that all documents share and that are dropped from their keys.
  var dropped: [String] = []
  /// The folders above the languages, which are dropped as well.
  var bases: [[String]] = []
}
