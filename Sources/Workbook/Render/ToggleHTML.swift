/// The radio buttons of a toggle or of tabs: a view to choose, not a place to go.
func toggleHTML(_ toggle: Toggle, isTabs: Bool = false) -> HTMLBuffer {
  var html = HTMLBuffer()
  html.append(markup: "<fieldset class=\"toggle\(isTabs ? " tabs" : "")\" data-name=\"")
  html.append(text: toggle.name)
  html.append(markup: "\">\n<legend>")
  html.append(text: label(of: toggle.name))
  html.append(markup: "</legend>\n")
  for (index, choice) in toggle.choices.enumerated() {
    let id = "t\(toggle.number)-c\(index + 1)"
    html.append(markup: "<label><input type=\"radio\" name=\"")
    html.append(text: toggle.name)
    html.append(markup: "\" id=\"\(id)\" value=\"")
    html.append(text: choice.value)
    html.append(markup: "\"\(index == toggle.standard ? " checked" : "")><span>")
    html.append(text: choice.label)
    html.append(markup: "</span></label>\n")
  }
  html.append(markup: "</fieldset>\n")
  return html
}

/// What tells the style sheet when to show a variant: `data-t1="2"`.
func variantAttributes(_ choices: [ToggleChoice]) -> String {
  choices.map { " data-t\($0.toggle.number)=\"\($0.index + 1)\"" }.joined()
}
