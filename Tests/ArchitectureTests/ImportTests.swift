import Foundation
import TestSupport
import Testing

/// The import table of the architecture page applies; the compiler itself would let a stage reach
/// through to what it may not know.
@Suite struct ImportTests {
  /// The imports that each target may have, by the architecture page's table: the project's targets
  /// and the system's modules in one set.
  private static func table() throws -> [String: Set<String>] {
    let rows = try MarkdownFile("docs/architecture.md").table(below: "Import table")
    var result: [String: Set<String>] = [:]
    for row in rows {
      #expect(row.count == 4, "a row of the import table: \(row)")
      let modules = row.dropFirst().prefix(2).flatMap { $0.split(separator: ",") }
        .map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(result[row[0]] == nil, "'\(row[0])' is in the import table twice")
      result[row[0]] = Set(modules.filter { $0 != "–" })
    }
    return result
  }

  @Test func theTableHasARowForEachTarget() throws {
    let targets = Set(try PackageTargets.folders().keys)
    let rows = Set(try Self.table().keys)
    #expect(targets.count > 15, "Package.swift was not understood")
    #expect(rows.subtracting(targets).sorted() == [], "rows without a target")
    #expect(targets.subtracting(rows).sorted() == [], "targets without a row")
  }

  @Test func eachTargetImportsWhatItsRowSays() throws {
    let table = try Self.table()
    for (target, folder) in try PackageTargets.folders().sorted(by: { $0.key < $1.key }) {
      let allowed = table[target] ?? []
      var used: Set<String> = []
      for file in try SourceCode.files(below: folder) {
        used.formUnion(file.imports)
        let forbidden = Set(file.imports).subtracting(allowed).sorted()
        #expect(forbidden == [], "\(file.path) imports what '\(target)' may not")
      }
      let idle = allowed.subtracting(used).sorted()
      #expect(idle == [], "the row of '\(target)' allows what no file of it imports")
    }
  }

  @Test func importsLeadOneWay() throws {
    var table = try Self.table()
    while let leaf = table.first(where: { $0.value.isDisjoint(with: table.keys) })?.key {
      table[leaf] = nil
    }
    #expect(table.keys.sorted() == [], "these targets import each other in a circle")
  }

  @Test func oneFileKnowsEachLibraryInC() throws {
    let rows = try MarkdownFile("docs/architecture.md").table(below: "Libraries in C")
    let modules = try PackageTargets.folders().keys.filter { $0.wholeMatch(of: /C[A-Z]\w+/) != nil }
    #expect(Set(rows.map { $0[0] }) == Set(modules))
    let files = try SourceCode.files(below: "Sources")
    for row in rows {
      let importers = files.filter { $0.imports.contains(row[0]) }.map(\.path)
      #expect(importers == ["Sources/" + row[1]], "who imports \(row[0])")
    }
  }

  @Test func noProductFileImportsFoundation() throws {
    let importers = try SourceCode.files(below: "Sources").filter { file in
      file.imports.contains { $0.hasPrefix("Foundation") }
    }
    #expect(importers.map(\.path) == [])
  }

  @Test(arguments: [
    ("import Glibc", ["Glibc"]), ("public import Guide", ["Guide"]),
    ("@testable import Pages", ["Pages"]), ("import struct Foundation.URL", ["Foundation"]),
    ("  import Text", ["Text"]), ("// import Text", []), ("let imported = 1", []),
  ])
  func importLinesAreRead(line: String, modules: [String]) {
    #expect(SourceCode(path: "File.swift", text: line).imports == modules)
  }
}
