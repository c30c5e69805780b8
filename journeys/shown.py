"""What the pages tell about the pasted paper, read from the screen.

Each function gives, for one village, the title of every point of the paper that the page tells it, with
the literal words that the page gives as the reason.
"""

from playwright.sync_api import Locator, Page

from journeys import paper
from journeys.mail import words_in

Shown = dict[str, str]
EVERYWHERE = "Alle dorpen"
SITTING = f"/besluiten/gemeenteraad-{paper.ON.isoformat()}/"


def on_home(page: Page, village: str) -> Shown:
    """What stands under "Nieuw" beside the sign of the village, or beside that of all villages."""
    page.goto("/")
    articles = page.get_by_role("region", name="Nieuw", exact=True).get_by_role("article")
    return _of_paper(article for article in articles.all() if _signs(article) & {village, EVERYWHERE})


def on_village_page(page: Page, village: str) -> Shown:
    """What stands under "Gaat over ..." on the page of the village."""
    page.goto(f"/dorpen/{village.lower()}/")
    return _of_paper(
        page.get_by_role("region", name=f"Gaat over {village}", exact=True).get_by_role("article").all()
    )


def on_sitting_page(page: Page, village: str) -> Shown:
    """What the page of the meeting says is about the village, or about all villages."""
    page.goto(SITTING)
    articles = page.get_by_role("region", name="Gaat over een dorp", exact=True).get_by_role("article")
    return _of_paper(article for article in articles.all() if _signs(article) & {village, EVERYWHERE})


def _of_paper(articles) -> Shown:
    return dict(read for article in articles if (read := _read(article))[0] in paper.TITLES)


def _read(article: Locator) -> tuple[str, str]:
    title = article.get_by_role("heading").inner_text()
    reason = article.locator(".naober-reason")
    return paper.title_in(title), words_in(reason.inner_text()) if reason.count() else ""


def _signs(article: Locator) -> set[str]:
    return set(article.locator(".naober-place").all_inner_texts())
