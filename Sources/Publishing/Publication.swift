import CAtomicSwap
import Glibc

extension StagedSite {
  /// Puts the staged site in place of the live one, which becomes `<site>.previous`.
  ///
  /// The swap is one step. A run killed right after it leaves the old site in the staging folder,
  /// and the new one live; the next run removes the former. A power cut may cost the contents of
  /// files that the kernel had not written yet, which the next build writes again.
  /// - Parameter keepsPrevious: false removes the old site, and one kept from before, for good.
  package func publish(keepsPrevious: Bool = true) throws(PublishingError) -> PublishReport {
    let fileByPath = staged.fileByPath
    guard fileByPath[SiteFolder.mark] != nil else { throw .missingFile(SiteFolder.mark) }
    // Asked again: the folder may have been replaced while the pages were rendered.
    let replacesSite = try folder.hasSite()
    let old = replacesSite ? try files(under: folder.live) : []

    if replacesSite {
      try exchange(folder.staging, folder.live)
      if keepsPrevious {
        try keepAsPrevious(folder.staging)
      } else {
        try removeTree(folder.staging)
      }
    } else {
      guard rename(folder.staging, folder.live) == 0 else { throw failure(errno, at: folder.live) }
    }
    if !keepsPrevious { try removeTree(folder.previous) }
    try synchronizeParent()

    let unchanged = fileByPath.values.count(where: \.isUnchanged)
    return PublishReport(
      written: fileByPath.count - unchanged,
      unchanged: unchanged,
      removed: old.count(where: { fileByPath[$0] == nil }),
      bytes: fileByPath.values.reduce(0) { $0 + $1.bytes })
  }

  /// Exchanged, too, where one exists already: a previous site stands at every moment.
  private func keepAsPrevious(_ old: String) throws(PublishingError) {
    if case .folder = try FileKind(at: folder.previous) {
      try exchange(old, folder.previous)
      try removeTree(old)
    } else if rename(old, folder.previous) != 0 {
      throw .cannotWrite(folder.previous, reason: reason())
    }
  }

  private func exchange(_ first: String, _ second: String) throws(PublishingError) {
    let code = exchange_paths(first, second)
    guard code == 0 else { throw failure(code, at: second) }
  }

  private func failure(_ code: Int32, at path: String) -> PublishingError {
    switch code {
    case ENOSYS, EINVAL: .noExchange(path)
    // A bind mount has its parent's device number and is only found here.
    case EBUSY, EXDEV: .mountPoint(path)
    default: .cannotWrite(path, reason: reason(code))
    }
  }

  private func synchronizeParent() throws(PublishingError) {
    let parent = open(folder.parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { throw .cannotRead(folder.parent, reason: reason()) }
    defer { close(parent) }
    guard fsync(parent) == 0 else { throw .cannotWrite(folder.parent, reason: reason()) }
  }
}
