"""Two ways to work with a page: with a mouse, and with nothing but the keys Tab, Enter and Space.

Both find things by the words that people read or hear, so a journey that is written once is travelled
with either.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import Page

# More than any page has stops; a key that never comes where it should must not be pressed for ever.
MOST_STOPS = 200

# What has the focus: its name as a screen reader says it, its place in the page, and whether somebody
# can see that it has it.
FOCUSED = """() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const words = element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.textContent
  const box = element.getBoundingClientRect()
  const [x, y] = [box.left + box.width / 2, Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1)]
  const there = document.elementFromPoint(x, y)
  // A choice wears its ring around its label.
  const style = getComputedStyle(element.closest(".naober-choice") || element)
  return {
    name: words.replace(/\\s+/g, " ").trim(),
    place: [...document.querySelectorAll("*")].indexOf(element),
    ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none",
    within: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !there || !(element.contains(there) || there.contains(element)),
  }
}"""


@dataclass(frozen=True)
class Mouse:
    """Somebody who points and clicks. What is out of sight cannot be clicked."""

    page: Page

    def press(self, name: str) -> None:
        """Press the first link or button of that name, and wait for the page it leads to."""
        named = re.compile(rf"^\s*{re.escape(name)}\s*$")
        with self.page.expect_navigation():
            self.page.locator("a:visible, button:visible").filter(has_text=named).first.click()

    def unfold(self, words: str) -> None:
        """Open what is folded away behind a line with these words."""
        self.page.locator("summary").filter(has_text=words).click()

    def write(self, label: str, text: str) -> None:
        """Fill in the field of that label."""
        self.page.get_by_label(label, exact=True).fill(text)

    def choose(self, label: str, option: str) -> None:
        """Choose from the list of that label."""
        self.page.get_by_label(label, exact=True).select_option(label=option)


@dataclass(frozen=True)
class Stop:
    """Where the focus is."""

    name: str
    place: int
    ring: bool
    within: bool
    covered: bool

    @property
    def is_seen(self) -> bool:
        """Whether somebody who looks at the screen sees where they are."""
        return self.ring and self.within and not self.covered


@dataclass(frozen=True)
class Keyboard:
    """Somebody who uses no mouse. Fails when the focus is somewhere that cannot be seen."""

    page: Page

    def press(self, name: str) -> None:
        """Tab to the link or button of that name, press Enter, and wait for the page it leads to."""
        self._go_to(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def unfold(self, words: str) -> None:
        """Tab to the line with these words and press Space."""
        self._go_to(words, whole=False)
        self.page.keyboard.press("Space")

    def write(self, label: str, text: str) -> None:
        """Tab to the field of that label and type."""
        self._go_to(label)
        self.page.keyboard.insert_text(text)

    def choose(self, label: str, option: str) -> None:
        """Tab to the list of that label and type the first letters of what is wanted."""
        self._go_to(label)
        self.page.keyboard.type(option)

    def tab(self) -> Stop | None:
        """One step on; None at the end of the page."""
        self.page.keyboard.press("Tab")
        found = self.page.evaluate(FOCUSED)
        if found is None:
            return None
        stop = Stop(**found)
        assert stop.is_seen, f"{self.page.url}: nobody sees that the focus is on {stop}"
        return stop

    def _go_to(self, name: str, *, whole: bool = True) -> None:
        passed = []
        for _ in range(MOST_STOPS):
            stop = self.tab()
            if stop and (stop.name == name if whole else name in stop.name):
                return
            passed.append(stop.name if stop else "(einde)")
        raise AssertionError(f"{self.page.url}: Tab never came to {name!r}, only to {sorted(set(passed))}")
