"""The legally required pages, filled from the city's profile; the last one takes in reports of barriers."""

from __future__ import annotations

import logging
import smtplib
from datetime import date
from functools import lru_cache

from django import forms
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from channels import languages
from outreach import addresses, profile, typed
from outreach.reach.compliance import notice
from outreach.reach.documents import setting
from outreach.views import errors

logger = logging.getLogger(__name__)

#: Reports per caller and hour, and from all callers together (a form without a cookie attracts programs).
FROM_ONE, FROM_ALL, HOUR = 5, 60, 3600


class BarrierForm(forms.Form):
    """What hinders somebody. Only the description is needed: nobody has to say who they are."""

    description = forms.CharField(
        label=_("Was hindert Sie?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Bitte beschreiben Sie kurz, was nicht geht."),
            "max_length": _("Bitte fassen Sie sich kürzer: höchstens 5.000 Zeichen."),
        },
    )
    page = forms.CharField(label=_("Auf welcher Seite?"), max_length=300, required=False)
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse, wenn Sie eine Antwort möchten"),
        required=False,
        error_messages={
            "invalid": _("Diese E-Mail-Adresse ist nicht vollständig. Beispiel: name@beispiel.de")
        },
    )
    #: Hidden from people; programs fill it in.
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )


@require_safe
def imprint(request: HttpRequest) -> HttpResponse:
    return render(request, "legal/imprint.html")


@require_safe
def privacy(request: HttpRequest, language: str = "de") -> HttpResponse:
    """The privacy notice; its language is the address's."""
    if language not in notice.codes():
        raise Http404
    context = {
        "document": notice.document(language),
        "about": languages.get(language),
        "label": languages.get(language).text("action.languages"),
        "skip": languages.get(language).text("action.skip"),
        "languages": [
            {"language": languages.get(code), "address": notice.address(code)}
            for code in notice.codes()
            if code != language
        ],
        "pdf": reverse("legal:privacy_pdf", args=[language]),
    }
    return render(request, "legal/privacy.html", context)


@lru_cache(maxsize=32)
def _set(document: setting.Document) -> bytes:
    """Set once a day and language: everyone may ask for it as often as they like."""
    return setting.pdf(document)


@require_safe
def privacy_pdf(request: HttpRequest, language: str) -> HttpResponse:
    """The same as a file, to print or hand out."""
    if language not in notice.codes():
        raise Http404
    response = HttpResponse(_set(notice.document(language)), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="datenschutz-{language}.pdf"'
    return response


@csrf_exempt  # no cookie on public pages; a forged report would do nothing a written one could not
@require_http_methods(["GET", "HEAD", "POST"])
def accessibility(request: HttpRequest) -> HttpResponse:
    """The declaration of accessibility with its feedback form."""
    form = BarrierForm(request.POST if request.method == "POST" else None)
    state, status = "", 200
    if form.is_bound and form.is_valid():
        if not form.cleaned_data["website"] and not _within_limits(request):
            message = _("Es sind gerade sehr viele Meldungen eingegangen. Bitte versuchen Sie es später.")
            return errors.page(request, 429, message=str(message), texts=typed.texts(request))
        state = "sent" if _send(form.cleaned_data) else "failed"
        status = 200 if state == "sent" else 503
    elif form.is_bound:
        status = 422
    reviewed_on = date.fromisoformat(profile.city()["accessibility"]["reviewed_on"])
    context = {"form": form, "state": state, "reviewed_on": reviewed_on}
    return render(request, "legal/accessibility.html", context, status=status)


def _within_limits(request: HttpRequest) -> bool:
    """In memory only, by the pseudonym that replaced the address."""
    limits = ((f"barrier:{request.META.get('REMOTE_ADDR', '')}", FROM_ONE), ("barrier:all", FROM_ALL))
    for key, most in limits:
        cache.add(key, 0, HOUR)
        if cache.incr(key) > most:
            return False
    return True


def _send(given: dict[str, str]) -> bool:
    """True if the report is on its way, or was a program's (which need not know)."""
    if given["website"]:
        return True
    city = profile.city()
    about = [f"Seite: {given['page'] or '-'}", f"Antwort an: {given['email'] or '-'}"]
    mail = EmailMessage(
        subject="Meldung einer Barriere",
        body="\n".join([given["description"], "", *about]),
        from_email=addresses.sender(),
        to=[city["accessibility"]["feedback_email"]],
        reply_to=[given["email"]] if given["email"] else None,
    )
    try:
        mail.send()
    except (smtplib.SMTPException, OSError) as error:
        logger.error("Eine Barrieremeldung konnte nicht verschickt werden: %s", error)
        return False
    return True
