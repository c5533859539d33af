"""The outbox: works through what is due, lane by lane, and is the only caller of an adapter's `send()`.

A worker leases a lane and loads what is due there (`lane`), looks for reasons not to send
(`obstacles`), sends outside of any transaction (`attempts`) and writes down how it went (`recording`).
A worker that dies leaves a lease that runs out: what it had in hand becomes *unconfirmed*, and a person
is asked, unless the receiver recognises repeated messages.
"""

from channels.delivery.decisions import ask_later, resolve, retry, settle
from channels.delivery.sweeping import deliver, sweep, wake
from channels.delivery.told import delivery_told
from channels.delivery.troubles import switch_on

__all__ = [
    "ask_later",
    "deliver",
    "delivery_told",
    "resolve",
    "retry",
    "settle",
    "sweep",
    "switch_on",
    "wake",
]
