"""When beat wakes which task. The tasks themselves look into the database what is due."""

from typing import Any

#: Minutes between two runs -> seconds after which a wake-up that nobody took is of no use any more.
_EXPIRES = {1: 55, 15: 14 * 60, 60: 55 * 60}
_EVERY = {
    1: (
        "channels.tasks.deliver_due",
        "channels.tasks.answer_requests",
        "channels.tasks.refresh_feeds",
    ),
    # Often, not once a night: after a night without power the day's run is made up for.
    15: (
        "channels.tasks.close_expired",
        "channels.tasks.remind_of_events",
        "channels.tasks.tell_owners",
        "outreach.reach.tasks.release_due",
    ),
    60: (
        "channels.tasks.put_full_loads",
        "channels.tasks.sweep_subscriptions",
        "outreach.reach.tasks.roll_up",
        "outreach.tasks.forget_sessions",
    ),
}


def _entry(task: str, minutes: int) -> dict[str, Any]:
    return {"task": task, "schedule": minutes * 60.0, "options": {"expires": _EXPIRES[minutes]}}


CELERY_BEAT_SCHEDULE = {
    task.rpartition(".")[2]: _entry(task, minutes) for minutes, tasks in _EVERY.items() for task in tasks
}
