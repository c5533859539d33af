"""Reads the demo city's files: people, partners, channels, ads, events."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Login:
    """An account of the demo city, with the pass phrase everybody may know."""

    first_name: str
    last_name: str
    email: str
    password: str
    roles: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


def read(name: str) -> dict[str, Any]:
    """One of the TOML files, by its name without ending."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def logins() -> list[Login]:
    """The demo city's accounts."""
    content = read("people")
    return [
        Login(
            first_name=person["first_name"],
            last_name=person["last_name"],
            email=person["email"],
            password=content["password"],
            roles=tuple(person["roles"]),
        )
        for person in content["people"]
    ]


def ad_files() -> list[Path]:
    """The ads, in the order of their numbers."""
    return sorted((FOLDER / "ads").glob("*.md"))


def ad(file: str) -> str:
    """The text of an ad, by its file's name without ending."""
    return (FOLDER / "ads" / f"{file}.md").read_text(encoding="utf-8")
