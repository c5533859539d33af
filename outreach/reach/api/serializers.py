"""The form of released tables in JSON."""

from __future__ import annotations

from rest_framework import serializers


class ReleaseSerializer(serializers.Serializer):
    """Which table was released for which period."""

    name = serializers.CharField(help_text="Kennung der Tabelle")
    period = serializers.CharField(help_text="Quartal (2026-Q3) oder letzter Tag einer laufenden Tabelle")
    first = serializers.DateField(help_text="erster gezählter Tag")
    last = serializers.DateField(help_text="letzter gezählter Tag")
    released_at = serializers.DateTimeField(help_text="wann sie erschien")
    digest = serializers.CharField(
        help_text="SHA-256 der Tabelle, wie sie im Buch der Veröffentlichungen steht"
    )


class ReleasesSerializer(serializers.Serializer):
    """All of them."""

    tables = ReleaseSerializer(many=True)


class FigureSerializer(serializers.Serializer):
    """One published figure: a bracket the truth lies in."""

    key = serializers.ListField(
        child=serializers.CharField(), help_text="je Dimension ein Schlüssel; * ist die Summe"
    )
    value = serializers.IntegerField(allow_null=True, help_text="wie veröffentlicht; null: verborgen")
    lower = serializers.IntegerField(help_text="die wahre Zahl ist mindestens so groß")
    upper = serializers.IntegerField(allow_null=True, help_text="und höchstens so groß; null: unbekannt")
    reason = serializers.CharField(allow_blank=True, help_text="warum verborgen oder gröber")


class TableSerializer(ReleaseSerializer):
    """One released table with all its figures."""

    measure = serializers.CharField(help_text="was gezählt wird")
    protection_class = serializers.CharField(help_text="clicks: Aufrufe; persons: Menschen")
    method = serializers.CharField(help_text="Rundung oder Rauschen")
    base = serializers.IntegerField(help_text="Weite der Rundung")
    threshold = serializers.IntegerField(help_text="kleinere Zahlen sind verborgen")
    dimensions = serializers.ListField(
        child=serializers.CharField(),
        help_text=(
            "was die Teile eines Schlüssels bedeuten; device: first-30 ist der erste Aufruf eines Links aus "
            "einem Netz mit einem Browsernamen innerhalb von 30 Minuten in einem Serverprozess, other-30 "
            "jeder andere (höchstens so viele so unterscheidbare Geräte, nie Menschen; nur wo es durchgehend "
            "eingestellt war)"
        ),
    )
    labels = serializers.DictField(child=serializers.DictField(child=serializers.CharField()))
    cells = FigureSerializer(many=True)
