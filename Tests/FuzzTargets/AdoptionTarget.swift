import Adoption
import Base
import Glibc
import Guide

/// A whole folder made of bytes, which becomes a guide.
///
/// Files are divided by record separators; a file's first line is its path.
enum AdoptionTarget {
  static func run(_ bytes: [UInt8]) {
    guard let folder = ScratchFolder() else { return }
    defer { folder.remove() }
    for file in EditTargets.parts(bytes) { folder.write(file) }
    let root = folder.path
    let result = waiting { () async -> Adoption.Result? in
      let loose = try? await LooseFiles.read(
        [AdoptedRoot(path: root, locale: nil)],
        .init(language: "en-US", source: nil, sheet: nil), jobs: 1)
      guard let loose, !loose.documents.isEmpty else { return nil }
      let options = Adoption.Options(
        tableWords: ["en": ["party": "Party", "role_r": "Responsible"]])
      return try? await Adoption(loose.documents, source: nil, options).result(jobs: 1)
    }
    for file in result?.files ?? [] { check(file) }
  }

  /// A guide can be made of the written files.
  private static func check(_ file: Adoption.File) {
    precondition(!file.path.hasPrefix("/"), "a file leaves the guide")
    precondition(!file.path.split(separator: "/").contains(".."), "a file leaves the guide")
    guard file.path.hasSuffix(".yml") else { return }
    let (_, findings) = YAMLParser.parse(file.bytes, path: file.path)
    precondition(!findings.contains { $0.id == .yamlInvalid }, "a text breaks \(file.path)")
  }

  /// The result of a task, awaited by a thread that runs no tasks.
  private static func waiting<Value: Sendable>(
    _ body: @escaping @Sendable () async -> Value?
  ) -> Value? {
    let answer = Answer<Value>()
    Task.detached {
      answer.value = await body()
      sem_post(answer.signal)
    }
    while sem_wait(answer.signal) != 0 {}
    return answer.value
  }

  /// A value that one thread writes before it posts, and another reads after it waited.
  private final class Answer<Value>: @unchecked Sendable {
    var value: Value?
    let signal = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() { sem_init(signal, 0, 0) }

    deinit {
      sem_destroy(signal)
      signal.deallocate()
    }
  }
}
