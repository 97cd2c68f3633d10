import Glibc

/// A new site, built beside the one that people read, and swapped in whole.
///
/// Nothing touches the live folder before ``publish()``, and that changes it in one step of the
/// kernel: whenever the run is killed, readers see the old site or the new one, never a mixture.
/// What a killed run leaves in `.<site>.staging` is removed by the next ``begin(beside:)``. Two runs
/// at once are kept apart by the caller's lock, not here.
package struct StagedSite: Sendable {
  let folder: SiteFolder
  /// A live site of ours stands; false before the first publication.
  let hasLiveSite: Bool
  let staged = StagedFiles()

  /// - Parameter site: The folder to publish to. Its parent must exist.
  package static func begin(beside site: String) throws(PublishingError) -> StagedSite {
    let folder = try SiteFolder(site)
    let hasLiveSite = try folder.hasSite()
    try removeTree(folder.staging)
    try makeFolder(folder.staging)
    return StagedSite(folder: folder, hasLiveSite: hasLiveSite)
  }

  /// Adds a file. May be called from several threads at once.
  ///
  /// A file with the bytes it has in the live site becomes a hard link to that one: it keeps its
  /// inode and time, so that web servers and copies see that it did not change.
  package func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
    let path = try SitePath(path)
    try staged.claim(path, in: folder.staging)
    let target = folder.staging + "/" + path.text
    let live = folder.live + "/" + path.text
    // A file system without hard links only costs the time to write the file again.
    let isUnchanged = hasLiveSite && file(live, holds: bytes) && link(live, target) == 0
    if !isUnchanged { try writeFile(target, bytes) }
    staged.add(StagedFiles.File(bytes: bytes.count, isUnchanged: isUnchanged), at: path)
  }

  /// Removes what was staged. The live site stays as it is.
  package func discard() throws(PublishingError) {
    try removeTree(folder.staging)
  }
}
