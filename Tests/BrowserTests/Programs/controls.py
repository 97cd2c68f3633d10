"""Tries every control of the pages; prints `control: works` or its first fault."""

from playwright.sync_api import Error

from browsing import Finding, browser, served
from chart_reading import check_chart_reading
from copied_links import check_copied_links
from filtering import check_filtering
from page_age import check_page_age
from searching import check_search
from series import check_series
from shared_links import check_shared_links
from sorting import check_sorting
from toggles import check_tabs, check_toggles

CHECKS = {
    "toggles": check_toggles,
    "tabs": check_tabs,
    "sorting": check_sorting,
    "filtering": check_filtering,
    "chart reading": check_chart_reading,
    "series": check_series,
    "search": check_search,
    "shared links": check_shared_links,
    "copied links": check_copied_links,
    "page age": check_page_age,
}

with served() as port, browser() as chromium:
    for name, check in CHECKS.items():
        try:
            check(chromium, port)
            print(f"{name}: works")
        except Finding as finding:
            print(f"{name}: {finding}")
        except Error as error:
            print(f"{name}: {error.message.splitlines()[0]}")
        for context in chromium.contexts:
            context.close()
