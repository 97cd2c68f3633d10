import Foundation

/// The blocks between `-----BEGIN …-----` and `-----END …-----` of a file.
struct PEMFile: Sendable {
  struct Block: Sendable {
    let label: String
    let body: Secret

    /// nil where the lines are not base64, as in a key with a `Proc-Type` header.
    var bytes: [UInt8]? {
      Data(base64Encoded: body.text.filter { !$0.isWhitespace }).map(Array.init)
    }

    /// The block as it stood in its file.
    var text: String { "-----BEGIN \(label)-----\n\(body.text)\n-----END \(label)-----\n" }
  }

  let blocks: [Block]

  /// Text outside of blocks, such as the bag attributes that openssl writes, is passed over.
  init(_ text: String) {
    var blocks: [Block] = []
    var open: (label: String, lines: [Substring])?
    for line in text.split(whereSeparator: \.isNewline) {
      if let label = label(of: line, after: "-----BEGIN ") {
        open = (label, [])
      } else if let label = label(of: line, after: "-----END "), let block = open {
        if block.label == label {
          let body = Secret(block.lines.joined(separator: "\n"))
          blocks.append(Block(label: label, body: body))
        }
        open = nil
      } else {
        open?.lines.append(line)
      }
    }
    self.blocks = blocks
  }

  var certificates: [Block] { blocks.filter { $0.label == "CERTIFICATE" } }
  var keys: [Block] { blocks.filter { $0.label.hasSuffix("PRIVATE KEY") } }
}

extension PEMFile.Block {
  var isEncrypted: Bool {
    label == "ENCRYPTED PRIVATE KEY" || body.text.contains("ENCRYPTED")
  }
}

private func label(of line: Substring, after start: String) -> String? {
  let line = String(line).trimmingCharacters(in: .whitespaces)
  guard line.hasPrefix(start), line.hasSuffix("-----") else { return nil }
  return String(line.dropFirst(start.count).dropLast(5))
}
