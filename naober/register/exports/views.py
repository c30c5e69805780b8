"""The register taken along: four forms of the same records, each with the second lock open."""

from django.http import HttpResponse
from django.shortcuts import render

from naober.kit import dates
from naober.people.may import may
from naober.people.web import Request
from naober.register.exports import actions, records, rules, writing
from naober.register.exports.forms import EnvelopesForm

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _download(content: bytes, kind: str, suffix: str) -> HttpResponse:
    name = f"wie-is-wie-{dates.today().isoformat()}.{suffix}"
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@may(rules.may_export)
def take_along(request: Request) -> HttpResponse:
    """How the register can be taken along."""
    return render(request, "register/exports/take_along.html", {"form": EnvelopesForm()})


@may(rules.may_export, methods=("POST",), second_factor=True)
def export_workbook(request: Request) -> HttpResponse:
    """A workbook for Excel."""
    found = actions.export_register(by=request.actor, form="Excel")
    return _download(writing.workbook(found), EXCEL, "xlsx")


@may(rules.may_export, methods=("POST",), second_factor=True)
def export_table(request: Request) -> HttpResponse:
    """A csv, for any other program."""
    found = actions.export_register(by=request.actor, form="csv")
    return _download(writing.table(found), "text/csv; charset=utf-8", "csv")


@may(rules.may_export, methods=("POST",), second_factor=True)
def export_cards(request: Request) -> HttpResponse:
    """Cards for the list of contacts of a telephone."""
    found = actions.export_register(by=request.actor, form="adreskaartjes")
    return _download(writing.cards(found), "text/vcard; charset=utf-8", "vcf")


@may(rules.may_export, methods=("POST",), second_factor=True)
def export_labels(request: Request) -> HttpResponse:
    """Labels for envelopes, to print on A4."""
    form = EnvelopesForm(request.POST)
    if not form.is_valid():
        return render(request, "register/exports/take_along.html", {"form": form}, status=422)
    found = actions.export_register(by=request.actor, form="etiketten")
    chosen = records.for_envelopes(found, form.cleaned_data["whom"])
    context = {
        "labels": [record for record in chosen if record.has_post],
        "without": [record for record in chosen if not record.has_post],
    }
    return render(request, "register/exports/labels.html", context)
