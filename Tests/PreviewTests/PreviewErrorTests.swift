import Preview
import Testing

@Suite struct PreviewErrorTests {
  @Test(arguments: [
    (
      PreviewError.portInUse(8642), "another program listens at port 8642 already",
      "name another port: --port 8643, or any free one: --port 0"
    ),
    (
      .portInUse(65_535), "another program listens at port 65535 already",
      "name another port: --port 8642, or any free one: --port 0"
    ),
    (
      .portNotPermitted(80), "port 80 is not permitted to you",
      "let the system choose a port: --port 0"
    ),
    (
      .cannotListen(port: 8642, reason: "Cannot assign requested address"),
      "cannot listen at port 8642: Cannot assign requested address",
      "let the system choose a port: --port 0"
    ),
  ])
  func `an error says what to type next`(error: PreviewError, problem: String, remedy: String) {
    #expect(error.errorDescription == problem)
    #expect(error.recoverySuggestion == remedy)
  }
}
