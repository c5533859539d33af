"""A person who reviews: signs in, pastes an ad, and edits it at the pace at which people type.

`python -m outreach.bench.steady.reviewer PORT` goes on until it is stopped; prints a line per review.
"""

from __future__ import annotations

import re
import sys
import time

import requests

from outreach.bench import ads
from outreach.bench.server import EMAIL, PASSWORD

#: The editor asks half a second after the last key; nobody types without a pause.
PAUSE = 1.0
EDITS_PER_AD = 8
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Reviewer:
    """A signed-in browser."""

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.session = requests.Session()
        self.session.trust_env = False
        page = self._page("/konto/login/")
        answer = self.session.post(
            f"{self.base}/konto/login/",
            data={"login": EMAIL, "password": PASSWORD, "csrfmiddlewaretoken": page},
            timeout=30,
        )
        answer.raise_for_status()
        self.token = self._page("/ausschreibungen/neu/")

    def _page(self, path: str) -> str:
        answer = self.session.get(self.base + path, timeout=30)
        answer.raise_for_status()
        found = _TOKEN.search(answer.text)
        if found is None:
            raise RuntimeError(f"{path} has no form: signing in did not work.")
        return found[1]

    def review(self, text: str) -> float:
        """Seconds until the findings are there."""
        began = time.perf_counter()
        answer = self.session.post(
            f"{self.base}/ausschreibungen/pruefen/",
            data={"text": text, "title": "Sachbearbeitung", "csrfmiddlewaretoken": self.token},
            timeout=30,
        )
        answer.raise_for_status()
        answer.json()
        return time.perf_counter() - began


def work(port: int) -> None:
    """One ad after the other."""
    person = Reviewer(port)
    for text in ads.texts(200):
        for edit in range(EDITS_PER_AD):
            print(f"{person.review(text):.4f}", flush=True)
            text = ads.edited(text, edit)
            time.sleep(PAUSE)


if __name__ == "__main__":
    work(int(sys.argv[1]))
