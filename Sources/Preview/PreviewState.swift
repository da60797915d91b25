import Synchronization

/// The preview's state at a moment: the last site that could be built, and the problems that keep
/// a newer one from being built.
public final class PreviewState: Sendable {
  /// The preview at one time.
  public struct Moment: Sendable {
    var site: PreviewedSite?
    /// The reasons why the current files give no site; none if they do.
    var problems: [PreviewProblem] = []
    /// How many rebuilds there were, failed ones included.
    var version = 0
  }

  /// Starts without a site.
  public init() {}

  private let moment = Mutex(Moment())

  /// The preview as it is now.
  public var current: Moment { moment.withLock { $0 } }

  /// Shows a newer site.
  public func show(_ site: PreviewedSite) {
    moment.withLock {
      $0.site = site
      $0.problems = []
      $0.version += 1
    }
  }

  /// Keeps the site and says why.
  public func keepSite(because problems: [PreviewProblem]) {
    moment.withLock {
      $0.problems = problems
      $0.version += 1
    }
  }
}
