"""What a screen reader gets of the page: Chromium's accessibility tree; and what weak eyes get of its colours."""

CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^='-'])"
ARABIC = "[\\u0600-\\u06ff\\u0750-\\u077f\\u08a0-\\u08ff\\ufb50-\\ufdff\\ufe70-\\ufefc]"


class Tree:
    """The tree as it is now."""

    def __init__(self, browser):
        self.browser = browser
        self.nodes = {node["nodeId"]: node for node in browser.call("Accessibility.getFullAXTree")["nodes"]}
        self.root = next(node for node in self.nodes.values() if "parentId" not in node)

    def under(self, node=None):
        """The nodes below one that are not ignored, in the order in which they are read."""
        for identifier in (node or self.root).get("childIds", []):
            child = self.nodes.get(identifier)
            if child:
                if not child["ignored"]:
                    yield child
                yield from self.under(child)

    def all(self, *roles, under=None):
        return [node for node in self.under(under) if role(node) in roles]

    def text(self, node):
        return "".join(item["name"]["value"] for item in self.all("StaticText", under=node))

    def of(self, selector):
        """Visible elements of the document with their nodes; None for one that the tree leaves out."""
        places = {node["backendDOMNodeId"]: node for node in self.nodes.values() if "backendDOMNodeId" in node}
        script = f"[...document.querySelectorAll(`{selector}`)].filter(item => item.checkVisibility())"
        found = self.browser.call("Runtime.evaluate", expression=script)["result"]["objectId"]
        for item in self.browser.call("Runtime.getProperties", objectId=found, ownProperties=True)["result"]:
            if item["name"].isdigit():
                element = self.browser.call("DOM.describeNode", objectId=item["value"]["objectId"])["node"]
                node = places.get(element["backendNodeId"])
                yield item["value"]["description"], node if node and not node["ignored"] else None


def role(node):
    return node.get("role", {}).get("value", "")


def name(node):
    return node.get("name", {}).get("value", "").strip()


def value(node, key):
    return next((item["value"].get("value") for item in node.get("properties", []) if item["name"] == key), None)


def check_structure(browser):
    """What every view needs; returns what there is of it."""
    tree = Tree(browser)
    assert browser.run("document.documentElement.lang") == "en", "the page has no language"
    assert name(tree.root), "the page has no title"
    controls = list(tree.of(CONTROLS))
    for element, node in controls:
        assert node, f"{element} is kept from screen readers"
        assert role(node) not in ("", "none", "generic"), f"{element} has no role"
        assert name(node), f"{element}, a {role(node)}, has no name"
    headings = [(value(node, "level"), name(node)) for node in tree.all("heading")]
    levels = [level for level, _ in headings]
    assert levels and levels[0] == 1 and levels.count(1) == 1, headings
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), headings
    assert all(text for _, text in headings), headings
    tables = list(tree.of("table"))
    for element, node in tables:
        assert node and role(node) == "table", f"{element} is no table to a screen reader"
        assert name(node), f"a table has no name: {tree.text(node)[:80]}"
        heads = tree.all("columnheader", under=node)
        assert heads and all(name(head) for head in heads), f"the table {name(node)} has columns without names"
        assert all(name(head) for head in tree.all("rowheader", under=node)), f"{name(node)}: a row has no name"
        dashes = [cell for cell in tree.all("cell", "gridcell", under=node) if tree.text(cell).startswith("–")]
        assert not dashes, f"{name(node)}: {len(dashes)} cells are read as a dash"
    noise = tree.all("mark", "meter")
    assert not noise, f"said around words or beside their number: {[role(node) for node in noise]}"
    check_languages(browser)
    return f"{len(controls)} controls, {len(headings)} headings, {len(tables)} tables"


def check_languages(browser):
    """Arabic is marked as such, for a voice that reads it, and runs right to left."""
    wrong = browser.run(f"""(() => {{
      const found = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {{
        const text = walker.currentNode.data, parent = walker.currentNode.parentElement;
        if (!/{ARABIC}/.test(text) || parent.closest('textarea, script')) continue;
        const language = parent.closest('[lang]')?.lang ?? '';
        const direction = getComputedStyle(parent).direction;
        if (!/^(ar|fa|ur|ps|ku|ckb|ug|sd)(-|$)/.test(language) || /-Latn/.test(language) || direction !== 'rtl')
          found.push([text.slice(0, 40), language, direction]);
      }}
      return found;
    }})()""")
    assert not wrong, f"Arabic without its language or direction: {wrong}"


def told(browser):
    """The line above the results, once the live region has said it."""
    shown = "document.getElementById('status').textContent"
    browser.wait(f"{shown} && document.getElementById('said').textContent.trim() === {shown}.trim()", "that a screen reader is told")
    tree = Tree(browser)
    (_, line), (_, region) = *tree.of("#status"), *tree.of("#said")
    assert region and role(region) == "status" and value(region, "live") == "polite", region
    assert line and role(line) == "paragraph", f"the line above the results is {line}"
    assert tree.text(region).strip() == tree.text(line).strip(), (tree.text(region), tree.text(line))
    return tree.text(line)


def count_said(browser):
    """From now on counts what the live region says; `said` in the page is the list of it."""
    browser.run("""(() => {
      const region = document.getElementById('said');
      window.said = [];
      new MutationObserver(() => region.textContent && said.push(region.textContent.trim())).observe(region, { childList: true });
    })()""")


def check_clicks(browser):
    """Only what can be followed or pressed is "clickable": nothing around it listens to clicks, and only the first heading takes the focus."""
    for place in ("window", "document", "document.documentElement", "document.body", "document.querySelector('main')", "document.getElementById('content')"):
        item = browser.call("Runtime.evaluate", expression=place)["result"]["objectId"]
        kinds = {listener["type"] for listener in browser.call("DOMDebugger.getEventListeners", objectId=item)["listeners"]}
        assert not kinds & {"click", "mousedown", "mouseup"}, f"{place} listens to {kinds}"
        assert place in ("window", "document") or not browser.run(f"{place}.hasAttribute('tabindex')"), f"{place} takes the focus"
    assert browser.run("[...document.querySelectorAll(':is(h1, h2, h3)[tabindex]')].map(item => item.id)") == ["title"]


def check_results(browser, caption):
    """The results are a list whose first item leads to an entity; returns their count."""
    tree = Tree(browser)
    (_, results), = tree.of("ol.matches")
    assert results and role(results) == "list", results
    items = tree.all("listitem", under=results)
    assert len(items) == browser.run("document.querySelectorAll('ol.matches > li').length")
    for item in items:
        (heading, *_), (link, *_) = tree.all("heading", under=item), tree.all("link", under=item)
        assert name(heading) and name(heading) == name(link), (heading, link)
        assert "score " in tree.text(item) and "%" in tree.text(item), tree.text(item)
    assert caption in name(tree.all("link", under=items[0])[0]), tree.text(items[0])
    return len(items)


def check_focus(browser, what):
    """The focus is somewhere, and can be seen there."""
    place = browser.run("document.activeElement?.tagName ?? 'nothing'")
    assert place not in ("BODY", "HTML", "nothing"), f"{what}: the focus is lost"
    return place


def check_tabs(browser):
    """The Tab key reaches every control in the order of the document, and shows where it is; returns their count."""
    count = browser.run(f"""(() => {{
      window.stops = [...document.querySelectorAll(`{CONTROLS}`)].filter(item => item.checkVisibility() && !item.closest('dialog:not([open])'));
      stops[0].focus();
      return stops.length;
    }})()""")
    for place in range(count):
        if place:
            browser.press("Tab", 9)
        reached = browser.run("stops.indexOf(document.activeElement)")
        assert reached == place, f"Tab reaches {browser.run('document.activeElement.outerHTML.slice(0, 200)')} instead of {browser.run(f'stops[{place}].outerHTML.slice(0, 200)')}"
        outline = browser.run("(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)(getComputedStyle(document.activeElement))")
        assert outline, f"the focus cannot be seen on {browser.run('document.activeElement.outerHTML.slice(0, 200)')}"
    return count


# Ratios by https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio; text needs 4.5 (1.4.3), the border of a box 3 (1.4.11).
CONTRAST = """(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parse = color => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return { color: [red, green, blue], alpha: alpha / 255 };
  };
  const over = (above, below) => above.color.map((part, place) => part * above.alpha + below[place] * (1 - above.alpha));
  const back = element => {
    if (!element) return parse('canvas').color;
    const own = parse(getComputedStyle(element).backgroundColor);
    return own.alpha === 1 ? own.color : over(own, back(element.parentElement));
  };
  const light = color => color.map(part => part / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const ratio = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((left, right) => left - right);
    return (bright + 0.05) / (dark + 0.05);
  };
  const weak = [], seen = [];
  const judge = (element, color, behind, least, what) => {
    const found = ratio(over(parse(color), behind), behind);
    seen.push(found);
    if (found < least) weak.push(`${what} ${found.toFixed(2)}: ${element.outerHTML.slice(0, 120)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('.unseen, [aria-disabled], script')) continue;
    judge(element, getComputedStyle(element).color, back(element), 4.5, 'text');
  }
  for (const box of document.querySelectorAll('input, textarea, select')) {
    if (!box.checkVisibility()) continue;
    judge(box, getComputedStyle(box).color, back(box), 4.5, 'text');
    judge(box, getComputedStyle(box).borderTopColor, back(box.parentElement), 3, 'border');
  }
  return { weak, least: Math.min(...seen), count: seen.length };
})()"""


def check_contrast(browser, view):
    """Texts and boxes stand out from what is behind them, in light and in dark; returns the least ratio."""
    least = []
    for scheme in ("light", "dark"):
        browser.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}])
        found = browser.run(CONTRAST)
        assert found["count"] and not found["weak"], f"{view}, {scheme}: {found['weak']}"
        least.append(found["least"])
    browser.call("Emulation.setEmulatedMedia", features=[])
    return min(least)
