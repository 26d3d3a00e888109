"""Processes that are forked with an open translator, and translators that nobody closes. Each in an
interpreter of its own, which is ended where it hangs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from doctrans.errors import ConfigurationError
from doctrans.layout.html import chromium

PAGE = "<style></style><p>Save your changes.</p>"
START = f"""
import os, sys, threading, time
from doctrans import Translator
from doctrans.errors import UsageError
PAGE = {PAGE!r}

def end(child):
    "Waits for a child, and gives its exit code."
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
"""
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")


def has_browser() -> bool:
    try:
        return bool(chromium.program())
    except ConfigurationError:
        return False


needs_browser = pytest.mark.skipif(not has_browser(), reason="no Chromium")


def run(code: str, temporary: Path) -> None:
    """Runs it, with a folder for what is temporary, which is empty afterwards."""
    surroundings = {**os.environ, "TMPDIR": str(temporary)}
    done = subprocess.run(
        [sys.executable, "-c", START + code],
        capture_output=True,
        text=True,
        timeout=180,
        env=surroundings,
    )
    assert done.returncode == 0, done.stderr
    assert not list(temporary.glob("doctrans-*"))


@forks
@pytest.mark.parametrize("leave", ["os._exit(0)", "sys.exit(0)"])
def test_a_child_opens_the_model_again(leave: str, tmp_path: Path) -> None:
    run(
        f"""
translator = Translator("de", "en", fit="off")
said = translator.translate_html(PAGE)
child = os.fork()
if not child:
    if translator.translate_html(PAGE) != said: os._exit(1)
    translator.close()
    {leave}
assert end(child) == 0
assert translator.translate_html(PAGE) == said
""",
        tmp_path,
    )


@forks
def test_a_child_of_one_that_translates_is_not_held_by_its_locks(tmp_path: Path) -> None:
    run(
        """
translator = Translator("de", "en", fit="off")
texts = [f"Save the file number {n} now." for n in range(150)]
thread = threading.Thread(target=translator.translate_text, args=(texts,))
thread.start()
time.sleep(0.05)
children = []
for number in range(4):
    child = os.fork()
    if not child:
        if number % 2:
            translator._lock.acquire(timeout=1) or os._exit(2)
            translator._lock.release()
        translator.translate_text("Close the window.") or os._exit(1)
        translator.close()
        os._exit(0)
    children.append(child)
    time.sleep(0.01)
assert [end(child) for child in children] == [0] * 4
thread.join()
""",
        tmp_path,
    )


@forks
def test_a_translation_does_not_go_on_in_a_child(tmp_path: Path) -> None:
    run(
        """
translator = Translator("de", "en", fit="off")
from doctrans import read
document = read("".join(f"<p>Save the file number {n} of this folder." for n in range(3000)))
children = []
def fork(done, total):
    if not children and done:
        children.append(os.fork())
try:
    translator.translate([document], progress=fork)
except UsageError as error:
    os._exit(0 if not children[0] and "forked" in str(error) else 1)
if not children[0]: os._exit(2)
assert end(children[0]) == 0
""",
        tmp_path,
    )


TOLD = """
from doctrans import forks
class Told:
    def __init__(self, fails=False):
        self.fails, self.said = fails, []
        forks.wait_for(self)
    def rest(self): self._say("rest")
    def go_on(self): self._say("go on")
    def forked(self): self._say("forked")
    def _say(self, word):
        self.said.append(word)
        time.sleep(0.002)
        if self.fails: raise OSError("on purpose")
"""


@forks
def test_one_fork_ends_before_another_begins(tmp_path: Path) -> None:
    run(
        TOLD
        + """
told = Told()
def fork():
    for _ in range(10):
        child = os.fork()
        if not child: os._exit(told.said[-1] != "forked")
        assert end(child) == 0
threads = [threading.Thread(target=fork) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert told.said == ["rest", "go on"] * 40, told.said
""",
        tmp_path,
    )


@forks
def test_who_fails_keeps_nobody_from_being_told(tmp_path: Path) -> None:
    run(
        TOLD
        + """
sys.unraisablehook = lambda told: None  # who fails is heard of there
every = [Told(fails=n % 2 == 0) for n in range(6)]
child = os.fork()
if not child: os._exit(any(one.said != ["rest", "forked"] for one in every))
assert end(child) == 0
assert all(one.said == ["rest", "go on"] for one in every)
""",
        tmp_path,
    )


@forks
def test_a_signal_handler_that_forks_waits_for_nobody(tmp_path: Path) -> None:
    run(
        """
import signal
translator = Translator("de", "en", fit="off")
model = translator._engine._model
said = translator.translate_text("Save your changes.")
def fork(*_):
    child = os.fork()
    if not child: os._exit(0)
    assert end(child) == 0
signal.signal(signal.SIGUSR1, fork)
before = time.monotonic()
with model._running():
    os.kill(os.getpid(), signal.SIGUSR1)
with model._gate:
    os.kill(os.getpid(), signal.SIGUSR1)
assert time.monotonic() - before < 8
assert translator.translate_text("Save your changes.") == said
""",
        tmp_path,
    )


@forks
def test_a_model_that_did_not_rest_is_not_locked_for_ever(tmp_path: Path) -> None:
    run(
        """
from doctrans.engines.ctranslate2 import calls
calls._PATIENCE = 0.2
translator = Translator("de", "en", fit="off")
model = translator._engine._model
model.rest()
model.go_on()
model.go_on()
held, done = threading.Event(), threading.Event()
def hold():
    with model._gate:
        held.set()
        done.wait()
thread = threading.Thread(target=hold)
thread.start()
held.wait()
model.rest()
model.go_on()
done.set()
thread.join()
assert translator.translate_text("Save your changes.")
""",
        tmp_path,
    )


@forks
@needs_browser
def test_a_browser_stays_with_the_parent(tmp_path: Path) -> None:
    run(
        """
translator = Translator("de", engine="pseudo", fit="balanced")
said = translator.translate_html(PAGE)
[[fitter]] = translator._fitters.values()
browser = fitter._browser
child = os.fork()
if not child:
    if translator.translate_html(PAGE) != said: os._exit(1)
    if fitter._browser._end.alive: os._exit(2)
    translator.close()
    sys.exit(0)
assert end(child) == 0
assert translator.translate_html(PAGE) == said
assert translator._fitters["html"][0]._browser is browser
child = os.fork()  # which does not keep the browser alive
if not child:
    time.sleep(20)
    os._exit(0)
before = time.monotonic()
translator.close()
assert time.monotonic() - before < 4
os.kill(child, 9)
""",
        tmp_path,
    )


@needs_browser
@pytest.mark.parametrize(
    "code",
    [
        "",  # it is open as the interpreter ends
        "del translator; gone()",
        "browser = None; fitter = None; translator.close(); gone(); translator.close()",
    ],
)
def test_who_does_not_close_a_translator_leaves_nothing_behind(code: str, tmp_path: Path) -> None:
    run(
        f"""
translator = Translator("de", engine="pseudo", fit="balanced")
translator.translate_html(PAGE)
process = translator._fitters["html"][0]._browser._process
os.kill(process, 0)
def gone():
    try: os.kill(process, 0)
    except ProcessLookupError: return
    sys.exit("the browser is there")
print(process)
{code}
""",
        tmp_path,
    )


@forks
def test_it_is_not_sent_to_another_process(tmp_path: Path) -> None:
    run(
        """
import copy, pickle
translator = Translator("de", engine="pseudo", fit="off")
for send in (pickle.dumps, copy.copy, copy.deepcopy):
    try:
        send(translator)
    except TypeError as error:
        assert "Open one there" in str(error)
    else:
        sys.exit(send.__name__)
""",
        tmp_path,
    )
