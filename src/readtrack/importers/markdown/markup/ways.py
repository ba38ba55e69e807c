"""Links of a Markdown page that lead no further than the page itself, or to what it says in another language."""

from __future__ import annotations

import re

from readtrack.importers.markdown.markup.inline import LABEL, LINK, LINK_END, Marked, numbers_in

_LANGUAGE = (
    r"(?:zh|cn|tw|en|ja|jp|ko|kr|fr|de|es|pt|br|it|nl|pl|ru|uk|ua|tr|vi|vn|id|th|hi|bn|ar|fa|he|cs|el|sv|hu|ro|ca"
    r"|chinese|english|japanese|korean|french|german|spanish|portuguese|italian|russian|turkish|vietnamese)"
    r"(?:[_-](?:[a-z]{2}|hans|hant))?"
)
"""How the name of a page says its language: "README_zh-CN.md"; "README_looms.md" are notes on a paper."""
_OWN_PAGE = re.compile(rf"#|\./?#|(?:\./)?readme(?:\.md#|[._-]{_LANGUAGE}\.md$)", re.IGNORECASE)


def is_own_page(url: str) -> bool:
    """Whether a link leads to another place on its own page, or to that in another language."""
    return bool(_OWN_PAGE.match(url))


_PART = re.compile(rf"\W*{LINK}.[^{LINK_END}]*{LINK_END}[^\w\s:：]*[:：]\s[^\n{LABEL}]*")


def heads_part(marks: Marked) -> bool:
    """Whether a line leads to a part of its page and says what that holds: "[Prizes](#prizes): as [here](url)"."""
    return is_own_page(marks.links[0].url) and bool(_PART.fullmatch(marks.text))


_WAY = re.compile(rf"{LINK}.[^{LINK_END}]*{LINK_END}[\s.]*$")
_BEFORE_WAY = re.compile(rf"(?<=[\w{LINK_END}])[^\w{LINK}{LINK_END}]{{0,20}}\s[^\w{LINK}]{{0,20}}$")


def without_ways(marks: Marked) -> str:
    """A line without the links at its end to what else stands on its page: "Ada Lovelace, 1843 → [Looms](#looms)"."""
    text, end = marks.text, len(marks.text)
    while (at := text.rfind(LINK, 0, end)) >= 0:
        way, gap = _WAY.match(text, at, end), _BEFORE_WAY.search(text, max(0, at - 41), at)
        if not way or not gap or not is_own_page(marks.links[numbers_in(way[0])[0]].url):
            break
        end = gap.start()
    return text[:end]
