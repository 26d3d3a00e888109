"""Names that languages give to the places of the world, and whether a translation says them."""
