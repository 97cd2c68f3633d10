"""Toggles and tabs, by mouse and by keyboard, with JavaScript and without."""

from browsing import addresses, first_page, must, opened

# How many variants are shown but do not fit the chosen radio buttons, or fit but are hidden.
WRONG_VARIANTS = """() => [...document.querySelectorAll(".variant")].filter((variant) => {
  const chain = [];
  for (let node = variant; node; node = node.parentElement) {
    chain.push(...Object.entries(node.dataset));
  }
  const fits = chain.filter(([name]) => /^t\\d$/.test(name))
    .every(([name, choice]) => document.getElementById(`${name}-c${choice}`).checked);
  return fits !== (variant.getClientRects().length > 0);
}).length"""


def fits(page, words):
    must(page.evaluate(WRONG_VARIANTS) == 0, f"{words}: the variants do not follow the choice")


def check_fieldset(page, fieldset, words):
    radios = fieldset.locator("input")
    names = fieldset.locator("label")
    last = names.count() - 1
    before = page.locator("main").inner_text()
    names.nth(last).click()
    must(radios.nth(last).is_checked(), f"{words}: a click chooses nothing")
    fits(page, f"{words}, by mouse")
    must(page.locator("main").inner_text() != before, f"{words}: a click shows nothing new")

    radios.nth(last).focus()
    page.keyboard.press("ArrowLeft")
    must(radios.nth(last - 1).is_checked(), f"{words}: an arrow key chooses nothing")
    fits(page, f"{words}, by keyboard")


def check_kind(chromium, port, kind):
    path = first_page(kind)
    for address in addresses(port, path):
        for script in [True, False]:
            page = opened(chromium, address, java_script_enabled=script)
            fits(page, f"{path}, as published")
            mode = "with" if script else "without"
            fieldset = page.locator(f"fieldset[{kind}]").first
            check_fieldset(page, fieldset, f"{path} {mode} JavaScript")
            page.context.close()


def check_toggles(chromium, port):
    check_kind(chromium, port, 'class="toggle"')


def check_tabs(chromium, port):
    check_kind(chromium, port, 'class="toggle tabs"')
