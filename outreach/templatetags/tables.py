"""The frame of a table: it scrolls on its own, by keyboard too, and says what it is."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag
def table(
    content: str, by: str = "", look: str = "", *, number: int | None = None, label: str = ""
) -> SafeString:
    """Rows between `{% table "links" "cards" %}` and `{% endtable %}`.

    `by`: the id of the caption or heading that names the table, with a `number` where one page has many of
    them; or a `label` of its own. `look`: one of those in `o-table--…`.
    """
    name = f"{by}-{number}" if number is not None else by
    return format_html(
        '<div class="o-scroll" tabindex="0" role="region" {}="{}"><table class="o-table{}">{}</table></div>',
        "aria-labelledby" if name else "aria-label",
        name or label,
        f" o-table--{look}" if look else "",
        content,
    )
