"""A first visit over poor reception: the whole page, with its typeface, within 60 kilobytes."""

MOST_BYTES = 60 * 1024


def bytes_of_first_visit(page, address: str) -> dict[str, int]:
    """What comes over the line for everything that the page asks for, by address."""
    finished = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.goto(address, wait_until="networkidle")
    return {request.url: request.sizes()["responseBodySize"] for request in finished}


def test_home_and_village_page_with_style_and_typeface(live_site, another_page):
    for address in ("/", "/dorpen/hijken/"):
        weights = bytes_of_first_visit(another_page(), address)
        assert [url for url in weights if url.endswith(".woff2")] != []
        assert sum(weights.values()) <= MOST_BYTES, weights
