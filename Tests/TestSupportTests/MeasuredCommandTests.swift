import Foundation
import TestSupport
import Testing

@Suite struct MeasuredCommandTests {
  private let shell = URL(fileURLWithPath: "/bin/sh")

  private func run(_ script: String, guardSeconds: Double = 60) throws -> MeasuredCommand {
    let folder = try TemporaryFolder(files: [:])
    return try MeasuredCommand(shell, ["-c", script], in: folder.url, guardSeconds: guardSeconds)
  }

  @Test func memoryIsThatOfTheProgramAlone() throws {
    let size = 200 << 20
    let held = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4_096)
    defer { held.deallocate() }
    memset(held, 1, size)
    #expect(try run("exit 3").peakMemory < 50 << 20)
    #expect(try run("head -c 100M /dev/zero | tail -c 100M | wc -c").peakMemory >= 100 << 20)
  }

  @Test func endIsThatOfTheProgram() throws {
    let left = try run("echo out; echo err >&2; exit 3")
    #expect((left.status, left.signal) == (3, nil))
    #expect(left.said == "out\nerr\n")
    let killed = try run("kill -SEGV $$")
    #expect((killed.status, killed.signal) == (128 + SIGSEGV, SIGSEGV))
    let endless = try run("while :; do :; done", guardSeconds: 0.1)
    #expect(endless.signal == SIGKILL)
  }
}
