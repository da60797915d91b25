import Foundation
import TestSupport
import Testing

/// A reader behind a web server never misses a page while sites are published.
@Suite struct ReaderTests {
  private static let reader = """
    import http.client, os, sys
    port, stop = int(sys.argv[1]), sys.argv[2]
    paths, faults, count = sys.argv[3:], [], 0
    while not os.path.exists(stop):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        for path in paths:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            count += 1
            if answer.status != 200: faults.append(f"{path} {answer.status}")
            elif not body.rstrip().endswith(b"</html>"): faults.append(f"{path} short")
        connection.close()
    print(count, *faults[:20])
    """

  @Test func noPageIsMissedDuringPublishes() throws {
    let versions = try SiteVersions()
    let folder = versions.folder
    let port = Int.random(in: 20_000...30_000)
    try folder.write(
      """
      daemon off; worker_processes 1; pid \(folder.file("nginx.pid").path); error_log stderr;
      events {}
      http { access_log off; server { listen 127.0.0.1:\(port); root \(folder.file("out/site").path); }
        client_body_temp_path \(folder.file("t1").path); proxy_temp_path \(folder.file("t2").path);
        fastcgi_temp_path \(folder.file("t3").path); uwsgi_temp_path \(folder.file("t4").path);
        scgi_temp_path \(folder.file("t5").path); }

      """, to: "nginx.conf")
    _ = try run(URL(filePath: "/bin/chmod"), ["-R", "a+rX", folder.url.path])
    let server = try RunningCommand(
      URL(filePath: "/usr/sbin/nginx"),
      ["-c", folder.file("nginx.conf").path, "-p", folder.url.path])
    defer { server.send(signal: SIGTERM) }
    Thread.sleep(forTimeInterval: 0.5)
    // Pages that are in both versions.
    let paths = [
      "/", "/en-US/", "/en-US/d0/", "/en-US/d1/", "/en-US/d2/", "/en-US/matrix/", "/status/",
    ]
    let stop = folder.file("stop").path
    let reader = try RunningCommand(
      URL(filePath: "/usr/bin/python3"), ["-c", Self.reader, "\(port)", stop] + paths)
    let count = Torture.count("ROLEBOOK_PUBLISHES", ci: 20, torture: 200)
    for number in 0..<count { #expect(try versions.publish(1 - number % 2).status == 0) }
    try folder.write("", to: "stop")
    let result = try reader.waitForEnd(seconds: 60)
    let words = result.output.split(separator: " ").map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let read = try #require(words.first.flatMap { Int($0) }, "\(result.errors)")
    #expect(read > count)
    #expect(words.dropFirst().joined(separator: " ") == "")
    Torture.figure(
      "\(read) pages read through nginx during \(count) publishes, none missed, none short")
  }
}
