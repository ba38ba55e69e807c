"""The disk is full, at every write: the library is as before the command or as after it, and a sentence says why.

    python torture/full_disk.py [--positions 100] [--seed N]

First SQLite is told from one of its writes on that the disk is full, at positions spread over all writes of each
command. Then, where a file system can be mounted (as root, or in a user namespace), the same commands, and a Datasette,
run on one of a few megabytes that has just so many pages left. Positions at which a command does not notice, as at the
end of what it needs, are not counted.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import scratch
from bases import CASES, make_bases
from scratch import LIBRARY, Case, Wrong

PAGE = 4096
MEGABYTES = 16
_MOUNTED = "READTRACK_TORTURE_MOUNTED"


def main() -> int:
    mounted = os.environ.pop(_MOUNTED, None)
    if mounted is None and can_mount():
        return subprocess.call([*unshare(), sys.executable, *sys.argv], env={**os.environ, _MOUNTED: "1"})
    said = scratch.options("Let readtrack run out of disk.", positions=100)
    scratch.load_everything()
    began = time.monotonic()
    with scratch.scratch() as folder:
        make_bases(folder)
        disks: list[Disk] = [Writes(folder)]
        if mounted:
            disks.append(Pages(folder))
        else:
            print("  No file system can be mounted here: only writes are counted.")
        for disk in disks:
            try:
                counts = disk.fill_up(said.positions)
                if isinstance(disk, Pages):
                    counts.update(disk.fill_up_beside_datasette())
            except Wrong as wrong:
                print(f"full_disk.py: {wrong}\nWhat was there stays in {folder}")
                os._exit(1)  # and the mount goes with the process
            for kind in sorted({kind for kind, _ in counts}):
                of = {state: count for (of, state), count in counts.items() if of == kind}
                print(f"  {disk.unit:<6} {kind:<10} {sum(of.values()):>4} positions: {of}")
            print(f"  {disk.unit:<6} {sum(counts.values())} positions, {disk.unnoticed} more went unnoticed")
            disk.end()
    print(f"full_disk.py: every library as before or after, and sound. {time.monotonic() - began:.0f} s")
    return 0


def unshare() -> list[str]:
    """The words before a command that gives it mounts of its own."""
    return ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]


def can_mount() -> bool:
    if not shutil.which("unshare") or not shutil.which("mount"):
        return False
    tried = subprocess.run([*unshare(), "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    return tried.returncode == 0


class Disk:
    """Somewhere to run commands that has room for just so much."""

    unit = ""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = folder / "now"
        self.unnoticed = 0

    def needs(self, case: Case, writes: int) -> int:
        """The room that a case needs at most; ``writes``: how often SQLite writes then."""
        raise NotImplementedError

    def run(self, case: Case, room: int) -> tuple[int, str]:
        """Run a case on a copy of its base with so much room, and give it room again; exit code and words."""
        raise NotImplementedError

    def end(self) -> None:
        """Leave nothing behind."""

    def fill_up(self, positions: int) -> Counter[tuple[str, str]]:
        """Every case at positions spread over what it needs; how often it left which state."""
        counts: Counter[tuple[str, str]] = Counter()
        each = -(-positions * 3 // (2 * len(CASES)))  # some are where a command does not need the disk any more
        for case in CASES:
            whole = scratch.whole(self.folder, self.now, case)
            needs = self.needs(case, whole.writes)
            for room in spread(needs, each):
                code, text = self.run(case, room)
                what = f"{' '.join(case.words)[:60]}, room for {room} of {needs} {self.unit}"
                state = judge(self.now, whole, case, what, code, text)
                if state:
                    counts[case.kind, state] += 1
                else:
                    self.unnoticed += 1
        return counts


def spread(end: int, count: int) -> Iterator[int]:
    """The first few numbers before ``end`` and by chance others, ``count`` or fewer, each once."""
    few = list(range(min(end, count // 2)))
    rest = range(len(few), end)
    yield from sorted({*few, *random.sample(rest, min(len(rest), count - len(few)))})


def judge(now: Path, whole: scratch.Whole, case: Case, what: str, code: int, text: str) -> str | None:
    """The state in which a command left the library; None: it did not notice.

    Raises:
        Wrong: it is none between whole commands, or what the command said is not so.
    """
    path = now / LIBRARY
    found = scratch.held(path)
    if found not in whole.states:
        raise Wrong(f"{what}: between two states\n{scratch.difference(whole.states[0], found)}")
    if code == 0 and found != whole.states[-1]:
        raise Wrong(f"{what}: it said that it was done, and it is not: {text}")
    if code not in (0, 1) or "Traceback" in text or (code and not text.startswith("Error: ")):
        raise Wrong(f"{what}: exit code {code}, {text}")
    if code and "full" not in text:
        raise Wrong(f"{what}: it does not say that the disk is full, but: {text}")
    if code and found == whole.states[-1] != whole.states[0]:
        raise Wrong(f"{what}: it was done, and yet: {text}")
    if path.exists() and (case.base != "broken" or found != whole.states[0]) and (wrong := scratch.unsound(path)):
        raise Wrong(f"{what}: unsound: {wrong}")
    if left := [each.name for each in now.rglob(".*")]:
        raise Wrong(f"{what}: left behind: {left}")
    for copy in [*now.glob("readtrack-backups/*.db"), *now.glob("readtrack-*.db")]:
        if scratch.held(copy) != whole.states[0]:
            raise Wrong(f"{what}: {copy.name} is not as the library was")
    if code == 0:
        return None
    scratch.done(now, *(("init",) if case.base == "none" else case.words))
    return "before" if found == whole.states[0] else "migrated"


class Writes(Disk):
    """SQLite is told that the disk is full."""

    unit = "writes"

    def needs(self, _case: Case, writes: int) -> int:
        return writes

    def run(self, case: Case, room: int) -> tuple[int, str]:
        scratch.renew(self.folder, self.now, case.base)
        return scratch.run(self.now, *case.words, first=scratch.starving(room))


class Pages(Disk):
    """A file system of its own, that is filled up but for some pages."""

    unit = "pages"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.disk = folder / "disk"
        self.disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "none", self.disk], check=True)
        self.now = self.disk / "now"
        self.filler = self.disk / "filler"

    def end(self) -> None:
        subprocess.run(["umount", self.disk], check=True)

    def free(self) -> int:
        return os.statvfs(self.disk).f_bavail

    def leave(self, room: int) -> None:
        """Fill up all but ``room`` pages."""
        with self.filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, (self.free() - room) * PAGE)

    def needs(self, case: Case, _writes: int) -> int:
        least, enough = 0, self.free()
        while enough - least > 1:  # by halves
            middle = (least + enough) // 2
            least, enough = (least, middle) if self.run(case, middle)[0] == 0 else (middle, enough)
        return enough

    def run(self, case: Case, room: int) -> tuple[int, str]:
        self.filler.unlink(missing_ok=True)
        scratch.renew(self.folder, self.now, case.base)
        self.leave(room)
        told = scratch.run(self.now, *case.words)
        self.filler.unlink()
        return told

    def fill_up_beside_datasette(self) -> Counter[tuple[str, str]]:
        """Write from a page with 0, 1, 2, ... pages left, until it works; what was not written has not come."""
        scratch.renew(self.folder, self.now, "small")
        server = scratch.Server(self.now / LIBRARY, log=self.folder / "datasette.log")
        counts: Counter[tuple[str, str]] = Counter()
        try:
            for form in ({"paper": "gavel", "body": "Heterogeneity. " * 2000}, {"paper": "hived", "body": "x"}):
                for room in range(60):
                    before = scratch.held(server.path)
                    self.leave(room)
                    status, text = server.post("note", form)
                    self.filler.unlink()
                    after = scratch.held(server.path)
                    if status == 200:
                        break
                    if before != after or status != 507 or "full" not in json.loads(text)["error"]:
                        raise Wrong(f"note from a page, {room} pages left: {status} {text}")
                    counts["browser", "before"] += 1
                if status != 200 or len(after) <= len(before):
                    raise Wrong(f"note from a page is not written: {status} {text}")
        finally:
            server.kill()
        if wrong := scratch.unsound(server.path):
            raise Wrong(f"unsound after notes from a page: {wrong}")
        return counts


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
    sys.exit(130)
