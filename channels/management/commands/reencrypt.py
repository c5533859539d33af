"""`manage.py reencrypt`: encrypt all stored secrets with the first key, so that old keys can go."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from channels.models.encrypted import EncryptedJSONField
from channels.sending import secrets


class Command(BaseCommand):
    """Runs any number of times, also while the service runs: every row is locked while it is rewritten."""

    help = "Encrypts all stored secrets with the first of ENCRYPTION_KEYS; then the other keys can go."

    def handle(self, *args: Any, **options: Any) -> None:
        done, sealed = 0, []
        for model, field in _fields():
            for pk in list(model.objects.exclude(**{field: ""}).values_list("pk", flat=True)):
                outcome = _renew(model, field, pk)
                done += outcome is True
                if outcome is None:
                    sealed.append(f"{model._meta.label} {pk}")
        told = ngettext("{count} Eintrag neu verschlüsselt.", "{count} Einträge neu verschlüsselt.", done)
        self.stdout.write(told.format(count=done))
        if sealed:
            sentence = _("Kein Schlüssel in ENCRYPTION_KEYS öffnet: {rows}. Bitte nehmen Sie den alten dazu.")
            raise CommandError(sentence.format(rows=", ".join(sealed)))


def _fields() -> list[tuple[type[models.Model], str]]:
    return [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, EncryptedJSONField)
    ]


@transaction.atomic
def _renew(model: type[models.Model], field: str, pk: int) -> bool | None:
    """True if it was rewritten, False if there was nothing to do, None if no key opens it."""
    rows = model.objects.filter(pk=pk).select_for_update()
    raw = rows.annotate(stored=Cast(field, models.TextField())).values_list("stored", flat=True).first()
    if not raw or secrets.is_current(raw):
        return False
    row = rows.get()
    if getattr(row, field).sealed:
        return None
    row.save(update_fields=[field])
    return True
