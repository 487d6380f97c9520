import FuzzTargets
import Glibc
import LibFuzzer

/// The way in that `FUZZ_TARGET` names.
///
/// It is in the environment, because libFuzzer starts this program again with the arguments that it knows.
enum Chosen {
  static let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError("FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return target
  }()
}

if CommandLine.arguments == [CommandLine.arguments[0], "--list"] {
  for target in FuzzTarget.allCases { print(target.rawValue) }
  exit(0)
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    do throws(BrokenLaw) {
      try Chosen.target.check(Array(UnsafeBufferPointer(start: data, count: size)))
    } catch {
      fatalError("\(Chosen.target.rawValue): \(error)")
    }
    return 0
  }
)
