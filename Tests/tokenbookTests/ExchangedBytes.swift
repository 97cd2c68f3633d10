import Foundation
import Testing

/// Sends bytes to a server of this machine as they are, and reads until it closes; URLSession would
/// tidy an address up before it asks.
func exchanged(atPort port: UInt16, _ request: String) throws -> String {
  let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(connection) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let isConnected = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
  try #require(isConnected)
  let handle = FileHandle(fileDescriptor: connection)
  try handle.write(contentsOf: Data(request.utf8))
  return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
}
