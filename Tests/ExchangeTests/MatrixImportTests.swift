import Foundation
import TestSupport
import Testing

/// An admin's day: the workbook goes out, is edited, and comes back.
@Suite struct MatrixImportTests {
  private static let raci = "content/raci/roles-and-responsibilities.yml"

  /// An exported workbook in which openpyxl set cells by row and column.
  private func edited(
    _ edits: [(id: String, column: Int, letters: String)]
  ) throws -> ExchangedGuide {
    let guide = try ExchangedGuide.bundled()
    try guide.rolebook("export", "--format", "xlsx", "--output", "matrix.xlsx")
    let script = """
      import sys, openpyxl
      book = openpyxl.load_workbook("matrix.xlsx")
      sheet = book["en-US"]
      for edit in sys.argv[1:]:
          id, column, letters = edit.split("=", 2)
          for row in sheet.iter_rows(min_row=2):
              if row[0].value == id: row[int(column)].value = letters or None
      book.save("edited.xlsx")
      """
    let arguments = edits.map { "\($0.id)=\($0.column)=\($0.letters)" }
    let tool = Project.root.appending(path: ".tools/venv/bin/python")
    _ = try run(tool, ["-c", script] + arguments, in: guide.folder.url)
    return guide
  }

  @Test func editsOfSeveralProgramsComeBack() throws {
    let guide = try edited([
      ("apps", 5, "C"), ("printing", 4, "i"), ("identity-management", 4, "A / R"),
    ])
    let before = try guide.text(Self.raci)
    let result = try guide.rolebook("import", "edited.xlsx")
    #expect(result.status == 0, "\(result.errors)")
    let expected =
      before
      .replacingOccurrences(
        of: "app-packager: R, customer-users: C}",
        with: "app-packager: R, customer-users: C, operations: C}"
      ).replacingOccurrences(
        of: "printing:\n        raci: {customer-it: RA}",
        with: "printing:\n        raci: {customer-it: RA, provider: I}"
      ).replacingOccurrences(
        of: "identity-management: {}",
        with: "identity-management: {raci: {provider: RA, operations: I, customer-it: RA}}")
    #expect(try guide.text(Self.raci) == expected)
    let again = try guide.rolebook("import", "edited.xlsx")
    #expect(again.errors.contains("no letters changed"))
    try guide.folder.write(before, to: Self.raci)
    try guide.program(
      "soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "office",
      "edited.xlsx")
    let office = try guide.rolebook("import", "office/edited.xlsx")
    #expect(office.status == 0, "\(office.errors)")
    #expect(try guide.text(Self.raci) == expected)
  }

  @Test func bothSidesChangedIsAConflict() throws {
    let guide = try edited([("printing", 4, "I"), ("apps", 5, "C")])
    try guide.replace(
      "printing:\n        raci: {customer-it: RA}",
      by: "printing:\n        raci: {customer-it: RA, provider: C}", in: Self.raci)
    let before = try guide.text(Self.raci)
    let result = try guide.rolebook("import", "edited.xlsx")
    #expect(result.status == 1)
    let conflict =
      "edited.xlsx: error: sheet 'en-US', cell E16: 'none' became 'I' here and 'C' in the guide "
      + "(printing, provider)"
    #expect(result.errors.contains(conflict), "\(result.errors)")
    #expect(try guide.text(Self.raci) == before)
    #expect(try guide.rolebook("import", "--dry-run", "--theirs", "edited.xlsx").status == 0)
    #expect(try guide.text(Self.raci) == before)
    try guide.rolebook("import", "--ours", "edited.xlsx")
    #expect(try guide.text(Self.raci).contains("raci: {customer-it: RA, provider: C}"))
    #expect(try guide.text(Self.raci).contains("customer-users: C, operations: C}"))
    try guide.rolebook("import", "--theirs", "edited.xlsx")
    #expect(try guide.text(Self.raci).contains("raci: {customer-it: RA, provider: I}"))
  }

  @Test(arguments: ["X", "yes", "RA if asked"])
  func whatIsNoLetterIsNamedWithItsCell(text: String) throws {
    let guide = try edited([("printing", 4, text)])
    let before = try guide.text(Self.raci)
    let result = try guide.rolebook("import", "edited.xlsx")
    #expect(result.status == 1)
    #expect(result.errors.contains("cell E16: '\(text)' is not letters such as 'RA'"))
    #expect(try guide.text(Self.raci) == before)
  }

  /// Cells that nobody can read for sure change nothing.
  @Test(arguments: [
    ("sheet.merge_cells('E16:E17')", "cell E16: cells of letters are merged"),
    ("sheet['A17'] = sheet['A16'].value; sheet['E17'] = 'C'", "is there twice, with 'C' here and"),
  ])
  func mergedCellsAndRowsThatStandTwiceAreRefused(edit: String, message: String) throws {
    let guide = try ExchangedGuide.bundled()
    try guide.rolebook("export", "--format", "xlsx", "--output", "matrix.xlsx")
    try guide.tool(
      "python", "-c",
      """
      import openpyxl
      book = openpyxl.load_workbook("matrix.xlsx")
      sheet = book["en-US"]
      \(edit)
      book.save("edited.xlsx")
      """)
    let before = try guide.contents()
    let result = try guide.rolebook("import", "edited.xlsx")
    #expect(result.status == 1)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try guide.contents() == before)
  }

  /// A formula that nobody calculated says nothing, so it takes no letter away.
  @Test(arguments: ["=1+1", "=\"R\""])
  func aFormulaWithoutAValueTakesNothingAway(formula: String) throws {
    let guide = try edited([("printing", 9, formula)])
    let before = try guide.text(Self.raci)
    let result = try guide.rolebook("import", "edited.xlsx")
    #expect(result.status == 1)
    #expect(result.errors.contains("'= ?' is not letters"), "\(result.errors)")
    #expect(try guide.text(Self.raci) == before)
  }

  /// Letters that are alone in their cells change there, in every language and in the cell's style.
  @Test func lettersOfCellsChangeInEveryLanguage() throws {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    let rows = { (titles: [String]) in
      """
      | \(titles[0]) | **R** | A | a \\| b |
      | \(titles[1]) | A / R | | |
      |\(titles[2])|RA|C, I|
      \(titles[3]) | R | A (1) | x

      """
    }
    let head = "| Task | Ops | Shop | Notes |\n|---|:-:|---|---|\n"
    let english = "# Plan {#plan}\n\n" + head + rows(["Clean", "Lock", "Count", "Paint"])
    let german =
      "# Plan {#plan}\r\n\r\n"
      + (head + rows(["Putzen", "Schließen", "Zählen", "Malen"]))
      .replacingOccurrences(of: "Task", with: "Aufgabe").replacingOccurrences(
        of: "\n", with: "\r\n")
    try guide.folder.write(english, to: "content/en/plan.md")
    try guide.folder.write("\u{FEFF}" + german, to: "content/de/plan.md")
    try guide.folder.write(
      "source_locale: en\nlocales: [en, de]\nparties: [ops, shop]\n", to: "content/guide.yml")
    for locale in ["en", "de"] {
      try guide.folder.write(
        "title: T\nparties: {ops: Ops, shop: Shop}\n", to: "content/\(locale)/locale.yml")
    }
    let entries =
      "      clean: {evidence: {shop: 1}}\n      lock: {}\n      count: {}\n      paint: {}\n"
    let raci =
      "# Letters\nsections:\n  plan:\n    table: letters\n    responsibilities:\n" + entries
    try guide.folder.write(raci, to: "content/raci/plan.yml")
    try guide.rolebook("export", "--format", "xlsx", "--output", "matrix.xlsx")
    try guide.tool(
      "python", "-c",
      """
      import openpyxl
      book = openpyxl.load_workbook("matrix.xlsx")
      sheet = book["de"]
      for cell, letters in {"E2": "RA", "F2": None, "F3": "C", "E4": "R", "F4": "A", "F5": "AC"}.items():
          sheet[cell] = letters
      book.save("edited.xlsx")
      """)
    let result = try guide.rolebook("import", "edited.xlsx")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("content/de/plan.md: 5 cells\n  clean: ops R -> RA\n"))
    let edited = { (text: String) in
      text.replacingOccurrences(of: "**R** | A |", with: "**RA** |  |")
        .replacingOccurrences(of: "A / R | |", with: "A / R | C |")
        .replacingOccurrences(of: "|RA|C, I|", with: "|R|A|")
    }
    #expect(try guide.text("content/en/plan.md") == edited(english))
    #expect(try guide.text("content/de/plan.md") == "\u{FEFF}" + edited(german))
    let letters = try guide.text("content/raci/plan.yml")
    #expect(letters.hasPrefix("# Letters\nsections:\n") && !letters.contains("shop: 1"))
    #expect(letters.hasSuffix("      count: {}\n      paint: {raci: {shop: AC}}\n"), "\(letters)")
    let again = try guide.rolebook("import", "edited.xlsx")
    #expect(again.errors.contains("no letters changed"), "\(again.errors)")
    #expect(try !guide.rolebook("check").output.contains("letters-differ"))
  }

  /// Other changes than those of letters are reported for each sheet, and have no effect.
  @Test func changedRowsAndColumnsAreTold() throws {
    let guide = try ExchangedGuide.bundled()
    try guide.rolebook("export", "--format", "xlsx", "--output", "matrix.xlsx")
    let before = try guide.contents()
    let intact = try guide.rolebook("import", "matrix.xlsx")
    #expect(intact.errors == "matrix.xlsx: no letters changed\n")
    try guide.tool(
      "python", "-c",
      """
      import openpyxl
      book = openpyxl.load_workbook("matrix.xlsx")
      sheet = book["en-US"]
      sheet["D3"] = "Helping users"
      sheet["E1"] = "MSFT"
      sheet.delete_rows(5)
      sheet.append(["new", "", "", "New one", "R"])
      book["de-DE"].delete_cols(8)
      book.save("edited.xlsx")
      """)
    let result = try guide.rolebook("import", "edited.xlsx")
    #expect(result.status == 0)
    #expect(
      result.errors.split(separator: "\n").map(String.init) == [
        "sheet 'en-US': the column 'MSFT' was renamed; it counts as the party 'provider'",
        "sheet 'en-US': row 16, 'new', is new; add it to the Markdown first",
        "sheet 'en-US': the row 'security-monitoring' is not there; the guide keeps it",
        "sheet 'de-DE': the column of the party 'customer-it' is not there; the guide keeps it",
        "sheet 'en-US', cell D3: the row 'user-support' was renamed to 'Helping users'; the guide "
          + "keeps 'User support'",
      ].map { "edited.xlsx: note: " + $0 } + ["edited.xlsx: no letters changed"])
    #expect(try guide.contents() == before)
  }

  /// An ID that a spreadsheet made a date of, or a person changed, loses no letters in silence.
  @Test func changedIDsAreConflicts() throws {
    let guide = try ExchangedGuide.bundled()
    try guide.rolebook("export", "--format", "xlsx", "--output", "matrix.xlsx")
    let before = try guide.contents()
    try guide.tool(
      "python", "-c",
      """
      import datetime, openpyxl
      book = openpyxl.load_workbook("matrix.xlsx")
      sheet = book["en-US"]
      assert sheet["D3"].value == "User support"
      sheet["A3"] = datetime.date(2024, 1, 1)
      sheet["E3"] = "I"
      sheet["E1"] = f" {sheet['E1'].value} "
      book.save("edited.xlsx")
      """)
    let result = try guide.rolebook("import", "edited.xlsx")
    #expect(result.status != 0)
    #expect(
      result.errors.contains("sheet 'en-US', cell A3: the ID 'user-support' became '2024-01-01'"),
      "\(result.errors)")
    #expect(!result.errors.contains("renamed"), "\(result.errors)")
    #expect(try guide.contents() == before)
  }

  /// Letters beside other text are changed and taken away by entries, and nothing else changes.
  @Test func lettersOfTablesCanBeTakenAway() throws {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    try guide.folder.write(
      "# Plan\n\n| Task | Ops | Shop |\n| --- | --- | --- |\n| Paint | A (if ordered) | R |\n"
        + "| Clean | R | A |\n", to: "RACI.md")
    let adopted = try guide.rolebook("init", "g", "--from", "RACI.md", "--locale", "en")
    try #require(adopted.status == 0, "\(adopted.errors)")
    let csv = try guide.rolebook(
      "export", "--content", "g/content", "--format", "csv", "--locale", "en"
    ).output
    let lines = csv.split(separator: "\r\n").map { line -> String in
      guard line.contains("paint") else { return String(line) }
      let emptied = String(line).replacingOccurrences(of: "\"A\"", with: "\"\"")
      return emptied.replacingOccurrences(of: "\"R\"", with: "\"RA\"")
    }
    #expect(lines.joined(separator: "\r\n") + "\r\n" != csv)
    try guide.folder.write(lines.joined(separator: "\r\n") + "\r\n", to: "edited.csv")
    let result = try guide.rolebook("import", "--content", "g/content", "edited.csv")
    #expect(result.status == 0, "\(result.errors)")
    let after = try guide.rolebook(
      "export", "--content", "g/content", "--format", "csv", "--locale", "en"
    ).output
    #expect(after == lines.joined(separator: "\r\n") + "\r\n")
    let again = try guide.rolebook("import", "--content", "g/content", "edited.csv")
    #expect(again.errors.contains("no letters changed"), "\(again.errors)")
  }

  /// A column of a party without any letter is found by its head, and its cells change.
  @Test func columnsWithoutLettersGetThem() throws {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    let text = "# Plan\n\n| Task | Ops | The shop | Yard |\n| --- | --- | --- | --- |\n"
    try guide.folder.write(
      text + "| Paint | RA | | - |\n| Clean | RA | | |\n", to: "content/en/plan.md")
    try guide.folder.write(
      "source_locale: en\nlocales: [en]\nparties: [ops, shop, yard]\n", to: "content/guide.yml")
    try guide.folder.write(
      "title: T\nparties: {ops: Ops, shop: The shop, yard: Yard}\n", to: "content/en/locale.yml")
    try guide.folder.write("table: letters\n", to: "content/raci/plan.yml")
    let csv = try guide.rolebook("export", "--format", "csv", "--locale", "en").output
    let edited = csv.replacingOccurrences(of: "\"RA\",\"\",\"\"", with: "\"RA\",\"C\",\"I\"")
    #expect(edited != csv)
    try guide.folder.write(edited, to: "edited.csv")
    let result = try guide.rolebook("import", "edited.csv")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try guide.text("content/en/plan.md")
        == text + "| Paint | RA | C | I |\n| Clean | RA | C | I |\n")
    #expect(try guide.text("content/raci/plan.yml") == "table: letters\n")
  }

  /// A small guide, exported to `m.xlsx`, which a script edits as `book` and `sheet`.
  private func edited(by script: String) throws -> ExchangedGuide {
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    try guide.folder.write(
      "# Plan\n\n| Task | Ops | Shop | Yard |\n| --- | --- | --- | --- |\n| Paint | RA | | I |\n",
      to: "content/en/plan.md")
    try guide.folder.write(
      "source_locale: en\nlocales: [en]\nparties: [ops, shop, yard]\n", to: "content/guide.yml")
    try guide.folder.write(
      "title: T\nparties: {ops: Ops, shop: Shop, yard: Yard}\n", to: "content/en/locale.yml")
    try guide.folder.write("table: letters\n", to: "content/raci/plan.yml")
    try guide.rolebook("export", "--format", "xlsx", "--output", "m.xlsx")
    try guide.tool(
      "python", "-c",
      """
      import csv, openpyxl
      book = openpyxl.load_workbook("m.xlsx")
      sheet = book["en"]
      \(script)
      book.save("edited.xlsx")
      with open("edited.csv", "w") as file: csv.writer(file).writerows(sheet.iter_rows(values_only=True))
      """)
    return guide
  }

  /// The last entry of evidence takes its key with it, in each form.
  @Test(arguments: [
    ("{evidence: {yard: 1}}", "{}"), ("{evidence: {yard: 1}, title: X}", "{title: X}"),
    ("{title: X, evidence: {yard: 1}}", "{title: X}"),
    ("\n        evidence: {yard: 1}\n        title: X", "\n        title: X"),
    ("\n        title: X\n        evidence:\n          yard: 1", "\n        title: X"),
    ("\n        evidence:\n          yard: 1", ""),
    ("{evidence: {ops: 1, yard: 1}}", "{evidence: {ops: 1}}"),
  ])
  func emptyEvidenceGoes(entry: String, left: String) throws {
    let guide = try edited(by: "sheet['G2'] = None")
    let raci = { (entry: String) in
      "sections:\n  plan:\n    table: letters\n    responsibilities:\n      paint: \(entry)\n"
    }
    let edited = try guide.text("edited.csv")
    for isInEntry in [false, true] {
      if isInEntry {
        // Letters beside other text change by an entry.
        try guide.folder.write(
          "# Plan\n\n| Task | Ops | Shop | Yard |\n|---|---|---|---|\n| Paint | RA | | I (x) |\n",
          to: "content/en/plan.md")
      }
      try guide.folder.write(raci(entry), to: "content/raci/plan.yml")
      try guide.folder.write(edited, to: "edited.csv")
      let result = try guide.rolebook("import", "edited.csv")
      #expect(result.status == 0, "\(result.errors)")
      let text = try guide.text("content/raci/plan.yml")
      #expect(isInEntry || text == raci(left), "\(text)")
      #expect(!text.contains("yard: 1") && !text.contains("evidence: {}"), "\(text)")
      #expect(text.contains("yard: ''") == isInEntry, "\(text)")
    }
  }

  /// Columns are found by their heads, wherever they are, and with or without their neighbors.
  @Test(arguments: [
    "ID Document Section Responsibility Ops Shop Yard",
    "ID Document Section Responsibility Ops Shop Yard URL",
    "ID Document Section Responsibility Ops Shop Yard State",
    "ID Document Section Responsibility Ops Yard State URL Shop",
    "ID Shop Document Section Responsibility Ops Yard State URL",
    "ID Document Section Shop Responsibility Ops Yard State URL", "ID Yard Shop Ops",
    "ID Responsibility Ops Shop Yard", "ID URL State Yard Shop Ops Responsibility Section Document",
  ])
  func columnsCanMoveAndGo(heads: String) throws {
    let guide = try edited(
      by: """
        old = [list(row) for row in sheet.iter_rows(values_only=True)]
        heads = "\(heads)".split()
        old[1][old[0].index("Shop")] = "C"
        for row, values in enumerate(old, 1):
            for column in range(len(values)):
                sheet.cell(row, column + 1).value = (
                    values[old[0].index(heads[column])] if column < len(heads) else None)
        """)
    for file in ["edited.xlsx", "edited.csv"] {
      let result = try guide.rolebook("import", "--dry-run", file)
      #expect(
        result.errors == "content/en/plan.md: would change: 1 cell\n  paint: shop none -> C\n",
        "\(file)")
    }
  }

  /// Spaces around an id, and letters of other keyboards, are read as they are meant.
  @Test(arguments: [
    ("A2", " paint ", "C"), ("A2", "paint\u{A0}", "C"), ("A2", "\u{3000}paint", "C"),
    ("A1", " ID ", "C"), ("F2", "Ｃ", "C"), ("F2", "ｃ", "C"), ("F2", "Ｃ、Ｉ", "CI"),
    ("F2", "Ｃ／Ｉ", "CI"), ("F2", "\u{3000}Ｃ\u{3000}", "C"),
  ])
  func idsAndLettersAreReadAsMeant(cell: String, text: String, letters: String) throws {
    let guide = try edited(by: "sheet['F2'] = 'C'; sheet['\(cell)'] = '\(text)'")
    for file in ["edited.xlsx", "edited.csv"] {
      let result = try guide.rolebook("import", "--dry-run", file)
      #expect(
        result.errors
          == "content/en/plan.md: would change: 1 cell\n  paint: shop none -> \(letters)\n",
        "\(file)")
    }
  }

  /// Further columns are told, and take no other's place.
  @Test func columnsOfOthersAreTold() throws {
    let guide = try edited(by: "sheet['J1'] = 'Comments'; sheet['J2'] = 'Soon'; sheet['F2'] = 'C'")
    let result = try guide.rolebook("import", "--dry-run", "edited.xlsx")
    #expect(
      result.errors == "edited.xlsx: note: sheet 'en': the column 'Comments' is not a party of the "
        + "guide; it was skipped\ncontent/en/plan.md: would change: 1 cell\n"
        + "  paint: shop none -> C\n")
  }

  /// Lines above the heads, and another name of the sheet, do not hide its edits.
  @Test(arguments: [
    "sheet.insert_rows(1); sheet['A1'] = 'RACI'; sheet.merge_cells('A1:G1'); sheet['F3'] = 'C'",
    "sheet.title = 'Letters'; sheet['F2'] = 'C'",
  ])
  func sheetsAreFoundByTheirHeads(script: String) throws {
    let guide = try edited(by: script)
    for file in ["edited.xlsx", "edited.csv"] {
      let result = try guide.rolebook("import", "--dry-run", file)
      #expect(
        result.errors == "content/en/plan.md: would change: 1 cell\n  paint: shop none -> C\n",
        "\(file)")
    }
  }

  /// A sheet that cannot be read is an error, though another can.
  @Test func aSheetWithoutItsHeadIsAnError() throws {
    let guide = try edited(
      by: "book.copy_worksheet(sheet).title = 'Copy'; sheet.insert_rows(1, 3); sheet['A4'] = 'No.'")
    let result = try guide.rolebook("import", "edited.xlsx")
    #expect(result.status == 1)
    #expect(
      result.errors.contains("error: sheet 'en': none of its first 20 rows begins with 'ID'"),
      "\(result.errors)")
  }
}
