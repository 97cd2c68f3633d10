import Preview
import Testing

@Suite struct LoopbackHostTests {
  @Test(arguments: [
    "127.0.0.1", "127.0.0.1:8642", "localhost", "LocalHost:80", "[::1]", "[::1]:65535",
  ])
  func `the loopback is answered by any of its names and any port`(host: String) {
    #expect(namesLoopback(host: host))
  }

  @Test(arguments: [
    "", "evil.example", "evil.example:8642", "127.0.0.1.evil.example", "localhost.evil.example",
    "localhost.", "127.0.0.1@evil.example", "127.0.0.1:", "127.0.0.1:80x", "127.0.0.1:123456",
    "127.0.0.1:٨٠", "127.0.0.1:8642:1", "127.0.0.1 ", " 127.0.0.1", "127.0.0.2", "127.1", "0.0.0.0",
    "2130706433", "::1", "[::1", "[::]", "[::1%25eth0]", "localhost/", "http://localhost",
    "127.0.0.1,evil.example",
  ])
  func `every other name is somebody else's`(host: String) {
    #expect(!namesLoopback(host: host))
  }
}
