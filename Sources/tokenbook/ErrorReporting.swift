import ArgumentParser
import AzureMonitor
import AzureSignIn
import Foundation
import Ingestion
import Preview
import Publishing
import SnapshotStore
import SourceText
import Transport
import WorkbookFolder

/// Runs a command; an error is printed once, in one form, and ends with its exit code.
func reportingErrors(on console: Console, _ body: () throws -> Void) throws {
  do { try body() } catch { throw reported(error, on: console) }
}

/// The same for a command that waits for others.
func reportingErrors(on console: Console, _ body: () async throws -> Void) async throws {
  do { try await body() } catch { throw reported(error, on: console) }
}

private func reported(_ error: any Error, on console: Console) -> any Error {
  if error is ExitCode { return error }
  console.error(errorMessage(for: error))
  return ExitCode(tokenbookExitCode(for: error))
}

/// What is wrong, where, and what to type next.
func errorMessage(for error: any Error) -> String {
  if let mistakes = error as? Diagnostics { return mistakes.description }
  if case .mistakes(let mistakes) = error as? WorkbookFolderError { return mistakes.description }
  if let mistake = error as? Diagnostic { return mistake.description }
  guard let error = error as? any LocalizedError, let problem = error.errorDescription else {
    return """
      error: \(error)
        fix: this is a bug of tokenbook; please report it with the command you typed
      """
  }
  guard let remedy = error.recoverySuggestion else { return "error: \(problem)" }
  return "error: \(problem)\n  fix: \(remedy)"
}

/// The numbers of sysexits.h.
func tokenbookExitCode(for error: any Error) -> Int32 {
  switch error {
  case is Diagnostics, is Diagnostic, is WorkbookFolderError: 78
  case let error as CommandError: exitCode(for: error)
  case let error as IngestionError: exitCode(for: error)
  case let error as SnapshotError: exitCode(for: error)
  case is QueryError: 64
  case let error as TransportError: exitCode(for: error)
  case let error as SignInError: exitCode(for: error)
  case let error as MonitorError: exitCode(for: error)
  case let error as PublishingError: exitCode(for: error)
  case let error as PreviewError: exitCode(for: error)
  default: 70
  }
}

private func exitCode(for error: CommandError) -> Int32 {
  switch error {
  case .locked: 75
  case .cannotWrite, .fileExists, .folderNotEmpty: 73
  case .noSources, .pseudonymKeyMissing, .pseudonymKeyTooShort: 78
  case .nothingImported: 66
  case .unknownSource, .noFileSources, .sourceNeeded, .sourceIsPulled, .sourceIsRead, .noServices,
    .badDay, .fromMissing, .daysReversed, .dayNotOver, .acceptedDayNotAsked, .badParameter,
    .unknownZone,
    .unknownCurrency, .answerNeeded:
    64
  }
}

private func exitCode(for error: IngestionError) -> Int32 {
  switch error {
  case .pathMissing, .folderWithoutFiles, .unreadable: 66
  case .emptyFile, .record, .sameFile, .gzip, .changedWhileRead: 65
  case .idsNotKept: 73
  case .unknownTimeZone: 78
  case .outOfMemory: 70
  }
}

private func exitCode(for error: SnapshotError) -> Int32 {
  switch error {
  case .notFound: 66
  case .notASnapshot, .newerFormat, .olderFormat, .differentTimeZone, .differentCurrency,
    .sourceNotConfigured, .amountsTooLarge:
    78
  case .locked: 75
  case .cannotWrite: 73
  case .damaged, .losesData, .pullLosesData, .countsTooLarge, .impossibleCount: 65
  case .dayWithoutReceipt, .dayNotAsked: 70
  case .outsideData: 64
  }
}

private func exitCode(for error: TransportError) -> Int32 {
  switch error {
  case .certificateFileUnreadable, .noCertificateInFile, .notAProxy, .notAnAddress,
    .signInInAddress, .plainHTTP:
    78
  case .unprintableHeader, .shutDown: 70
  case .nameUnknown, .refused, .unreachable, .connectTimedOut, .proxyNameUnknown,
    .proxyUnreachable, .proxyWantsSignIn, .proxyRefused, .tlsFailed, .timedOut, .stalled, .cutOff,
    .notHTTP, .damagedCompression, .tooLarge, .redirected, .failed:
    69
  }
}

private func exitCode(for error: SignInError) -> Int32 {
  switch error {
  case .serviceUnavailable, .noTokenAnswer: 69
  case .wrongSecret, .expiredSecret, .unregisteredCertificate, .noFederation,
    .staleFederatedToken, .unknownApplication, .unknownTenant, .audienceDisabled, .clockSkew,
    .refused, .noIdentity, .metadataHeaderMissing, .identityHeaderRefused,
    .signedOutOfAzureCommand, .azureCommandFailed, .noTokenFromAzureCommand:
    77
  case .missingVariables, .noCredential, .twoSecrets, .unusableTenant, .unusableAddress,
    .plainHTTP, .untrustedHost, .unsupportedIdentity, .noSuchFile, .unreadableFile, .emptyFile,
    .fileTooLarge, .pkcs12File, .notPEM, .noKey, .encryptedKey, .unusableKey, .noCertificate,
    .unusableCertificate, .keyOfAnotherCertificate, .certificateNotValid, .unknownAudience,
    .noAzureCommand:
    78
  }
}

private func exitCode(for error: MonitorError) -> Int32 {
  switch error {
  case .notSignedIn, .notPermitted: 77
  case .wrongAudience, .unknownResource, .unknownPath, .missingTable: 78
  case .throttled, .failed, .notAnAnswer, .neverWhole: 69
  case .queryRefused: 70
  case .row: 65
  }
}

private func exitCode(for error: PublishingError) -> Int32 {
  switch error {
  case .cannotRead, .cannotWrite: 73
  case .noFolderName, .noParentFolder, .symbolicLink, .mountPoint, .notAFolder, .foreignFolder,
    .noExchange:
    73
  case .unusablePath, .duplicatePath, .missingFile, .invalidSite: 78
  }
}

private func exitCode(for error: PreviewError) -> Int32 {
  switch error {
  case .portInUse, .cannotListen: 64
  case .portNotPermitted: 77
  }
}
