"""What the REST interface takes and gives."""

from __future__ import annotations

from typing import Any, get_args

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from outreach.addresses import absolute
from postings import workflow
from postings.documents.document import MAX_CHARACTERS
from postings.models import Decision, Posting, PostingVersion
from postings.review.model import Style


class ReviewRequest(serializers.Serializer):
    """A text to review."""

    text = serializers.CharField(
        trim_whitespace=False,
        max_length=MAX_CHARACTERS,
        error_messages={"blank": _("Der Text ist leer."), "max_length": _("Der Text ist zu lang.")},
    )
    style = serializers.ChoiceField(choices=get_args(Style), default="house")
    date = serializers.DateField(required=False, help_text="Tag, an dem die Regeln gelten; sonst heute")
    lang = serializers.ChoiceField(choices=("de", "en"), default="de", help_text="Sprache der Meldungen")
    fix = serializers.ChoiceField(
        choices=("generic-masculine", "all"),
        required=False,
        help_text="dann steht in `fixed` der Text mit den ersten sicheren Vorschlägen",
    )


class SourceSerializer(serializers.Serializer):
    """Where a rule comes from."""

    title = serializers.CharField()
    reference = serializers.CharField()
    grade = serializers.CharField()
    url = serializers.URLField(allow_null=True)


class RuleSerializer(serializers.Serializer):
    """A rule, as its file says."""

    id = serializers.CharField()
    category = serializers.CharField()
    severity = serializers.ChoiceField(choices=("must", "should", "hint"))
    title = serializers.CharField()
    message = serializers.CharField()
    why = serializers.CharField()
    sources = SourceSerializer(many=True)
    valid_from = serializers.DateField(allow_null=True)
    valid_to = serializers.DateField(allow_null=True)
    help_url = serializers.SerializerMethodField()

    def get_help_url(self, rule: Any) -> str:
        return absolute(reverse("rules:detail", args=[rule.id]))


class PostingSerializer(serializers.ModelSerializer):
    """An ad with its current text."""

    text = serializers.CharField(source="current.text", read_only=True)
    version = serializers.IntegerField(source="current.number", read_only=True)
    approved_version = serializers.IntegerField(
        source="approved.number", read_only=True, default=None, allow_null=True
    )
    facts = serializers.JSONField(source="current.facts", read_only=True)
    created_by = serializers.CharField(source="created_by.display_name", read_only=True)

    class Meta:
        model = Posting
        fields = [
            *("id", "slug", "title", "state", "version", "approved_version", "deadline", "text", "facts"),
            *("created_by", "created_at", "updated_at", "published_at", "closed_at"),
        ]
        read_only_fields = fields


class PostingWrite(serializers.Serializer):
    """A new ad, or a new text of one. Without a title it is read out of the text."""

    title = serializers.CharField(max_length=workflow.MAX_TITLE, required=False, allow_blank=True, default="")
    text = serializers.CharField(trim_whitespace=False, max_length=MAX_CHARACTERS)
    base_version = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=2_000_000_000,
        help_text="die Version, von der Sie ausgehen; ist es nicht mehr die letzte, wird nichts gespeichert",
    )


class Comment(serializers.Serializer):
    """Words that go with a step."""

    comment = serializers.CharField(required=False, allow_blank=True, default="", max_length=2000)


class VersionSerializer(serializers.ModelSerializer):
    """One saved text of an ad."""

    author = serializers.CharField(source="author.display_name", read_only=True)

    class Meta:
        model = PostingVersion
        fields = ["number", "title", "text", "facts", "author", "created_at"]
        read_only_fields = fields


class DecisionSerializer(serializers.ModelSerializer):
    """A finding that stays as it is, and why."""

    by = serializers.CharField(source="by.display_name", read_only=True)

    class Meta:
        model = Decision
        fields = ["id", "finding", "rule", "quote", "reason", "by", "at"]
        read_only_fields = fields


class DecisionWrite(serializers.Serializer):
    """A decision: the finding's id (or `element:<id>`), and the reason."""

    finding = serializers.CharField(max_length=200)
    rule = serializers.CharField(max_length=80)
    quote = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")
    reason = serializers.CharField(max_length=2000)
