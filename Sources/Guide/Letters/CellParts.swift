/// Divides the text of a cell at its parentheses.
enum CellParts {
  /// The text outside parentheses and the texts in them.
  static func divided(_ text: String) -> (outer: String, remarks: [String]) {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: isOpening) else { return (text, []) }
    var outer = String.UnicodeScalarView()
    var remarks: [String] = []
    var current = String.UnicodeScalarView()
    var depth = 0
    func add() {
      let remark = LetterForms.withoutSelectors(String(current))
      if !remark.isEmpty { remarks.append(remark) }
      current = String.UnicodeScalarView()
    }
    for scalar in scalars {
      if isOpening(scalar) {
        if depth == 0 { outer.append(" ") } else { current.append(scalar) }
        depth += 1
      } else if isClosing(scalar), depth > 0 {
        depth -= 1
        if depth > 0 { current.append(scalar) } else { add() }
      } else if depth > 0 {
        current.append(scalar)
      } else {
        outer.append(scalar)
      }
    }
    add()
    return (LetterForms.withoutSelectors(String(outer)), remarks)
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "（", "［", "【", "〔": true
    default: false
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "]", "）", "］", "】", "〕": true
    default: false
    }
  }
}
