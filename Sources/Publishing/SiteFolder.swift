import Glibc

/// Where a site lives: the folder itself, and the two beside it that a publication uses.
struct SiteFolder: Hashable, Sendable {
  let parent: String
  let name: String

  init(_ path: String) throws(PublishingError) {
    let names = path.split(separator: "/")
    guard let name = names.last, name != ".", name != ".." else { throw .noFolderName(path) }
    let above = names.dropLast().joined(separator: "/")
    parent = path.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above
    self.name = String(name)
  }

  var live: String { beside(name) }
  /// On the same file system as `live`, so that the two can trade places.
  var staging: String { beside("." + name + ".staging") }
  var previous: String { beside(name + ".previous") }

  private func beside(_ name: String) -> String {
    parent == "/" ? "/" + name : parent + "/" + name
  }

  /// The file by which a site is known to be ours.
  static let mark = "build.json"

  /// Refuses what a swap would damage or leave half done.
  /// - Returns: whether a site of ours stands there already; false for a missing or empty folder.
  func hasSite() throws(PublishingError) -> Bool {
    guard case .folder(let device) = try FileKind(at: parent + "/.") else {
      throw .noParentFolder(parent)
    }
    _ = try isOurs(previous, onDevice: device)
    return try isOurs(live, onDevice: device)
  }

  /// - Returns: false for a missing or empty folder.
  private func isOurs(_ path: String, onDevice parentDevice: UInt) throws(PublishingError) -> Bool {
    switch try FileKind(at: path) {
    case .missing: return false
    case .symbolicLink: throw .symbolicLink(path)
    case .regularFile, .other: throw .notAFolder(path)
    case .folder(let device):
      guard device == parentDevice else { throw .mountPoint(path) }
      guard try !names(in: path).isEmpty else { return false }
      guard case .regularFile = try FileKind(at: path + "/" + SiteFolder.mark) else {
        throw .foreignFolder(path)
      }
      return true
    }
  }
}
