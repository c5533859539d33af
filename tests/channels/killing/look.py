"""Run in a process of its own: prints the state of every delivery as JSON."""

import json

import django

django.setup()

from channels.models import Delivery  # noqa: E402

print(json.dumps(dict(Delivery.objects.values_list("pk", "state"))))
