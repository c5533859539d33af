"""Settings for measurements and tests in processes of their own, whose receivers are on this machine.

Never for a service: `outreach.checks` refuses them wherever others could reach it.
"""

from outreach.settings import *  # noqa: F403

OUTGOING_LOOPBACK = True
DELIVERY_CONSOLE = False
