"""Reading the numbers of a chart off its drawing, with the pointer and with the arrow keys."""

from browsing import addresses, first_page, must, opened, there

ROWS = """(figure) => [...figure.querySelectorAll("details tbody tr:not(.rounding)")]
  .map((row) => [...row.cells].map((cell) => cell.textContent.trim()))"""


def check_chart(page, figure, words):
    drawing = figure.locator("svg[data-slots]:visible").first
    drawing.scroll_into_view_if_needed()
    rows = figure.evaluate(ROWS)
    tip = page.locator(".tooltip")
    live = page.locator(".unseen[role=status]")
    axis, start, end = drawing.get_attribute("data-slots").split()
    view = drawing.get_attribute("viewBox").split()
    box = drawing.bounding_box()
    scale = box["width"] / float(view[2])

    def point(slot):
        along = (float(start) + (float(end) - float(start)) * (slot + 0.5) / len(rows)) * scale
        across = (box["height"] if axis == "x" else box["width"]) / 2
        x, y = (along, across) if axis == "x" else (across, along)
        return box["x"] + x, box["y"] + y

    for slot in {0, len(rows) // 2, len(rows) - 1}:
        page.mouse.move(*point(slot))
        shown = there(tip, f"{words}, slot {slot}: the text").inner_text()
        for text in rows[slot]:
            must(text in shown, f"{words}, slot {slot}: '{text}' is not in '{shown}'")
    must(drawing.locator(".cursor").count() == 1, f"{words}: no line at the slot")

    # The pointer can go to the text; Escape takes it away without moving the pointer.
    x, _ = point(len(rows) // 2)
    page.mouse.move(x, box["y"] + box["height"] - 2)
    page.mouse.move(x, box["y"] + box["height"] + 12, steps=5)
    must(tip.is_visible(), f"{words}: the text is gone when the pointer reaches it")
    page.keyboard.press("Escape")
    must(tip.count() == 0, f"{words}: Escape does not close the text")
    page.mouse.move(*point(0))
    page.mouse.move(1, 1)
    must(tip.count() == 0, f"{words}: the text stays when the pointer has left")

    drawing.focus()
    for key, row in [("End", rows[-1]), ("ArrowLeft", rows[-2]), ("Home", rows[0]),
                     ("ArrowRight", rows[1])]:
        page.keyboard.press(key)
        for text in row:
            must(text in tip.inner_text(), f"{words}, {key}: '{text}' is not shown")
            must(text in live.inner_text(), f"{words}, {key}: '{text}' is not announced")
    page.keyboard.press("Tab")
    must(tip.count() == 0, f"{words}: the text stays when the chart has lost the focus")


def check_chart_reading(chromium, port):
    for axis in "xy":
        path = first_page(f'data-slots="{axis} ')
        for address, width in zip(addresses(port, path), [1280, 360]):
            page = opened(chromium, address, width=width)
            drawings = page.locator(f'svg[data-slots^="{axis} "]:visible')
            drawing = there(drawings, f"{path}: a chart").first
            figure = page.locator("figure.chart", has=drawing).first
            check_chart(page, figure, f"{path} at {width} px")
            page.context.close()
