"""What holds for all tests."""

import os

from hypothesis import settings

# Tests measure no time. With CI set they try the same examples each time, so that a change is
# judged by what it changes; without, new ones.
settings.register_profile("ours", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("ours")
