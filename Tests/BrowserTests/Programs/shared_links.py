"""A link to a view shows the same view to somebody else."""

from browsing import SITE, addresses, first_page, must, opened, there


def check_address(chromium, address):
    usual = opened(chromium, address)
    text = usual.locator("main").inner_text()
    for fieldset in usual.locator("fieldset.toggle").all():
        if fieldset.is_visible():
            fieldset.locator("label").last.click()
    there(usual.locator("figure.table th button:visible"), "the button of a head").last.click()
    seen = usual.locator("main").inner_text()
    must(seen != text, f"{address}: the controls change nothing")
    must("#" in usual.url, f"{address}: the view is not in the address")

    other = opened(chromium, usual.url)
    must(other.url == usual.url, f"{usual.url} became {other.url}")
    must(other.locator("main").inner_text() == seen, f"{usual.url} shows another view")

    # Without a fragment the view is the published one, and so with words nobody knows.
    other.evaluate("location.hash = ''")
    must(other.locator("main").inner_text() == text, f"{address}: the defaults do not come back")
    unknown = opened(chromium, f"{address}#nobody=knows&q.this=too")
    must(unknown.locator("main").inner_text() == text, f"{address}: unknown words change the view")


def check_element(chromium, address):
    """A link to an element that the default view hides shows it."""
    page = opened(chromium, address)
    name = page.locator(".variant:not(:visible) figure[id]").first.get_attribute("id")
    page = opened(chromium, f"{address}#{name}")
    must(page.locator(f"#{name}").is_visible(), f"{address}#{name}: the element is hidden")
    must(page.url.endswith(f"#{name}"), f"{address}#{name} became {page.url}")


def check_shared_links(chromium, port):
    for address in addresses(port, first_page('class="toggle')):
        check_address(chromium, address)
    check_element(chromium, (SITE / first_page('class="variant')).as_uri())
