"""How old a page is, said from the third day on."""

import datetime

from browsing import SITE, must


EXPECTED = {0: None, 2: None, 3: "this page is 3 days old", 400: "this page is 400 days old"}


def check_page_age(chromium, _):
    page = chromium.new_context(timezone_id="Pacific/Auckland").new_page()
    page.goto((SITE / "index.html").as_uri())
    as_of = page.locator("html").get_attribute("data-as-of")
    for days, words in EXPECTED.items():
        # Still the day before in most of the world: the reader's own date counts.
        morning = datetime.datetime.fromisoformat(f"{as_of}T00:30:00+13:00")
        page.clock.set_fixed_time(morning + datetime.timedelta(days=days))
        page.reload()
        text = page.locator(".freshness").inner_text()
        must(words in text if words else "days old" not in text, f"after {days} days: {text}")
