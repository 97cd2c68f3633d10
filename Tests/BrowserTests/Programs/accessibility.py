"""What axe finds on a page of each kind: light, dark, and on a phone with every table open and
the last choice of every toggle."""

from axe_playwright_python.sync_playwright import Axe

from browsing import SITE, browser, opened, page_types

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

VIEWS = {"light": ("light", 1280), "dark": ("dark", 1280), "phone": ("light", 360)}

with browser() as chromium:
    for path in page_types():
        page = opened(chromium, (SITE / path).as_uri())
        for view, (scheme, width) in VIEWS.items():
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            if view == "phone":
                page.locator("details").evaluate_all("(all) => all.forEach((one) => one.open = true)")
                for choice in page.locator("fieldset label:last-child input:visible").all():
                    choice.check()
            options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
            for violation in Axe().run(page, options=options).response["violations"]:
                for node in violation["nodes"]:
                    print(f"{path} {view}: {violation['id']}: {node['target'][0]}")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                print(f"{path} {view}: the page is wider than the screen")
        page.context.close()
