"""Pointing at one series of a chart: the others step back."""

from browsing import SITE, first_page, must, opened

PALE = """(figure) => [...figure.querySelectorAll("svg .series, svg .series-line")]
  .filter((mark) => mark.getClientRects().length)
  .map((mark) => getComputedStyle(mark).opacity !== "1")"""


def some_pale(figure, words):
    pale = figure.evaluate(PALE)
    must(any(pale) and not all(pale), f"{words}: {sum(pale)} of {len(pale)} marks stepped back")


def check_series(chromium, _):
    path = first_page('class="key"')
    page = opened(chromium, (SITE / path).as_uri())
    figure = page.locator("figure.chart:visible", has=page.locator(".key")).first
    figure.locator("svg.wide .label-name").first.hover()
    some_pale(figure, f"{path}, label under the pointer")
    page.mouse.move(1, 1)
    must(not any(figure.evaluate(PALE)), f"{path}: marks stay pale")

    page = opened(chromium, (SITE / path).as_uri(), width=360)
    figure = page.locator("figure.chart:visible", has=page.locator(".key")).first
    figure.locator(".key li").first.hover()
    some_pale(figure, f"{path}, key entry under the pointer")
    page.mouse.move(1, 1)
    figure.locator(".key li").last.focus()
    some_pale(figure, f"{path}, key entry with the focus")
