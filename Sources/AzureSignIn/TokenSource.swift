/// Something that gets tokens for an audience, without keeping them.
protocol TokenSource: Sendable {
  /// Finds out, once, whether there is anything to ask.
  func prepare() async throws

  /// - Parameter redaction: What beside the source's own secrets must not be in an error.
  /// - Throws: ``SignInError``, or the transport's error for a service that is not reached.
  func token(for audience: String, hiding redaction: Redaction) async throws -> BearerToken
}

extension TokenSource {
  func prepare() async throws {}
}
