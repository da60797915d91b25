/// How much of anything a guide may contain, so that no file uses up a machine's time or memory.
///
/// The defaults are far above the counts of any guide that people read; `limits` in `guide.yml`
/// changes them. With the defaults each file costs at most seconds, with any content.
public struct InputLimits: Sendable, Equatable {
  /// The greatest size in bytes of a Markdown file.
  public var fileBytes = 16 << 20
  /// The greatest size in bytes of a YAML file.
  public var yamlBytes = 3_000_000
  /// The greatest size in bytes of an image or another file that documents lead to.
  public var assetBytes = 64 << 20
  /// How many files and folders the content folder may contain.
  public var files = 250_000
  /// The greatest length in bytes of a line of a document.
  public var lineBytes = 200_000
  /// How many characters of a document may be markup: brackets, stars, pipes, line
  /// ends, signs at a line's beginning.
  public var marks = 1_000_000
  /// How many quotations and list items may be nested in each other.
  public var nesting = 50
  /// How many columns a table may have.
  public var columns = 1_000
  /// How many cells the tables of a document may have.
  public var cells = 250_000
  /// How many images may begin in one paragraph, heading or cell.
  public var images = 500
  /// How many locales a guide may have.
  public var locales = 2_000
  /// How many parties a guide may have.
  public var parties = 200

  /// How many times the defaults a guide may ask for unless the command line allows more.
  public static let usualFactor = 10

  /// The limits that apply if `guide.yml` sets no others.
  public init() {}

  /// The limits by the names that `guide.yml` knows them by.
  public static var names: [(name: String, limit: WritableKeyPath<InputLimits, Int> & Sendable)] {
    [
      ("file_bytes", \.fileBytes), ("yaml_bytes", \.yamlBytes), ("asset_bytes", \.assetBytes),
      ("files", \.files),
      ("line_bytes", \.lineBytes), ("marks", \.marks), ("nesting", \.nesting),
      ("columns", \.columns),
      ("cells", \.cells), ("images", \.images), ("locales", \.locales), ("parties", \.parties),
    ]
  }
}
