import Foundation
import TestSupport
import Testing

/// The component definition is one to compliance-trestle, and says what the matrix says.
@Suite struct OSCALTests {
  @Test(arguments: ["en-US", "ko-KR", "ar-SA"])
  func trestleReadsIt(locale: String) throws {
    let guide = try ExchangedGuide.bundled()
    let export = try guide.rolebook(
      "export", "--format", "oscal", "--locale", locale, "--date", "2026-01-31", "--output",
      "component-definition.json")
    #expect(export.status == 0, "\(export.errors)")
    let script = """
      from pathlib import Path
      from trestle.oscal.component import ComponentDefinition
      definition = ComponentDefinition.oscal_read(Path("component-definition.json"))
      parties = {party.uuid: party.short_name for party in definition.metadata.parties}
      for component in definition.components:
          for control in component.control_implementations:
              for row in control.implemented_requirements:
                  if row.control_id != "user-support": continue
                  for role in row.responsible_roles:
                      print(role.role_id, *[parties[uuid] for uuid in role.party_uuids])
      """
    let result = try guide.tool("python", "-c", script)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == """
        responsible operations
        accountable provider
        consulted customer-it support-partner

        """, "\(result.errors)")
    let first = try guide.text("component-definition.json")
    try guide.rolebook(
      "export", "--format", "oscal", "--locale", locale, "--date", "2026-01-31", "--output",
      "component-definition.json")
    #expect(try guide.text("component-definition.json") == first)
  }
}
