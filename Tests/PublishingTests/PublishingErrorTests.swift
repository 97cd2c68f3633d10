import Testing

@testable import Publishing

@Suite struct PublishingErrorTests {
  @Test(arguments: [
    (
      PublishingError.noFolderName(".."),
      "'..' does not name a folder for the site",
      "give the folder a name with `site:` in tokenbook.yml, such as `site: site`"
    ),
    (
      .noParentFolder("out"),
      "the folder 'out' does not exist",
      "create it: mkdir -p 'out'"
    ),
    (
      .symbolicLink("site"),
      "the site folder 'site' is a symbolic link",
      "name a real folder with `site:` in tokenbook.yml; links cannot be swapped safely yet"
    ),
    (
      .mountPoint("site"),
      "the site folder 'site' is a mount point",
      "name a folder inside the mounted file system with `site:` in tokenbook.yml"
    ),
    (
      .notAFolder("site"),
      "'site' is a file, not a folder",
      "move 'site' away, or name another folder with `site:` in tokenbook.yml"
    ),
    (
      .foreignFolder("site"),
      "the folder 'site' holds files that tokenbook did not write",
      "move 'site' away, or name another folder with `site:` in tokenbook.yml"
    ),
    (
      .unusablePath("../x"),
      "'../x' cannot be the path of a page",
      "use a relative path of plain names, parted by '/', without '.', '..' and '\\'"
    ),
    (
      .duplicatePath("a.html", other: "a.html"),
      "two pages are to be written to 'a.html'",
      "rename one of the templates or its `for-each` key"
    ),
    (
      .duplicatePath("A.html", other: "a.html"),
      "the pages 'a.html' and 'A.html' differ only in upper and lower case",
      "rename one of the templates or its `for-each` key"
    ),
    (
      .missingFile("build.json"),
      "the new site has no 'build.json'",
      "write 'build.json' before publishing"
    ),
    (
      .noExchange("site"),
      "the file system of 'site' cannot swap two folders in one step",
      "name a folder on a local file system (ext4, xfs, btrfs) with `site:` in tokenbook.yml"
    ),
    (
      .cannotRead("site", reason: "Permission denied"),
      "cannot read 'site': Permission denied",
      "check the folder's owner and permissions and the free space"
    ),
    (
      .cannotWrite("site", reason: "No space left on device"),
      "cannot write 'site': No space left on device",
      "check the folder's owner and permissions and the free space"
    ),
    (
      .invalidSite([SiteProblem(path: "a.html", problem: "no h1", remedy: "add one")], count: 1),
      "the new site has a problem\n  a.html: no h1; add one",
      "correct the templates of these pages and build again; the old site stays"
    ),
    (
      .invalidSite([SiteProblem(path: "a.html", problem: "no h1", remedy: "add one")], count: 3),
      "the new site has 3 problems\n  a.html: no h1; add one\n  and 2 more",
      "correct the templates of these pages and build again; the old site stays"
    ),
  ])
  func `an error says what is wrong and what to do`(
    error: PublishingError, description: String, suggestion: String
  ) {
    #expect(error.errorDescription == description)
    #expect(error.recoverySuggestion == suggestion)
  }
}
