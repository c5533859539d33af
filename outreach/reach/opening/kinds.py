"""Who or what opens a link, and in which form the code stood. Words only: importable before Django starts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """Who or what opened a link, as far as one retrieval can tell."""

    PERSON = "person", _("Aufruf")
    PREVIEW = "preview", _("Vorschau im Messenger")
    SCANNER = "scanner", _("Prüfprogramm für Mails")
    PREFETCH = "prefetch", _("Vorab geladen")
    HEAD = "head", _("Nur geprüft (HEAD)")
    BOT = "bot", _("Suchmaschine oder Programm")
    UNCERTAIN = "uncertain", _("Unklar")


class Medium(TextChoices):
    """Clicked, or scanned from paper."""

    LINK = "link", _("Link")
    QR = "qr", _("QR-Code")
