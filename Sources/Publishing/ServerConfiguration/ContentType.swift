/// The types of the files that a site holds, by how their names end.
struct ContentType {
  let ending: String
  let type: String
  /// Whether it is text, which has a compressed form beside it.
  let isText: Bool

  private init(_ ending: String, _ type: String, isText: Bool = false) {
    self.ending = ending
    self.type = type
    self.isText = isText
  }

  static let page = ContentType("html", "text/html; charset=utf-8", isText: true)

  /// All of them, pages first.
  static let all: [ContentType] =
    [
      page,
      ContentType("atom", "application/atom+xml; charset=utf-8", isText: true),
      ContentType("css", "text/css; charset=utf-8", isText: true),
      ContentType("csv", "text/csv; charset=utf-8", isText: true),
      ContentType("js", "text/javascript; charset=utf-8", isText: true),
      ContentType("json", "application/json", isText: true),
      ContentType("md", "text/markdown; charset=utf-8", isText: true),
      ContentType("svg", "image/svg+xml", isText: true),
      ContentType("txt", "text/plain; charset=utf-8", isText: true),
      ContentType("xml", "application/xml; charset=utf-8", isText: true),
    ] + binary

  private static let binary: [ContentType] = [
    ContentType("avif", "image/avif"),
    ContentType("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ContentType("gif", "image/gif"),
    ContentType("ico", "image/x-icon"),
    ContentType("jpeg", "image/jpeg"),
    ContentType("jpg", "image/jpeg"),
    ContentType("mp4", "video/mp4"),
    ContentType("pdf", "application/pdf"),
    ContentType("png", "image/png"),
    ContentType(
      "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ContentType("webp", "image/webp"),
    ContentType("woff2", "font/woff2"),
    ContentType("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ContentType("zip", "application/zip"),
  ]

  /// The endings of text as alternatives of a regular expression.
  static let textEndings = all.filter(\.isText).map(\.ending).joined(separator: "|")
}
