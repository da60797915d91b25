import Foundation
import TestSupport
import Testing

/// Every command that reads others' files: an end without a signal, bounded memory, and time in
/// proportion to the size.
@Suite(.serialized) struct HostileCommandTests {
  /// How many seconds a processor may work for each million bytes, and for a run as such.
  private static let most = (ofMillion: 2.0, ofRun: 3.0)

  @Test(arguments: HostileCommand.all)
  func commandEndsWellAtAnySize(_ command: HostileCommand) throws {
    let count = Torture.count("ROLEBOOK_HOSTILE_ITEMS", ci: 500, torture: 20_000)
    let files = command.files(count)
    let guide = try HostileGuide(files)
    let result = try MeasuredCommand(
      try Project.executable(), command.arguments, in: guide.folder.url, guardSeconds: 300)
    let size = files.values.reduce(0) { $0 + $1.utf8.count }
    Torture.figure(
      "\(String(format: "%.2f", result.processorSeconds)) s of processors, "
        + "\(result.peakMemory >> 20) MiB, exit \(result.status): \(command.testDescription), "
        + "\(size >> 10) KiB")
    #expect(result.signal == nil, "\(result.said.suffix(500))")
    #expect(result.status <= 3, "\(result.said.suffix(500))")
    #expect(result.peakMemory <= HostileSizeTests.mostMemory)
    let allowed = Self.most.ofRun + Self.most.ofMillion * Double(size) / 1_000_000
    #expect(result.processorSeconds <= allowed, "\(size) bytes: \(result.said.suffix(300))")
  }
}
