import Foundation

/// The instructions that a program takes: the same at every run, whatever else the machine does.
public enum InstructionCount {
  /// A program whose instructions were not counted.
  public struct NotCounted: Error, CustomStringConvertible {
    /// The counter's result.
    public let description: String
  }

  /// Runs a program with that folder as its working folder, and counts by valgrind.
  public static func of(
    _ executable: URL, _ arguments: [String], in folder: URL
  ) throws -> Int {
    let counter = URL(filePath: "/usr/bin/valgrind")
    let options = ["--tool=callgrind", "--callgrind-out-file=/dev/null", executable.path]
    let said = try run(counter, options + arguments, in: folder).errors
    guard let count = said.firstMatch(of: /Collected : (\d+)/).flatMap({ Int($0.1) }) else {
      throw NotCounted(description: "valgrind: \(said.suffix(500))")
    }
    return count
  }
}
