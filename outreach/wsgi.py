"""The WSGI entry point of the web server."""

import multiprocessing
import os

from django.core.wsgi import get_wsgi_application

from outreach import environment
from outreach.processes import ties

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "outreach.settings")

if _server := multiprocessing.parent_process():  # granian's worker ends with granian
    ties.die_with(_server.pid)

ties.dump_nothing()

_django = get_wsgi_application()
environment.refuse_problems()

from outreach.reach.disclosure.waiting import waiting  # noqa: E402
from outreach.reach.tracked import TrackedLinks  # noqa: E402  (needs the apps that Django has loaded by now)
from postings.review import warm_up  # noqa: E402

application = TrackedLinks(_django)
waiting.start()
warm_up()  # the rules are read here, not while the first editor waits
