/// A `guide.json` as no site writes it.
enum HostileIndex {
  /// One without rows.
  static let plain = text([])

  /// One of those rows and languages, with more members behind them.
  static func text(_ rows: [String], locales: [String] = ["en-US"], more: String = "") -> String {
    let tags = locales.map { "{\"tag\":\"\($0)\"}" }.joined(separator: ",")
    return #"{"source_locale":"en-US","locales":[\#(tags)],"responsibilities":["#
      + rows.joined(separator: ",") + "]\(more)}"
  }

  /// A row of those assignments, whose page would run.
  static func row(_ id: String, _ assignments: String = "", title: String = "t") -> String {
    #"{"id":"\#(id)","document":"d","locales":{"en-US":{"title":"\#(title)","#
      + #""url":"javascript:fired()","state":"current"}},"assignments":{\#(assignments)}}"#
  }

  /// Files with many rows, parties and languages, which would cost their product where each was
  /// compared with all.
  static func manyOfEach(_ count: Int) -> [String: String] {
    func parties(_ name: String) -> String {
      (0..<count).map { "\"\(name)\($0)\":{\"letters\":\"RA\"}" }.joined(separator: ",")
    }
    let tags = (0..<count / 10).map { "l-\($0)" }
    return [
      "old.json": text([row("a", parties("p"))]), "new.json": text([row("a", parties("q"))]),
      "rows.json": text((0..<count).map { row("r\($0)") }, locales: ["en-US"] + tags),
      "plain.json": plain,
      "titles.json": text((0..<count).map { row("r\($0)", title: "task \($0)") }),
      "renamed.json": text((0..<count).map { row("s\($0)", title: "task \($0)") }),
      "reversed.json": text((0..<count).reversed().map { row("r\($0)", title: "task \($0)") }),
      "alike.json": text((0..<count).map { row("s\($0)") }),
    ]
  }

  /// Which of those files are worth comparing.
  static let pairsOfMany = [
    (old: "old.json", new: "new.json"), (old: "rows.json", new: "rows.json"),
    (old: "rows.json", new: "plain.json"), (old: "plain.json", new: "rows.json"),
    (old: "titles.json", new: "renamed.json"), (old: "titles.json", new: "reversed.json"),
    (old: "rows.json", new: "alike.json"),
  ]
}
