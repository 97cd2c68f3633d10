import DemoCompany
import Foundation
import UsageModel

/// The demo, generated once for all tests.
let demoFiles: [String: [UInt8]] = generatedFiles()

func generatedFiles() -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  writeDemoCompany { path, bytes in files[path] = bytes }
  return files
}

func text(_ path: String) -> String {
  String(decoding: demoFiles[path] ?? [], as: UTF8.self)
}

/// The lines of a file without their ends. The files are large and tests are not optimised, so the
/// C library looks for the ends.
func lines(_ path: String) -> [String] {
  guard let bytes = demoFiles[path] else { return [] }
  return bytes.withUnsafeBytes { buffer in
    var lines: [String] = []
    var rest = buffer[...]
    while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
      let end = memchr(start, 0x0A, rest.count)
    {
      let length = UnsafeRawPointer(end) - start
      lines.append(String(decoding: rest.prefix(length), as: UTF8.self))
      rest = rest.dropFirst(length + 1)
    }
    return lines
  }
}

var exportPaths: [String] {
  demoFiles.keys.filter { $0.hasPrefix("exports/") }.sorted()
}

/// One record of an export, read as a stranger would.
struct ExportedRecord: Decodable {
  struct Properties: Decodable {
    let feature: String
    let subscription: String
    let user: String
    let model: String

    enum CodingKeys: String, CodingKey {
      case feature = "API ID"
      case subscription = "Subscription ID"
      case user = "User ID"
      case model = "Model"
    }
  }

  let TimeGenerated: String
  let Name: String
  let ItemCount: Int
  let Sum: Int
  let Properties: Properties
  let `Type`: String
  let _ItemId: String
}

/// November 2026; nil where a line is not such a record.
let novemberRecords: [ExportedRecord]? = try? lines("exports/2026-11.jsonl").map {
  try JSONDecoder().decode(ExportedRecord.self, from: Data($0.utf8))
}

/// Differs where any byte differs. Eight bytes a step: tests are not optimised.
func checksum(of files: [String: [UInt8]]) -> UInt64 {
  var sum: UInt64 = 0
  for path in files.keys.sorted() {
    let padded = (files[path] ?? []) + [UInt8](repeating: 0, count: 8)
    padded.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
      }
    }
  }
  return sum
}
