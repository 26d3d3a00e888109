"""The way into the command line: runs it, and turns every error into one line and an exit code."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Exit codes: see `doctrans --help`."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the command line itself was loaded
        code = _interrupted()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Runs a command line and returns its exit code; messages go to stderr."""
    import click

    from doctrans.cli import cli, standard
    from doctrans.errors import DoctransError

    try:
        code = cli.main(arguments, prog_name="doctrans", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        _say(error.format_message())
        return error.exit_code
    except DoctransError as error:
        _say(str(error))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _interrupted()
    except SystemExit:  # click's way to end, quietly, where standard output is closed
        return standard.CUT_SHORT
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:  # files have names; not this one
            refused = standard.refused(error)
            _say(str(refused))
            return refused.exit_code
        if os.environ.get("DOCTRANS_TRACEBACK"):
            raise
        _say(
            f"Internal error: {type(error).__name__}: {error}. This is a fault of doctrans; "
            "DOCTRANS_TRACEBACK=1 shows where."
        )
        return 1


def _interrupted() -> int:
    _say("Interrupted. What was finished is whole; nothing is half-written.")
    return 130


def _say(message: str) -> None:
    if sys.stderr is not None:  # print would take standard output instead
        print("doctrans: " + " ".join(message.split()), file=sys.stderr)


if __name__ == "__main__":
    main()
