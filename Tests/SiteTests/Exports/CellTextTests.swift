import Testing

@testable import Site

/// Texts of cells in spreadsheets and Markdown tables.
@Suite struct CellTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("=1+1", "=1+1"), ("two\nlines\tand tabs", "two\nlines\tand tabs"),
    ("\u{1}bell\u{7}", "\u{FFFD}bell\u{FFFD}"), ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
    ("a\r\nb", "a\u{FFFD}\nb"), ("ｆｕｌｌ", "ｆｕｌｌ"),
    ("_x0041_", "_x005F_x0041_"), ("_x00e9_x00E9_", "_x005F_x00e9_x005F_x00E9_"),
    ("_x004_ _x0041", "_x004_ _x0041"),
  ]) func spreadsheets(text: String, cell: String) {
    #expect(Array(cellText(text).unicodeScalars) == Array(cell.unicodeScalars))
  }

  @Test(arguments: ["a", "한", "🧭"]) func longTextEndsInAnEllipsis(character: String) {
    let length = character.utf16.count
    let fitting = String(repeating: character, count: 32_767 / length)
    #expect(cellText(fitting) == fitting)
    let cut = cellText(String(repeating: character, count: 40_000))
    #expect(cut.hasSuffix(character + "…"))
    #expect((32_766 - length...32_767).contains(cut.utf16.count))
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("<br>&amp;", "\\<br\\>\\&amp;"),
    ("[a](b)", "\\[a\\](b)"), ("a\nb\r\nc", "a b  c"), ("\\|", "\\\\\\|"),
    ("~~x~~", "\\~\\~x\\~\\~"),
  ]) func markdown(text: String, cell: String) {
    #expect(markdownText(text) == cell)
  }
}

@Suite struct SheetNameTests {
  @Test(arguments: [
    (["en-US", "de-DE"], ["en-US", "de-DE"]), (["a", "A", "a"], ["a", "A (2)", "a (3)"]),
    (["[a]:*?/\\'b"], ["-a-------b"]), ([""], ["-"]), (["History"], ["History (2)"]),
    (
      ["zh-cmn-Hans-CN-x-private-extension-one", "zh-cmn-Hans-CN-x-private-extension-two"],
      ["zh-cmn-Hans-CN-x-private-exten…", "zh-cmn-Hans-CN-x-private-e… (2)"]
    ),
  ]) func namesAreWhatExcelTakes(wishes: [String], names: [String]) {
    var sheets = SheetNames()
    let taken = wishes.map { sheets.take($0) }
    #expect(taken == names)
    #expect(taken.allSatisfy { $0.utf16.count <= 31 })
  }
}
