from django.apps import AppConfig
from django.forms import Field
from django.utils.translation import gettext_lazy as _

# Django's own sentence says what is wrong, ours what to do. Here, since forms copy it when they are imported.
Field.default_error_messages["required"] = _("Bitte füllen Sie dieses Feld aus.")


class OutreachConfig(AppConfig):
    name = "outreach"
    verbose_name = "Stadt"

    def ready(self) -> None:
        from outreach import checks  # noqa: F401  (registers the system checks)
