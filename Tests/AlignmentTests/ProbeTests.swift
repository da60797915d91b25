import Documents
import Foundation
import TestSupport
import Testing
@testable import Alignment
@testable import Guide

@Suite struct ProbeTests {
  @Test func probe() throws {
    var groups: [[Document]] = []
    let seeds = try FolderContents(of: try #require(Project.shared).appending(path: "seeds"))
    groups.append(try seeds.paths.map { try TableText.parse(try #require(seeds.text($0)), $0) })
    let ours = try FolderContents(of: Project.content)
    groups.append(try ours.paths.filter { $0.hasSuffix("/roles-and-responsibilities.md") }.map { try TableText.parse(try #require(ours.text($0)), $0) })
    for docs in groups {
      var right: [Double] = [], wrong: [Double] = []
      for a in docs.indices { for b in docs.indices where a != b {
        func f(_ d: Document) -> [RowFeatures] {
          let secs = d.sectionAnchors(d.headings.indices.map(String.init), known: [])
          return d.rowFeatures(secs, of: secs, anchors: d.rows.map { _ in nil })
        }
        let (x, y) = (f(docs[a]), f(docs[b]))
        let scale = Scale(source: x, target: y, wordsOf: Array(x.indices), Array(y.indices))
        for i in x.indices { for j in y.indices {
          let e = scale.evidence(i, j)
          if i == j { right.append(e.total)
            if e.total < 0 { print(docs[a].path, docs[b].path, i, e) } } else if x[i].section == y[j].section { wrong.append(e.total) }
        } }
        for i in 0..<14 where x[i].section == x[i+1].section {
          let d = scale.evidence(i,i).total+scale.evidence(i+1,i+1).total-scale.evidence(i,i+1).total-scale.evidence(i+1,i).total
          if d < 2 { print("swap", docs[a].path.prefix(5), docs[b].path.prefix(5), i, d) }
        }
      } }
      right.sort(); wrong.sort()
      print("right", [0, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5].map { right[Int($0 * Double(right.count))] })
      print("wrong", [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99].map { wrong[Int($0 * Double(wrong.count))] })
    }
  }
}
