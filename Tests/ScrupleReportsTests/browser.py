#!/usr/bin/env python3
"""Opens FOLDER/report.html in Debian's Chromium and holds it against FOLDER/audit.json.

usage: browser.py FOLDER [SCREENSHOTS]    (exit 0: all is well; 1: the faults are printed)
"""
import json
import pathlib
import sys

from playwright.sync_api import sync_playwright

LOOKS = {
    "light": dict(viewport={"width": 1280, "height": 900}),
    "dark": dict(viewport={"width": 1280, "height": 900}, color_scheme="dark"),
    "narrow": dict(viewport={"width": 390, "height": 844}),
}


def value_at(path, audit):
    for key in path.split("."):
        audit = audit[int(key)] if isinstance(audit, list) else audit[key]
    return audit


def figures(page, audit):
    found = page.eval_on_selector_all(
        "data", """all => all.map(e => {
          const at = e.closest('[data-at]'), cell = e.closest('td, th');
          let path = e.dataset.path;
          if (path === undefined) {
            const head = cell.closest('table').tHead.rows[0].cells[cell.cellIndex];
            const place = Array.prototype.indexOf.call(cell.querySelectorAll('data'), e);
            path = head.dataset.path.split(' ')[place];
          }
          return [(at ? at.dataset.at + '.' : '') + path, e.value]; })""")
    if not found:
        yield "no figure on the page"
    for path, value in found:
        if value_at(path, audit) != float(value):
            yield f"{path}: the page says {value}"


def slider(page, audit):
    knob = page.locator("#threshold")
    knob.focus()
    for key, place in [("Home", -1), ("End", 0), ("ArrowLeft", 1)]:
        page.keyboard.press(key)
        row = audit["thresholds"][place]
        says = page.locator("#threshold-says").inner_text()
        for number in (row["links"], row["falsePositives"], row["falseNegatives"]):
            if f"{number:,}" not in says:
                yield f"slider after {key}: {number:,} is not said"
        if page.locator("#threshold-table tr.chosen").count() != 1:
            yield f"slider after {key}: one row should be chosen"


# Every piece of text against what is painted beneath its middle: [contrast, text].
CONTRAST = """() => {
  const parse = text => { const n = text.match(/[\\d.]+/g).map(Number);
    return {rgb: n.slice(0, 3), a: n.length > 3 ? n[3] : 1}; };
  const light = rgb => { const [r, g, b] = rgb.map(v => { v /= 255;
      return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const over = (top, a, ground) => ground.map((g, i) => top[i] * a + g * (1 - a));
  const paint = e => { const s = getComputedStyle(e);
    if (!(e instanceof SVGElement) || e.tagName === 'svg') return parse(s.backgroundColor);
    if (s.fill === 'none' || e.tagName === 'text') return {rgb: [0, 0, 0], a: 0};
    const p = parse(s.fill); return {rgb: p.rgb, a: p.a * Number(s.opacity)}; };
  document.querySelectorAll('details').forEach(d => { d.open = true; });
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || e.closest('script, title, desc, .unseen, .skip')) continue;
    e.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    const range = document.createRange(); range.selectNodeContents(walk.currentNode);
    const box = range.getClientRects()[0];
    if (!box || !box.width) continue;
    const stack = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!stack.some(o => o === e || e.contains(o) || o.contains(e))) continue;
    let ground = [255, 255, 255];
    for (const o of stack.reverse()) { const p = paint(o); ground = over(p.rgb, p.a, ground); }
    const s = getComputedStyle(e), own = parse(e instanceof SVGElement ? s.fill : s.color);
    const a = light(over(own.rgb, own.a, ground)), b = light(ground);
    found.push([(Math.max(a, b) + .05) / (Math.min(a, b) + .05), walk.currentNode.data.trim()]);
  }
  return found; }"""


def contrast(page):
    found = page.evaluate(CONTRAST)
    if len(found) < 100:
        yield f"only {len(found)} pieces of text were looked at"
    yield from (f"contrast {ratio:.2f}: {text[:40]}" for ratio, text in found if ratio < 4.5)


def look(browser, name, options, folder, audit, shots):
    page = browser.new_page(**options)
    requests, console = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    page.goto((folder / "report.html").resolve().as_uri())
    yield from figures(page, audit)
    yield from slider(page, audit)
    page.keyboard.press("Home")
    yield from contrast(page)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield "the page is wider than the window"
    yield from (f"asked for {url}" for url in requests[1:])
    yield from (f"console: {text}" for text in console)
    if shots:
        page.reload()
        page.screenshot(path=shots / f"{name}.png", full_page=True)
        if name == "light":
            page.pdf(path=shots / "print.pdf", format="A4")
    page.close()


def main():
    folder = pathlib.Path(sys.argv[1])
    shots = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    audit = json.loads((folder / "audit.json").read_text())
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        faults = [f"{name}: {fault}" for name, options in LOOKS.items()
                  for fault in look(browser, name, options, folder, audit, shots)]
        browser.close()
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


main()
