# ruff: noqa: E501  (browser names and codes are as long as they are)
"""Real browser names, and the kind each stands for."""

from __future__ import annotations

import pytest

from outreach.reach.opening import retrieval
from outreach.reach.opening.retrieval import kind_of, kind_of_agent

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A546B Build/UP1A.231005.007; wv)"

PEOPLE = [
    f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} Chrome/126.0.0.0 Mobile Safari/537.36",
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/126.0.0.0 Safari/537.36",
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/122.0.0.0 Safari/537.36 Avast/122.0.0.0",
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/126.0.0.0 Safari/537.36",
    f"Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 50) {WEBKIT} Chrome/120.0.0.0 Mobile Safari/537.36",
    f"Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) {WEBKIT} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
    f"Mozilla/5.0 (Linux; Android 12; Redmi Note 11) {WEBKIT} Chrome/112.0.0.0 Mobile Safari/537.36 OPR/76.2",
    f"{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1",
    f"{IPHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1",
    f"{IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15",
    f"{IPHONE} GSA/322.0 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0",
    "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0",
    "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko",
    "Opera/9.80 (Android; Opera Mini/36.2/119.132; U; de) Presto/2.12.423 Version/12.16",
    f"{ANDROID} {WEBKIT} Version/4.0 Chrome/126.0.6478.50 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/468.0.0.56.78;]",
    f"{ANDROID} {WEBKIT} Version/4.0 Chrome/146.0.7680.31 Mobile Safari/537.36 MetaIAB Facebook",
    f"{IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/469.0.0.27.105;FBBV/601723345;FBDV/iPhone14,5;FBMD/iPhone;]",
    f"{IPHONE} Mobile/21F90 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5_1; de_DE; de; scale=3.00; 1170x2532)",
    f"{ANDROID} {WEBKIT} Version/4.0 Chrome/126.0.6478.50 Mobile Safari/537.36 Instagram 334.0.0.42.95 Android",
    f"{ANDROID} {WEBKIT} Version/4.0 Chrome/126.0.6478.50 Mobile Safari/537.36 musical_ly_2023407040 BytedanceWebview/d8a21c6",
    f"{IPHONE} Mobile/15E148 [LinkedInApp]/9.29.6942",
    f"{ANDROID} {WEBKIT} Version/4.0 Chrome/126.0.6478.50 Mobile Safari/537.36 Viber/22.9.3.0",
    f"{IPHONE} Mobile/15E148 Snapchat/12.94.0.39 (like Safari/8617.2.4.10.8, panda)",
    f"{ANDROID} {WEBKIT} Version/4.0 Chrome/126.0.6478.50 Mobile Safari/537.36 Telegram-Android/10.14.3",
]
PREVIEWS = [
    "WhatsApp",
    "WhatsApp/2",  # this is how Signal introduces itself
    "WhatsApp/2.23.20.0 A",
    "WhatsApp/2.24.12.78 i",
    "WhatsApp/2.2412.54 W",
    "Signal-Android/7.8.0",
    "Viber",
    "Viber/22.9.3.0 CFNetwork/1496.0.7 Darwin/23.5.0",
    "Mozilla/5.0 (Windows NT 6.2) AppleWebKit/538.1 (KHTML, like Gecko) Viber Safari/538.1",
    "TelegramBot (like TwitterBot)",
    "Twitterbot/1.0",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "facebookexternalhit/1.1;line-poker/1.0",
    # iMessage
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 "
    "Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Slack-ImgProxy 1.106 (+https://api.slack.com/robots)",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b",
    "Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots",
    "http.rb/5.1.1 (Mastodon/4.2.9; +https://norden.social/) Bot",
    "Synapse (bot; +https://github.com/matrix-org/synapse)",
    "Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)",
    "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
    "Signal-iOS/7.10.0 iOS/17.5.1",
    "Signal-Desktop/7.12.0 Linux 6.5.0",
    "Nextcloud-Talk/19.0.4",
    "Nextcloud Server Crawler",
    "Mattermost-Bot/1.1",
    "Rocket.Chat/6.8.0",
    "ZulipURLPreview/8.4",
    "Mozilla/5.0 (compatible; SkypeUriPreview Preview/0.5) TeamsBot",
    "kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984",
    "Pinterest/0.2 (+https://www.pinterest.com/bot.html)",
    "Iframely/1.3.1 (+https://iframely.com/docs/about)",
    "Misskey/13.14.2 (https://misskey.example)",
    "Pleroma 2.6.2; https://pleroma.example <admin@pleroma.example>; Bot",
]
SCANNERS = [
    "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
    "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
    "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
    "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; Microsoft Outlook 16.0.17628; ms-office)",
    "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17628; Pro)",
    "Microsoft Office Existence Discovery",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) SafeLinks",
    "BarracudaCentral/1.0",
    "Mozilla/5.0 (compatible; Proofpoint URL Defense)",
    "Mimecast-URL-Protect/1.0",
    "Hornetsecurity ATP",
    "NoSpamProxy/14.1 UrlSafeguard",
    "Mozilla/5.0 (compatible; Sophos Email Time-of-Click)",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Barracuda Sentinel (EE)",
    "Cloudmark-URL-Check/2.0",
    "Mozilla/5.0 (compatible; Retarus Time-of-Click Protection)",
    "Mozilla/5.0 (compatible; FortiMail URL Click Protection)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/103.0 Safari/537.36 Google-Safebrowsing",
    "ATP-SafeLinks/1.0 (Microsoft Defender for Office 365)",
]
BOTS = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    f"Mozilla/5.0 (X11; Linux x86_64) {WEBKIT} HeadlessChrome/126.0.0.0 Safari/537.36",
    "curl/8.5.0",
    "Wget/1.21.4",
    "python-requests/2.32.3",
    "Go-http-client/2.0",
    "okhttp/4.12.0",
    "Java/17.0.11",
]
UNCERTAIN = ["", "   ", "Mozilla/5.0", "StadtApp/3.1", "-"]

TABLE = (
    [(agent, "person") for agent in PEOPLE]
    + [(agent, "preview") for agent in PREVIEWS]
    + [(agent, "scanner") for agent in SCANNERS]
    + [(agent, "bot") for agent in BOTS]
    + [(agent, "uncertain") for agent in UNCERTAIN]
)
PHONE = PEOPLE[0]


#: Each as it was in 2026, put together from what real ones are made of.
BUILT = [
    *(
        f"Mozilla/5.0 ({system}) {WEBKIT} Chrome/{version}.0.0.0 {mobile}Safari/537.36{more}"
        for system, mobile in (
            ("Windows NT 10.0; Win64; x64", ""), ("Macintosh; Intel Mac OS X 10_15_7", ""),
            ("X11; Linux x86_64", ""), ("Linux; Android 10; K", "Mobile "), ("Linux; Android 15; Pixel 9", "Mobile "),
        )
        for version in (109, 128, 143)
        for more in ("", f" Edg/{version}.0.0.0", " OPR/114.0.0.0", " Vivaldi/7.0", " YaBrowser/24.10")
    ),
    *(
        f"Mozilla/5.0 ({system}; rv:{version}.0) Gecko/{gecko} Firefox/{version}.0"
        for system, gecko in (("Windows NT 10.0; Win64; x64", "20100101"), ("Android 15; Mobile", "128.0"))
        for version in (115, 128, 146)
    ),
    *(
        f"Mozilla/5.0 ({device}; CPU {system} {version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        f"Version/{version.split('_')[0]}.0 Mobile/15E148 Safari/604.1"
        for device, system in (("iPhone", "iPhone OS"), ("iPad", "OS"))
        for version in ("15_8", "17_5_1", "18_2")
    ),
]  # fmt: skip


def environ(method: str = "GET", agent: str | None = PHONE, **headers: str) -> dict[str, str]:
    more = {} if agent is None else {"HTTP_USER_AGENT": agent}
    return {"REQUEST_METHOD": method, **more, **headers}


@pytest.mark.parametrize(("agent", "kind"), TABLE)
def test_browser_name(agent, kind):
    assert kind_of(environ(agent=agent)) == kind


@pytest.mark.parametrize("agent", BUILT)
def test_browsers_people_use(agent):
    assert kind_of(environ(agent=agent)) == "person"


def test_hardly_a_known_crawler_is_taken_for_a_person():
    """Two thousand real names of programs, from one of the lists; a few of them are plain browsers."""
    import crawleruseragents

    names = [name for entry in crawleruseragents.CRAWLER_USER_AGENTS_DATA for name in entry["instances"]]
    people = [name for name in names if kind_of_agent(name) == "person"]
    assert len(names) > 1_500
    assert len(people) / len(names) < 0.005, people


def test_head_is_no_visit():
    assert kind_of(environ("HEAD")) == "head"


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_PURPOSE": "prefetch"},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"HTTP_PURPOSE": "prefetch"},
        {"HTTP_X_PURPOSE": "preview"},
        {"HTTP_X_MOZ": "prefetch"},
        {"HTTP_X_MOZ": "Prefetch"},
    ],
)
def test_prefetch(headers):
    assert kind_of(environ(**headers)) == "prefetch"


def test_other_purposes_are_visits():
    assert kind_of(environ(HTTP_PURPOSE="navigation")) == "person"


def test_missing_browser_name_is_uncertain():
    assert kind_of(environ(agent=None)) == "uncertain"


@pytest.mark.parametrize("header", ["HTTP_SEC_GPC", "HTTP_DNT"])
def test_an_objection_is_counted_but_not_even_remembered_in_memory(header):
    kind_of_agent.cache_clear()
    assert kind_of(environ(**{header: "1"})) == "person"
    assert kind_of_agent.cache_info().currsize == 0
    assert kind_of(environ(**{header: "0"})) == "person"
    assert kind_of_agent.cache_info().currsize == 1


def test_memory_of_browser_names_is_bounded_in_number_and_length():
    kind_of_agent.cache_clear()
    for number in range(retrieval.REMEMBERED_AGENTS + 50):
        kind_of(environ(agent=f"WhatsApp/{number} " + "x" * 5000))
    assert kind_of_agent.cache_info().currsize == retrieval.REMEMBERED_AGENTS
    assert kind_of(environ(agent="x" * 10_000_000)) == "uncertain"
