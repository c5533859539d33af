"""The LanguageTool HTTP protocol: LibreOffice and browser add-ons use this service as their checker."""
