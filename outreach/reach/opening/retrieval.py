"""What opened a link: a person, a preview, a scanner …? Told from the method and a few headers only.

No single list knows all of them, so two maintained crawler lists are combined with own patterns for
messengers and mail scanners. What has been worked out about a browser name is kept in memory in a small
table, never on disk, and never together with an address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from outreach.reach.opening.kinds import Kind

#: Browser names are cut before they are looked at: a long one costs no more than a usual one.
LONGEST_AGENT = 512
REMEMBERED_AGENTS = 2048

PREVIEWS = re.compile(
    r"facebookexternalhit|facebot|facebookcatalog|meta-externalfetcher"
    r"|^whatsapp|^signal|^viber|\bviber safari|telegrambot|twitterbot|linkedinbot"
    r"|skypeuripreview|skype-url-preview|teamsbot|slackbot|slack-imgproxy|discordbot"
    r"|bingpreview|snap url preview|snapurlpreview|pinterest(bot)?/|redditbot|vkshare|mastodon/"
    r"|pleroma|misskey|synapse|mattermost|rocket\.chat|nextcloud[- ]?(server|talk)|threema"
    r"|wire[- ]?link|zulip|line-poker|kakaotalk-scrap|flipboardproxy|embedly|iframely|opengraph"
    r"|link-?preview|preview service",
    re.IGNORECASE,
)
SCANNERS = re.compile(
    r"googleimageproxy|ggpht\.com|yahoomailproxy|ms-office|msoffice|microsoft office|microsoft outlook"
    r"|safelinks|atp-safelinks|barracuda|proofpoint|urldefense|mimecast|messagelabs|symantec|ironport"
    r"|ciscosecureemail|trend ?micro|\btmes\b|fortimail|fortiguard|sophos|hornetsecurity|nospamproxy"
    r"|spamtitan|retarus|vade ?secure|avanan|forcepoint|websense|zscaler|urlscan|virustotal|netcraft"
    r"|phishtank|google-safebrowsing|mail\.ru.*proxy|fastmailua|fireeye|trellix|checkpoint-te|cloudmark",
    re.IGNORECASE,
)
#: Browsers inside apps are people. One of the crawler lists takes Meta's for a crawler.
IN_APP = re.compile(
    r"^Mozilla/5\.0 \((?:iPhone|iPad|iPod|Linux; (?:U; )?Android)"
    r".*(?:\bFBA[NV]/|FB_IAB|MetaIAB|Instagram|Barcelona|musical_ly|TikTok|BytedanceWebview|trill_|Snapchat/"
    r"|LinkedInApp|Pinterest/|\bLine/|MicroMessenger|Viber|WhatsApp/|Telegram|KAKAOTALK|GSA/|Twitter for"
    r"|DuckDuckGo/)"
)
NAMES_ITSELF_A_PROGRAM = re.compile(r"bot\b|bot/|spider|crawl|compatible;|https?://", re.IGNORECASE)
BROWSER = re.compile(r"^(?:Mozilla/5\.0 \(.*(?:Gecko/|AppleWebKit/|Trident/)|Opera/9)")
PREFETCH_HEADERS = ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_PURPOSE", "HTTP_X_MOZ")
EARLY = ("prefetch", "prerender", "preview")


def kind_of(environ: Mapping[str, Any]) -> str:
    """The kind of one retrieval, from its WSGI environment."""
    if environ["REQUEST_METHOD"] == "HEAD":
        return Kind.HEAD.value
    for header in PREFETCH_HEADERS:
        if header in environ and any(word in environ[header].lower() for word in EARLY):
            return Kind.PREFETCH.value
    agent = environ.get("HTTP_USER_AGENT", "")[:LONGEST_AGENT]
    if objects(environ):
        return kind_of_agent.__wrapped__(agent)
    return kind_of_agent(agent)


def objects(environ: Mapping[str, Any]) -> bool:
    """`Sec-GPC` or `DNT`: such a visit adds to the plain count and is not even remembered in memory."""
    return environ.get("HTTP_SEC_GPC") == "1" or environ.get("HTTP_DNT") == "1"


@lru_cache(maxsize=REMEMBERED_AGENTS)
def kind_of_agent(agent: str) -> str:
    """The kind a browser name stands for. A name that tells nothing is uncertain, never a person."""
    agent = agent.strip()
    if not agent:
        return Kind.UNCERTAIN.value
    if IN_APP.search(agent) and not NAMES_ITSELF_A_PROGRAM.search(agent):
        return Kind.PERSON.value
    if PREVIEWS.search(agent):
        return Kind.PREVIEW.value
    if SCANNERS.search(agent):
        return Kind.SCANNER.value
    if _listed(agent):
        return Kind.BOT.value
    return Kind.PERSON.value if BROWSER.search(agent) else Kind.UNCERTAIN.value


def _listed(agent: str) -> bool:
    """Whether one of the two maintained lists knows it as a program."""
    import crawleruseragents
    from crawlerdetect.crawlerdetect import get_compiled_crawler_regex, get_compiled_exclusions_regex

    if crawleruseragents.is_crawler(agent):
        return True
    # The list's own class remembers every browser name; its expressions alone remember nothing.
    rest = get_compiled_exclusions_regex().sub("", agent)
    return bool(rest.strip() and get_compiled_crawler_regex().search(rest))
