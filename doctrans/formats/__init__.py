"""Adapters for document formats: bytes <-> Document, one room each. Loaded on demand by name; no
format imports another, nor anything of language models."""
