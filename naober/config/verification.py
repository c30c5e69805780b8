"""The verb `verify`: nothing lost, nothing twice, links and lines right."""

from naober.config import serve


def verify(arguments: list[str]) -> int:
    """Look for holes and say them, check by check; exit status 1 when there is one."""
    serve.set_up()
    from naober.kit import dates  # noqa: PLC0415  needs Django set up
    from naober.post import verify as looking  # noqa: PLC0415  the same

    results = looking.verify()
    for result in results:
        print(
            f"{result.name:<32}{'in orde' if not result.holes else f'{len(result.holes)} keer niet in orde'}"
        )
        for hole in result.holes[: looking.MOST_SHOWN]:
            print(f"    {hole}")
    looking.keep(results, dates.now())
    print(looking.last_line(dates.now()).text)
    return int(any(result.holes for result in results))
