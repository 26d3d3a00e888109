"""What a translation must keep: protected text, terms, address, the gender of persons."""
