"""Translated text made to fit the room of its source: docs/layout.md."""
