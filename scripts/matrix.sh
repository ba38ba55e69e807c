#!/usr/bin/env bash
# The tests outside of the browser with each Python of $PYTHONS that is installed, each in its own .venv-X.Y.
set -euo pipefail
cd "$(dirname "$0")/.."

find_python() {
    local candidate
    for candidate in "$(command -v "python$1" || true)" "$HOME"/.pyenv/versions/"$1".*/bin/python; do
        # A shim may stand for a version that is not installed: only what runs counts.
        if [ -x "$candidate" ] && "$candidate" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$1')" 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

ran=0 failed=()
for version in ${PYTHONS:-3.10 3.11 3.12 3.13}; do
    python=$(find_python "$version")
    if [ -z "$python" ]; then
        echo "== Python $version is not installed"
        continue
    fi
    echo "== Python $version ($("$python" --version))"
    venv=.venv-$version
    if [ ! -e "$venv/.ready" ] || [ pyproject.toml -nt "$venv/.ready" ]; then
        rm -rf "$venv"
        "$python" -m venv "$venv"
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -e . --group dev
        touch "$venv/.ready"
    fi
    ran=$((ran + 1))
    "$venv/bin/python" -m pytest -n auto -m "not browser" || failed+=("$version")
done
[ "$ran" -gt 0 ] || { echo "no Python of ${PYTHONS:-3.10 to 3.13} is installed" >&2; exit 1; }
[ ${#failed[@]} -eq 0 ] || { echo "failed with Python ${failed[*]}" >&2; exit 1; }
