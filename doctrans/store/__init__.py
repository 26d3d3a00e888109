"""The models at hand: listed, chosen by language, added, examined. A room of api's floor.

Models live in the package (`doctrans/models`) and in folders that the caller names; this room reads
no settings. What a model is and whether it is sound, its engine's folder reader says.
"""

from doctrans.store.checkup import doctor
from doctrans.store.install import add
from doctrans.store.shelf import available, find, problems

__all__ = ["add", "available", "doctor", "find", "problems"]
