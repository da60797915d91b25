import Base
import Guide

/// The data of one party in a file from elsewhere.
public struct PartyRecord: Sendable, Equatable {
  /// The file's names for the party, the name by which it is known first.
  public let names: [String]
  /// The file's data on the party; empty if it has none.
  public let profile: PartyProfile
  /// The place in words: `line 3`, `cell B2`.
  public let place: String
}

/// The parties of a file from elsewhere.
public struct PartyRecords: Sendable {
  /// The parties in the order of the file.
  public internal(set) var records: [PartyRecord] = []
  /// The data that was skipped, in words.
  public internal(set) var notes: [String] = []
  /// Invalid values, each with its place.
  public internal(set) var defects: [String] = []

  /// Takes a value under a key of a contact; one in another form is a defect.
  mutating func take(
    _ text: String, _ key: String, into contact: inout PartyProfile.Contact, at place: String
  ) {
    let text = PartyRecords.trimmed(text)
    guard !text.isEmpty else { return }
    if let defect = ContactForm.defect(key, text) {
      defects.append("\(place): '\(text)' \(defect.message); \(defect.hint)")
    } else {
      contact[key] = text
    }
  }

  /// Takes the name of a member.
  ///
  /// - Parameter known: the names that were taken.
  mutating func take(
    _ name: String, into members: inout [String], _ known: inout Set<String>, at place: String
  ) {
    let name = PartyRecords.trimmed(name)
    guard !name.isEmpty, known.insert(name).inserted else { return }
    if ContactForm.isName(name) {
      members.append(name)
    } else {
      defects.append("\(place): '\(name)' is not a name on one line")
    }
  }

  /// A text without white space around it.
  static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The part that differently written names share: letters and digits, in lower case.
  static func key(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      key.append(scalar)
    }
    return String(key)
  }
}
