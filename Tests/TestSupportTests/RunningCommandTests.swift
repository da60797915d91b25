import Foundation
import TestSupport
import Testing

@Suite struct RunningCommandTests {
  private let shell = URL(filePath: "/bin/sh")

  @Test func keepsTheStreamsApartAndTheStatus() throws {
    let result = try run(shell, ["-c", "echo said; echo complained >&2; exit 3"])
    #expect(result.output == "said\n")
    #expect(result.errors == "complained\n")
    #expect(result.status == 3)
  }

  @Test func moreThanAPipeHoldsDoesNotBlock() throws {
    let result = try run(shell, ["-c", "head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2"])
    #expect(result.output.utf8.count == 1_000_000)
    #expect(result.errors.utf8.count == 1_000_000)
  }

  @Test func theFolderAndTheVariablesArrive() throws {
    let folder = try TemporaryFolder()
    let result = try run(
      shell, ["-c", "pwd; echo \"$WORD\" \"${HOME-none}\""], in: folder.url,
      environment: ["WORD": "value", "HOME": nil])
    #expect(result.output == "\(folder.url.path)\nvalue none\n")
  }

  @Test func aSignalCountsFrom128() throws {
    let command = try RunningCommand(shell, ["-c", "echo ready at 12; exec sleep 60"])
    #expect(try command.waitForOutput(/at (\d+)/) == "12")
    command.send(signal: SIGTERM)
    #expect(try command.waitForEnd().status == 128 + SIGTERM)
  }

  @Test func waitingInVainThrows() throws {
    let command = try RunningCommand(shell, ["-c", "echo something; exec sleep 60"])
    #expect(throws: RunningCommand.TimedOut.self) { try command.waitForEnd(seconds: 1) }
    let ended = try RunningCommand(shell, ["-c", "echo something"])
    #expect(throws: RunningCommand.TimedOut.self) { try ended.waitForOutput(/(never)/) }
  }

  @Test func aCommandEndsWithItsOwner() throws {
    var command: RunningCommand? = try RunningCommand(shell, ["-c", "exec sleep 60"])
    let process = try #require(command?.processIdentifier)
    #expect(kill(process, 0) == 0)
    command = nil
    let limit = Date(timeIntervalSinceNow: 5)
    while kill(process, 0) == 0, Date() < limit { Thread.sleep(forTimeInterval: 0.01) }
    #expect(kill(process, 0) != 0)
  }

  /// Foundation's `Process` crashes with so many descriptors open.
  @Test func neitherGetsDescriptorsNorKeepsThem() throws {
    let folder = try TemporaryFolder(files: ["file": ""])
    let file = folder.file("file").path
    let held = (0..<2_000).map { _ in open(file, O_RDONLY | O_CLOEXEC) }
    defer { for descriptor in held { close(descriptor) } }
    // The fourth is the list that is read; what another test opens in that very moment may be there.
    for _ in 0..<100 {
      let result = try run(shell, ["-c", "cd /proc/$$/fd && echo *"])
      #expect(result.output.hasPrefix("0 1 2 "))
      #expect(result.output.split(separator: " ").count < 20)
    }
    let own = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    let ofCommands = own.filter { name in
      let target = try? FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/fd/\(name)")
      return target?.hasSuffix("/output") == true
    }
    #expect(ofCommands == [])
  }
}
