import Foundation
import TestSupport
import Testing

/// OmegaT, a translator's desk, reads our files and writes what an import takes.
@Suite struct OmegaTTests {
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <omegat><project version="1.0">
      <source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
      <tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
      <glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
      <source_lang>EN-US</source_lang><target_lang>DE-DE</target_lang>
      <sentence_seg>false</sentence_seg>
      <support_default_translations>true</support_default_translations>
      <remove_tags>false</remove_tags>
    </project></omegat>
    """

  /// Translates the files in `desk/source` from the memories in `desk/tm/auto`.
  private func translate(_ guide: ExchangedGuide) throws {
    for name in ["target", "glossary", "dictionary", "omegat"] {
      try FileManager.default.createDirectory(
        at: guide.folder.file("desk/" + name), withIntermediateDirectories: true)
    }
    try guide.folder.write(Self.settings, to: "desk/omegat.project")
    let result = try guide.program(
      "omegat", guide.folder.file("desk").path, "--mode=console-translate", "--quiet",
      "--config-dir=" + guide.folder.file("settings").path)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test func aStaleTextIsTranslatedFromAMemory() throws {
    let guide = try ExchangedGuide.bundled()
    try guide.commit()
    try guide.replace(
      "Before a policy changes, Microsoft", by: "Two weeks before a policy changes, Microsoft",
      in: "content/en-US/roles-and-responsibilities.md")
    try guide.folder.write(
      """
      <tmx version="1.4"><header creationtool="test" creationtoolversion="1" segtype="paragraph"
        o-tmf="x" adminlang="en" srclang="en-US" datatype="plaintext"/><body><tu>
        <tuv xml:lang="en-US"><seg>Two weeks before a policy changes, Microsoft asks your IT \
      admins for their view. They can also request a different setting.</seg></tuv>
        <tuv xml:lang="de-DE"><seg>Zwei Wochen vor jeder Änderung fragt Microsoft Ihre \
      IT-Administration.</seg></tuv></tu></body></tmx>
      """, to: "desk/tm/auto/memory.tmx")
    try FileManager.default.createDirectory(
      at: guide.folder.file("desk/source"), withIntermediateDirectories: true)
    try guide.rolebook("translate", "export", "--locale", "de-DE", "-o", "desk/source/de.po")
    try translate(guide)
    let result = try guide.rolebook("translate", "import", "desk/target/de.po")
    #expect(result.errors.contains("1 text, 1 row stamped"), "\(result.errors)")
    let page = try guide.text("content/de-DE/roles-and-responsibilities.md")
    #expect(page.contains("Zwei Wochen vor jeder Änderung fragt Microsoft Ihre IT-Administration."))
    let check = try guide.rolebook("check", "--all")
    #expect(!check.output.contains("de-DE/"), "\(check.output)")
  }

  /// The memory that we export translates the texts that it was made of.
  @Test func theExportedMemoryIsRead() throws {
    let guide = try ExchangedGuide.bundled()
    let folder = guide.folder.file("desk/source")
    for path in ["desk/tm/auto", "desk/source"] {
      try FileManager.default.createDirectory(
        at: guide.folder.file(path), withIntermediateDirectories: true)
    }
    try guide.rolebook(
      "translate", "export", "--locale", "de-DE", "--only", "all", "--format", "tmx", "-o",
      "desk/tm/auto/memory.tmx")
    for name in try FileManager.default.contentsOfDirectory(
      atPath: guide.folder.file("content/de-DE").path) where name.hasSuffix(".md")
    {
      try FileManager.default.removeItem(at: guide.folder.file("content/de-DE/" + name))
    }
    try guide.rolebook("translate", "export", "--locale", "de-DE", "-o", "desk/source/de.po")
    let before = try String(contentsOf: folder.appending(path: "de.po"), encoding: .utf8)
    #expect(before.contains("\nmsgid \"Security monitoring\"\nmsgstr \"\""))
    try translate(guide)
    let result = try guide.program(
      "msgfmt", "--statistics", "-o", "/dev/null", "desk/target/de.po")
    let count = Int(result.errors.prefix { $0.isNumber }) ?? 0
    #expect(count > 90, "\(result.errors)")
    let imported = try guide.rolebook("translate", "import", "desk/target/de.po")
    #expect(imported.status == 0, "\(imported.errors)")
    // Nothing is lost without a word: all texts are taken, open, or skipped for a reason.
    let sum = imported.errors.split(separator: "\n").last.map(numbers) ?? 0
    #expect(sum == before.components(separatedBy: "\nmsgctxt ").count - 1, "\(imported.errors)")
  }

  /// The sum of the numbers that are separate words in a line.
  private func numbers(_ line: Substring) -> Int {
    line.split(separator: " ").compactMap { Int($0) }.reduce(0, +)
  }
}
