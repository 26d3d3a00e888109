"""How everything is scored: a shell beside the command line. Nothing imports it.

The data is never shipped: every command takes the files that it scores.
"""
