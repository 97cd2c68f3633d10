"""What is missing on paper: page numbers, repeated heads, the names and numbers of every tab."""

import subprocess
import tempfile

from browsing import SITE, all_pages, browser, first_page, opened

# Of each table: the words of its head, and the texts of its rows.
TABLES = """() => [...document.querySelectorAll("table.grid:has(thead)")].map((table) => ({
  heads: [...table.tHead.rows[0].cells].map((cell) => cell.textContent).join(" "),
  rows: [...table.tBodies[0].rows].map((row) => row.textContent),
}))"""


def squeezed(text):
    return "".join(text.split()).replace("\u2060", "")


def sheets(page):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        page.pdf(path=file.name, prefer_css_page_size=True)
        text = subprocess.run(["pdftotext", "-layout", file.name, "-"], check=True,
                              capture_output=True, text=True).stdout
    return [squeezed(sheet) for sheet in text.split("\f")[:-1]]


def check(path, page):
    tables = page.evaluate(TABLES)
    names = page.locator(".panel-name").all_text_contents()
    # Of the variants of a toggle only the chosen one prints.
    titles = page.locator(".panel > figure .figure-title").all_text_contents()
    printed = sheets(page)
    everything = "".join(printed)
    for number, sheet in enumerate(printed, 1):
        if f"{number}/{len(printed)}" not in sheet:
            print(f"{path}: sheet {number} has no '{number} / {len(printed)}'")
    for name in names:
        if squeezed(name) not in everything:
            print(f"{path}: the tab '{name}' is missing")
    for title in titles:
        if squeezed(title) not in everything:
            print(f"{path}: the figure '{title}' is missing")
    return check_heads(path, tables, printed)


def check_heads(path, tables, printed):
    """How many tables run over several sheets."""
    broken = 0
    for table in tables:
        # A long row is broken into lines and not found; one without numbers may stand in two tables.
        rows = [squeezed(row) for row in table["rows"]]
        on = [sheet for sheet in printed if sum(row in sheet for row in rows) > 1]
        if len(on) < 2:
            continue
        broken += 1
        if not all(word in sheet for sheet in on for word in table["heads"].split()):
            print(f"{path}: the head '{table['heads']}' is not on every sheet")
    return broken


with browser() as chromium:
    broken = 0
    team = next(path for path in all_pages() if path.startswith("teams/") and path.count("/") == 2)
    for path in sorted({"index.html", team, first_page('class="panel-name"')}):
        broken += check(path, opened(chromium, (SITE / path).as_uri()))
    if not broken:
        print("no table runs over two sheets, so no head can be seen to repeat")
