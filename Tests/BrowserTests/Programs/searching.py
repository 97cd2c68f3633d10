"""The search in the masthead, with the mouse and the keyboard."""

import json
import re

from browsing import SITE, addresses, must, opened, page_types, there


def entries():
    text = (SITE / "assets" / "search.js").read_text()
    return json.loads(re.fullmatch(r"window\.TOKENBOOK_SEARCH=(.*);\s*", text, re.DOTALL)[1])


def check_page(chromium, address):
    page = opened(chromium, address)
    field = there(page.get_by_role("search").get_by_role("combobox"), "the search")
    options = page.get_by_role("search").get_by_role("option")
    loaded = page.locator("script[src*='assets/search.js']")
    must(loaded.count() == 0, "the list is loaded before anyone searches")
    field.focus()
    must(loaded.count() == 1, "the list is not loaded")

    name, _, path = entries()[-1]
    words = name[:4].lower()
    expected = [entry for entry in entries() if words in entry[0].lower()][:12]
    field.press_sequentially(words)
    options.first.wait_for()
    must(options.count() == len(expected), f"'{words}': {options.count()} of {len(expected)}")
    must(options.first.inner_text().lower().startswith(words), f"'{words}': prefixes are not first")
    must(field.get_attribute("aria-expanded") == "true", "aria-expanded is not true")

    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    must(options.first.get_attribute("id") == active, "ArrowDown chooses nothing")
    page.keyboard.press("Escape")
    must(options.count() == 0 and field.input_value() == "", "Escape does not close the list")

    field.press_sequentially(name)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{path}")

    page.get_by_role("search").get_by_role("combobox").press_sequentially(name)
    page.get_by_role("search").get_by_role("option").first.click()
    page.wait_for_url(f"**/{path}")
    page.context.close()


def check_search(chromium, port):
    deepest = max(page_types(), key=lambda path: path.count("/"))
    for path, address in zip(["index.html", deepest], [0, 1]):
        check_page(chromium, addresses(port, path)[address])
