"""Who sits at the desk: staff, or somebody invited who works by magic link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from channels import languages
from channels.models import Translator
from channels.renditions.mail import city_name
from outreach.addresses import absolute, sender
from outreach.people.models import User
from outreach.words.recorded import recorded
from postings.documents.cleaning import one_line

_SALT = "channels.translating"


@dataclass(frozen=True)
class Actor:
    """A name that stands beside a translation, the languages it may touch, and its own addresses."""

    name: str
    codes: tuple[str, ...]
    token: str = ""

    def address(self, step: str, *arguments: Any) -> str:
        """The page of a step on this person's side of the desk."""
        if self.token:
            return reverse(f"translator:{step}", args=[self.token, *arguments])
        return reverse(f"translating:{step}", args=arguments)

    def speaks(self, code: str) -> bool:
        return code in self.codes


def staff(user: User) -> Actor:
    """Staff may touch every language but German itself."""
    return Actor(str(user), tuple(code for code in languages.codes() if code != "de"))


def guest(token: str) -> Actor | None:
    """The invited person behind a magic link; None once it is no longer good."""
    translator = owner(token)
    if translator is None:
        return None
    codes = tuple(code for code in translator.languages if code in languages.codes() and code != "de")
    return Actor(translator.name, codes, token)


def owner(token: str) -> Translator | None:
    """Whose link this is; only of people who still take part."""
    try:
        pk, version = signing.Signer(salt=_SALT, sep=".").unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Translator.objects.filter(pk=pk, key_version=version, active=True).first()


def token_of(translator: Translator) -> str:
    return signing.Signer(salt=_SALT, sep=".").sign_object([translator.pk, translator.key_version])


def page_address(translator: Translator) -> str:
    """The magic link, for the invitation."""
    return absolute(reverse("translator:home", args=[token_of(translator)]))


@transaction.atomic
def renew(translator: Translator) -> Translator:
    """A new link; every older one is useless from now on."""
    translator.key_version += 1
    translator.invited_at = timezone.now()
    translator.save(update_fields=["key_version", "invited_at"])
    return translator


@recorded()
def invitation(translator: Translator) -> EmailMultiAlternatives:
    """The mail with the link, in German: from that they translate."""
    names = ", ".join(languages.get(code).told_name for code in translator.languages)
    subject = _("Einladung zum Übersetzen ({city})").format(city=city_name())
    body = _(
        "Guten Tag {name},\n\n"
        "Sie sprechen {languages}. Die {city} bittet Sie um Hilfe: "
        "Übersetzen oder prüfen Sie Stellenanzeigen, so viel Sie möchten.\n\n"
        "Ihre Seite, ohne Passwort:\n{link}\n\n"
        "Der Link gehört Ihnen. Bitte geben Sie ihn nicht weiter.\n\n{city}\n"
    ).format(name=translator.name, languages=names, city=city_name(), link=page_address(translator))
    return EmailMultiAlternatives(one_line(subject), body, sender(), [one_line(translator.email)])
