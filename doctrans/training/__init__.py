"""How the models are made: a shell beside the command line (extra `train`). Nothing imports it.

Pairs -> lessons -> packed tokens -> weights -> model folder. Everything is decided by the data, the
recipe and one seed; every step can be interrupted and goes on from what it last wrote.
"""
