import TestSupport

extension BuiltSite {
  /// The facts of a locale's matrix.
  func matrix(of locale: String) throws -> MatrixFacts {
    try MatrixFacts(of: locale, in: folder)
  }
}
