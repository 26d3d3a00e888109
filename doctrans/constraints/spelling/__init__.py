"""Words that are none: what a model makes up where it does not know the word."""

CODE = "unknown-word"  # of the note on such words
