"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # tests measure no time
settings.load_profile("unhurried")
