"""What a renderer makes of a document: which glyph of which cell stands where."""
