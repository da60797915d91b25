import CXlsxWriter
import Glibc

/// The reason why there is no spreadsheet.
public struct WorkbookError: Error, CustomStringConvertible {
  let reason: String
  /// The failure in one line.
  public var description: String { "cannot make the spreadsheet: \(reason)" }
}

/// A spreadsheet in the making, by libxlsxwriter.
///
/// The library only writes to files. They have no name from the moment they are open, so nothing
/// stays behind, even if the process crashes.
final class Workbook {
  /// 1 January 2000, so that the bytes do not tell when they were made.
  private static let created: time_t = 946_684_800
  /// How many bytes are free if there is ample room; a workbook takes a tenth of them.
  private static let leastRoom: UInt = 256 << 20

  private static let memory = "/dev/shm"

  private var book: UnsafeMutablePointer<lxw_workbook>?
  /// The folder that keeps the parts until the workbook ends.
  private let folder: String
  private let descriptor: Int32
  /// Few enough to look through.
  private var formats: [(style: CellStyle, format: UnsafeMutablePointer<lxw_format>)] = []

  /// Starts a workbook.
  ///
  /// - Parameter isLarge: whether rows leave memory once the next one begins; cells then have to
  ///   come row by row.
  init(title: String, isLarge: Bool) throws(WorkbookError) {
    let folder = Self.temporaryFolder(isLarge: isLarge)
    self.folder = folder
    descriptor = try Self.namelessFile(in: folder)
    var options = lxw_workbook_options()
    options.constant_memory = isLarge ? 1 : 0
    options.use_zip64 = isLarge ? 1 : 0
    let path = "/proc/self/fd/\(descriptor)"
    let started = folder.withCString { folder in
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
    guard let book = started else { throw WorkbookError(reason: "out of memory") }
    self.book = book
    var properties = lxw_doc_properties()
    properties.created = Self.created
    let error = cellText(title).withCString { title in
      properties.title = UnsafeMutablePointer(mutating: title)
      return workbook_set_properties(book, &properties)
    }
    try check(error)
  }

  deinit {
    if let book { lxw_workbook_free(book) }
    close(descriptor)
  }

  /// The folder for temporary files.
  ///
  /// The parts of a workbook are many, so that a disk would cost more time than all of their
  /// content. Memory must have ample room for them, which that of a container has not.
  private static func temporaryFolder(isLarge: Bool) -> String {
    if let folder = getenv("TMPDIR") { return String(cString: folder) }
    guard !isLarge, access(memory, W_OK | X_OK) == 0, hasAmpleRoom(in: memory) else {
      return "/tmp"
    }
    return memory
  }

  private static func hasAmpleRoom(in folder: String) -> Bool {
    var room = statvfs()
    return statvfs(folder, &room) == 0 && room.f_bavail * room.f_frsize > leastRoom
  }

  private static func namelessFile(in folder: String) throws(WorkbookError) -> Int32 {
    var path = Array((folder + "/rolebook-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw systemError("no temporary file in '\(folder)'") }
    unlink(path)
    return descriptor
  }

  private static func systemError(_ what: String) -> WorkbookError {
    WorkbookError(reason: "\(what): \(String(cString: strerror(errno)))")
  }

  /// The system's errors if a file takes no bytes.
  private static let writeErrors = [EDQUOT, EFBIG, EIO, ENOSPC]

  /// Calls the library, which does not check whether its temporary files take all that it writes:
  /// the system's last error shows it.
  fileprivate func check(_ call: @autoclosure () -> lxw_error) throws(WorkbookError) {
    errno = 0
    let error = call()
    guard !Self.writeErrors.contains(errno) else {
      throw Self.systemError("a temporary file cannot be written")
    }
    guard error != LXW_NO_ERROR else { return }
    throw WorkbookError(reason: String(cString: lxw_strerror(error)))
  }

  /// Adds a sheet, whose name must be one of `SheetNames`.
  func addSheet(_ name: String) throws(WorkbookError) -> Sheet {
    guard let book, let sheet = workbook_add_worksheet(book, name) else {
      throw WorkbookError(reason: "no sheet '\(name)'")
    }
    return Sheet(self, sheet)
  }

  /// Ends the workbook, to which nothing can be added then.
  func bytes() throws(WorkbookError) -> [UInt8] {
    guard let book else { throw WorkbookError(reason: "it is done already") }
    self.book = nil
    try check(workbook_close(book))
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { throw Self.systemError("its file has no length") }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: filled), size - filled, filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Self.systemError("its file cannot be read") }
      filled += count
    }
    // The memory with temporary files can be full as well as a disk. The library's errors report
    // it, but not always.
    let isSafe = Self.hasAmpleRoom(in: folder) && !WorkbookParts.mayLackBlocks(in: bytes)
    guard isSafe || WorkbookParts.areWhole(in: bytes) else {
      throw WorkbookError(reason: "a temporary file lost data")
    }
    return bytes
  }

  fileprivate func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats.first(where: { $0.style == style }) { return known.format }
    guard let book, let format = workbook_add_format(book) else { return nil }
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if style.isCentered { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    if style.wraps { format_set_text_wrap(format) }
    if style.isLink { format_set_hyperlink(format) }
    if !style.isLocked { format_set_unlocked(format) }
    if let fill = style.fill { format_set_bg_color(format, fill.value) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    formats.append((style, format))
    return format
  }
}

/// A sheet of a workbook.
///
/// Rows and columns count from 0.
final class Sheet {
  private let workbook: Workbook
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private var linkCount = 0

  fileprivate init(_ workbook: Workbook, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    self.workbook = workbook
    self.sheet = sheet
  }

  /// Writes text; never a formula, no matter how it begins.
  func write(
    _ text: String, row: Int, column: Int, _ style: CellStyle
  ) throws(WorkbookError) {
    let format = workbook.format(style)
    try workbook.check(
      cellText(text).withCString {
        worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), $0, format)
      })
  }

  /// Writes a hyperlink, or its text if Excel would not accept a link.
  func writeLink(_ url: String, row: Int, column: Int) throws(WorkbookError) {
    guard url.utf8.count <= SpreadsheetLimit.url, linkCount < SpreadsheetLimit.links else {
      return try write(url, row: row, column: column, CellStyle())
    }
    linkCount += 1
    try workbook.check(
      worksheet_write_url(
        sheet, lxw_row_t(row), lxw_col_t(column), url, workbook.format(.link)))
  }

  /// Sets how many digits a column is wide, and how its empty cells look.
  func setWidth(
    _ width: Int, column: Int, _ style: CellStyle = CellStyle()
  ) throws(WorkbookError) {
    try workbook.check(
      worksheet_set_column(
        sheet, lxw_col_t(column), lxw_col_t(column), Double(width),
        workbook.format(style)))
  }

  /// Keeps the first rows and columns in sight, and repeats the first row on paper.
  func freeze(rows: Int, columns: Int) throws(WorkbookError) {
    worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
    try workbook.check(worksheet_repeat_rows(sheet, 0, lxw_row_t(rows - 1)))
  }

  /// Lets readers choose rows by the values in the columns, from row 0 on.
  func filter(lastRow: Int, lastColumn: Int) throws(WorkbookError) {
    try workbook.check(
      worksheet_autofilter(sheet, 0, 0, lxw_row_t(lastRow), lxw_col_t(lastColumn)))
  }

  /// Fills cells that contain a letter; of several such rules for a cell, the first counts.
  func fill(
    _ color: CellStyle.Color, where letter: String, rows: Range<Int>, columns: Range<Int>
  ) throws(WorkbookError) {
    let format = workbook.format(CellStyle(fill: color))
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
    rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING.rawValue)
    rule.format = format
    rule.stop_if_true = 1
    let error = letter.withCString { letter in
      rule.value_string = UnsafeMutablePointer(mutating: letter)
      return worksheet_conditional_format_range(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
        lxw_row_t(rows.upperBound - 1), lxw_col_t(columns.upperBound - 1), &rule)
    }
    try workbook.check(error)
  }

  /// Offers texts for cells; another text is questioned, not refused.
  func offer(_ texts: [String], rows: Range<Int>, columns: Range<Int>) throws(WorkbookError) {
    var words = texts.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let error = words.withUnsafeMutableBufferPointer { words in
      var rule = lxw_data_validation()
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
      rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      rule.value_list = words.baseAddress
      return worksheet_data_validation_range(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
        lxw_row_t(rows.upperBound - 1), lxw_col_t(columns.upperBound - 1), &rule)
    }
    try workbook.check(error)
  }

  /// Protects locked cells, without a password; all else can be changed.
  func protect() {
    var options = lxw_protection()
    options.format_cells = 1
    options.format_columns = 1
    options.format_rows = 1
    options.insert_columns = 1
    options.insert_rows = 1
    options.delete_columns = 1
    options.sort = 1
    options.autofilter = 1
    worksheet_protect(sheet, nil, &options)
  }

  /// Leaves the sheet out of sight.
  func hide() { worksheet_hide(sheet) }

  /// Puts the first column to the right.
  func readFromRightToLeft() { worksheet_right_to_left(sheet) }

  /// Prints all columns on a page's width, A4 across.
  func printAcross() {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
  }
}

/// The library that writes workbooks.
public enum WorkbookLibrary {
  /// The version that is loaded.
  public static var version: String { String(cString: lxw_version()) }
}
