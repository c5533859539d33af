"""Settings, all from the environment (CONTRACT §4). Wrong values are told by `outreach.checks`."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from outreach import environment, logs
from outreach.background.schedule import CELERY_BEAT_SCHEDULE  # noqa: F401
from outreach.policy import CONTENT_SECURITY_POLICY, PERMISSIONS_POLICY  # noqa: F401
from outreach.rest import *  # noqa: F403  (REST_FRAMEWORK, SPECTACULAR_SETTINGS, throttles)

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.data_dir(BASE_DIR)

# --- Where the service is reached -------------------------------------------------------------
DEBUG = environment.switch("DEBUG")
HOST = environment.text("HOST", "127.0.0.1")
PORT = environment.port()
PUBLIC_URL = environment.public_url()
ALLOWED_HOSTS = environment.allowed_hosts(PUBLIC_URL, HOST)
TRUSTED_PROXIES = environment.trusted_proxies()
METRICS_TOKEN = environment.text("METRICS_TOKEN")
CITY_PROFILE = environment.text("CITY_PROFILE", str(BASE_DIR / "outreach/profiles/hannover.toml"))

# --- What is kept -----------------------------------------------------------------------------
DATABASES = {"default": environment.database(DATA_DIR)}
SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
#: Memory only: the throttles keep who asked how often here, and nothing of it is written down.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "outreach"}}

# Lists: the first key is used, all are accepted, so that keys can be changed without a break.
SECRET_KEY, *SECRET_KEY_FALLBACKS = environment.keys("SECRET_KEY", DATA_DIR, sqlite=SQLITE)
ENCRYPTION_KEYS = environment.keys("ENCRYPTION_KEYS", DATA_DIR, sqlite=SQLITE)
SIGNING_KEYS = environment.keys("SIGNING_KEYS", DATA_DIR, sqlite=SQLITE)

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
    "outreach.middleware.origin.OriginMiddleware",  # first: nothing behind it sees an address
    "outreach.middleware.measure.MeasureMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "outreach.middleware.headers.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "outreach.middleware.language.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "outreach.middleware.trouble.DatabaseTroubleMiddleware",
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
                "outreach.demo.context",
                "outreach.middleware.language.context",
            ],
        },
    },
]

# --- People -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 12}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_ADAPTER = "outreach.people.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # people are invited by an administrator
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "10/m/ip,3/m/key",
    "reset_password_from_key": "10/m/ip",
    "change_password": "5/m/user",
    "signup": "5/m/ip",
}

# --- Language and time ------------------------------------------------------------------------
LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("Deutsch")), ("en", _("Englisch"))]
LOCALE_PATHS = [BASE_DIR / "outreach/locale"]
FORMAT_MODULE_PATH = ["outreach.words.formats"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
FORMS_URLFIELD_ASSUME_HTTPS = True  # as Django 6 does

# --- Static files: hashed and compressed once collected, straight from the sources until then --
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "outreach/static"]
STATIC_COLLECTED = not DEBUG and (STATIC_ROOT / "staticfiles.json").exists()
_STATIC_STORAGE = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if STATIC_COLLECTED
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STATIC_STORAGE},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = not STATIC_COLLECTED

# --- Protection -------------------------------------------------------------------------------
_SECURE = PUBLIC_URL.startswith("https://")
SECURE_SSL_REDIRECT = _SECURE
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]  # probes ask without TLS, from inside
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "__Host-sitzung" if _SECURE else "sitzung"
CSRF_COOKIE_NAME = "__Host-formular" if _SECURE else "formular"
SESSION_COOKIE_AGE = 10 * 3600  # a working day
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
CSRF_FAILURE_VIEW = "outreach.views.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
#: For everyone, without signing in: on these a visitor's cookies are not even read.
PUBLIC_PATHS = (
    "/stellen/", "/echt/", "/feeds/", "/partner/", "/uebersetzen/", "/empfang/", "/freiwillig/", "/hub/",
    "/l/", "/q/", "/v2/", "/t/",
    "/healthz", "/readyz", "/metrics",
    "/impressum/", "/datenschutz/", "/barrierefreiheit/", "/offene-daten/",
)  # fmt: skip

# --- Released figures (numbers: the city profile's section [reach]) ----------------------------
#: Protections that a test of the attack suite switches off; refused by a system check without DEBUG.
REACH_SWITCHED_OFF = environment.names("REACH_SWITCHED_OFF")
#: What noise is drawn with: the oldest key, so that a new one does not change the noise of a cell.
NOISE_KEY = environment.text("NOISE_KEY") or SIGNING_KEYS[-1]

# --- What goes out over HTTP (channels.sending.http): public addresses, port 443 --------------
#: Lets requests reach this machine. No variable sets it: only settings of tests and measurements do.
OUTGOING_LOOPBACK = False
OUTGOING_PLAIN_HTTP = environment.switch("OUTGOING_PLAIN_HTTP")  # also http:// on port 80
OUTGOING_CA_FILE = environment.text("OUTGOING_CA_FILE")  # certificates to trust instead of the usual ones
#: Messages to receivers are printed instead of sent, as long as nobody but this machine is served.
DELIVERY_CONSOLE = environment.switch("DELIVERY_CONSOLE", SQLITE and not PUBLIC_URL)

# --- Mail and work in the background ----------------------------------------------------------
globals().update(environment.email())
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "webmaster@localhost")  # else the city's
CELERY_BROKER_URL = environment.broker()
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker waits for its broker as long as it takes
CELERY_BROKER_TRANSPORT_OPTIONS = {"max_retries": 0, "socket_connect_timeout": 2, "socket_timeout": 10}
if CELERY_BROKER_URL.startswith("embedded"):
    CELERY_BROKER_TRANSPORT_OPTIONS = {"folder": str(DATA_DIR / "broker"), "polling_interval": 1.0}
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_STORE_ERRORS_EVEN_IF_IGNORED = False
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_DEFAULT_QUEUE = "outreach"
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_REDIRECT_STDOUTS = False
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"  # nothing on disk: runs are claimed in the database
CELERY_TIMEZONE = TIME_ZONE

LOGGING = logs.configuration(
    level=environment.text("LOG_LEVEL", "INFO"), as_json=environment.text("LOG_FORMAT") == "json"
)
