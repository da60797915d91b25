import Guide

/// The shades of a guide's own accent color, for light and for dark pages.
struct AccentShades {
  /// The ground of pages in `site.css`, for light and for dark pages.
  private static let grounds = (
    light: WebColor(red: 255, green: 255, blue: 255), dark: WebColor(red: 16, green: 23, blue: 26)
  )
  /// The lightest of the backgrounds that dark pages have text on, `--raised` in `site.css`.
  private static let raised = WebColor(red: 27, green: 39, blue: 43)
  /// The contrast of text in the accent color on dark backgrounds.
  private static let contrastOnDark = 6.0

  let color: WebColor

  /// The rules that override those of `site.css`.
  var styles: String {
    let (white, ground) = Self.grounds
    var dark = color
    for share in stride(from: 0, through: 100, by: 5) {
      dark = color.mixed(with: white, share)
      if dark.contrast(with: Self.raised) >= Self.contrastOnDark { break }
    }
    let black = WebColor(red: 0, green: 0, blue: 0)
    let on = color.contrast(with: white) >= Presentation.leastContrast ? white : ground
    let pairs = [
      ("accent", color, dark),
      ("accent-strong", color.mixed(with: black, 25), dark.mixed(with: white, 40)),
      ("accent-tint", white.mixed(with: color, 12), ground.mixed(with: dark, 18)),
      ("on-accent", on, ground),
      ("row-hover", white.mixed(with: color, 6), ground.mixed(with: dark, 8)),
    ]
    let lines = pairs.map { "  --\($0): light-dark(\($1.text), \($2.text));\n" }.joined()
    let hover = "  --hover: light-dark(\(Self.veil(color, 7)), \(Self.veil(dark, 8)));\n"
    return "\n:root {\n\(lines)\(hover)}\n"
  }

  private static func veil(_ color: WebColor, _ percent: Int) -> String {
    "rgb(\(color.red) \(color.green) \(color.blue) / \(percent)%)"
  }
}
