"""The button that copies the link to the view, where the browser lets it and where not."""

from browsing import PLAIN_HOST, must, opened, there

NAME = "Copy the link to this view"


def check_copied_links(chromium, port):
    allowed = ["clipboard-read", "clipboard-write"]
    page = opened(chromium, f"http://127.0.0.1:{port}/index.html#x=1", permissions=allowed)
    there(page.get_by_role("button", name=NAME), "the button").click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    must(copied == page.url, f"'{copied}' was copied")

    page = opened(chromium, f"http://{PLAIN_HOST}:{port}/index.html")
    must(not page.evaluate("isSecureContext"), "the host counts as secure")
    page.get_by_role("button", name=NAME).focus()
    page.keyboard.press("Enter")
    link = page.get_by_label("Link", exact=True)
    must(link.input_value() == page.url, "the field does not hold the link")
    start, end = link.evaluate("(field) => [field.selectionStart, field.selectionEnd]")
    must((start, end) == (0, len(page.url)), "the link is not selected")
    must("press Ctrl+C" in page.locator(".contact").inner_text(), "nothing says what to press")
