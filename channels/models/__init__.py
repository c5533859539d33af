"""Partners, channels, their codes and what was delivered."""

from channels.models.approval import Approval
from channels.models.channel import Channel
from channels.models.delivery import Delivery
from channels.models.destination import Destination
from channels.models.edition import Edition, KeptForm, Phrasebook
from channels.models.handoff import HandOff
from channels.models.link import Link
from channels.models.occupation import OccupationChoice
from channels.models.partner import Partner
from channels.models.request import PartnerRequest
from channels.models.snapshot import FeedSnapshot
from channels.models.translation import SentenceReview, Translation, Translator

__all__ = [
    "Approval",
    "Channel",
    "Delivery",
    "Destination",
    "Edition",
    "FeedSnapshot",
    "HandOff",
    "KeptForm",
    "Link",
    "OccupationChoice",
    "Partner",
    "PartnerRequest",
    "Phrasebook",
    "SentenceReview",
    "Translation",
    "Translator",
]
