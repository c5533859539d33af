"""When beat wakes which task. The tasks themselves look into the database what is due."""

CELERY_BEAT_SCHEDULE = {
    "deliver_due": {
        "task": "channels.tasks.deliver_due",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    # Often, not once a night: after a night without power the day's run is made up for.
    "close_expired": {
        "task": "channels.tasks.close_expired",
        "schedule": 15 * 60.0,
        "options": {"expires": 14 * 60},
    },
    "release_due": {
        "task": "outreach.reach.tasks.release_due",
        "schedule": 15 * 60.0,
        "options": {"expires": 14 * 60},
    },
}
