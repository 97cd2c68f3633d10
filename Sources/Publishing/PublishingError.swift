import Foundation

/// Why a site could not be put in place. Whatever it says, the site that stood there still stands.
package enum PublishingError: Error, Hashable, Sendable {
  /// The last part of the site's path is no folder name.
  case noFolderName(String)
  /// The folder that is to hold the site does not exist.
  case noParentFolder(String)
  case symbolicLink(String)
  case mountPoint(String)
  case notAFolder(String)
  /// A folder with contents that we did not write.
  case foreignFolder(String)
  /// A path that leaves the site, or that some file system would read differently.
  case unusablePath(String)
  case duplicatePath(String, other: String)
  /// A site without this file could not be recognised as ours by the next run.
  case missingFile(String)
  /// The file system of `path` cannot exchange two folders in one step.
  case noExchange(String)
  case cannotRead(String, reason: String)
  case cannotWrite(String, reason: String)
  /// The staged pages break a rule; `problems` are the first of `count`.
  case invalidSite([SiteProblem], count: Int)
}

extension PublishingError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .noFolderName(let path): "'\(path)' does not name a folder for the site"
    case .noParentFolder(let path): "the folder '\(path)' does not exist"
    case .symbolicLink(let path): "the site folder '\(path)' is a symbolic link"
    case .mountPoint(let path): "the site folder '\(path)' is a mount point"
    case .notAFolder(let path): "'\(path)' is a file, not a folder"
    case .foreignFolder(let path): "the folder '\(path)' holds files that tokenbook did not write"
    case .unusablePath(let path): "'\(path)' cannot be the path of a page"
    case .duplicatePath(let path, let other) where path == other:
      "two pages are to be written to '\(path)'"
    case .duplicatePath(let path, let other):
      "the pages '\(other)' and '\(path)' differ only in upper and lower case"
    case .missingFile(let path): "the new site has no '\(path)'"
    case .noExchange(let path): "the file system of '\(path)' cannot swap two folders in one step"
    case .cannotRead(let path, let reason): "cannot read '\(path)': \(reason)"
    case .cannotWrite(let path, let reason): "cannot write '\(path)': \(reason)"
    case .invalidSite(let problems, let count): listing(problems, count: count)
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .noFolderName:
      "give the folder a name with `site:` in tokenbook.yml, such as `site: site`"
    case .noParentFolder(let path): "create it: mkdir -p '\(path)'"
    case .symbolicLink:
      "name a real folder with `site:` in tokenbook.yml; links cannot be swapped safely yet"
    case .mountPoint:
      "name a folder inside the mounted file system with `site:` in tokenbook.yml"
    case .notAFolder(let path), .foreignFolder(let path):
      "move '\(path)' away, or name another folder with `site:` in tokenbook.yml"
    case .unusablePath:
      "use a relative path of plain names, parted by '/', without '.', '..' and '\\'"
    case .duplicatePath: "rename one of the templates or its `for-each` key"
    case .missingFile(let path): "write '\(path)' before publishing"
    case .noExchange:
      "name a folder on a local file system (ext4, xfs, btrfs) with `site:` in tokenbook.yml"
    case .cannotRead, .cannotWrite: "check the folder's owner and permissions and the free space"
    case .invalidSite: "correct the templates of these pages and build again; the old site stays"
    }
  }
}

private func listing(_ problems: [SiteProblem], count: Int) -> String {
  var lines = [count == 1 ? "the new site has a problem" : "the new site has \(count) problems"]
  lines += problems.map { "  \($0)" }
  if count > problems.count { lines.append("  and \(count - problems.count) more") }
  return lines.joined(separator: "\n")
}
