import TestSupport
import Testing

/// Whoever goes through a page by the Tab key sees where they are, in the order of the text.
@Suite(.serialized) struct FocusTests {
  private let site: BuiltSite

  init() throws {
    site = try BuiltSite()
  }

  /// The defects of the element that has the focus; empty if there are none.
  private static let complaint = """
    const element = document.activeElement;
    if (element === document.body) return 'end';
    const problems = [];
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const isMarked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
    if (!isMarked && boxShadow === 'none') problems.push('shows no focus');
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    if (width < 1 || height < 1) problems.push('has no size');
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) {
      problems.push('is out of sight');
    } else {
      const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
        (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
      const over = document.elementFromPoint(x, y);
      const label = element.labels?.[0];
      if (over && !element.contains(over) && !over.contains(element) && !label?.contains(over)) {
        problems.push('is covered by ' + over.outerHTML.slice(0, 60));
      }
    }
    const last = window.lastFocused;
    if (last && !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      problems.push('comes before the last one');
    }
    window.lastFocused = element;
    return problems.length ? element.outerHTML.slice(0, 100) + ': ' + problems.join(', ') : '';
    """

  @Test(arguments: ["en-US", "ar-SA"], [1440, 390])
  func theFocusIsSeenAndInOrder(_ locale: String, width: Int) throws {
    let browser = try Browser(.init(languages: [locale]))
    for kind in PageKind.allCases {
      try browser.resize(width: width, height: 800, isMobile: width < 500)
      try browser.emulate(["prefers-reduced-motion": "reduce"])
      try browser.visit(site.server.url(kind.path(in: locale)))
      var stops = 0
      while stops < 400 {
        try browser.press(Key.tab)
        let complaint = try browser.evaluate(Self.complaint, as: String.self)
        if complaint == "end" { break }
        #expect(complaint == "", "\(kind) in \(locale), stop \(stops)")
        stops += 1
      }
      #expect((3..<400).contains(stops), "\(kind) in \(locale)")
    }
  }

  @Test func whoWantsNoMotionGetsNone() throws {
    let browser = try Browser()
    try browser.emulate(["prefers-reduced-motion": "reduce"])
    for kind in PageKind.allCases {
      try browser.visit(site.server.url(kind.path(in: "en-US")))
      let moving = try browser.evaluate(
        """
        const lasts = (list) => list.split(',').some((part) => parseFloat(part) > 0.001);
        return [...document.querySelectorAll('*')].filter((element) => {
          const style = getComputedStyle(element);
          return (style.animationName !== 'none' && lasts(style.animationDuration))
            || lasts(style.transitionDuration) || style.scrollBehavior === 'smooth';
        }).map((element) => element.outerHTML.slice(0, 80))
        """, as: [String].self)
      #expect(moving == [], "\(kind)")
    }
  }

  /// If a reader's own colors are forced, a letter's shape still shows its kind.
  @Test func forcedColorsKeepLettersApart() throws {
    let browser = try Browser()
    try browser.emulate(["forced-colors": "active"])
    try browser.visit(site.server.url("/en-US/matrix/"))
    let looks = try browser.evaluate(
      """
      return ['r', 'a', 'c', 'i'].map((key) => {
        const chip = document.querySelector(`.matrix tbody .chip-${key}`);
        const { backgroundColor, color, borderStyle, borderWidth, borderRadius } =
          getComputedStyle(chip);
        return [backgroundColor, color, borderStyle, borderWidth, borderRadius].join(' ');
      })
      """, as: [String].self)
    #expect(Set(looks).count == 4, "\(looks)")
  }
}
