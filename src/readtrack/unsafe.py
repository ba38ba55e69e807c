"""Characters that a terminal would obey, hide, or turn text around by."""

from __future__ import annotations

import re
from collections.abc import Callable

# C0 and C1 controls but line feed; lone surrogates; and what is not seen or turns text around: Unicode's
# Default_Ignorable_Code_Point (https://www.unicode.org/Public/UNIDATA/DerivedCoreProperties.txt), with the annotations.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Joiners and marks of direction are meant beside Hebrew, Arabic, Indic and Mongolian letters and emoji; variation
# selectors behind these, Chinese characters, symbols, and in "1\ufe0f\u20e3".
_JOINED = (
    "\u0590-\u061b\u061d-\u10ff\u1200-\u17b3\u17b6-\u180a\u1810-\u1cff\u2190-\u2bff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U0001f000-\U0001faff"
)
_VARIED = f"{_JOINED}\xa9\xae\u203c-\u205f\u2100-\u218f\u2e80-\u3163\u3190-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MEANT = (  # compiled where the first is seen: that takes 2 ms
    f"(?<=[{_JOINED}])[\u061c\u200c-\u200f]|[\u061c\u200c-\u200f](?=[{_JOINED}])"
    f"|(?<=[{_VARIED}])[\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef]|(?<=[0-9#*])\ufe0f(?=\u20e3)"
)


def with_each_unsafe(text: str, shown: Callable[[str], str]) -> str:
    """``text`` with ``shown`` of each character in the place of those that could mislead."""

    def one(found: re.Match[str]) -> str:
        return found[0] if re.compile(_MEANT).match(text, found.start()) else shown(found[0])

    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(one, text)
