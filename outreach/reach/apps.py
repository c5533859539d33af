from django.apps import AppConfig


class ReachConfig(AppConfig):
    name = "outreach.reach"
    label = "reach"
    verbose_name = "Reichweite"

    def ready(self) -> None:
        from outreach.reach import checks as release_checks  # noqa: F401  (registers the checks)
        from outreach.reach import metrics
        from outreach.reach.disclosure import checks  # noqa: F401  (registers the system checks)
        from outreach.reach.opening import checks as _of_counting  # noqa: F401

        metrics.register()
