"""Where the program starts. ``--version`` is answered here, before anything is imported."""

import gc
import os
import sys


def main() -> None:
    """Run readtrack on ``sys.argv``; ends with an exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # started without: `readtrack list >&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  pathlib is slow to load
    code = 0
    try:
        if sys.argv[1:] == ["--version"]:
            from readtrack import __version__

            sys.stdout.write(f"readtrack {__version__}\n")
        else:
            gc.disable()  # nothing here lives long enough to be worth collecting; looking costs 5 ms while importing
            code = _run()
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:  # where Typer does not hear it: at the very start or the very end
        code = 130
    except OSError:  # nobody reads on: `readtrack list | head`
        code = code or 1
    os._exit(code)  # every file is closed; taking the interpreter apart module by module would cost 9 ms


def _run() -> int:
    import signal

    # Until there is something to end well, Ctrl-C just ends the program; `cli` has it heard again.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from readtrack.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    main()
