"""Work on terms themselves: a glossary proposed from translations, translations tested against one.

Knows documents and ports, no format and no engine.
"""
