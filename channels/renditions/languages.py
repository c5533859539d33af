"""Languages by their own names (BCP 47, as in addresses)."""

NAMES = {
    "de": "Deutsch",
    "de-simple": "Einfache Sprache",
    "en": "English",
    "tr": "Türkçe",
    "ar": "العربية",
    "fa": "فارسی",
    "uk": "Українська",
    "ru": "Русский",
    "pl": "Polski",
    "fr": "Français",
    "es": "Español",
    "kmr": "Kurmancî",
    "vi": "Tiếng Việt",
}
