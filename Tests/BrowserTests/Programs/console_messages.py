"""What the pages of each kind write to the console, from files and from a strict web host."""

from browsing import addresses, browser, page_types, served

with served() as port, browser() as chromium:
    for path in page_types():
        for address in addresses(port, path):
            words = []
            page = chromium.new_context().new_page()
            page.on("console", lambda message: words.append(message.text))
            page.on("pageerror", lambda error: words.append(error.message))
            page.on("requestfailed", lambda request: words.append(f"failed: {request.url}"))
            page.goto(address)
            search = page.get_by_role("search").get_by_role("combobox")
            if search.count():
                search.focus()
                page.wait_for_load_state("networkidle")
            for text in words:
                print(f"{address.split(':')[0]} {path}: {text}")
            page.context.close()
