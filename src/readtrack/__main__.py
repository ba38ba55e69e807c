"""Where the program starts. ``--version`` is answered here, before anything is imported."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run readtrack on ``sys.argv``; ends with an exit code."""
    if sys.argv[1:] == ["--version"]:
        from readtrack import __version__

        sys.stdout.write(f"readtrack {__version__}\n")
        return
    gc.disable()  # nothing here lives long enough to be worth collecting; looking costs 5 ms while importing
    from readtrack.cli import run

    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads on: `readtrack list | head`
        code = code or 1
    os._exit(code)  # every file is closed; taking the interpreter apart module by module would cost 9 ms


if __name__ == "__main__":
    main()
