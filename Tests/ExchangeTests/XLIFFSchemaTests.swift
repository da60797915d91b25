import TestSupport
import Testing

/// XLIFF files agree with the schemas of OASIS.
@Suite struct XLIFFSchemaTests {
  /// Prints the faults of a file.
  ///
  /// The schemas import that of `xml:` from the network; the copy
  /// beside them replaces it.
  private static let validate = """
    import sys, lxml.etree as tree
    folder = "/usr/share/php/Symfony/Component/Translation/Resources/schemas/"
    class Local(tree.Resolver):
        def resolve(self, address, name, context):
            if address.endswith("xml.xsd"):
                return self.resolve_filename(folder + "xml.xsd", context)
    parser = tree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    schema = tree.XMLSchema(tree.parse(folder + sys.argv[1], parser))
    schema.validate(tree.parse(sys.argv[2]))
    for fault in schema.error_log:
        print(f"{fault.line}: {fault.message}")
    """

  private static let schemas = [
    "xliff": "xliff-core-1.2-strict.xsd", "xliff2": "xliff-core-2.0.xsd",
  ]

  private func faults(_ guide: ExchangedGuide, of file: String, format: String) throws -> String {
    let schema = try #require(Self.schemas[format])
    let result = try guide.tool("python", "-c", Self.validate, schema, file)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test(arguments: ["xliff", "xliff2"], ["all", "stale", "missing"])
  func exportsAreValid(format: String, states: String) throws {
    let guide = try ExchangedGuide.bundled()
    try guide.commit()
    try guide.replace(
      "Microsoft asks your IT admins", by: "Microsoft **asks** your `IT` admins",
      in: "content/en-US/roles-and-responsibilities.md")
    for locale in ["de-DE", "ar-SA", "ja-JP"] {
      try guide.rolebook(
        "translate", "export", "--locale", locale, "--only", states, "--format", format,
        "--output", "texts")
      #expect(try faults(guide, of: "texts", format: format) == "", "\(locale)")
    }
  }

  /// Texts as wild as people write them.
  @Test(arguments: ["xliff", "xliff2"], 0..<4)
  func generatedTextsAreValid(format: String, number: Int) throws {
    let seed = UInt64(caseCount("ROLEBOOK_SEED", default: 20) + number)
    let guide = ExchangedGuide(folder: try TemporaryFolder())
    var generated = GeneratedGuide(seed: seed)
    for (path, text) in generated.files() { try guide.folder.write(text, to: "content/" + path) }
    try guide.rolebook(
      "translate", "export", "--locale", "de-DE", "--only", "all", "--format", format, "--output",
      "texts")
    #expect(try faults(guide, of: "texts", format: format) == "", "seed \(seed)")
  }

  /// The check finds what is wrong.
  @Test(arguments: ["xliff", "xliff2"]) func aFaultIsFound(format: String) throws {
    let guide = try ExchangedGuide.bundled()
    try guide.rolebook(
      "translate", "export", "--locale", "de-DE", "--only", "all", "--format", format, "--output",
      "texts")
    try guide.replace("</source>", by: "<wrong/></source>", in: "texts")
    #expect(try faults(guide, of: "texts", format: format).contains("wrong"))
  }
}
