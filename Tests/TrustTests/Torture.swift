import Foundation

/// How long the long tests run: short in CI, long in `make torture`.
enum Torture {
  /// Whether `make torture` runs, which measures and prints.
  static let isFull = ProcessInfo.processInfo.environment["ROLEBOOK_TORTURE"] != nil

  /// How often something is tried: the variable's value, else a number for CI and one for the
  /// torture.
  static func count(_ variable: String, ci: Int, torture: Int) -> Int {
    let chosen = ProcessInfo.processInfo.environment[variable].flatMap(Int.init)
    return chosen ?? (isFull ? torture : ci)
  }

  /// Prints a line of figures at once, in the torture alone.
  static func figure(_ text: String) {
    guard isFull else { return }
    print("torture: \(text)")
    fflush(nil)
  }
}
