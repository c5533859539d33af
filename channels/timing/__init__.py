"""When a message may go to a partner: quiet times, rhythm, weekly cap, pause, and the ad's deadline."""

from channels.timing.planner import Planner, reaches_people, replan, silent_until
from channels.timing.slots import Slot
from channels.timing.telling import held_back, when

__all__ = ["Planner", "Slot", "held_back", "reaches_people", "replan", "silent_until", "when"]
