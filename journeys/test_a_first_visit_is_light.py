"""A visit over poor reception: the whole page with its typeface within 60 kilobytes for a visitor and 90 for
who signed in; and no script where nothing is filled in."""

from journeys.hands import Mouse
from journeys.steps import BERT, RENSKE, sign_in

MOST_BYTES = 60 * 1024
MOST_BYTES_SIGNED_IN = 90 * 1024
PUBLIC = ("/", "/dorpen/", "/dorpen/hijken/", "/themas/", "/themas/verkeer/", "/besluiten/")


def bytes_of_first_visit(page, address: str) -> dict[str, int]:
    """What comes over the line for everything that the page asks for, by address."""
    finished = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.goto(address, wait_until="networkidle")
    return {request.url: request.sizes()["responseBodySize"] for request in finished}


def test_what_a_visitor_comes_to_first_with_style_and_typeface_and_without_a_script(live_site, another_page):
    for address in PUBLIC:
        weights = bytes_of_first_visit(another_page(), address)
        assert [url for url in weights if url.endswith(".woff2")] != []
        assert [url for url in weights if url.endswith(".js")] == []
        assert sum(weights.values()) <= MOST_BYTES, weights


def test_where_somebody_works_who_signed_in(live_site, smtp_sink, another_page):
    for who, address in ((BERT, "/dorpen/hijken/"), (RENSKE, "/vandaag/")):
        signed_in, fresh = another_page(), another_page()
        sign_in(Mouse(signed_in), smtp_sink, who)
        fresh.context.add_cookies(signed_in.context.cookies())
        weights = bytes_of_first_visit(fresh, address)
        assert [url for url in weights if url.endswith(".woff2")] != []
        assert sum(weights.values()) <= MOST_BYTES_SIGNED_IN, weights
