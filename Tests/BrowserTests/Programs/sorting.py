"""Sorting by the head of a column, with the mouse and the keyboard."""

from browsing import SITE, first_page, must, opened, there
from grids import ROWS, made_page, names

PUBLISHED = [name for name, _, _ in ROWS]
PLACED = ["2 more", "Nobody", "Rounding"]
FALLING = ["Row 10", "Row 2", "Row 11", "Row 8", "Row 7", "Row 6", "Row 5", "Row 3", "Röw 4",
           "row 1", "Row 9"]
BY_NAME = ["row 1", "Row 2", "Row 3", "Röw 4", "Row 5", "Row 6", "Row 7", "Row 8", "Row 9",
           "Row 10", "Row 11"]


def check_made(chromium):
    page = opened(chromium, made_page())
    amount = there(page.get_by_role("button", name="Amount"), "the button of a head")
    head = page.locator("th", has_text="Amount")

    def after(words, order, direction):
        must(names(page) == order, f"{words}: {names(page)}")
        must(head.get_attribute("aria-sort") == direction, f"{words}: aria-sort is wrong")

    amount.click()
    after("first click", FALLING + PLACED, "descending")
    amount.click()
    # What is not known stays last.
    after("second click", FALLING[-2::-1] + FALLING[-1:] + PLACED, "ascending")
    amount.click()
    after("third click", PUBLISHED, None)

    amount.focus()
    page.keyboard.press("Enter")
    after("Enter", FALLING + PLACED, "descending")
    page.get_by_role("button", name="Name").focus()
    page.keyboard.press("Space")
    after("Space on another head", BY_NAME + PLACED, None)


def check_published(chromium):
    path = first_page('class="table"')
    page = opened(chromium, (SITE / path).as_uri())
    button = there(page.locator("figure.table th button:visible"), "the button of a head").first
    figure = page.locator("figure.table", has=page.locator("th button:visible")).first
    before = names(page, f"#{figure.get_attribute('id')}")
    button.click()
    once = names(page, f"#{figure.get_attribute('id')}")
    button.click()
    twice = names(page, f"#{figure.get_attribute('id')}")
    must(len({tuple(before), tuple(once), tuple(twice)}) >= 2, f"{path}: sorting moves no row")
    must(sorted(before) == sorted(twice), f"{path}: sorting loses rows")
    total = figure.locator("tr").last
    must("total" in (total.get_attribute("class") or ""), f"{path}: the total is not last")


def check_sorting(chromium, _):
    check_made(chromium)
    check_published(chromium)
