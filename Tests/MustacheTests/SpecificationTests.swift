import Mustache
import Testing

@Suite(.enabled(if: Specification.isPresent, Specification.absence))
struct SpecificationTests {
  @Test(arguments: Specification.cases)
  func rendersAsSpecified(example: Specification.Case) throws {
    var templates = [("main", example.content.template)]
    templates += (example.content.partials ?? [:]).map { ($0.key, $0.value) }
    let page = try render(templates, example.content.data.value, strict: false)
    #expect(page == example.content.expected)
  }

  @Test func noCaseIsLeftOut() {
    #expect(Specification.cases.count == 184)
  }
}
