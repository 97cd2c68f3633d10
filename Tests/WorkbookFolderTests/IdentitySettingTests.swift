import Foundation
import Testing

@testable import WorkbookFolder

@Suite struct IdentitySettingTests {
  @Test func `without them a workbook has the theme's colours and no logo`() throws {
    let settings = try read([:]).settings

    #expect(settings.logo == nil)
    #expect(settings.accent == nil)
  }

  // MARK: Logo

  @Test(arguments: [
    ("logo.svg", "logo.svg", "svg"), ("logo.png", "logo.png", "png"),
    ("Logo.PNG", "Logo.PNG", "png"),
    ("./a/../pictures/logo.svg", "pictures/logo.svg", "svg"),
  ])
  func `a picture beside the settings is the logo`(
    written: String, path: String, fileExtension: String
  ) throws {
    let folder = try FolderOnDisk([path: Data("picture".utf8)])

    let logo = try folder.settings("logo: \(written)").logo

    #expect(logo == LogoFile(path: folder.path + "/" + path, fileExtension: fileExtension))
  }

  @Test func `an absolute path is taken as it stands`() throws {
    let elsewhere = try FolderOnDisk(["logo.svg": Data("picture".utf8)])
    let folder = try FolderOnDisk(["tokenbook.yml": Data()])

    let logo = try folder.settings("logo: \(elsewhere.path)/logo.svg").logo

    #expect(logo?.path == elsewhere.path + "/logo.svg")
  }

  @Test func `a logo of a hundred thousand bytes is the largest`() throws {
    let folder = try FolderOnDisk(["logo.png": Data(count: 100_000)])

    #expect(folder.mistakes("logo: logo.png") == nil)
  }

  @Test(arguments: [
    (
      "logo: nope.svg",
      """
      error: there is no logo 'nope.svg'
          → tokenbook.yml:5:7
            logo: nope.svg
                  ^
        fix: put the file beside tokenbook.yml, or remove 'logo'
      """
    ),
    (
      "logo: logo.gif",
      """
      error: the logo 'logo.gif' is no SVG or PNG file
          → tokenbook.yml:5:7
            logo: logo.gif
                  ^
        fix: write 'logo: logo.svg'
      """
    ),
    (
      "logo: logo",
      """
      error: the logo 'logo' is no SVG or PNG file
          → tokenbook.yml:5:7
            logo: logo
                  ^
        fix: write 'logo: logo.svg'
      """
    ),
    (
      "logo: large.png",
      """
      error: the logo 'large.png' has 100001 bytes
          → tokenbook.yml:5:7
            logo: large.png
                  ^
        fix: make it smaller: it may have 100000
      """
    ),
    (
      "logo:",
      """
      error: 'logo' is empty
          → tokenbook.yml:5:6
            logo:
                 ^
        fix: write 'logo: logo.svg'
      """
    ),
    (
      "logo: [logo.svg]",
      """
      error: 'logo' must be a text, not a list
          → tokenbook.yml:5:7
            logo: [logo.svg]
                  ^
        fix: write 'logo: logo.svg'
      """
    ),
  ])
  func `a logo that cannot be shown is refused`(line: String, expected: String) throws {
    let folder = try FolderOnDisk([
      "logo.gif": Data("picture".utf8), "logo": Data("picture".utf8),
      "large.png": Data(count: 100_001),
    ])

    #expect(folder.mistakes(line) == expected)
  }

  @Test func `a folder is no logo`() throws {
    let folder = try FolderOnDisk(["logo.svg/inside.txt": Data("text".utf8)])

    #expect(folder.mistakes("logo: logo.svg")?.contains("tokenbook.yml:5:7") == true)
  }

  /// Every build replaces the site, and with it the logo.
  @Test func `a logo inside the site is refused`() throws {
    let folder = try FolderOnDisk(["site/logo.svg": Data("picture".utf8)])

    #expect(folder.mistakes("logo: site/logo.svg")?.contains("tokenbook.yml:5:7") == true)
  }

  // MARK: Accent

  @Test(arguments: [("#14503F", "#14503f"), ("#000000", "#000000"), ("#0a0B0c", "#0a0b0c")])
  func `a dark colour is the accent`(written: String, text: String) throws {
    let accent = try read(["tokenbook.yml": sampleSettings + "accent: \"\(written)\"\n"])
      .settings.accent

    #expect(accent?.text == text)
  }

  /// To white and to `#f1f5f0`, where the accent is text as well.
  @Test(arguments: [("#6c6c6c", true), ("#6e6e6e", true), ("#707070", false), ("#767676", false)])
  func `the accent is read on paper and on its tint`(written: String, isRead: Bool) throws {
    let found = mistakes(["tokenbook.yml": sampleSettings + "accent: \"\(written)\"\n"])

    #expect((found == nil) == isRead, "\(found ?? "")")
  }

  @Test(arguments: [
    ("\"#14503\"", "#14503"), ("\"#14503FF\"", "#14503FF"), ("\"#1450ZF\"", "#1450ZF"),
    ("\"#145\"", "#145"), ("14503F", "14503F"), ("red", "red"), ("0", "0"), ("\"#\"", "#"),
    ("\"# 4503F\"", "# 4503F"), ("\"#+4503F\"", "#+4503F"), ("\"#１４５０３F\"", "#１４５０３F"),
  ])
  func `what is no colour is refused`(written: String, shown: String) {
    #expect(
      mistakes(["tokenbook.yml": sampleSettings + "accent: \(written)\n"]) == """
        error: 'accent' must be a colour such as '#14503F', not '\(shown)'
            → tokenbook.yml:5:9
              accent: \(written)
                      ^
          fix: write 'accent: "#14503F"'
        """)
  }

  @Test(arguments: ["#777777", "#FFFFFF", "#ffff00", "#F00000"])
  func `a colour that is too light for text is refused`(colour: String) {
    #expect(
      mistakes(["tokenbook.yml": sampleSettings + "accent: \"\(colour)\"\n"])?
        .hasPrefix(
          """
          error: the accent '\(colour)' is too light to be read on paper
              → tokenbook.yml:5:9
                accent: "\(colour)"
                        ^
            fix: write a darker colour,
          """) == true)
  }

  /// To YAML it is a comment.
  @Test func `a colour without quotes is shown with them`() {
    #expect(
      mistakes(["tokenbook.yml": sampleSettings + "accent: #14503F\n"]) == """
        error: 'accent' is empty
            → tokenbook.yml:5:8
              accent: #14503F
                     ^
          fix: write 'accent: "#14503F"'
        """)
  }
}
