"""The part of the channel form that belongs to the medium: its adapter's `OPTIONS`.

Secrets are never sent back to the browser: a field left empty keeps what is stored.
"""

from __future__ import annotations

import base64
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from channels.adapters import registry
from channels.models import Channel

PREFIX = "medium"
#: Certificates and pictures; nothing larger belongs into a channel.
_LARGEST = 256 * 1024
_REMOVE = "ohne_{name}"


def options_form(channel: Channel, data: Any = None, files: Any = None) -> forms.Form | None:
    """The medium's own form for this channel, or None if it has none."""
    kind = getattr(registry.find(channel.kind), "OPTIONS", None)
    if kind is None:
        return None
    form = kind(data, files, prefix=PREFIX, initial=channel.options)
    for name in _secret_fields(form):
        _hide(form, name, is_set=name in channel.secrets)
    return form


def about(kind: str) -> str:
    """A sentence or two on what the medium needs, if its adapter says any (`ABOUT`)."""
    return getattr(registry.find(kind), "ABOUT", "")


def take_over(form: forms.Form, channel: Channel) -> None:
    """Puts what a valid form says into the channel; what it does not know stays."""
    hidden = _secret_fields(form)
    marks = {_REMOVE.format(name=name) for name in hidden}
    secrets = dict(channel.secrets)
    for name in hidden:
        if form.cleaned_data.get(_REMOVE.format(name=name)):
            secrets.pop(name, None)
        elif value := form.cleaned_data.get(name):
            secrets[name] = _as_text(value)
    open_ones = {name: value for name, value in form.cleaned_data.items() if name not in {*hidden, *marks}}
    channel.options, channel.secrets = {**channel.options, **open_ones}, secrets


def _secret_fields(form: forms.Form) -> list[str]:
    return [name for name, field in form.fields.items() if getattr(field, "secret", False)]


def _hide(form: forms.Form, name: str, *, is_set: bool) -> None:
    """Never filled in; optional once something is stored."""
    field = form.fields[name]
    form.initial.pop(name, None)
    field.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}
    if isinstance(field, forms.FileField):
        field.validators = [*field.validators, _small]
    elif isinstance(field.widget, forms.TextInput):
        field.widget = forms.PasswordInput(attrs={**field.widget.attrs, "autocomplete": "new-password"})
    if not is_set:
        return
    was_needed, field.required = field.required, False
    said = _("Gesetzt. Leer lassen, um es zu behalten.")
    field.help_text = f"{field.help_text} {said}" if field.help_text else said
    if not was_needed:
        label = _("{field} löschen").format(field=field.label or name)
        form.fields[_REMOVE.format(name=name)] = forms.BooleanField(label=label, required=False)


def _small(file: UploadedFile) -> None:
    if (file.size or 0) > _LARGEST:
        raise forms.ValidationError(_("Die Datei ist zu groß."))


def _as_text(value: Any) -> str:
    """Files are kept as base64."""
    return base64.b64encode(value.read()).decode() if isinstance(value, UploadedFile) else value
