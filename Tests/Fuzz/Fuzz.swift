import FuzzTargets
import Glibc

/// The stage that `ROLEBOOK_FUZZ_TARGET` names.
private let target: FuzzTarget = {
  let name = getenv("ROLEBOOK_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fputs("ROLEBOOK_FUZZ_TARGET names no target\n", stderr)
    exit(2)
  }
  return target
}()

/// What libFuzzer calls with one input after the other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
