"""Settings, all from the environment (CONTRACT §4). Wrong values are told by `outreach.checks`."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from outreach import environment
from outreach.rest import REST_FRAMEWORK, SPECTACULAR_SETTINGS  # noqa: F401

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.data_dir(BASE_DIR)

DEBUG = environment.env.bool("DEBUG", default=False)
PUBLIC_URL = environment.env("PUBLIC_URL", default="").rstrip("/")
HOST = environment.env("HOST", default="127.0.0.1")
PORT = environment.env.int("PORT", default=8000)
ALLOWED_HOSTS = environment.allowed_hosts(PUBLIC_URL)
TRUSTED_PROXIES = environment.env.list("TRUSTED_PROXIES", default=[])
CITY_PROFILE = environment.env("CITY_PROFILE", default=str(BASE_DIR / "outreach/profiles/hannover.toml"))

DATABASES = {"default": environment.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SECRET_KEY, *SECRET_KEY_FALLBACKS = environment.keys("SECRET_KEY", DATA_DIR)

INSTALLED_APPS = [
    "outreach.apps.OutreachConfig",
    "outreach.people.apps.PeopleConfig",
    "postings.apps.PostingsConfig",
    "channels.apps.ChannelsConfig",
    "outreach.reach.apps.ReachConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "outreach.urls"
WSGI_APPLICATION = "outreach.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "outreach.profile.context",
            ],
        },
    },
]

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("Deutsch")), ("en", _("Englisch"))]
LOCALE_PATHS = [BASE_DIR / "outreach/locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "outreach/static"]

OPEN_CHECK = environment.env.bool("OPEN_CHECK", default=False)  # /v2/check without a token for everyone

CELERY_BROKER_URL = environment.env("CELERY_BROKER_URL", default="filesystem://")
