"""What cannot be seen in forced colours: text and marks in the colour of the ground."""

from browsing import SITE, browser, opened, page_types

# A paper line over a mark, or paper behind a text, is meant to have the colour of the ground.
INVISIBLE = """() => {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = luminance(getComputedStyle(document.documentElement).backgroundColor);
  const isSeen = (colour, least) => {
    if (!colour.startsWith("rgb") || /^rgba.* 0\\)$/.test(colour)) return false;
    const [dark, light] = [luminance(colour), ground].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05) >= least;
  };
  const found = [];
  for (const node of document.querySelectorAll("body *")) {
    if (!node.getClientRects().length || node.closest("defs, .skip")) continue;
    const style = getComputedStyle(node);
    const isDrawn = node.matches("svg :is(rect, path, circle, line, polyline, polygon)");
    const hasText = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (node.matches(".cell-cross")) continue;
    const isFine = isDrawn
      ? style.fill.startsWith("url") || isSeen(style.fill, 3) || isSeen(style.stroke, 3)
      : !hasText || isSeen(node.matches("svg text") ? style.fill : style.color, 4.5);
    const name = node.getAttribute("class") ?? node.textContent.trim().slice(0, 40);
    if (!isFine) found.push(`${node.localName} ${name}`);
  }
  return [...new Set(found)];
}"""

with browser() as chromium:
    for path in page_types():
        page = opened(chromium, (SITE / path).as_uri(), forced_colors="active")
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme, forced_colors="active")
            for name in page.evaluate(INVISIBLE):
                print(f"{path} {scheme}: {name}")
        page.context.close()
