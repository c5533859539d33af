"""Who or what opens a link, and in which form the code stood. Words only: importable before Django starts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """Who or what opened a link, as far as one retrieval can tell."""

    PERSON = "person", _("Aufruf")
    #: Only where a city switches de-duplication on; else every retrieval of a person is a PERSON.
    FIRST = "first", _("Erster Aufruf eines Geräts")
    REPEAT = "repeat", _("Wiederholter Aufruf eines Geräts")
    #: Faster than people come: beyond what is plausible for one link in a minute or a day.
    BURST = "burst", _("Unplausibel viele auf einmal")
    PREVIEW = "preview", _("Vorschau im Messenger")
    SCANNER = "scanner", _("Prüfprogramm für Mails")
    PREFETCH = "prefetch", _("Vorab geladen")
    HEAD = "head", _("Nur geprüft (HEAD)")
    BOT = "bot", _("Suchmaschine oder Programm")
    UNCERTAIN = "uncertain", _("Unklar")


#: The plain count of people's openings. It means the same whether de-duplication was on, off, or changed
#: in between; FIRST alone is the de-duplicated count (what it bounds: `repeats`; how it is told: `devices`).
OPENINGS = (Kind.PERSON, Kind.FIRST, Kind.REPEAT)


class Medium(TextChoices):
    """Clicked, or scanned from paper."""

    LINK = "link", _("Link")
    QR = "qr", _("QR-Code")
