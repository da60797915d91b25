// Exports writes the matrix for other programs. In: `MatrixTable`, one locale's matrix with all its
// texts and addresses. Out: the bytes of CSV, JSON, Markdown or XLSX. Nothing is looked up here, so
// all formats have the same rows under the same ids.

import Guide

/// The matrix as readers of one locale meet it.
public struct MatrixTable: Sendable {
  /// A column.
  public struct Party: Sendable {
    let id: String
    let name: String
    let url: String

    /// Describes a party.
    public init(id: String, name: String, url: String) {
      self.id = id
      self.name = name
      self.url = url
    }
  }

  /// Rows under one heading of one document.
  public struct Section: Sendable {
    let id: String
    let title: String
    let document: String
    let documentTitle: String
    let rows: MadeList<Row>

    /// Describes a section.
    ///
    /// - Parameters:
    ///   - id: the anchor of its heading.
    ///   - document: the document's key.
    public init(
      id: String, title: String, document: String, documentTitle: String, rows: MadeList<Row>
    ) {
      self.id = id
      self.title = title
      self.document = document
      self.documentTitle = documentTitle
      self.rows = rows
    }
  }

  /// A responsibility.
  public struct Row: Sendable {
    let id: String
    let title: String
    let url: String?
    let state: TranslationState
    let review: ReviewLedger.State?
    let cells: [Cell?]

    /// Describes a responsibility.
    ///
    /// - Parameters:
    ///   - url: the address of its text; nil if no locale has it.
    ///   - review: how far it is approved; nil in a guide that nobody approves.
    ///   - cells: one for each party; nil if the party has no letter.
    public init(
      id: String, title: String, url: String?, state: TranslationState,
      review: ReviewLedger.State? = nil, cells: [Cell?]
    ) {
      self.review = review
      self.id = id
      self.title = title
      self.url = url
      self.state = state
      self.cells = cells
    }
  }

  /// Letters of one party.
  public struct Cell: Sendable {
    let letters: LetterSet
    let origin: Matrix.Origin
    let evidence: String?
    let remark: String?

    /// Describes letters.
    ///
    /// - Parameters:
    ///   - evidence: the address of the clause that proves them.
    ///   - remark: the condition beside them.
    public init(
      letters: LetterSet, origin: Matrix.Origin, evidence: String?, remark: String? = nil
    ) {
      self.remark = remark
      self.letters = letters
      self.origin = origin
      self.evidence = evidence
    }
  }

  let locale: Locale
  let letters: LetterScheme
  let siteURL: String?
  let parties: [Party]
  let sections: MadeList<Section>
  /// Whether rows say how far they are approved.
  let hasReviews: Bool

  /// Puts a matrix together.
  ///
  /// - Parameters:
  ///   - letters: the letters of the guide.
  ///   - siteURL: the origin that comes before URLs if readers are not on the site.
  public init(
    locale: Locale, letters: LetterScheme, siteURL: String?, parties: [Party],
    sections: MadeList<Section>, hasReviews: Bool = false
  ) {
    self.hasReviews = hasReviews
    self.locale = locale
    self.letters = letters
    self.siteURL = siteURL
    self.parties = parties
    self.sections = sections
  }

  /// The same matrix, its rows made now and kept.
  var kept: MatrixTable {
    MatrixTable(
      locale: locale, letters: letters, siteURL: siteURL, parties: parties,
      sections: sections.kept { section in
        Section(
          id: section.id, title: section.title, document: section.document,
          documentTitle: section.documentTitle, rows: section.rows.kept { $0 })
      }, hasReviews: hasReviews)
  }

  /// The heads of the columns that come before the parties' ones.
  var leadingHeads: [String] {
    ["ID"] + ["document", "section", "responsibility"].map { locale.strings[$0] }
  }

  /// The heads of the columns that come behind the parties' ones.
  var trailingHeads: [String] {
    (hasReviews ? [locale.strings["reviews_title"]] : []) + [locale.strings["state"], "URL"]
  }

  /// The texts of those columns but for the address.
  func trailingTexts(_ row: Row) -> [String] {
    let review = row.review.map { locale.strings[$0.word] } ?? ""
    return (hasReviews ? [review] : []) + [stateName(row)]
  }

  /// The word for a row's state.
  func stateName(_ row: Row) -> String { locale.strings["state_\(row.state.rawValue)"] }

  /// A row's address for readers who are not on the site; empty if it has none.
  func absoluteURL(_ row: Row) -> String { row.url.map { (siteURL ?? "") + $0 } ?? "" }
}
