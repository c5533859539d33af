"""What an ad lacks before the Bundesagentur would take it, in sentences with the next step."""

from __future__ import annotations

from django.utils.translation import gettext as _

from channels.models import Channel
from channels.renditions.clean import bare_title
from channels.renditions.hrba import fields, occupations
from channels.renditions.hrba.load import misfits
from channels.renditions.hrba.posting import Occupation, posting_xml
from outreach.addresses import absolute
from outreach.profile import city
from postings.models import PostingVersion

#: Room for the link at the end of the text.
_LINK = 120
_SETTINGS = ("supplier", "alliance", "hiring_org")


def missing(version: PostingVersion, channel: Channel) -> list[str]:
    """Without these no file is made for the ad."""
    contact = version.facts.get("contact") or {}
    found = []
    if not all(channel.options.get(name) for name in _SETTINGS):
        found.append(_("Beim Kanal fehlen noch Nummern der Bundesagentur. Bitte tragen Sie sie dort ein."))
    if not fields.person(contact.get("name") or "").family:
        found.append(
            _("Die Bundesagentur braucht eine Ansprechperson mit Namen. Bitte nennen Sie sie im Text.")
        )
    if not city().get("postal_code"):
        found.append(_("Im Profil der Stadt fehlt die Postleitzahl."))
    if not occupations.entries():
        found.append(
            _(
                "Das Berufsverzeichnis der Bundesagentur fehlt, deshalb kann die Stelle noch nicht dorthin. "
                "Bitte lassen Sie die Datei {file} auf dem Server unter {folder} ablegen."
            ).format(file=occupations.FILE, folder=f"DATA_DIR/{occupations.FOLDER}")
        )
    elif (occupation := occupations.occupation(version, channel)) is None:
        found.append(
            _("Es ist noch kein Beruf aus dem Verzeichnis gewählt. Bitte wählen Sie ihn beim Kanal.")
        )
    elif not found:
        found += _misfits(version, channel, occupation)
    return found


def _misfits(version: PostingVersion, channel: Channel, occupation: Occupation) -> list[str]:
    """Tried out against our schema, so that no broken file is ever sent."""
    xml = posting_xml(version, channel, occupation, link=absolute("/l/2345bcdf"))
    if not (names := misfits(xml, channel.options["supplier"])):
        return []
    sentence = _(
        "Diese Angaben passen nicht ins Format der Bundesagentur: {names}. "
        "Bitte prüfen Sie den Text und das Profil der Stadt."
    )
    return [sentence.format(names=", ".join(names))]


def shortenings(version: PostingVersion) -> list[str]:
    """What is cut there, so that nobody is surprised."""
    found = []
    title = bare_title(version.title)
    if (shown := fields.title(version.title)) != title:
        found.append(_("Die Bundesagentur zeigt als Titel nur: {title}").format(title=shown))
    if len(fields.plain(version.text)) > fields.OBJECTIVE - _LINK:
        found.append(_("Die Bundesagentur zeigt nur den Anfang des Textes und den Link zur ganzen Stelle."))
    return found
