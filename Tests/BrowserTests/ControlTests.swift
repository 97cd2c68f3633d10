import Testing

@Suite struct ControlTests {
  /// Toggles and tabs also without JavaScript.
  @Test(arguments: Control.allCases)
  func `a control works by mouse and by keyboard`(control: Control) throws {
    #expect(try control.report(in: Control.onDemo) == "works")
  }

  @Test(arguments: Control.allCases)
  func `a control that does nothing is noticed`(control: Control) throws {
    #expect(try control.report(in: Control.onBarePages) != "works")
  }
}
