import Base
import Guide

extension TemplateLibrary {
  /// The languages that findings can be printed in, in addition to English.
  ///
  /// - Throws: `FileError` if a folder cannot be read.
  public func messageLanguages() throws -> [String] {
    try files(in: "messages", ending: ".yml").map { stem($0.name) }
  }

  /// The messages of findings in a language, or in the nearest one that has a file; nil if none has.
  ///
  /// - Parameter diagnostics: takes the problems of the file.
  /// - Throws: `FileError` if the file cannot be read.
  public func messages(
    in language: String, _ diagnostics: inout [Diagnostic]
  ) throws -> MessageCatalog? {
    for tag in LanguageTag.chain(of: language) {
      if tag == "en" { return nil }
      guard let (path, bytes) = try file("messages/\(tag).yml") else { continue }
      let file = SourceFile(path: path, bytes: bytes)
      return MessageCatalog(file, tag: tag, diagnostics: &diagnostics)
    }
    return nil
  }

  /// The language that pages show findings in: the page's own if it has messages, else English.
  ///
  /// `rolebook check --language` reports the problems of the file.
  public func pageMessages(in language: String) -> any MessageLanguage {
    var ignored: [Diagnostic] = []
    let catalog = try? messages(in: language, &ignored)
    return catalog.flatMap { $0 } ?? EnglishMessages()
  }

  /// A file, from the first folder that has it.
  private func file(_ name: String) throws -> (path: String, bytes: [UInt8])? {
    for folder in folders where try isRegularFile(folder + "/" + name) {
      return (folder + "/" + name, try bytes(of: folder + "/" + name))
    }
    return nil
  }
}
