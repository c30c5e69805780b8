"""The advice on SPF, DKIM and DMARC: the right verdict on recorded answers (S2)."""

import pytest

from naober.post.domain_advice import Notes, advise

KEY = "v=DKIM1; k=rsa; p=" + "A" * 392
SPF, DMARC = "v=spf1 include:_spf.provider.example -all", "v=DMARC1; p=quarantine; rua=mailto:a@dorp.example"
GOOD = ["spf-good", "dkim-good", "dmarc-good"]


def codes(spf=(SPF,), dkim=(KEY,), dmarc=(DMARC,)):
    notes = Notes("dorp.example", tuple(spf), tuple(dmarc), {"mail": tuple(dkim)} if dkim else {})
    return [advice.code for advice in advise(notes)]


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ({}, GOOD),
        ({"spf": ("google-site-verification=x", SPF)}, GOOD),
        ({"spf": ("V=SPF1 MX ~ALL",)}, GOOD),
        ({"spf": ()}, ["spf-missing", *GOOD[1:]]),
        ({"spf": ("v=spf10 -all", "spf1 -all", "")}, ["spf-missing", *GOOD[1:]]),
        ({"spf": (SPF, "v=spf1 mx ~all")}, ["spf-two", *GOOD[1:]]),
        ({"spf": ("v=spf1 +all",)}, ["spf-all", *GOOD[1:]]),
        ({"spf": ("v=spf1 mx all",)}, ["spf-all", *GOOD[1:]]),
        ({"spf": ("v=spf1 mx ?all",)}, ["spf-soft", *GOOD[1:]]),
        ({"spf": ("v=spf1 mx",)}, ["spf-soft", *GOOD[1:]]),
        ({"spf": ("v=spf1 redirect=_spf.provider.example",)}, ["spf-redirect", *GOOD[1:]]),
        (
            {"spf": ("v=spf1 " + " ".join(f"include:s{n}.example" for n in range(11)) + " -all",)},
            ["spf-too-many", *GOOD],
        ),
        ({"spf": ("v=spf1 a mx ip4:192.0.2.1 ip6:2001:db8::1 -all",)}, GOOD),
        ({"dkim": ()}, ["spf-good", "dkim-missing", "dmarc-good"]),
        ({"dkim": ("v=DKIM1; p=",)}, ["spf-good", "dkim-withdrawn", "dmarc-good"]),
        ({"dkim": ("v=DKIM1; k=rsa; p=" + "A" * 216,)}, ["spf-good", "dkim-short", "dmarc-good"]),
        ({"dkim": ("v=DKIM1; k=ed25519; p=" + "A" * 44,)}, GOOD),
        ({"dmarc": ()}, [*GOOD[:2], "dmarc-missing"]),
        ({"dmarc": (DMARC, DMARC)}, [*GOOD[:2], "dmarc-two"]),
        ({"dmarc": ("v=DMARC1; p=none",)}, [*GOOD[:2], "dmarc-none"]),
        ({"dmarc": ("v=DMARC1",)}, [*GOOD[:2], "dmarc-none"]),
        ({"dmarc": ("v=DMARC1; p=reject; pct=20",)}, [*GOOD[:2], "dmarc-part"]),
        ({"dmarc": ("v=DMARC1; p=reject; sp=none",)}, [*GOOD, "dmarc-below"]),
    ],
)
def test_the_verdict_on_recorded_answers(notes, expected):
    assert codes(**notes) == expected


def test_what_is_wrong_says_what_to_do():
    advice = advise(Notes("dorp.example"))
    assert [(each.good, each.text.endswith(".")) for each in advice] == [(False, True)] * 3
    assert "dorp.example" in advice[0].text
