import FuzzTargets
import Glibc

/// A program's arguments as C has them.
public typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer as a function: the package manager leaves it no main of its own.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments?>,
  _ feed: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The stage that `ROLEBOOK_FUZZ_TARGET` names.
private let target: FuzzTarget = {
  let name = getenv("ROLEBOOK_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    print("ROLEBOOK_FUZZ_TARGET names no target")
    exit(2)
  }
  return target
}()

/// The function that libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// The program's entry point, by the name that the package manager gives it.
@_cdecl("Fuzz_main")
public func fuzzMain(_ count: CInt, _ arguments: Arguments?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments) { fuzzOneInput($0, $1) }
}
