import Guide

extension Site {
  /// The texts of all pages, as the search indices have them, for a comparison with an older guide.
  ///
  /// They are at the addresses of the site on a server, also for a site that is opened from a disk.
  ///
  /// - Throws: `FileError` if a document's texts cannot be read back from the disk.
  public func texts() throws -> GuideTexts {
    let site = online
    var locales: [String: GuideTexts.Page] = [:]
    for (locale, facts) in guide.locales.enumerated() {
      let home = site.paths.url(site.paths.home(locale))
      var page: GuideTexts.Page = []
      for document in guide.documents.indices
      where guide.documents[document].versions[locale] != nil {
        guard let indexed = IndexedDocument(site, document: document, locale: locale) else {
          continue
        }
        page += try indexed.entries().map { entry in
          (
            url: home + entry.url.dropFirst(3),
            text: GuideTexts.Text(title: entry.title, text: entry.text)
          )
        }
      }
      locales[facts.tag] = page
    }
    return GuideTexts(locales)
  }
}
