"""Once and not twice: credits and tokens that were used, as sets without an order."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import transaction

from outreach.reach.disclosure.models import SigningKey, Spent

SIZE = 16  # bytes of a digest: two different ones never meet by chance


def digest(secret: bytes) -> bytes:
    """What is kept of it."""
    return hashlib.sha256(b"outreach.disclosure:" + secret).digest()[:SIZE]


def is_spent(kind: str, quarter: str, one: bytes) -> bool:
    """Whether it was used before."""
    row = Spent.objects.filter(kind=kind, quarter=quarter, shard=one[0]).first()
    return row is not None and one in _read(row)


@transaction.atomic
def spend(kind: str, quarter: str, digests: Iterable[bytes]) -> set[bytes]:
    """Mark them as used; returns those that were not used before. In one transaction with what it is for."""
    shards: dict[int, set[bytes]] = defaultdict(set)
    for one in digests:
        shards[one[0]].add(one)
    fresh: set[bytes] = set()
    for shard in sorted(shards):  # the same order everywhere: two processes never wait for each other
        row = _locked(kind, quarter, shard)
        before = _read(row)
        fresh |= shards[shard] - before
        row.digests = b"".join(sorted(before | shards[shard]))
        row.save(update_fields=["digests"])
    return fresh


def forget(quarters: Iterable[str]) -> None:
    """Throw everything of other quarters than these away, keys too: nothing of them can be used any more."""
    kept = list(quarters)
    Spent.objects.exclude(quarter__in=kept).delete()
    SigningKey.objects.exclude(quarter__in=kept).delete()


def _locked(kind: str, quarter: str, shard: int) -> Spent:
    Spent.objects.get_or_create(kind=kind, quarter=quarter, shard=shard)
    return Spent.objects.select_for_update().get(kind=kind, quarter=quarter, shard=shard)


def _read(row: Spent) -> set[bytes]:
    return set(_pieces(bytes(row.digests)))


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), SIZE):
        yield content[start : start + SIZE]
