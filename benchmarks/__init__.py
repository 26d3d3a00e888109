"""Developers' tools that measure or show what doctrans does. They may import everything below them;
nothing imports them, no test measures time with them, and the package is installed without them.
"""
