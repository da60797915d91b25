import Foundation
import TestSupport
import Testing

@testable import Adoption

/// Tables that people keep in spreadsheets become Markdown.
@Suite struct SheetDocumentTests {
  private func markdown(_ text: String, _ name: String = "plan.csv") throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    let read = try SheetDocument.read(folder.file(name).path, sheet: nil)
    return String(decoding: read.markdown, as: UTF8.self)
  }

  @Test func aPlainTableIsATable() throws {
    #expect(
      try markdown("Task;Lead;Desk\nDisks;A;R\n\"a | b\nc\";R;\n")
        == """
        # plan

        | Task | Lead | Desk |
        | --- | --- | --- |
        | Disks | A | R |
        | a \\| b<br>c | R |  |

        """)
  }

  @Test func areasAreCarriedDown() throws {
    #expect(
      try markdown(
        "Team plan\n\nArea,Task,Lead\nDisks,Order,A\n,Copy,R\nDesk,Call,R\n\nR,Responsible\n")
          == """
          # Team plan

          ## Disks

          | Task | Lead |
          | --- | --- |
          | Order | A |
          | Copy | R |

          ## Desk

          | Task | Lead |
          | --- | --- |
          | Call | R |

          - R: Responsible

          """)
  }

  /// Names beside marks below heads that are letters stay with the tasks.
  @Test func tasksOfPeopleAreNotAreas() throws {
    let text = try markdown("Task,Name,R,A\nDisks,Kim,x,\n,Lou,,x\nDesk,Max,x,x\n")
    #expect(text.contains("| Disks | Kim | x |  |\n|  | Lou |  | x |\n| Desk | Max | x | x |"))
  }

  @Test func rowsWithATitleAloneAreSections() throws {
    let text = try markdown("Task,Lead,Desk\nBefore\nOrder,A,R\nAfter,,\nReport,R,A\n")
    #expect(text.contains("## Before\n\n| Task | Lead | Desk |"))
    #expect(
      text.contains("## After\n\n| Task | Lead | Desk |\n| --- | --- | --- |\n| Report | R | A |"))
  }

  @Test func headsMayHaveTwoRows() throws {
    let text = try markdown("Task,Business,,IT,\n,Sponsor,Lead,Dev,Ops\nOrder,A,R,C,I\n")
    #expect(text.contains("| Task | Sponsor | Lead | Dev | Ops |"))
    let letters = try markdown("Task,Lead,,Desk,\n,R,A,R,A\nOrder,x,x,,\nCall,,,x,\n")
    #expect(letters.contains("| Task | Lead | Desk |"))
    #expect(letters.contains("| Order | R/A |  |\n| Call |  | R |"))
  }

  /// Dates, remarks, and legends above a table are not heads.
  @Test(arguments: [
    "Plan,,,\nVersion,1.2,,\n\n", "R,Responsible,,\nA,Accountable,,\n\n", "R,Does it,A,Answers\n\n",
    "R = does it,A = answers for it,,\n\n", "Plan,,,\nOwner:,Kim,,\nDate:,May 1,,\n",
  ])
  func linesAboveATableAreText(above: String) throws {
    let text = try markdown(above + "Task,Lead,Desk,Shop\nDisks,A,R,\nCall,R,A,I\n")
    #expect(
      text.contains("\n\n| Task | Lead | Desk | Shop |\n| --- | --- | --- | --- |\n| Disks |"))
    for word in above.split(whereSeparator: { ",=\n".contains($0) }) {
      #expect(text.contains(word.trimmingPrefix(" ")), "\(word)")
    }
  }

  /// Each table of a sheet has its own heads, and the title above them.
  @Test(arguments: ["Task,Lead,Desk,Shop", "Step,Crew,Guests,Kim"])
  func tablesBelowEachOtherAreDivided(second: String) throws {
    let text = try markdown(
      "First\nTask,Lead,Desk,Shop\nDisks,A,R,\nCall,R,A,I\n\nSecond,,,\n\(second)\nPack,A,,R\n")
    let heads = second.replacing(",", with: " | ")
    #expect(
      text == """
        # First

        | Task | Lead | Desk | Shop |
        | --- | --- | --- | --- |
        | Disks | A | R |  |
        | Call | R | A | I |

        ## Second

        | \(heads) |
        | --- | --- | --- | --- |
        | Pack | A |  | R |

        """)
  }

  /// A text in another encoding is read only in languages that it can be in.
  @Test(arguments: [("de", true), ("ja", false), ("ru", false), ("pl", false)])
  func otherEncodingsAreReadInWesternLanguages(language: String, isRead: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Data("Task,Crew,Shop\nFl\u{FC}r,A,R\n".unicodeScalars.map { UInt8($0.value) }), to: "a.csv")
    let path = folder.file("a.csv").path
    if isRead {
      #expect(try !SheetDocument.read(path, sheet: nil, language: language).notes.isEmpty)
    } else {
      #expect(throws: SheetDocument.Failure.self) {
        try SheetDocument.read(path, sheet: nil, language: language)
      }
    }
  }
}
