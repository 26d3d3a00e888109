"""Text that fits: how much room there is, how much text needs, and what helps (docs/layout.md)."""
