import Foundation
import Mustache
import Testing

/// The cases of the Mustache specification, which lie in `shared` beside the package.
enum Specification {
  static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../shared/suites/mustache").standardizedFileURL
  static let isPresent = FileManager.default.fileExists(atPath: folder.path)
  static let absence: Comment = "the specification is not in ../shared/suites/mustache"
  static let files = [
    "comments", "delimiters", "dynamic-names", "inheritance", "interpolation", "inverted",
    "partials", "sections",
  ]

  /// All cases; a file that cannot be read has none, which the count then shows.
  static let cases: [Case] = files.flatMap { name in
    let file = try? JSONDecoder().decode(
      File.self, from: Data(contentsOf: folder.appending(path: "\(name).json")))
    return (file?.tests ?? []).map { Case(file: name, content: $0) }
  }

  struct File: Decodable {
    let tests: [Content]
  }

  struct Content: Decodable {
    let name: String
    let data: JSONValue
    let template: String
    let partials: [String: String]?
    let expected: String
  }

  struct Case: CustomTestStringConvertible {
    let file: String
    let content: Content

    var testDescription: String { "\(file): \(content.name)" }
  }
}

/// A template's data as a JSON file has it.
struct JSONValue: Decodable {
  let value: Value

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let truth = try? container.decode(Bool.self) {
      value = .bool(truth)
    } else if let number = try? container.decode(Int.self) {
      value = .integer(number)
    } else if let decimal = try? container.decode(Double.self) {
      value = .text("\(decimal)")
    } else if let text = try? container.decode(String.self) {
      value = .text(text)
    } else if let items = try? container.decode([JSONValue].self) {
      value = .list(items.map(\.value))
    } else {
      let fields = try container.decode([String: JSONValue].self)
      value = .object(Fields(fields.map { (Name($0.key), $0.value.value) }))
    }
  }
}
