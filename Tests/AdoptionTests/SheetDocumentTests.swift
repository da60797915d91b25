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

  /// A text file in an encoding of Windows is read as one of the language, and the notes say so.
  @Test(arguments: [
    ("ja", "CP932", "作業,作業班,店舗"), ("zh", "GB18030", "任务,施工队,商店"),
    ("zh-TW", "BIG5", "任務,施工隊,商店"), ("zh-Hant-HK", "BIG5", "任務,施工隊,商店"),
    ("ko", "CP949", "업무,작업반,상점"), ("ru", "CP1251", "Задача,Бригада,Магазин"),
    ("uk-UA", "CP1251", "Завдання,Бригада,Крамниця"), ("pl", "CP1250", "Zadanie,Ludzie,Świetlica"),
    ("el", "CP1253", "Εργασία,Ομάδα,Μαγαζί"), ("tr", "CP1254", "Görev,Ekip,Mağaza"),
    ("he", "CP1255", "משימה,צוות,חנות"), ("ar", "CP1256", "المهمة,الفريق,المتجر"),
    ("lt", "CP1257", "Užduotis,Žmonės,Parduotuvė"), ("th", "CP874", "งาน,ทีมช่าง,ร้านค้า"),
    ("fr", "CP1252", "Tâche,Équipe,Magasin"),
  ])
  func encodingsAreThoseOfTheLanguage(language: String, encoding: String, heads: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(heads + "\n1,A,R\n2,R,A\n", to: "utf-8.csv")
    let path = folder.file("plan.csv").path
    let converted = try run(
      URL(filePath: "/usr/bin/iconv"),
      ["-f", "UTF-8", "-t", encoding, "-o", path, folder.file("utf-8.csv").path])
    #expect(converted.status == 0, "\(converted.errors)")
    let read = try SheetDocument.read(path, sheet: nil, language: language)
    let text = String(decoding: read.markdown, as: UTF8.self)
    #expect(text.contains("| " + heads.replacing(",", with: " | ") + " |"))
    #expect(read.notes.contains { $0.contains("not UTF-8, so it is read as") })
  }

  /// Heads of three rows, the upper ones over several columns.
  @Test func groupsOfGroupsAreNoParties() throws {
    let text = try markdown(
      "Task,All,All,All,All\nTask,Inside,Inside,Outside,Outside\nTask,Crew,Shop,Guests,Board\n"
        + "Paint,A,R,I,\nClean,R,A,C,I\n")
    #expect(text.contains("| Task | Crew | Shop | Guests | Board |\n| ---"))
    #expect(text.contains("| Paint | A | R | I |  |"))
  }

  /// Bytes that are in no encoding of the language are refused.
  @Test func brokenTextIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data([0x41, 0x2C, 0x42, 0x0A, 0xFF, 0xFF, 0x2C, 0x41]), to: "plan.csv")
    #expect(throws: SheetDocument.Failure.self) {
      try SheetDocument.read(folder.file("plan.csv").path, sheet: nil, language: "ja")
    }
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
  @Test(arguments: [("de", true), ("pl", true), ("ru", true), ("ja", false), ("ko", false)])
  func otherEncodingsAreReadIfTheLanguageHasThem(language: String, isRead: Bool) throws {
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
