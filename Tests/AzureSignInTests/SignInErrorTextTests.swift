import Testing
import UsageModel

@testable import AzureSignIn

@Suite struct SignInErrorTextTests {
  private static let client = "6f2c0d3e-1111-2222-3333-444455556666"
  private static let days = (
    CalendarDay("2026-01-01")!, CalendarDay("2026-10-31")!, CalendarDay("2026-11-24")!
  )

  @Test(
    arguments: [
      (
        .missingVariables(["AZURE_CLIENT_SECRET"], credential: "environment"),
        "the credential 'environment' needs AZURE_CLIENT_SECRET, which is not set",
        "set AZURE_TENANT_ID, AZURE_CLIENT_ID and one of AZURE_CLIENT_SECRET, "
          + "TOKENBOOK_CLIENT_SECRET_FILE and AZURE_CLIENT_CERTIFICATE_PATH; for a machine's own "
          + "identity write `credential: managed` in tokenbook.yml"
      ),
      (
        .missingVariables(["AZURE_TENANT_ID", "AZURE_CLIENT_ID"], credential: "workload"),
        "the credential 'workload' needs AZURE_TENANT_ID and AZURE_CLIENT_ID, which are not set",
        "set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE"
      ),
      (
        .missingVariables(["IDENTITY_HEADER"], credential: "managed"),
        "the credential 'managed' needs IDENTITY_HEADER, which is not set",
        "set both IDENTITY_ENDPOINT and IDENTITY_HEADER, or neither"
      ),
      (
        .noCredential,
        "no credential is configured, and this machine has no managed identity",
        "set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or name another credential "
          + "with `credential:` in tokenbook.yml: environment, workload, managed or cli"
      ),
      (
        .twoSecrets, "AZURE_CLIENT_SECRET and TOKENBOOK_CLIENT_SECRET_FILE are both set",
        "unset one of them"
      ),
      (
        .unusableTenant, "AZURE_TENANT_ID is neither a GUID nor a domain",
        "copy 'Directory (tenant) ID' from the application's overview in Entra"
      ),
      (
        .unusableAddress(variable: "AZURE_AUTHORITY_HOST"),
        "AZURE_AUTHORITY_HOST is not the address of a host",
        "write scheme and host, such as AZURE_AUTHORITY_HOST=https://login.microsoftonline.com"
      ),
      (
        .unusableAddress(variable: "IDENTITY_ENDPOINT"),
        "IDENTITY_ENDPOINT is not the address of a host",
        "write scheme and host, such as IDENTITY_ENDPOINT=http://127.0.0.1:8081"
      ),
      (
        .plainHTTP(host: "login.contoso.example", variable: "AZURE_AUTHORITY_HOST"),
        "AZURE_AUTHORITY_HOST names 'login.contoso.example' with plain http, which would show a "
          + "secret to the network",
        "write https:// before the host"
      ),
      (
        .untrustedHost("login.contoso.example", variable: "AZURE_AUTHORITY_HOST"),
        "AZURE_AUTHORITY_HOST names 'login.contoso.example', which is not a sign-in host of Azure",
        "unset AZURE_AUTHORITY_HOST, or allow the host with "
          + "`trusted_hosts: [login.contoso.example]` in tokenbook.yml"
      ),
      (
        .unsupportedIdentity("Azure Arc"), "tokenbook cannot use a managed identity of Azure Arc",
        "use an application: `credential: environment` in tokenbook.yml with AZURE_TENANT_ID, "
          + "AZURE_CLIENT_ID and AZURE_CLIENT_SECRET"
      ),
    ] as [(SignInError, String, String)])
  func `what is configured`(error: SignInError, problem: String, remedy: String) {
    #expect(error.errorDescription == problem)
    #expect(error.recoverySuggestion == remedy)
  }

  @Test(
    arguments: [
      (
        .noSuchFile(variable: "AZURE_CLIENT_CERTIFICATE_PATH"),
        "the file that AZURE_CLIENT_CERTIFICATE_PATH names does not exist",
        "look for it: ls -l \"$AZURE_CLIENT_CERTIFICATE_PATH\""
      ),
      (
        .unreadableFile("/run/token", variable: "AZURE_FEDERATED_TOKEN_FILE"),
        "the file '/run/token' that AZURE_FEDERATED_TOKEN_FILE names cannot be read",
        "check its owner and permissions: ls -l '/run/token'"
      ),
      (
        .emptyFile("/run/secret", variable: "TOKENBOOK_CLIENT_SECRET_FILE"),
        "the file '/run/secret' that TOKENBOOK_CLIENT_SECRET_FILE names is empty",
        "point TOKENBOOK_CLIENT_SECRET_FILE at the right file"
      ),
      (
        .fileTooLarge("/run/secret", variable: "TOKENBOOK_CLIENT_SECRET_FILE"),
        "the file '/run/secret' that TOKENBOOK_CLIENT_SECRET_FILE names is larger than 1 MB",
        "point TOKENBOOK_CLIENT_SECRET_FILE at the right file"
      ),
      (
        .pkcs12File("it's.pfx"), "'it's.pfx' is a PKCS #12 (PFX) file; tokenbook reads PEM",
        #"convert it: openssl pkcs12 -in 'it'\''s.pfx' -nodes -out 'it'\''s.pfx.pem'"#
      ),
      (
        .notPEM("a.pem"), "'a.pem' is no PEM file: it has no line that starts '-----BEGIN'",
        "point AZURE_CLIENT_CERTIFICATE_PATH at a PEM file with the private key and the certificate"
      ),
      (.noKey("a.pem"), "'a.pem' has no private key", "append the key: cat KEY.pem >> 'a.pem'"),
      (
        .encryptedKey("a.pem"), "the private key in 'a.pem' is encrypted",
        "decrypt it: (openssl pkey -in 'a.pem'; openssl x509 -in 'a.pem') > 'a.pem.decrypted'"
      ),
      (
        .unusableKey("a.pem"),
        "the private key in 'a.pem' is not an RSA key of 2,048 bits or more",
        "look at it: openssl pkey -in 'a.pem' -noout -text | head -1"
      ),
      (
        .noCertificate("a.pem"), "'a.pem' has a private key but no certificate",
        "append the certificate: cat CERTIFICATE.pem >> 'a.pem'"
      ),
      (
        .unusableCertificate("a.pem"), "'a.pem' has a certificate that cannot be read",
        "look at it: openssl x509 -in 'a.pem' -noout -text"
      ),
      (
        .keyOfAnotherCertificate("a.pem"),
        "the private key in 'a.pem' belongs to none of the certificates beside it",
        "compare what these print: openssl pkey -in 'a.pem' -pubout; "
          + "openssl x509 -in 'a.pem' -noout -pubkey"
      ),
      (
        .certificateNotValid("a.pem", from: days.0, until: days.1, today: days.2),
        "the certificate in 'a.pem' was valid until 2026-10-31, and it is 2026-11-24",
        "make a new certificate and upload it in Entra under 'Certificates & secrets'"
      ),
      (
        .certificateNotValid("a.pem", from: days.1, until: days.2, today: days.0),
        "the certificate in 'a.pem' is valid from 2026-10-31 on, and it is 2026-01-01",
        "check this machine's clock: timedatectl"
      ),
    ] as [(SignInError, String, String)])
  func `files that variables name`(error: SignInError, problem: String, remedy: String) {
    #expect(error.errorDescription == problem)
    #expect(error.recoverySuggestion == remedy)
  }

  @Test(
    arguments: [
      (
        .wrongSecret(client: client),
        "the client secret of the application '6f2c0d3e-1111-2222-3333-444455556666' is wrong",
        "copy the secret's Value, not its Secret ID, from 'Certificates & secrets' in Entra"
      ),
      (
        .expiredSecret(client: nil),
        "the client secret of the application of AZURE_CLIENT_ID has expired",
        "make a new one under 'Certificates & secrets' in Entra, and put it where the old one was"
      ),
      (
        .unregisteredCertificate("a.pem", client: nil),
        "the application of AZURE_CLIENT_ID does not know the certificate in 'a.pem'",
        "compare its thumbprint with 'Certificates & secrets' in Entra: "
          + "openssl x509 -in 'a.pem' -noout -fingerprint -sha1"
      ),
      (
        .noFederation(client: nil),
        "the application of AZURE_CLIENT_ID trusts no federated token like the one it was shown",
        "compare issuer, subject and audience under 'Federated credentials' in Entra with the token's"
      ),
      (
        .staleFederatedToken, "the token in the file of AZURE_FEDERATED_TOKEN_FILE has expired",
        "check that it is still rewritten: ls -l \"$AZURE_FEDERATED_TOKEN_FILE\"; "
          + "then the clock: timedatectl"
      ),
      (
        .unknownApplication(client: client, tenant: "contoso.example"),
        "the application '6f2c0d3e-1111-2222-3333-444455556666' does not exist in the tenant "
          + "'contoso.example'",
        "compare AZURE_CLIENT_ID with 'Application (client) ID' and AZURE_TENANT_ID with "
          + "'Directory (tenant) ID' on the application's overview in Entra"
      ),
      (
        .unknownTenant(nil), "the tenant of AZURE_TENANT_ID does not exist",
        "compare AZURE_TENANT_ID with 'Directory (tenant) ID' in Entra; for another cloud set "
          + "AZURE_AUTHORITY_HOST"
      ),
      (
        .unknownAudience("https://api.loganalytics.com"),
        "there are no tokens for the audience 'https://api.loganalytics.com'",
        "correct `audience:` in tokenbook.yml; Log Analytics keeps 'https://api.loganalytics.io' "
          + "at every host, Data Explorer takes the cluster's own address"
      ),
      (
        .audienceDisabled("https://api.applicationinsights.io"),
        "tokens for the audience 'https://api.applicationinsights.io' are switched off in this cloud",
        "pull the same data with `kind: log-analytics`; Azure Government has no tokens for the "
          + "Application Insights API"
      ),
      (
        .clockSkew(secondsAhead: 420),
        "this machine's clock is 420 seconds ahead of the sign-in service's",
        "set this machine's clock: timedatectl set-ntp true"
      ),
      (
        .clockSkew(secondsAhead: -420),
        "this machine's clock is 420 seconds behind the sign-in service's",
        "set this machine's clock: timedatectl set-ntp true"
      ),
      (
        .clockSkew(secondsAhead: nil),
        "the sign-in service finds the time in the certificate's assertion wrong",
        "set this machine's clock: timedatectl set-ntp true"
      ),
      (
        .refused(host: "login.contoso.example", status: 400, code: 53003, said: "no"),
        "'login.contoso.example' refused the sign-in with AADSTS53003: no",
        "look the code up at https://login.microsoftonline.com/error?code=53003"
      ),
      (
        .refused(host: "login.contoso.example", status: 418, code: nil, said: ""),
        "'login.contoso.example' refused the sign-in with status 418",
        "check that 'login.contoso.example' is the host meant, and the sign-in logs of the "
          + "application in Entra"
      ),
      (
        .noIdentity(isUserAssigned: false, said: "Identity not found"),
        "no managed identity is assigned here: Identity not found",
        "switch one on for this machine under 'Identity' in the portal, or set AZURE_CLIENT_ID to "
          + "the client id of a user-assigned one"
      ),
      (
        .noIdentity(isUserAssigned: true, said: ""),
        "the managed identity of AZURE_CLIENT_ID is not assigned here",
        "assign the identity to this machine under 'Identity', or unset AZURE_CLIENT_ID"
      ),
      (
        .metadataHeaderMissing,
        "the header 'Metadata: true' got lost on the way to the machine's identity service",
        "look for a proxy between this machine and 169.254.169.254"
      ),
      (
        .identityHeaderRefused, "the app service does not accept the value of IDENTITY_HEADER",
        "restart the app: it gets a new value at each start"
      ),
      (
        .serviceUnavailable(host: "login.contoso.example", status: 503),
        "'login.contoso.example' gave no token: it answered 503 each of 6 times",
        "run the same command again in a few minutes"
      ),
      (
        .noTokenAnswer(host: "login.contoso.example", status: 200),
        "what 'login.contoso.example' answered with status 200 is no answer of a sign-in service",
        "check that nothing stands in between, such as a proxy's login page: "
          + "curl -sI https://login.contoso.example"
      ),
      (
        .noTokenAnswer(host: "169.254.169.254", status: 200),
        "what '169.254.169.254' answered with status 200 is no answer of a sign-in service",
        "check that nothing stands in between, such as a proxy's login page: "
          + "curl -sI http://169.254.169.254"
      ),
      (
        .noAzureCommand, "the command 'az' is not installed",
        "install the Azure CLI, or name another credential with `credential:` in tokenbook.yml"
      ),
      (
        .signedOutOfAzureCommand, "nobody is signed in with the command 'az'", "sign in: az login"
      ),
      (
        .azureCommandFailed(exitCode: 3, said: "boom"),
        "the command 'az account get-access-token' ended with 3: boom",
        "try it yourself: az account get-access-token --output none"
      ),
      (
        .noTokenFromAzureCommand, "the command 'az account get-access-token' printed no token",
        "try it yourself: az account get-access-token --output none"
      ),
    ] as [(SignInError, String, String)])
  func `what services and commands answer`(error: SignInError, problem: String, remedy: String) {
    #expect(error.errorDescription == problem)
    #expect(error.recoverySuggestion == remedy)
  }
}
