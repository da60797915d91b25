import Testing

@testable import Guide

/// The forms of what a party's contact has.
@Suite struct ContactTests {
  @Test(arguments: [
    "desk@example.com", "a.b+c@x-y.example", "o'brien@example.org", "desk@intranet", "1@2.3",
    "büro@münchen.example", "사용자@예시.한국", "a/b=c@example.com",
  ]) func anAddressIsTaken(mail: String) { #expect(ContactForm.isMail(mail)) }

  @Test(arguments: [
    "", "desk", "@example.com", "desk@", "a@b@c", "mailto:a@b.c", "a b@c.d", "a@b c", ".a@b.c",
    "a.@b.c",
    "a..b@c.d", "a@-b.c", "a@b-.c", "a@b..c", "a@b.c.", "\"x\"@b.c", "<a@b.c>", "a,b@c.d",
    "a@b.c?cc=d",
    "a\u{202E}@b.c", "a\u{200B}@b.c", "a\n@b.c", "a@b.c\nBcc: d@e.f", "javascript:x@b.c",
    String(repeating: "a", count: 65) + "@b.c",
  ]) func whatIsNoAddressIsRefused(mail: String) { #expect(!ContactForm.isMail(mail)) }

  @Test(arguments: [
    ("+49 30 901820", "tel:+4930901820"), ("+1 (555) 010-9999", "tel:+15550109999"),
    ("+49 (0)30 12-34", "tel:+49301234"), ("0800/123 456", "tel:0800123456"), ("4711", "tel:4711"),
    ("112", "tel:112"), ("+46 8-123 45 67", "tel:+4681234567"), ("030.12.34", "tel:0301234"),
    ("+1 555 0100 ext. 12", "tel:+15550100;ext=12"), ("555 0100 x3", "tel:5550100;ext=3"),
    ("030 1234 Durchwahl 5", "tel:0301234;ext=5"), ("+82\u{A0}2\u{2011}123", "tel:+822123"),
    ("٠٣٠١٢٣٤", "tel:0301234"),
  ]) func aNumberIsDialed(text: String, address: String) {
    #expect(ContactForm.telephone(text) == address)
  }

  @Test(arguments: [
    "", "1", "call me", "+", "tel:+4930", "+49 30 x", "12 ext", "*100*1#;x", "0900-FLOWERS",
    "1;phone-context=evil", "1,2", "+49\n30", String(repeating: "1", count: 41),
    "123456789012345678901",
  ]) func whatIsNoNumberIsRefused(text: String) { #expect(ContactForm.telephone(text) == nil) }

  @Test(arguments: [
    "https://desk.example", "http://intranet:8080/x?y=z#a", "HTTPS://EXAMPLE.com/ä",
    "https://例え.jp/",
    "https://[::1]/",
  ]) func anAddressOfTheWebIsTaken(url: String) { #expect(ContactForm.isURL(url)) }

  @Test(arguments: [
    "", "desk.example", "javascript:alert(1)", "JavaScript://x/%0aalert(1)", "data:text/html,x",
    "//desk.example", "https://", "https:///x", "https://a b", "https://a\"b", "https://a<b",
    "ftp://a.b", "mailto:a@b.c", "https://user@evil.example", "https://a\u{202E}b", " https://a.b",
    "https://a\nb", "https:\\\\a.b", "vbscript:x", "file:///etc/passwd",
  ]) func whatLeadsElsewhereIsRefused(url: String) { #expect(!ContactForm.isURL(url)) }
}
