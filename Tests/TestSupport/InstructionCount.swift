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
    let options = ["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    let counted = try RunningCommand(counter, options + [executable.path] + arguments, in: folder)
    // A counted run takes a hundred times as long as others, and longer beside other tests.
    let said = try counted.waitForEnd(seconds: 1800).errors
    guard let digits = said.firstMatch(of: /I +refs: +([0-9,]+)/)?.1,
      let count = Int(digits.replacing(",", with: ""))
    else { throw NotCounted(description: "valgrind: \(said.suffix(500))") }
    return count
  }
}
