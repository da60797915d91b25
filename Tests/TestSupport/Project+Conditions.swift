import Testing

extension Trait where Self == ConditionTrait {
  /// Skips a test, and says why, where the acceptance material is not beside the checkout.
  public static var needsShared: Self {
    .enabled(if: Project.shared != nil, "needs ../shared")
  }
}
