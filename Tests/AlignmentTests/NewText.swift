/// Titles and sentences that no guide has, for rows and clauses that are added.
struct NewText {
  let titles: [String]
  let sentences: [String]

  /// The texts in a language.
  static func of(_ locale: String) -> NewText { all[String(locale.prefix(2))] ?? english }

  private static let english = NewText(
    titles: ["Spare keys", "Plant watering", "Bicycle cellar", "Lost property"],
    sentences: [
      "The caretaker keeps a second key for each door and hands it out against a signature.",
      "Whoever sits beside a plant waters it on Mondays.",
      "See [the list of rooms](../house/rooms.md) for what is locked at night.",
    ])

  private static let all = [
    "de": NewText(
      titles: ["Ersatzschlüssel", "Blumen gießen", "Fahrradkeller", "Fundsachen"],
      sentences: [
        "Der Hausmeister verwahrt zu jeder Tür einen zweiten Schlüssel und gibt ihn gegen "
          + "Unterschrift heraus.",
        "Wer neben einer Pflanze sitzt, gießt sie am Montag.",
        "Was nachts verschlossen ist, steht im [Raumverzeichnis](../house/rooms.md).",
      ]),
    "fr": NewText(
      titles: ["Clés de secours", "Arrosage des plantes", "Local à vélos", "Objets trouvés"],
      sentences: [
        "Le gardien conserve un double de chaque clé et le remet contre signature.",
        "La personne assise près d’une plante l’arrose le lundi.",
        "La [liste des salles](../house/rooms.md) indique ce qui est fermé la nuit.",
      ]),
    "sv": NewText(
      titles: ["Reservnycklar", "Vattning av växter", "Cykelkällaren", "Upphittat"],
      sentences: [
        "Vaktmästaren har en extra nyckel till varje dörr och lämnar ut den mot underskrift.",
        "Den som sitter bredvid en växt vattnar den på måndagar.",
        "Vad som är låst på natten står i [förteckningen över rum](../house/rooms.md).",
      ]),
    "ko": NewText(
      titles: ["여분의 열쇠", "화분 물 주기", "자전거 보관실", "분실물"],
      sentences: [
        "관리인은 문마다 열쇠를 하나씩 더 보관하고 서명을 받은 뒤 내어 줍니다.",
        "화분 옆에 앉은 사람이 월요일마다 물을 줍니다.",
        "밤에 잠그는 곳은 [방 목록](../house/rooms.md)에 있습니다.",
      ]),
    "zh": NewText(
      titles: ["备用钥匙", "浇花", "自行车库", "失物招领"],
      sentences: [
        "门卫为每扇门保管一把备用钥匙，签字后方可领取。",
        "坐在植物旁边的人每周一负责浇水。",
        "夜间上锁的地方见[房间一览](../house/rooms.md)。",
      ]),
  ]
}
