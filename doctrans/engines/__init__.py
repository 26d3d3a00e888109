"""Engines: `Request -> Hypotheses`. One room per engine; none imports another.

An engine knows nothing of HTML or DOCX: what reaches it is text with neutral inline tags.
"""
