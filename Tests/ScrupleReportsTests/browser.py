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
        "data[data-path]", """all => all.map(e => {
          const at = e.closest('[data-at]');
          return [(at ? at.dataset.at + '.' : '') + e.dataset.path, e.value]; })""")
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
