import TestSupport
import Testing

@Suite struct HelpTests {
  @Test func helpIsPrinted() throws {
    let result = try run(try Project.executable(), ["--help"])
    #expect(result.status == 0)
  }
}
