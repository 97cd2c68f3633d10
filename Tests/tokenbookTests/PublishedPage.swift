import Foundation

/// A page of a site as its reader has it: what stands between the masthead and the footer.
struct PublishedPage {
  let html: String

  /// - Parameter path: From the site's root, such as `teams/web/index.html`.
  init(_ path: String, of site: [String: Data]) throws {
    guard let bytes = site[path] else { throw PageMissing(path: path) }
    html = String(decoding: bytes, as: UTF8.self)
  }

  /// The markup of `<main>`, without what is drawn.
  var main: String {
    let start = html.range(of: "<main")?.lowerBound ?? html.startIndex
    let end = html.range(of: "</main>")?.upperBound ?? html.endIndex
    return String(html[start..<end])
      .replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: "")
  }

  /// The words of `<main>`, with one space between them.
  var text: String { textOf(main) }

  /// The figures in their order.
  var figures: [Figure] {
    main.matches(of: /<figure .*?<\/figure>/.dotMatchesNewlines()).map { match in
      Figure(html: String(match.output), before: String(main[..<match.range.lowerBound]))
    }
  }

  struct Figure {
    let html: String
    fileprivate let before: String

    /// The choices it is shown for, such as `[1: 2]` where it needs the second choice of the first
    /// toggle.
    var choices: [Int: Int] {
      var open: [[Int: Int]] = []
      for tag in before.matches(of: /<div\b([^>]*)>|<\/div>/) {
        guard let attributes = tag.output.1 else {
          open.removeLast()
          continue
        }
        var choices: [Int: Int] = [:]
        for match in attributes.matches(of: /data-t(\d)="(\d)"/) {
          choices[Int(match.output.1)!] = Int(match.output.2)!
        }
        open.append(choices)
      }
      return open.reduce(into: [:]) { all, choices in all.merge(choices) { $1 } }
    }

    /// The exact numbers of the second column, row by row; nil where one is not known.
    var numbers: [(row: String, number: Int64?)] {
      let body = html.firstMatch(of: /<tbody>(.*?)<\/tbody>/.dotMatchesNewlines())?.output.1 ?? ""
      return body.split(separator: "\n").compactMap { line in
        guard !line.contains("class=\"rounding\""),
          let row = line.firstMatch(of: /<th scope="row">(.*?)<\/th><td class="number"(.*?)>/)
        else { return nil }
        return (textOf(String(row.output.1)), number(in: row.output.2))
      }
    }

    var total: Int64? {
      html.firstMatch(of: /<tr class="total"><th scope="row">.*?<\/th><td class="number"(.*?)>/)
        .flatMap { number(in: $0.output.1) }
    }

    private func number(in attributes: Substring) -> Int64? {
      attributes.firstMatch(of: /data-value="(-?\d+)"/).flatMap { Int64($0.output.1) }
    }
  }

  struct PageMissing: Error {
    let path: String
  }
}

/// The words between the tags.
func textOf(_ html: String) -> String {
  html.replacing(/<[^>]*>/, with: " ").split { $0 == " " || $0 == "\n" }.joined(separator: " ")
}

/// The addresses that the page refers to, as they are written.
func references(in html: String) -> [String] {
  html.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.output.1) }
}

/// `../../` on a page two folders deep.
func toRoot(from path: String) -> String {
  String(repeating: "../", count: path.split(separator: "/").count - 1)
}
