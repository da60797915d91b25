import TestSupport
import Testing

/// Comparisons take work in proportion to the size, not to its square.
///
/// Work is counted in instructions, since those do not depend on what else the machine does.
@Suite(.serialized) struct GrowthTests {
  /// The smallest size; the others are twice and four times as large.
  private static let size = 500
  /// How much the second step up may cost for each instruction of the first.
  ///
  /// It adds twice as much. Work in proportion comes to 2, its square to 4.
  private static let most = 2.6

  /// Expects the arguments' run to take work in proportion to the size of the files.
  private func expectProportion(
    _ name: String, _ arguments: [String], _ files: (_ count: Int) -> [String: String]
  ) throws {
    let counts = try [1, 2, 4].map { factor in
      let guide = try HostileGuide(files(factor * Self.size))
      return try InstructionCount.of(
        try Project.executable(), arguments, in: guide.folder.url)
    }
    // Two runs of the same differ by some thousandths, which must not pass for growth.
    let step = max(counts[1] - counts[0], counts[0] / 50)
    let growth = Double(counts[2] - counts[1]) / Double(step)
    Torture.figure("growth \(growth) of \(name): \(counts.map { $0 / 1_000_000 }) M")
    #expect(growth < Self.most, "\(name): \(counts)")
  }

  @Test(arguments: Torture.isFull ? HostileCombination.all : HostileCombination.few)
  func buildsOfFilesThatDoNotFit(_ combination: HostileCombination) throws {
    try expectProportion(combination.testDescription, ["build", "--jobs", "1"], combination.files)
  }

  @Test(arguments: Torture.isFull ? HostileCommand.all : HostileCommand.few)
  func commandsOnHostileFiles(_ command: HostileCommand) throws {
    let hasJobs = ["approve", "build", "check", "export", "import"].contains(
      command.arguments.first)
    try expectProportion(
      command.testDescription, command.arguments + (hasJobs ? ["--jobs", "1"] : []), command.files)
  }

  @Test(arguments: Torture.isFull ? HostileTable.all : HostileTable.few)
  func aByteOfATableCostsLittle(_ table: HostileTable) throws {
    let sizes = Torture.isFull ? [100_000, 300_000] : [10_000, 30_000]
    let guides = sizes.map { table.files(byteCount: $0) }
    let counts = try guides.map { files in
      let guide = try HostileGuide(files)
      return try InstructionCount.of(
        try Project.executable(), ["check", "--jobs", "1"], in: guide.folder.url)
    }
    let bytes = guides.map { $0.values.reduce(0) { $0 + $1.utf8.count } }
    let cost = (counts[1] - counts[0]) / (bytes[1] - bytes[0])
    Torture.figure("\(cost) instructions for a byte of \(table.testDescription)")
    #expect(cost <= table.mostForByte, "\(table.testDescription): \(counts)")
  }

  @Test(arguments: Torture.isFull ? HostileIndex.pairsOfMany : [HostileIndex.pairsOfMany[1]])
  func comparisons(old: String, new: String) throws {
    try expectProportion("\(old), \(new)", ["diff", old, new]) { count in
      HostileIndex.manyOfEach(count)
    }
  }
}
