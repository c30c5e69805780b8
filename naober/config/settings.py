"""All settings, with values from the environment. Without any, this is a machine to develop on."""

import os
from datetime import time, timedelta
from pathlib import Path
from urllib.parse import unquote, urlparse

from csp.constants import NONE, SELF

from naober.config import wiring

ROOT = Path(__file__).resolve().parent.parent.parent


def _flag(name: str, default: bool = False) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "true", "yes"}


def _database(url: str, data: Path) -> dict[str, object]:
    """The database: one SQLite file in the data folder, or PostgreSQL by DATABASE_URL."""
    if not url:
        return {
            "ENGINE": "naober.kit.sqlite",
            "NAME": data / "naober.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
            "TEST": {"NAME": data / f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}.sqlite3"},
        }
    parts = urlparse(url)
    return {
        "ENGINE": "naober.kit.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
    }


# --- this installation -------------------------------------------------------------------------

NAOBER_DEMO = _flag("NAOBER_DEMO")
NAOBER_DATA = Path(os.environ.get("NAOBER_DATA", ROOT / "var"))
NAOBER_DATA.mkdir(parents=True, exist_ok=True)
NAOBER_FILES = NAOBER_DATA / "files"
NAOBER_SITE_URL = os.environ.get("NAOBER_SITE_URL", "http://localhost:8000")
NAOBER_MAIL_DOMAIN = os.environ.get("NAOBER_MAIL_DOMAIN", "naober.example")
NAOBER_PROXIES = int(os.environ.get("NAOBER_PROXIES", "0"))  # web servers in front of this one
NAOBER_AREAS = wiring.AREAS
NAOBER_GUARDED_AREAS = wiring.GUARDED_AREAS
NAOBER_GUARD_WRITES = _flag("NAOBER_GUARD_WRITES", default=True)
NAOBER_RELEASE_AFTER = timedelta(minutes=float(os.environ.get("NAOBER_RELEASE_MINUTES", "10")))
NAOBER_SMALL_BELOW = int(os.environ.get("NAOBER_SMALL_BELOW", "3000"))  # residents of a member's places
NAOBER_WEEKLY_MAIL = (4, time(9, 0))  # Friday, 9.00 local time

# --- Django ------------------------------------------------------------------------------------

DEBUG = False
SECRET_KEY = os.environ.get("NAOBER_SECRET_KEY", "only-for-development-and-the-demo")
ALLOWED_HOSTS = os.environ.get("NAOBER_HOSTS", "localhost 127.0.0.1 [::1] testserver").split()
CSRF_TRUSTED_ORIGINS = [NAOBER_SITE_URL]
ROOT_URLCONF = "naober.config.urls"
WSGI_APPLICATION = "naober.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": _database(os.environ.get("DATABASE_URL", ""), NAOBER_DATA)}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",  # auth's permissions need it; no code of ours may (guards)
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "naober.kit",
    *(f"naober.{name}" for name in reversed(wiring.AREAS)),
    "naober.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages only: whitenoise answers for files, made smaller before
    "naober.people.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "naober.people.middleware.actor_middleware",
    "naober.config.middleware.too_large_middleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [Path(__file__).parent / "demo" / "templates"],
        "OPTIONS": {
            "builtins": ["naober.kit.templatetags.naober"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "naober.config.context.frame",
            ],
        },
    }
]

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True  # the texts of Django and allauth themselves, in Dutch

STATIC_URL = "/static/"
STATIC_ROOT = NAOBER_DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # looked into before anything is collected
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False

# Files, so that every process counts the same tries to guess a code.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": NAOBER_DATA / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- sign-in: a code by mail, no passwords ---------------------------------------------------------

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_REDIRECT_URL = "who_are_you"
LOGIN_URL = "account_request_login_code"
ACCOUNT_ADAPTER = "naober.register.sign_in.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "address"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/15m/ip,5/15m/key"}
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False  # who waits for a code may ask for another
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_ADAPTER = "naober.register.sign_in.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute off
ALLAUTH_TRUSTED_PROXY_COUNT = NAOBER_PROXIES
SESSION_ENGINE = "naober.register.sign_in.store"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # and after half a day, where a browser never closes
SESSION_COOKIE_AGE = 12 * 3600
NAOBER_TRUST_DEVICE = timedelta(days=90)  # for who says that a device is their own
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# --- headers -----------------------------------------------------------------------------------------

_SECURE = NAOBER_SITE_URL.startswith("https:")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# A pasted meeting may be large; what is larger gets our own answer (config.middleware).
DATA_UPLOAD_MAX_MEMORY_SIZE = 24 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# --- mail --------------------------------------------------------------------------------------------

_smtp = urlparse(os.environ.get("NAOBER_SMTP", "smtp://127.0.0.1:25"))
EMAIL_BACKEND = "naober.post.smtp.Backend"
EMAIL_HOST = _smtp.hostname or "127.0.0.1"
EMAIL_PORT = _smtp.port or 25
EMAIL_HOST_USER = unquote(_smtp.username or "")
EMAIL_HOST_PASSWORD = unquote(_smtp.password or "")
EMAIL_USE_SSL = _smtp.scheme == "smtps"
EMAIL_USE_TLS = _smtp.scheme == "smtp+starttls"  # refuses to send when the server does not offer it
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("NAOBER_FROM", f"Dorpenoverleg <info@{NAOBER_MAIL_DOMAIN}>")
NAOBER_QUIET_HOURS = (time(21, 0), time(8, 0))  # local time; mail that can wait leaves in the morning
NAOBER_OWN_ADDRESSES = os.environ.get("NAOBER_OWN_ADDRESSES", "").lower().split()  # that come in here too
NAOBER_DROP = Path(os.environ.get("NAOBER_DROP", NAOBER_DATA / "inkomend"))  # mails as files
NAOBER_LMTP = os.environ.get("NAOBER_LMTP", "")  # 127.0.0.1:8024: where a mail server hands mail over
NAOBER_IMAP = os.environ.get("NAOBER_IMAP", "")  # imaps://name:password@host/INBOX?done=Gelezen
NAOBER_AUTHSERV_ID = os.environ.get("NAOBER_AUTHSERV_ID", "")  # our own mail server in Authentication-Results

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "naober": {"handlers": ["console"], "level": "INFO"},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
