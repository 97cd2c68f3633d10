"""Filtering rows by words and by a choice."""

from browsing import SITE, all_pages, must, opened, there
from grids import ROWS, made_page, names


def check_made(chromium):
    page = opened(chromium, made_page())
    field = there(page.get_by_label("Filter"), "the filter")
    count = page.locator(".filter [role=status]")
    must(count.inner_text() == "", "a count without a filter")

    field.press_sequentially("ROW 1")
    must(names(page) == ["Row 10", "row 1", "Row 11"], f"words: {names(page)}")
    must(count.inner_text() == "3 of 12 rows; totals are of all rows", count.inner_text())
    must(not page.locator("tfoot").is_visible(), "the total of all rows stands under some of them")

    page.get_by_label("Kind").select_option("odd")
    must(names(page) == ["row 1"], f"words and choice: {names(page)}")
    field.fill("")
    page.get_by_label("Kind").select_option("all")
    must(names(page) == [name for name, _, _ in ROWS], "not every row came back")
    must(page.locator("tfoot").is_visible(), "the total did not come back")


def longest_table(source):
    tables = source.split('<figure class="table"')[1:]
    return max([table.split("</figure>")[0].count("<tr") for table in tables], default=0)


def check_published(chromium):
    # The page with the longest table, by its rows.
    path = max(all_pages(), key=lambda path: longest_table((SITE / path).read_text()))
    page = opened(chromium, (SITE / path).as_uri())
    there(page.locator(".filter input:visible"), f"{path}: the filter").first.fill("no row holds this")
    count = page.locator(".filter:visible [role=status]").first.inner_text()
    must(count.startswith("0 of "), f"{path}: {count}")


def check_filtering(chromium, _):
    check_made(chromium)
    check_published(chromium)
