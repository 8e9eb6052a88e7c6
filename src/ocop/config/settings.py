"""Every Django setting of the site, in one file; what an operator may change comes from `env.py`.

Owns the wiring only. The meaning of each environment variable is in docs/reference/settings.md.
"""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from ocop.config.env import LOCAL_HOSTS, Environment, kept_secret
from ocop.config.providers import read_providers

env = Environment()

# --- places -----------------------------------------------------------------------------------------------------
PACKAGE_DIR = Path(__file__).resolve().parents[1]
CHECKOUT_DIR = PACKAGE_DIR.parents[1]
HOME_DIR = CHECKOUT_DIR if (CHECKOUT_DIR / "manage.py").exists() else Path.cwd()
DATA_DIR = env.folder("OCOP_DATA_DIR", HOME_DIR)
DOCS_DIR = env.folder("OCOP_DOCS_DIR", HOME_DIR)

# --- security ---------------------------------------------------------------------------------------------------
SECRET_KEY = env.text("OCOP_SECRET_KEY") or kept_secret(DATA_DIR / "secret-key")
DEBUG = env.flag("OCOP_DEBUG")
ALLOWED_HOSTS = env.items("OCOP_ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.items("OCOP_TRUSTED_ORIGINS")
CSRF_FAILURE_VIEW = "ocop.web.base.errors.csrf_failure"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
HTTPS = env.flag("OCOP_HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Accounts whose password is printed at the start exist on a machine of one's own only.
DEMONSTRATION = not HTTPS and set(ALLOWED_HOSTS) <= LOCAL_HOSTS
CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SESSION_COOKIE_SECURE = HTTPS

# --- people and sessions ------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
SESSION_ENGINE = "ocop.domain.accounts.sessions"
SESSION_COOKIE_NAME = "__Host-ocop_session" if HTTPS else "ocop_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600  # since it was last seen; two weeks where the reader asks for it
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {"user_attributes": ("full_name", "email", "phone")},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]

SIGN_ON_PROVIDERS = read_providers(env.text("OCOP_SIGN_ON_FILE"), HOME_DIR)

# --- applications: only what is used ------------------------------------------------------------------------------
INSTALLED_APPS = [
    "ocop.config.apps.SiteConfig",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "django_cotton.apps.SimpleAppConfig",
    "django_tasks",
    "django_tasks_db",
    "ocop.kit.jobs",
    "ocop.domain.history",
    "ocop.domain.places",
    "ocop.domain.accounts",
    "ocop.domain.search",
    "ocop.domain.registry",
    "ocop.domain.evidence",
    "ocop.domain.intake",
    "ocop.domain.survey",
    "ocop.web.base",
    "ocop.web.public.score",
    "ocop.web.public.law",
    "ocop.web.office.people",
    "ocop.web.producer.papers",
    "ocop.web.office.records",
    "ocop.web.office.survey",
    "ocop.web.office.imports",
    "ocop.web.office.units",
    "ocop.web.office.home",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "ocop.web.base.middleware.PermissionsPolicy",
    "ocop.web.base.middleware.LanguageChoice",
    "django.middleware.locale.LocaleMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ocop.web.base.signed_in.SessionSeen",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "ocop.config.urls"
WSGI_APPLICATION = "ocop.config.wsgi.application"

# The loaders are written out, because django-cotton's own set-up rewrites APP_DIRS behind the reader's back.
_LOADERS = ["ocop.web.base.loader.Loader", "django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "ocop.web.base.templatetags.base",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "ocop.web.base.context.page",
            ],
        },
    }
]

# --- database: PostgreSQL where an address is given, else SQLite in the data folder -------------------------------
# These three SQLite settings are what keeps two writers from "database is locked".
_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "ocop.sqlite3",
    "OPTIONS": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    },
}
_POSTGRESQL = env.database("OCOP_DATABASE_URL")
DATABASES = {
    "default": {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True} | _POSTGRESQL
    if _POSTGRESQL
    else _SQLITE
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- papers and photos --------------------------------------------------------------------------------------------
PAPERS_DIR = DATA_DIR / "papers"
UPLOAD_LIMITS = {
    "size": env.whole("OCOP_UPLOAD_MEGABYTES") * 1_000_000,
    "pages": env.whole("OCOP_UPLOAD_PAGES"),
    "pixels": env.whole("OCOP_UPLOAD_MEGAPIXELS") * 1_000_000,
    "seconds": env.whole("OCOP_UPLOAD_SECONDS"),
    "memory": env.whole("OCOP_UPLOAD_MEMORY") * 1_000_000,
}
FILE_UPLOAD_HANDLERS = ["ocop.web.base.uploads.Bounded"]
PAPER_WARNING_DAYS = env.whole("OCOP_PAPER_WARNING_DAYS")

# --- background jobs: by a worker beside the site ("here") or one started apart; at once in tests -----------------
JOBS = env.one_of("OCOP_JOBS", "here", "apart", "at-once")
TASKS = {"default": {"BACKEND": f"ocop.kit.jobs.backends.{'AtOnce' if JOBS == 'at-once' else 'Queue'}"}}

# --- language, numbers, dates -------------------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "ocop_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [PACKAGE_DIR / "web" / "locale"]
FORMAT_MODULE_PATH = ["ocop.web.formats"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = env.text("OCOP_TIME_ZONE")
USE_TZ = True

# --- assets -------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [PACKAGE_DIR / "web" / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG
if DEBUG:  # edit a style sheet and reload: no collecting, no hashed names
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

# --- logs ---------------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("OCOP_LOG_LEVEL").upper()},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
