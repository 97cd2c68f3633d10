import NIOCore
import NIOHTTP1

/// Answers the requests of one connection.
///
/// A class, because SwiftNIO keeps the state of a connection in one.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let site: PreviewedSite
  private var head: HTTPRequestHead?

  init(site: PreviewedSite) {
    self.site = site
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    // Nothing that is answered has a use for a body.
    case .body: break
    case .end:
      guard let head else { return }
      self.head = nil
      write(site.answer(to: PreviewRequest(head)), to: head, context: context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func write(
    _ answer: Answer, to request: HTTPRequestHead, context: ChannelHandlerContext
  ) {
    let keepsOpen = request.isKeepAlive
    var headers = HTTPHeaders()
    headers.add(name: "Content-Type", value: answer.contentType)
    headers.add(name: "Content-Length", value: String(answer.body.count))
    for header in Answer.everyHeader + answer.headers {
      headers.add(name: header.name, value: header.text)
    }
    headers.add(name: "Connection", value: keepsOpen ? "keep-alive" : "close")
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD {
      let body = context.channel.allocator.buffer(bytes: answer.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    let written = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if !keepsOpen {
      let channel = context.channel
      written.whenComplete { _ in channel.close(promise: nil) }
    }
  }
}

extension PreviewRequest {
  fileprivate init(_ head: HTTPRequestHead) {
    self.init(method: head.method.rawValue, target: head.uri, hosts: head.headers["host"])
  }
}
