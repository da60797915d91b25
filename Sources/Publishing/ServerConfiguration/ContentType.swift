/// The types of a site's files, by the ends of their names.
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
    ContentType("7z", "application/x-7z-compressed"),
    ContentType("apng", "image/apng"),
    ContentType("bmp", "image/bmp"),
    ContentType("doc", "application/msword"),
    ContentType("epub", "application/epub+zip"),
    ContentType("heic", "image/heic"),
    ContentType("ics", "text/calendar"),
    ContentType("jfif", "image/jpeg"),
    ContentType("m4a", "audio/mp4"),
    ContentType("m4v", "video/mp4"),
    ContentType("mov", "video/quicktime"),
    ContentType("mp3", "audio/mpeg"),
    ContentType("odg", "application/vnd.oasis.opendocument.graphics"),
    ContentType("odp", "application/vnd.oasis.opendocument.presentation"),
    ContentType("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ContentType("odt", "application/vnd.oasis.opendocument.text"),
    ContentType("oga", "audio/ogg"),
    ContentType("ogg", "audio/ogg"),
    ContentType("ogv", "video/ogg"),
    ContentType("opus", "audio/ogg"),
    ContentType("ppt", "application/vnd.ms-powerpoint"),
    ContentType("rtf", "application/rtf"),
    ContentType("tif", "image/tiff"),
    ContentType("tiff", "image/tiff"),
    ContentType("vsdx", "application/vnd.ms-visio.drawing"),
    ContentType("wav", "audio/wav"),
    ContentType("weba", "audio/webm"),
    ContentType("webm", "video/webm"),
    ContentType("xls", "application/vnd.ms-excel"),
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
