"""Every hostile text through every command, where the tests take every eighth.

python torture/texts.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def main() -> int:
    tests = Path(__file__).parents[1] / "tests"
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tests / "test_hostile.py")]
    print("texts.py: every hostile text through every command", flush=True)
    return subprocess.run(words, cwd=tests.parent, env={**os.environ, "READTRACK_EVERY": "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
