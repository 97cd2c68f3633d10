"""Tables: those of the site, and one made here whose right order is known."""

import pathlib
import tempfile

from browsing import SITE

FOLDER = tempfile.TemporaryDirectory()

# The name, the exact value (None: not known) and the class of each row, as published.
ROWS = [
    ("Row 10", "9007199254740993", ""),
    ("Row 9", None, ""),
    ("Row 2", "9007199254740992", ""),
    ("row 1", "-5", ""),
    ("Row 3", "0.5", ""),
    ("Röw 4", "0.25", ""),
    ("Row 5", "7", ""),
    ("Row 6", "8", ""),
    ("Row 7", "9", ""),
    ("Row 8", "10", ""),
    ("Row 11", "11", ""),
    ("2 more", "99999999999999999999", "other"),
    ("Nobody", "50", "unassigned"),
    ("Rounding", "1", "rounding"),
]


def made_page():
    """The address of a page with the table and the site's script."""
    def cell(value):
        number = f' data-value="{value}"' if value else ""
        return f'<td class="number"{number}>{value or "not known"}</td>'

    body = "".join(
        f'<tr class="{kind}"><th scope="row">{name}</th>{cell(value)}'
        f"<td>{'odd' if place % 2 else 'even'}</td></tr>"
        for place, (name, value, kind) in enumerate(ROWS)
    )
    script = next((SITE / "assets").glob("tokenbook-*.js")).as_uri()
    page = pathlib.Path(FOLDER.name) / "made.html"
    page.write_text(
        f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Made</title>
<script src="{script}" defer></script>
<nav class="navigation"></nav><main><figure class="table" id="made"><div class="scroll">
<table class="grid" data-filter="2"><thead><tr><th scope="col">Name</th>
<th scope="col" class="number">Amount</th><th scope="col">Kind</th></tr></thead>
<tbody>{body}</tbody>
<tfoot><tr class="total"><th scope="row">Total</th><td></td><td></td></tr></tfoot>
</table></div></figure></main><div class="contact"></div></html>"""
    )
    return page.as_uri()


def names(page, figure="#made"):
    """The first cells of the rows that are shown."""
    rows = page.locator(f"{figure} tbody tr:visible > :first-child")
    return [name.strip() for name in rows.all_text_contents()]
