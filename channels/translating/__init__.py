"""The translators' desk: pieces of an ad beside their translations, checked for equal facts."""
