"""What a translation must keep: protected text now; terms and gender have their place here."""
