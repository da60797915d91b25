import Testing

@testable import Adoption

/// Whole sites of documentation, of which no document is lost, and none is in a wrong language.
@Suite struct WholeSiteTests {
  /// A tree and where its files belong; an empty place is a file that is left out.
  struct Site: Sendable, CustomTestStringConvertible {
    let files: [(path: String, text: String, place: String)]

    init(_ files: (String, String, String)...) { self.files = files }

    var testDescription: String { files.map(\.path).joined(separator: " ") }

    /// The place of each file that is adopted.
    func places() throws -> [String: String] {
      let files = files.map { file in
        let parts = LooseTree.split(file.path).stem.split(separator: "/").map(String.init)
        return LooseFile(
          path: file.path, folders: parts.dropLast(), stem: parts.last ?? "",
          hints: TextHints(Array(file.text.utf8)))
      }
      let layout = try LayoutPlanner.plan(files, .init())
      let places = layout.places.map { (files[$0.file].path, $0.locale + "/" + $0.key) }
      return Dictionary(uniqueKeysWithValues: places)
    }

    func check() throws {
      let places = try places()
      for file in files { #expect(places[file.path] ?? "" == file.place, "\(file.path)") }
    }
  }

  /// Texts that tell their language, by its code.
  static let en = "# Work\n\nThe team does all of this for you, and it is on the list.\n"
  static let de = "# Arbeit\n\nDie Liste ist für alle, und das Team macht nicht mehr.\n"
  static let fr = "# Travail\n\nLes équipes du site sont dans la liste, et vous aussi.\n"
  static let es = "# Trabajo\n\nEl equipo hace todo lo de la lista para los que no están.\n"
  static let ja = "# 仕事\n\nこのチームはすべての仕事をします。\n"
  static let zh = "# 工作\n\n团队负责所有的工作。\n"
  static let ko = "# 일\n\n이 팀은 모든 일을 합니다.\n"
  static let ru = "# Работа\n\nКоманда делает всё это для вас, и это есть в списке.\n"
  static let none = "# X\n"
}
