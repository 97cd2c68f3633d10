extension SignInError {
  package var recoverySuggestion: String? {
    switch self {
    case .missingVariables(_, let credential): neededVariables(credential)
    case .noCredential:
      "set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or name another "
        + "credential with `credential:` in tokenbook.yml: environment, workload, managed or cli"
    case .twoSecrets: "unset one of them"
    case .unusableTenant:
      "copy 'Directory (tenant) ID' from the application's overview in Entra"
    case .unusableAddress(let variable):
      "write scheme and host, such as \(variable)=\(exampleAddress(variable))"
    case .plainHTTP: "write https:// before the host"
    case .untrustedHost(let host, let variable):
      "unset \(variable), or allow the host with `trusted_hosts: [\(host)]` in tokenbook.yml"
    case .unsupportedIdentity:
      "use an application: `credential: environment` in tokenbook.yml with AZURE_TENANT_ID, "
        + "AZURE_CLIENT_ID and AZURE_CLIENT_SECRET"

    case .noSuchFile(let variable): "look for it: ls -l \"$\(variable)\""
    case .unreadableFile(let file, _): "check its owner and permissions: ls -l \(quoted(file))"
    case .emptyFile(_, let variable), .fileTooLarge(_, let variable):
      "point \(variable) at the right file"
    case .pkcs12File(let file):
      "convert it: openssl pkcs12 -in \(quoted(file)) -nodes -out \(quoted(file + ".pem"))"
    case .notPEM:
      "point AZURE_CLIENT_CERTIFICATE_PATH at a PEM file with the private key and the certificate"
    case .noKey(let file): "append the key: cat KEY.pem >> \(quoted(file))"
    case .encryptedKey(let file):
      "decrypt it: (openssl pkey -in \(quoted(file)); openssl x509 -in \(quoted(file))) > "
        + quoted(file + ".decrypted")
    case .unusableKey(let file):
      "look at it: openssl pkey -in \(quoted(file)) -noout -text | head -1"
    case .noCertificate(let file):
      "append the certificate: cat CERTIFICATE.pem >> \(quoted(file))"
    case .unusableCertificate(let file):
      "look at it: openssl x509 -in \(quoted(file)) -noout -text"
    case .keyOfAnotherCertificate(let file):
      "compare what these print: openssl pkey -in \(quoted(file)) -pubout; "
        + "openssl x509 -in \(quoted(file)) -noout -pubkey"
    case .certificateNotValid(_, let from, _, let today):
      today < from
        ? "check this machine's clock: timedatectl"
        : "make a new certificate and upload it in Entra under 'Certificates & secrets'"

    case .wrongSecret:
      "copy the secret's Value, not its Secret ID, from 'Certificates & secrets' in Entra"
    case .expiredSecret:
      "make a new one under 'Certificates & secrets' in Entra, and put it where the old one was"
    case .unregisteredCertificate(let file, _):
      "compare its thumbprint with 'Certificates & secrets' in Entra: "
        + "openssl x509 -in \(quoted(file)) -noout -fingerprint -sha1"
    case .noFederation:
      "compare issuer, subject and audience under 'Federated credentials' in Entra with the token's"
    case .staleFederatedToken:
      "check that it is still rewritten: ls -l \"$AZURE_FEDERATED_TOKEN_FILE\"; "
        + "then the clock: timedatectl"
    case .unknownApplication:
      "compare AZURE_CLIENT_ID with 'Application (client) ID' and AZURE_TENANT_ID with "
        + "'Directory (tenant) ID' on the application's overview in Entra"
    case .unknownTenant:
      "compare AZURE_TENANT_ID with 'Directory (tenant) ID' in Entra; for another cloud set "
        + "AZURE_AUTHORITY_HOST"
    case .unknownAudience:
      "correct `audience:` in tokenbook.yml; Log Analytics keeps 'https://api.loganalytics.io' "
        + "at every host, Data Explorer takes the cluster's own address"
    case .audienceDisabled:
      "pull the same data with `kind: log-analytics`; Azure Government has no tokens for the "
        + "Application Insights API"
    case .clockSkew: "set this machine's clock: timedatectl set-ntp true"
    case .refused(_, _, .some(let code), _):
      "look the code up at https://login.microsoftonline.com/error?code=\(code)"
    case .refused(let host, _, nil, _):
      "check that '\(host)' is the host meant, and the sign-in logs of the application in Entra"

    case .noIdentity(let isUserAssigned, _):
      isUserAssigned
        ? "assign the identity to this machine under 'Identity', or unset AZURE_CLIENT_ID"
        : "switch one on for this machine under 'Identity' in the portal, or set AZURE_CLIENT_ID "
          + "to the client id of a user-assigned one"
    case .metadataHeaderMissing: "look for a proxy between this machine and 169.254.169.254"
    case .identityHeaderRefused: "restart the app: it gets a new value at each start"

    case .serviceUnavailable: "run the same command again in a few minutes"
    case .noTokenAnswer(let host, _):
      "check that nothing stands in between, such as a proxy's login page: "
        + "curl -sI \(isNear(host) ? "http" : "https")://\(host)"

    case .noAzureCommand:
      "install the Azure CLI, or name another credential with `credential:` in tokenbook.yml"
    case .signedOutOfAzureCommand: "sign in: az login"
    case .azureCommandFailed, .noTokenFromAzureCommand:
      "try it yourself: az account get-access-token --output none"
    }
  }
}

private func neededVariables(_ credential: String) -> String {
  switch credential {
  case "workload":
    "set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE"
  case "managed": "set both IDENTITY_ENDPOINT and IDENTITY_HEADER, or neither"
  default:
    "set AZURE_TENANT_ID, AZURE_CLIENT_ID and one of AZURE_CLIENT_SECRET, "
      + "TOKENBOOK_CLIENT_SECRET_FILE and AZURE_CLIENT_CERTIFICATE_PATH; for a machine's own "
      + "identity write `credential: managed` in tokenbook.yml"
  }
}

private func exampleAddress(_ variable: String) -> String {
  variable == Variable.authorityHost.rawValue
    ? "https://login.microsoftonline.com" : "http://127.0.0.1:8081"
}

/// For a shell.
private func quoted(_ path: String) -> String {
  "'" + path.replacing("'", with: "'\\''") + "'"
}

/// Whether the host is one that hands out a machine's identity, over plain http.
private func isNear(_ host: String) -> Bool {
  WebAddress(host).map { $0.isLoopback || $0.isLinkLocal } ?? false
}
