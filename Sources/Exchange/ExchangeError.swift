// Exchange reads the files that people edit elsewhere. In: the bytes of a spreadsheet, a CSV file
// or an XML file. Out: rows of text with their places. No byte of it is trusted. Every size is
// bounded before memory is taken, no entity is expanded, and no path of an archive reaches the file
// system.

/// Why a file from elsewhere cannot be read.
public struct ExchangeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The problem, without the file's path.
  public let reason: String
  /// The user's remedy; nil if none is known.
  public let hint: String?
  /// The line and column in bytes, from 1; nil if the defect is in no one place.
  public let place: Place?

  /// A place in a text file.
  public struct Place: Sendable, Equatable {
    /// The line, from 1.
    public let line: Int
    /// The column in bytes, from 1.
    public let column: Int
  }

  /// Describes the problem with a file.
  public init(_ reason: String, hint: String? = nil, at place: Place? = nil) {
    self.reason = reason
    self.hint = hint
    self.place = place
  }

  /// The reason, its place, and the hint behind a semicolon.
  public var description: String {
    let place = place.map { " at line \($0.line), column \($0.column)" } ?? ""
    return message(reason + place)
  }

  /// The reason without its place, and the hint behind a semicolon.
  public var reasonAndHint: String { message(reason) }

  private func message(_ text: String) -> String { hint.map { "\(text); \($0)" } ?? text }
}

/// The limits on the contents of a file from elsewhere.
public struct ExchangeLimits: Sendable, Equatable {
  /// The greatest size in bytes of one part of an archive, restored.
  public var partBytes = 128 << 20
  /// The greatest size in bytes of all parts together that are read.
  public var totalBytes = 256 << 20
  /// How many files an archive may have.
  public var parts = 10_000
  /// How deep elements of XML may nest.
  public var depth = 200
  /// How many cells a sheet may have.
  public var cells = 1_000_000

  /// The limits that apply unless the caller sets others.
  public init() {}
}
