import AsyncHTTPClient
import NIOHTTP1

extension HTTPClientRequest {
  init(_ request: HTTPRequest) throws(TransportError) {
    self.init(url: request.url)
    method = HTTPMethod(rawValue: request.method.rawValue)
    for (name, value) in request.headers {
      guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
        throw .unprintableHeader(name)
      }
      headers.add(name: name, value: value)
    }
    if !request.body.isEmpty { body = .bytes(request.body) }
  }
}
