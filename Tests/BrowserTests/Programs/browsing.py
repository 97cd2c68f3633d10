"""A browser, a web server and the pages of a site, for the programs beside this file.

Each program gets the folder of a site and prints what is wrong, one finding a line."""

import contextlib
import functools
import http.server
import pathlib
import shutil
import sys
import threading

from playwright.sync_api import sync_playwright

SITE = pathlib.Path(sys.argv[1]).resolve()

# What a strict web host sends; a page may not need more.
POLICY = "default-src 'self'; img-src 'self' data:"

# A name that leads here but is no secure context, as on a plain internal host.
PLAIN_HOST = "tokenbook.test"


class Finding(Exception):
    """Something is not as it must be."""


def must(condition, words):
    if not condition:
        raise Finding(words)


def there(locator, words):
    """The locator, if anything is where it points: without this, a click would wait for it."""
    must(locator.count() > 0, f"{words} is missing")
    return locator


class Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder=SITE):
    """The port on which the folder is served."""
    handler = functools.partial(Handler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", f"--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1"],
        )
        yield chromium
        chromium.close()


def opened(chromium, address, width=1280, **context):
    """A page in a context of its own, so that nothing is remembered from another."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, **context)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(address)
    return page


def addresses(port, path):
    return [(SITE / path).as_uri(), f"http://127.0.0.1:{port}/{path}"]


def all_pages():
    """The overview first."""
    paths = [str(path.relative_to(SITE)) for path in SITE.rglob("*.html")]
    return sorted(paths, key=lambda path: (path != "index.html", path))


def page_types():
    """One page of each kind: the first of those that lie in the same folders."""
    kinds = {}
    for path in all_pages():
        folders = path.split("/")[:-1]
        kinds.setdefault((*folders[:1], len(folders)), path)
    return list(kinds.values())


def first_page(text):
    """The first page whose source holds the text."""
    for path in all_pages():
        if text in (SITE / path).read_text():
            return path
    raise Finding(f"no page holds {text}")
