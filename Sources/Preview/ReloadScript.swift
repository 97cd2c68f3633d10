/// What an open page does while it is previewed: it asks for the state twice a second, and loads
/// itself again when that is another than its own.
enum ReloadScript {
  static let path = "/_preview/reload.js"
  static let statePath = "/_preview/state"

  static let source = """
    "use strict";
    {
      const state = document.currentScript.dataset.state;
      const ask = async () => {
        try {
          const answer = await fetch("\(statePath)", { cache: "no-store" });
          if (answer.ok && (await answer.text()).trim() !== state) location.reload();
        } catch {
          // The preview has ended; it may be started again.
        }
      };
      setInterval(ask, 500);
    }

    """

  /// The state is written into the page, or a change between its reading and the first question
  /// would go unseen.
  static func element(state: String) -> String {
    #"<script src="\#(path)" data-state="\#(state)" defer></script>"#
  }

  /// Adds the script to a page: before the end of its head, or after everything where it has none.
  static func added(to page: [UInt8], state: String) -> [UInt8] {
    let end = Array("</head>".utf8)
    let script = Array((element(state: state) + "\n").utf8)
    let place = page.indices.first { start in
      page[start...].prefix(end.count).elementsEqual(end) { $0 == $1 || $0 | 0x20 == $1 }
    }
    let position = place ?? page.endIndex
    return Array(page[..<position]) + script + Array(page[position...])
  }
}
