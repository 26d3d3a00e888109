"""What a translation must keep: protected text and terms now; gender has its place here."""
