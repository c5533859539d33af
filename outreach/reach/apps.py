from django.apps import AppConfig


class ReachConfig(AppConfig):
    name = "outreach.reach"
    label = "reach"
    verbose_name = "Reichweite"

    def ready(self) -> None:
        from outreach.reach import metrics

        metrics.register()
