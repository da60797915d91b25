import Base
import Guide
import Mustache

/// A form in which a guide, or one of its documents, is one file to read and to print.
public enum BookFormat: String, Sendable, CaseIterable {
  case html
  case docx

  /// Whether the bytes are text that a terminal can show.
  public var isText: Bool { self == .html }
}

extension Site {
  /// Past this many documents, the page to print is only written on request.
  static let mostDocumentsInBook = 100
  /// Past this many rows, the page to print is only written on request.
  static let mostRowsInBook = 1_000
  /// The styles of a book that is not part of a site.
  private static let bookStyles = ["site_css", "document_css", "print_css", "guide_style_css"]

  /// Whether the site's page to print has the whole guide on it.
  var makesBook: Bool {
    options.makesAllExports
      || (guide.documents.count <= Self.mostDocumentsInBook
        && matrix.rows.count <= Self.mostRowsInBook)
  }

  /// The page of a locale that has the whole guide on it, to print.
  func bookPage(_ locale: Int) throws -> [UInt8] {
    let address = paths.url(paths.book(locale))
    let book = Book(self, locale: locale, page: address)
    var context = layout(
      .book, locale, title: guide.locales[locale].strings["print_book"],
      description: guide.locales[locale].description)
    context.append("book", .object(makesBook ? try book.fields() : book.emptyFields))
    return try render("print", context, on: address, capacity: makesBook ? book.capacity : 0)
  }

  /// A guide, or one of its documents, as one file that needs no other.
  ///
  /// - Parameters:
  ///   - locale: the locale's index.
  ///   - document: the document's index; nil for the whole guide.
  ///   - files: the reader of pictures.
  /// - Throws: `TemplateError` if a template cannot be rendered, `FileError` if the disk does not
  ///   give a document back, `CompressionError` past 4 GB.
  public func book(
    _ format: BookFormat, locale: Int, document: Int?, files: BookFiles
  ) throws -> [UInt8] {
    let book = Book(self, locale: locale, document: document, page: nil, files: files)
    let html = try page(of: book)
    switch format {
    case .html: return html
    case .docx:
      let here = guide.locales[locale]
      let date = options.date ?? "1970-01-01"
      let facts = WordDocument.Facts(
        title: book.title, head: (here.title, here.strings.date(date)), language: here.tag,
        isRightToLeft: here.direction == .rightToLeft, date: date)
      return try WordDocument(html, facts).bytes()
    }
  }

  /// How many documents and rows the book of a document, or of the whole guide, has.
  public func sizeOfBook(locale: Int, document: Int?) -> (documents: Int, rows: Int) {
    let book = Book(self, locale: locale, document: document, page: nil)
    return (book.documents.count, book.rows.count)
  }

  private func page(of book: Book) throws -> [UInt8] {
    let here = guide.locales[book.locale]
    let title =
      book.document == nil
      ? here.title
      : here.strings.filled("page_title_pattern", ["page": book.title, "guide": here.title])
    let logoAddress = logo.flatMap { name in
      asset(named: name).flatMap { BookFiles.address(of: name, $0) }
    }
    let context = Fields(
      [
        ("page_title", .text(title)), ("book", .object(try book.fields())),
        ("style", .html(bookStyle)), ("logo", logoAddress.map { .address($0) } ?? .null),
      ], sharing: contexts[book.locale].layout)
    return try render("book-page", context, on: nil, capacity: book.capacity)
  }

  /// The bytes of a shared file.
  private func asset(named name: String) -> [UInt8]? {
    assets.assets.first { $0.path == "assets/" + name }?.bytes
  }

  /// The styles of a book as the content of an element, which none of them ends.
  private var bookStyle: [UInt8] {
    var output: [UInt8] = []
    for key in Self.bookStyles {
      let path = assets.keys.first { $0.key == key }?.path
      guard let file = assets.assets.first(where: { $0.path == path }) else { continue }
      for byte in file.bytes {
        // An end tag would end the element; a backslash before a slash means the slash to CSS.
        if byte == UInt8(ascii: "/"), output.last == UInt8(ascii: "<") {
          output.append(UInt8(ascii: "\\"))
        }
        output.append(byte)
      }
    }
    return output
  }
}
