import Foundation
import Synchronization
import Testing

@testable import AzureSignIn

@Suite struct AzureCommandTests {
  private static let audience = "https://api.loganalytics.io"

  private static func token(_ outcome: CommandOutcome) async throws -> String {
    var surroundings = FakeService(.token()).surroundings()
    surroundings.run = { _ in outcome }
    return try await SignIn(.cli, [:], surroundings).token(for: audience)
  }

  @Test func `az is asked for a token for the audience`() async throws {
    let asked = Mutex<[[String]]>([])
    var surroundings = FakeService(.token()).surroundings()
    surroundings.run = { arguments in
      asked.withLock { $0.append(arguments) }
      return CommandOutcome(
        exitCode: 0, output: Array(#"{"accessToken":"a","expires_on":1795489200}"#.utf8),
        complaints: "")
    }
    let signIn = try SignIn(.cli, [:], surroundings)

    let tokens = [
      try await signIn.token(for: Self.audience), try await signIn.token(for: Self.audience),
    ]

    #expect(tokens == ["a", "a"])
    #expect(
      asked.withLock { $0 } == [
        [
          "az", "account", "get-access-token", "--output", "json", "--resource",
          "https://api.loganalytics.io",
        ]
      ])
  }

  @Test(
    arguments: [
      (127, "", "env: 'az': No such file", .noAzureCommand),
      (1, "", "ERROR: Please run 'az login' to setup account.", .signedOutOfAzureCommand),
      (
        3, "", "ERROR: boom\nat line 5",
        .azureCommandFailed(exitCode: 3, said: "ERROR: boom")
      ),
      (0, "[]", "", .noTokenFromAzureCommand),
    ] as [(Int32, String, String, SignInError)])
  func `a command that fails says how`(
    exitCode: Int32, output: String, complaints: String, error: SignInError
  ) async {
    await #expect(throws: error) {
      try await Self.token(
        CommandOutcome(exitCode: exitCode, output: Array(output.utf8), complaints: complaints))
    }
  }

  @Test func `a command's output, complaints and exit code are all read`() async throws {
    let outcome = try await runCommand([
      "sh", "-c", "head -c 200000 /dev/zero >&2; head -c 200000 /dev/zero; exit 3",
    ])

    #expect(outcome.exitCode == 3)
    #expect(outcome.output.count == 200_000)
    #expect(outcome.complaints.utf8.count == 200_000)
  }

  @Test func `a command that does not exist ends as in a shell`() async throws {
    #expect(try await runCommand(["no-such-command-of-azure"]).exitCode == CommandOutcome.notFound)
  }
}
