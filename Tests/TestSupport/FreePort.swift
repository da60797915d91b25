/// Finds a port of 127.0.0.1 on which nothing listens.
public func freePort() throws -> Int {
  let socket = try Socket.listening()
  defer { socket.shutDown() }
  return try socket.port()
}
