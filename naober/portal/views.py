"""The workplace, and in the demo the mail that would have been sent."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from naober.people.may import anybody, may
from naober.people.web import Request
from naober.portal import queries, rules
from naober.post.models import OutboxMessage


@may(rules.may_work_here)
def today(request: Request) -> HttpResponse:
    """What waits for you today."""
    return render(request, "portal/today.html", {"page": queries.today_page(request.actor)})


@may(anybody)
def sent_mail(request: Request) -> HttpResponse:
    """Every mail of the demo. Mounted in demo mode only."""
    return render(request, "portal/sent_mail.html", {"mails": queries.sent_mail()})


@may(anybody, find=queries.mail_by_public_id)
def sent_mail_detail(request: Request, mail: OutboxMessage) -> HttpResponse:
    """One mail of the demo as its reader would see it."""
    return render(request, "portal/sent_mail_detail.html", {"mail": mail})


@may(anybody, find=queries.mail_by_public_id)
def sent_mail_html(request: Request, mail: OutboxMessage) -> HttpResponse:
    """The page that a mail program shows. A mail has its style in its lines, which is allowed only here;
    in return nothing else is."""
    if not mail.html:
        raise Http404
    policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    return HttpResponse(mail.html, headers={"Content-Security-Policy": policy})
