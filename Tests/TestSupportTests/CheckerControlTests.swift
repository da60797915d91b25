import Foundation
import TestSupport
import Testing

/// Each checker finds a known fault, and finds none where there is none.
@Suite(.serialized) struct CheckerControlTests {
  private static let sound = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>Sound</title></head>
    <body><main><h1>Sound</h1><p>Nothing is wrong here.</p></main></body></html>
    """

  @Test func theNuCheckerFindsAStrayEndTag() throws {
    let folder = try TemporaryFolder(files: [
      "sound.html": Self.sound,
      "deep/faulty.html": Self.sound.replacing("<p>Nothing", with: "</b><p>Nothing"),
    ])
    let checker = try NuChecker()
    #expect(try checker.messages(about: [folder.file("sound.html")]).isEmpty)
    let messages = try checker.messages(about: [folder.url])
    let message = try #require(messages.first)
    #expect(messages.count == 1)
    #expect(message.type == "error")
    #expect(message.url?.hasSuffix("deep/faulty.html") == true)
    #expect(message.message.contains("Stray end tag"))
    #expect(message.lastLine == 3)
  }

  @Test func axeFindsBarriersDespiteThePolicy() throws {
    let faults = "<img src='/x.png'><p class='faint'>Faint</p></main>"
    let folder = try TemporaryFolder(files: [
      "sound.html": Self.sound,
      "faulty.html": Self.sound.replacing("</main>", with: faults)
        .replacing("</head>", with: "<link rel='stylesheet' href='/site.css'></head>"),
      "site.css": ".faint { color: #aaa; background: #fff }",
    ])
    let server = try StaticServer(serving: folder.url)
    let browser = try Browser()
    let axe = try Axe()
    try browser.open(server.url("/sound.html"))
    #expect(try axe.violations(in: browser).isEmpty)
    try browser.open(server.url("/faulty.html"))
    let violations = try axe.violations(in: browser)
    #expect(Set(violations.map(\.id)) == ["image-alt", "color-contrast"])
    #expect(violations.contains { $0.description.contains("Faint") })
    #expect(!server.takeRequests().contains { $0.contains("axe") })
  }

  struct Instance: Sendable {
    let name: String
    let text: String
    let paths: [String]
  }

  @Test(arguments: [
    Instance(name: "sound.json", text: #"{"parties": ["provider"], "order": 1}"#, paths: []),
    Instance(name: "sound.yml", text: "parties: [provider, no, 2026-01-31]\norder: 1\n", paths: []),
    Instance(name: "faulty.json", text: #"{"parties": [1], "order": 1}"#, paths: ["$.parties[0]"]),
    Instance(
      name: "faulty.yml", text: "parties: [provider]\norder: high\nelse: true\n",
      paths: ["$", "$.order"]),
  ])
  func theSchemaFindsWhatItDoesNotAllow(_ instance: Instance) throws {
    let schema = """
      {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
       "properties": {"parties": {"type": "array", "items": {"type": "string"}},
                      "order": {"type": "number"}},
       "additionalProperties": false}
      """
    let folder = try TemporaryFolder(files: ["schema.json": schema, instance.name: instance.text])
    let violations = try JSONSchema(folder.file("schema.json"))
      .violations(in: [folder.file(instance.name)])
    #expect(violations.map(\.path).sorted() == instance.paths)
    #expect(violations.allSatisfy { $0.file == instance.name })
  }

  @Test func aSchemaThatIsNoneIsSaid() throws {
    let folder = try TemporaryFolder(files: ["schema.json": #"{"type": "thing"}"#, "a.json": "1"])
    let schema = JSONSchema(folder.file("schema.json"))
    let error = #expect(throws: (any Error).self) {
      try schema.violations(in: [folder.file("a.json")])
    }
    #expect(error.map { "\($0)".contains("thing") } == true)
  }
}
