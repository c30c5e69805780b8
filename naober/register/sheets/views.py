"""The pages of a list: bring it in, look at the differences, save, take back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from naober.people.may import may
from naober.people.web import Request
from naober.register.sheets import actions, queries, rules, taking_in
from naober.register.sheets.forms import ChoicesForm, ColumnsForm, SaveForm, SheetForm
from naober.register.sheets.models import Sheet
from naober.register.sheets.reading.cells import Refusal

GONE = "De lijst zelf is na 90 dagen gewist. Lees hem opnieuw in."


@may(rules.may_bring_list, methods=("GET", "POST"))
def sheet_new(request: Request) -> HttpResponse:
    """Paste or upload a list."""
    sent = request.method == "POST"
    form = SheetForm(request.POST if sent else None, request.FILES if sent else None)
    if form.is_valid():
        try:
            sheet = taking_in.take_in(by=request.actor, content=form.content)
        except taking_in.RefusedError as refused:
            form.add_error("file" if form.cleaned_data["file"] else "text", str(refused))
        else:
            return redirect("sheet", public_id=sheet.public_id)
    context = {"form": form, "sheets": queries.newest_sheets()}
    return render(request, "register/sheets/new.html", context, status=422 if form.errors else 200)


@may(rules.may_open_list, find=queries.sheet_by_key)
def sheet(request: Request, sheet: Sheet) -> HttpResponse:
    """A list beside the register; once saved, what it changed."""
    if sheet.state != Sheet.State.OPEN:
        context = {"sheet": sheet, "changes": queries.changes_of(sheet)}
        return render(request, "register/sheets/saved.html", context)
    try:
        page = queries.sheet_page(sheet)
    except (Refusal, OSError):
        messages.error(request, GONE)
        return redirect("sheet_new")
    return _compared(request, page)


def _compared(
    request: Request,
    page: queries.SheetPage,
    columns: ColumnsForm | None = None,
    choices: ChoicesForm | None = None,
) -> HttpResponse:
    context = {
        "page": page,
        "columns_form": columns or ColumnsForm(columns=page.columns),
        "choices_form": choices or ChoicesForm(plan=page.plan),
        "save_form": SaveForm(initial={"fingerprint": page.plan.fingerprint}),
    }
    failed = any(form is not None and form.errors for form in (columns, choices))
    return render(request, "register/sheets/compared.html", context, status=422 if failed else 200)


@may(rules.may_open_list, find=queries.sheet_by_key, methods=("POST",))
def sheet_columns(request: Request, sheet: Sheet) -> HttpResponse:
    """Say what the columns hold."""
    page = queries.sheet_page(sheet)
    form = ColumnsForm(request.POST, columns=page.columns)
    if not form.is_valid():
        return _compared(request, page, columns=form)
    taking_in.choose_columns(sheet, form.chosen)
    return redirect("sheet", public_id=sheet.public_id)


@may(rules.may_open_list, find=queries.sheet_by_key, methods=("POST",))
def sheet_choose(request: Request, sheet: Sheet) -> HttpResponse:
    """Answer what the list leaves open."""
    page = queries.sheet_page(sheet)
    form = ChoicesForm(request.POST, plan=page.plan)
    if not form.is_valid():
        return _compared(request, page, choices=form)
    taking_in.choose(sheet, form.answers)
    return redirect("sheet", public_id=sheet.public_id)


@may(rules.may_open_list, find=queries.sheet_by_key, methods=("POST",))
def sheet_save(request: Request, sheet: Sheet) -> HttpResponse:
    """Save the list as it was shown."""
    form = SaveForm(request.POST)
    try:
        shown = form.cleaned_data["fingerprint"] if form.is_valid() else ""
        plan = actions.save_list(by=request.actor, sheet=sheet, fingerprint=shown)
    except actions.NotOpenError:
        messages.info(request, "Deze lijst was al bewaard.")
    except actions.OtherwiseError:
        messages.error(
            request,
            "Het register veranderde intussen, of er staat nog een vraag open. Kijk de verschillen na.",
        )
    else:
        messages.success(request, f"Bewaard: {actions.in_words(plan)}. U kunt dit in één keer terugdraaien.")
    return redirect("sheet", public_id=sheet.public_id)


@may(rules.may_open_list, find=queries.sheet_by_key, methods=("POST",))
def sheet_undo(request: Request, sheet: Sheet) -> HttpResponse:
    """Make everything as it was before this list."""
    try:
        actions.undo_list(by=request.actor, sheet=sheet)
    except actions.NotOpenError:
        messages.info(request, "Deze lijst is niet bewaard, of al teruggedraaid.")
    except actions.ChangedSinceError as changed:
        for reason in changed.reasons[:5]:
            messages.error(request, reason)
        messages.error(request, "Daarom is niets teruggedraaid. Verander wat u wilt met de hand.")
    else:
        messages.success(request, "Alles staat weer zoals het was voor deze lijst.")
    return redirect("sheet", public_id=sheet.public_id)
