import Base
import Foundation
import TestSupport
import Testing

@testable import Guide

/// The JSON Schemas that editors use must judge as the loader does.
@Suite struct SchemaAgreementTests {
  enum Verdict: Sendable {
    case valid
    case invalid
    /// Invalid for a reason that a schema cannot say, such as a name that must be known elsewhere.
    case invalidBeyondSchemas
  }

  struct Sample: Sendable {
    let text: String
    let verdict: Verdict

    init(_ verdict: Verdict, _ text: String) {
      self.text = text
      self.verdict = verdict
    }
  }

  private static let guides: [Sample] = {
    let start = "source_locale: en-US\nlocales: [en-US, zh-Hant-TW]\n"
    return [
      Sample(.valid, start),
      Sample(.valid, start + "fallback: {zh-Hant-TW: [en-US]}\nbase_path: /a/b/\n"),
      Sample(.valid, start + "fallback:\nparties:\nlinks:\nbase_path:\nsite_url:\n"),
      Sample(.valid, start + "fallback: {en-US: }\n"),
      Sample(.valid, start + "parties: [provider, customer-it, a_b, 365, 9x]\n"),
      Sample(.valid, start + "parties: {provider: , it: {contact: {mail: a@b.c}, members: [X]}}\n"),
      Sample(.valid, start + "parties:\n  - a\n  - {id: b, contact: {phone: 4711, deputy: a}}\n"),
      Sample(.valid, start + "parties:\n  - b: {contact: {url: 'https://x.example'}}\n  - c:\n"),
      Sample(.valid, start + "parties: [{id: a, contact: , members: }]\n"),
      Sample(.invalid, start + "parties: a\n"),
      Sample(.invalid, start + "parties: [{contact: {mail: a@b.c}}]\n"),
      Sample(.invalid, start + "parties: [{id: a, contact: a@b.c}]\n"),
      Sample(.invalid, start + "parties: [{id: a, contact: {mial: a@b.c}}]\n"),
      Sample(.invalid, start + "parties: [{id: a, member: [X]}]\n"),
      Sample(.invalid, start + "parties: [{id: a, members: X}]\n"),
      Sample(.invalid, start + "parties: [{id: a, contact: {mail: a b}}]\n"),
      Sample(.invalid, start + "parties: [{id: a, contact: {url: 'javascript:x'}}]\n"),
      Sample(.invalid, start + "parties: {'a b': }\n"),
      Sample(.invalidBeyondSchemas, start + "parties: [{id: a, contact: {phone: call me}}]\n"),
      Sample(.invalidBeyondSchemas, start + "parties: [a, {id: a}]\n"),
      Sample(.valid, start + "site_url: https://intranet.example:8443\nbase_path: ''\n"),
      Sample(.valid, start + "links:\n  - {prefix: ../a/, to: 'https://b.example/{locale}/'}\n"),
      Sample(.valid, start + "severities:\n"),
      Sample(.valid, start + "severities: {link/unresolved: off, matrix/idle-party: error}\n"),
      Sample(.valid, start + "severities: {translation/machine: warning, strings/missing: note}\n"),
      Sample(.invalid, start + "severities: [link/unresolved]\n"),
      Sample(.invalid, start + "severities: {link/unresolvd: off}\n"),
      Sample(.invalid, start + "severities: {link/unresolved: of}\n"),
      Sample(.invalid, start + "severities: {link/unresolved: }\n"),
      Sample(.invalid, start + "severities: {yaml/invalid: warning}\n"),
      Sample(.valid, start + "limits:\n"),
      Sample(.valid, start + "limits: {nesting: 80, files: }\n"),
      Sample(.invalid, start + "limits: [80]\n"),
      Sample(.invalid, start + "limits: {nesting: 0}\n"),
      Sample(.invalid, start + "limits: {nesting: '80'}\n"),
      Sample(.invalid, start + "limits: {columns: 1000000001}\n"),
      Sample(.invalid, start + "limits: {depth: 80}\n"),
      Sample(.invalidBeyondSchemas, start + "limits: {parties: 2001}\n"),
      Sample(.invalidBeyondSchemas, start + "limits: {parties: 1}\nparties: [a, b]\n"),
      Sample(.invalid, "locales: [en]\n"),
      Sample(.invalid, "source_locale: en\n"),
      Sample(.invalid, "source_locale: en\nlocales: []\n"),
      Sample(.invalid, "source_locale: en\nlocales: en\n"),
      Sample(.invalid, "source_locale: ''\nlocales: [en]\n"),
      Sample(.invalid, "source_locale: {}\nlocales: [en]\n"),
      Sample(.invalid, "source_locale: en\nlocales: [en, de_DE]\n"),
      Sample(.invalid, "source_locale: en\nlocales: [en, en]\n"),
      Sample(.invalid, "[]\n"),
      Sample(.invalid, start + "base_pth: /\n"),
      Sample(.invalid, start + "base_path: ../x\n"),
      Sample(.invalid, start + "base_path: //host/\n"),
      Sample(.invalid, start + "base_path: /a/./b\n"),
      Sample(.invalid, start + "base_path: /ä\n"),
      Sample(.invalid, start + "base_path: [a]\n"),
      Sample(.invalid, start + "site_url: intranet.example\n"),
      Sample(.invalid, start + "site_url: https://intranet.example/path\n"),
      Sample(.invalid, start + "site_url: https://\n"),
      Sample(.invalid, start + "parties: [a b]\n"),
      Sample(.invalid, start + "parties: [-a]\n"),
      Sample(.invalid, start + "parties: [a, a]\n"),
      Sample(.invalid, start + "parties: [~]\n"),
      Sample(.invalid, start + "parties: {a: b}\n"),
      Sample(.invalid, start + "parties: [\(String(repeating: "x", count: 101))]\n"),
      Sample(.invalid, start + "fallback: [en-US]\n"),
      Sample(.invalid, start + "fallback: {en-US: de}\n"),
      Sample(.invalid, start + "fallback: {e: []}\n"),
      Sample(.invalid, start + "links: {}\n"),
      Sample(.invalid, start + "links: [x]\n"),
      Sample(.invalid, start + "links: [{prefix: a}]\n"),
      Sample(.invalid, start + "links: [{prefix: '', to: 'https://a'}]\n"),
      Sample(.invalid, start + "links: [{prefix: a, to: 'javascript:x'}]\n"),
      Sample(.invalid, start + "links: [{prefix: a, to: 'https://a', x: y}]\n"),
      Sample(.invalidBeyondSchemas, "source_locale: de\nlocales: [en]\n"),
      Sample(.invalidBeyondSchemas, "source_locale: en\nlocales: [en, EN]\n"),
      Sample(.invalidBeyondSchemas, start + "fallback: {en-US: [de]}\n"),
    ]
  }()

  private static let locales: [Sample] = [
    Sample(.valid, ""), Sample(.valid, "{}\n"), Sample(.valid, "# nothing\n"),
    Sample(.valid, "title: 365\nname: Deutsch\ndescription: ''\ndirection: rtl\n"),
    Sample(.valid, "title:\nname:\ndirection:\nparties:\nstrings:\n"),
    Sample(.valid, "parties: {provider: Dienst, customer: {name: Kundschaft, short: K}}\n"),
    Sample(.valid, "parties: {provider: {name: 365, short: '', description: Wer.}}\n"),
    Sample(.valid, "strings: {search: Suche, count: 5}\n"),
    Sample(.invalid, "- title\n"), Sample(.invalid, "titel: x\n"), Sample(.invalid, "title: [x]\n"),
    Sample(.invalid, "direction: left\n"), Sample(.invalid, "direction: ''\n"),
    Sample(.invalid, "direction: [ltr]\n"), Sample(.invalid, "parties: [provider]\n"),
    Sample(.invalid, "parties: {provider: }\n"), Sample(.invalid, "parties: {provider: ''}\n"),
    Sample(.invalid, "parties: {provider: {short: D}}\n"),
    Sample(.invalid, "parties: {provider: {name: ' '}}\n"),
    Sample(.invalid, "parties: {provider: {name: D, colour: red}}\n"),
    Sample(.invalid, "parties: {provider: {name: D, short: {}}}\n"),
    Sample(.invalid, "parties: {provider: [D]}\n"), Sample(.invalid, "strings: [x]\n"),
    Sample(.invalid, "strings: {search: }\n"), Sample(.invalid, "strings: {search: {}}\n"),
    Sample(.invalidBeyondSchemas, "parties: {nobody: Niemand}\n"),
  ]

  private static let racis: [Sample] = {
    func row(_ text: String) -> String { "sections: {a: {responsibilities: {x: \(text)}}}\n" }
    return [
      Sample(.valid, "{}\n"), Sample(.valid, "sections:\n"), Sample(.valid, "sections: {a: }\n"),
      Sample(.valid, "accountable_does_work: true\nsections: {}\n"),
      Sample(.valid, "accountable_does_work: false\n"),
      Sample(.valid, "sections: {a: {raci: {provider: RA, customer: CI}}}\n"),
      Sample(.valid, "sections: {a: {raci: {provider: ICAR, customer: ''}}}\n"),
      Sample(.valid, "sections: {a: {responsibilities: }}\n"), Sample(.valid, row("{}")),
      Sample(.valid, row("")),
      Sample(.valid, row("{raci: {provider: A}, evidence: {provider: 2}}")),
      Sample(.valid, row("{raci: {}, evidence: }")),
      Sample(.invalid, ""), Sample(.invalid, "x\n"), Sample(.invalid, "section: {}\n"),
      Sample(.invalid, "accountable_does_work: yes\n"),
      Sample(.invalid, "accountable_does_work: 'true'\n"),
      Sample(.invalid, "sections: [a]\n"), Sample(.invalid, "sections: {a: [x]}\n"),
      Sample(.invalid, "sections: {a: {rows: {}}}\n"),
      Sample(.invalid, "sections: {a: {raci: {provider: X1}}}\n"),
      Sample(.invalidBeyondSchemas, "sections: {a: {raci: {provider: X}}}\n"),
      Sample(.invalid, "sections: {a: {raci: {provider: RR}}}\n"),
      Sample(.invalid, "sections: {a: {raci: {provider: r}}}\n"),
      Sample(.invalid, "sections: {a: {raci: {provider: R A}}}\n"),
      Sample(.invalid, "sections: {a: {raci: {provider: [R]}}}\n"),
      Sample(.invalid, "sections: {a: {raci: {provider: }}}\n"),
      Sample(.invalid, "sections: {a: {raci: [provider]}}\n"),
      Sample(.invalid, "sections: {a: {responsibilities: [x]}}\n"),
      Sample(.invalid, "sections: {a: {responsibilities: {x y: {}}}}\n"),
      Sample(.invalid, "sections: {a: {responsibilities: {책임: {}}}}\n"),
      Sample(.invalid, row("R")), Sample(.invalid, row("{letters: {}}")),
      Sample(.invalid, row("{evidence: [1]}")), Sample(.invalid, row("{evidence: {provider: 0}}")),
      Sample(.invalid, row("{evidence: {provider: -1}}")),
      Sample(.invalid, row("{evidence: {provider: 1.5}}")),
      Sample(.invalid, row("{evidence: {provider: '1'}}")),
      Sample(.invalid, row("{evidence: {provider: }}")),
      Sample(.invalidBeyondSchemas, "sections: {a: {raci: {nobody: A}}}\n"),
      Sample(.invalidBeyondSchemas, row("{evidence: {nobody: 1}}")),
      Sample(
        .invalidBeyondSchemas,
        "sections: {a: {responsibilities: {x: }}, b: {responsibilities: {x: }}}\n"),
    ]
  }()

  enum Format: String, Sendable, CaseIterable {
    case guide
    case locale
    case raci

    var samples: [Sample] {
      switch self {
      case .guide: guides
      case .locale: locales
      case .raci: racis
      }
    }

    /// The keys that the loader knows at the top.
    var keys: [String] {
      switch self {
      case .guide: GuideSettings.keys
      case .locale: LocaleSettings.keys
      case .raci: RaciFile.keys
      }
    }

    var schema: URL { Project.templates.appending(path: "schemas/\(rawValue).schema.json") }

    func findings(in text: String) -> [Diagnostic] {
      let file = SourceFile(path: "\(rawValue).yml", bytes: Array(text.utf8))
      let parties = ["provider", "customer"]
      return switch self {
      case .guide: GuideSettings.load(file).1
      case .locale: LocaleSettings.load(file, locale: "de", parties: parties).diagnostics
      case .raci: RaciFile.load(file, key: "roles", parties: parties, letters: .raci).diagnostics
      }
    }
  }

  @Test(arguments: Format.allCases)
  func theSchemaRefusesWhatTheLoaderRefuses(format: Format) throws {
    let folder = try TemporaryFolder()
    var instances: [URL] = []
    for (number, sample) in format.samples.enumerated() {
      try folder.write(sample.text, to: "\(number).yml")
      instances.append(folder.file("\(number).yml"))
    }
    let refused = Set(try JSONSchema(format.schema).violations(in: instances).map(\.file))
    for (number, sample) in format.samples.enumerated() {
      let findings = format.findings(in: sample.text)
      #expect(
        findings.containsError == (sample.verdict != .valid),
        "the loader says \(findings.map(\.text)) to:\n\(sample.text)")
      #expect(
        refused.contains("\(number).yml") == (sample.verdict == .invalid),
        "the schema is wrong about:\n\(sample.text)")
    }
  }

  @Test(arguments: Format.allCases)
  func theSchemaNamesTheKeysOfTheLoader(format: Format) throws {
    let schema = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: format.schema))
    guard case .object(let properties) = schema["properties"] else {
      Issue.record("\(format.schema.path) has no properties")
      return
    }
    #expect(properties.keys.sorted() == format.keys.sorted())
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test func theSchemaNamesTheRulesThatAGuideMayWeigh() throws {
    let schema = try JSONDecoder().decode(
      JSONValue.self, from: Data(contentsOf: Format.guide.schema))
    let names = schema["properties"]["severities"]["propertyNames"]["enum"]
    #expect(names == .array(DiagnosticID.weighable.map { .string($0.rawValue) }))
  }

  @Test func theBundledGuideIsValid() throws {
    let contents = try FolderContents(of: Project.content)
    for format in Format.allCases {
      let paths = contents.paths.filter { path in
        switch format {
        case .guide: path == "guide.yml"
        case .locale: path.hasSuffix("/locale.yml")
        case .raci: path.hasPrefix("raci/")
        }
      }
      try #require(!paths.isEmpty)
      let violations = try JSONSchema(format.schema).violations(
        in: paths.map { Project.content.appending(path: $0) })
      #expect(violations.map(\.description) == [])
    }
  }
}
