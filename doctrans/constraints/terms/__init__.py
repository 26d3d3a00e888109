"""Terminology: where the words of a glossary stand in a source, and what became of them.

Pure functions over texts; reading glossaries is `interchange`'s, asking for terms that of the
stages above. The way of a term:

    Entry (entries) -> Glossary (glossary) -> Hit in a sentence (matching, casing) -> Use (uses)
"""
