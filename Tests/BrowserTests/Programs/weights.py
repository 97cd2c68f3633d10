"""Pages that are too heavy with everything they load: 800 kB raw or 150 kB compressed."""

import gzip
import re

from browsing import SITE, all_pages

LOADED = re.compile(r'(?:<link[^>]* href|<script[^>]* src|data-search)="([^"]+)"')

for path in all_pages():
    page = SITE / path
    loaded = LOADED.findall(page.read_text())
    files = [page] + [page.parent / name for name in loaded if not name.startswith("data:")]
    contents = [file.read_bytes() for file in files]
    raw = sum(len(content) for content in contents)
    compressed = sum(len(gzip.compress(content)) for content in contents)
    if raw > 800_000:
        print(f"{path}: {raw:,} bytes")
    if compressed > 150_000:
        print(f"{path}: {compressed:,} bytes compressed")
