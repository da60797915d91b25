import Testing

@testable import Site

/// Modules as functions of classic scripts.
@Suite struct ClassicScriptTests {
  private func text(_ script: String) -> String {
    String(decoding: ClassicScript(Array(script.utf8)).definition(named: "a.js"), as: UTF8.self)
  }

  @Test(arguments: [
    ("import \"./b.js\";", "rolebook.load(\"b.js\");"),
    ("import { x, y as z } from \"./b.js\";", "const { x, y: z } = rolebook.load(\"b.js\");"),
    ("import {\n  x,\n  y,\n} from './b.js';", "const { x, y } = rolebook.load(\"b.js\");"),
    ("import d from \"./b.js\";", "const d = rolebook.load(\"b.js\").default;"),
    ("import * as all from \"./b.js\";", "const all = rolebook.load(\"b.js\");"),
    ("export function f() {}", "f: { get: () => f, enumerable: true }"),
    ("export async function f() {}", "f: { get: () => f, enumerable: true }"),
    ("export const f = 1;", "\nconst f = 1;"),
    ("export class F {}", "F: { get: () => F, enumerable: true }"),
    ("const a = 1; export { a as b };", "b: { get: () => a, enumerable: true }"),
    (
      "export { x } from \"./b.js\";",
      "x: { get: () => rolebook.load(\"b.js\").x, enumerable: true }"
    ),
    ("export default f;", "default: { get: () => exported, enumerable: true }"),
    ("f(import(\"./b.js\"));", "f(importModule(\"b.js\"));"),
    ("x = import.meta.url;", "x = importMeta.url;"),
  ])
  func statementsOfModulesAreRewritten(script: String, expected: String) {
    #expect(text(script).contains(expected), "\(text(script))")
  }

  @Test(arguments: [
    "x = \"import { a } from './b.js'\";", "// import { a } from \"./b.js\";\n",
    "/* export const a = 1; */", "x = `import ${`export ${1}`} import`;", "x = /import \"[/\"]/;",
    "x.import(1);", "x = { import: 1, export: 2 };", "important(); exporter();",
    "y = a / b / import_;",
  ])
  func otherTextsStay(script: String) {
    #expect(text(script).contains(script), "\(text(script))")
  }

  @Test func referencesAreFound() {
    let script =
      "import { a } from \"./b.js\";\nif (a) import(\"./c.js\");\nexport * from \"./d.js\";"
    #expect(ClassicScript(Array(script.utf8)).references == ["b.js", "c.js", "d.js"])
  }

  @Test func templatesLoadClassicScripts() {
    let page = OfflineTemplate(
      Array(
        "<script type=\"module\" src=\"{{assets.site_js}}\"></script><script src=\"x\"></script>"
          .utf8))
    #expect(page.modules == ["site_js"])
    #expect(
      String(decoding: page.bytes, as: UTF8.self)
        == "<script defer src=\"{{assets.site_js}}\"></script><script src=\"x\"></script>")
  }

  @Test func textsOfFilesAreWhole() {
    let script = OfflineScripts.script(of: Array("a'b\\c\n\r</script>é".utf8), next: ["x.json"])
    #expect(
      String(decoding: script, as: UTF8.self)
        == "rolebook.file('a\\'b\\\\c\\n\\r</script>é',[\"x.json\"]);\n")
  }
}
