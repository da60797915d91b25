import Base
import Testing

@testable import Markdown

/// Tables of letters in code, and tables of reStructuredText, are reported.
@Suite struct CodeTableTests {
  private static let csv = "Task,Crew,Shop\nPaint,A,R\nClean,R,A\n"
  private static let pipes =
    "| Task | Crew | Shop |\n| --- | --- | --- |\n| Paint | A/R | C |\n| Clean | R | A |\n"

  @Test(arguments: [
    "```csv\n\(csv)```\n", "```tsv\n\(csv.replacing(",", with: "\t"))```\n",
    "```csv\n\(csv.replacing(",", with: ";"))```\n", "```\n\(pipes)```\n",
    "```text\nTask   Crew  Shop\nPaint  A     R\nClean  R     A, C\n```\n",
    "```csv\nTask,Crew,Shop\r\nPaint,\"A\",\"R\"\r\nClean,\"R\",\"A\"\r\n```\n",
    "    Paint  A  R\n    Clean  R  A\n",
    "```{list-table} RACI\n:header-rows: 1\n\n* - Task\n  - Crew\n```\n",
    "```{csv-table} RACI\nPaint, Crew\n```\n",
    "```{eval-rst}\n.. list-table::\n\n   * - Task\n     - Crew\n```\n",
    ".. list-table:: RACI\n   :header-rows: 1\n\n   * - Task\n     - Crew\n",
    ".. csv-table:: RACI\n   :header: Task, Crew\n\n   Paint, A\n",
  ])
  func tablesInCodeAreReported(markdown: String) throws {
    let parsed = try Parsed("Text.\n\n" + markdown)
    let found = parsed.diagnostics.filter { $0.id == .tableAsText }
    #expect(found.map(\.location.line) == [3])
  }

  /// Other code is only code.
  @Test(arguments: [
    "```csv\nName,Size\nWall,3\nYard,4\n```\n", "```swift\nlet a = [R, A]\nlet b = [A, R]\n```\n",
    "```\nls -R -A\ncd A\n```\n", "```csv\nTask,Crew,Shop\nPaint,A,R\n```\n",
    "```yaml\nR: A\nA: R\n```\n", "```{note}\nA, R\nR, A\n```\n",
    "A sentence about\n.. list-table:: and more.\n", "```markdown\n\(pipes)```\n",
    "..\n", ".. note:: Text\n",
  ])
  func otherCodeIsNotReported(markdown: String) throws {
    let parsed = try Parsed("Text.\n\n" + markdown)
    #expect(parsed.diagnostics.filter { $0.id == .tableAsText }.map(\.text) == [])
  }
}
