import Foundation
import UsageModel

/// What can go wrong between the targets: in the commands themselves.
enum CommandError: Error, Hashable {
  case locked(folder: String)
  case cannotWrite(path: String, reason: String)
  case folderNotEmpty(path: String)
  case fileExists(path: String)
  case noSources(file: String)
  case noFileSources
  case unknownSource(name: String, known: [String])
  case sourceNeeded(known: [String])
  case sourceIsPulled(name: String)
  case sourceIsRead(name: String)
  case noServices
  case nothingImported
  case badDay(text: String)
  case fromMissing
  case daysReversed(from: CalendarDay, to: CalendarDay)
  case dayNotOver(day: CalendarDay, last: CalendarDay)
  case acceptedDayNotAsked(day: CalendarDay)
  case badParameter(text: String)
  case unknownZone(name: String)
  case unknownCurrency(code: String)
  case answerNeeded(option: String)
  case pseudonymKeyMissing
  case pseudonymKeyTooShort(bytes: Int, least: Int)
}

extension CommandError: LocalizedError {
  var errorDescription: String? {
    switch self {
    case .locked(let folder): "another run of tokenbook holds the lock '\(folder)/lock'"
    case .cannotWrite(let path, let reason): "cannot write '\(path)': \(reason)"
    case .folderNotEmpty(let path): "the folder '\(path)' is not empty"
    case .fileExists(let path): "'\(path)' is there already"
    case .noSources(let file): "'\(file)' names no source"
    case .noFileSources: "no source in tokenbook.yml is read from files"
    case .unknownSource(let name, _): "unknown source '\(name)'"
    case .sourceNeeded: "several sources could have written these files"
    case .sourceIsPulled(let name):
      "the source '\(name)' is asked over the network, not read from files"
    case .sourceIsRead(let name):
      "the source '\(name)' is read from files, not asked over the network"
    case .noServices: "no source in tokenbook.yml is a service"
    case .fromMissing: "--to is given without --from"
    case .daysReversed(let from, let to): "--from \(from) is after --to \(to)"
    case .dayNotOver(let day, _): "\(day) is not over yet"
    case .acceptedDayNotAsked(let day): "--accept-less names \(day), which is not asked for"
    case .nothingImported: "the snapshot holds no usage yet"
    case .badDay(let text): "'\(text)' is not a day"
    case .badParameter(let text): "the parameter '\(text)' has no '='"
    case .unknownCurrency(let code): "unknown currency '\(code)'"
    case .unknownZone(let name): "unknown time zone '\(name)'"
    case .answerNeeded(let option): "--\(option) is not given and there is no terminal to ask on"
    case .pseudonymKeyMissing: "'users: pseudonyms' needs a key in \(pseudonymKeyVariable)"
    case .pseudonymKeyTooShort(let bytes, let least):
      "the key in \(pseudonymKeyVariable) has \(bytes) bytes, fewer than \(least)"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .locked: "wait until it has ended, then type the command again"
    case .cannotWrite: "give the user who runs tokenbook the right to write there"
    case .folderNotEmpty: "name a folder that does not exist yet"
    case .fileExists: "move it away, or choose another folder with --workbook"
    case .noSources:
      "add a source under 'sources:'; tokenbook init writes an example to copy"
    case .noFileSources: "type: tokenbook pull"
    case .unknownSource(_, let known):
      "sources in tokenbook.yml: \(known.joined(separator: ", "))"
    case .sourceNeeded(let known):
      "say which with --source NAME; sources: \(known.joined(separator: ", "))"
    case .sourceIsPulled(let name): "type: tokenbook pull \(name)"
    case .sourceIsRead(let name): "type: tokenbook import --source \(name)"
    case .noServices:
      "add a source of the kind application-insights, log-analytics, gateway-llm-log or data-explorer"
    case .fromMissing: "give the first day too: --from 2026-10-31"
    case .daysReversed(let from, let to): "type: --from \(to) --to \(from)"
    case .dayNotOver(_, let last): "ask for days up to \(last)"
    case .acceptedDayNotAsked(let day): "type: --from \(day) --to \(day) --accept-less \(day)"
    case .nothingImported: "type: tokenbook import, or tokenbook pull"
    case .badDay: "write it as 2026-10-31"
    case .badParameter: "write --param name=value"
    case .unknownCurrency: "give an ISO 4217 code such as EUR"
    case .unknownZone: "give an IANA name such as Europe/Berlin"
    case .answerNeeded(let option): "type: tokenbook init --\(option) ..."
    case .pseudonymKeyMissing, .pseudonymKeyTooShort:
      "type: export \(pseudonymKeyVariable)=\"$(openssl rand -hex 32)\", and keep the key: "
        + "with another one everybody gets another pseudonym"
    }
  }
}
