"""Bookmarks of browsers and bookmark services: the Netscape file of bookmarks.

https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
tells what Netscape wrote; services added TAGS, TOREAD and descriptions in DD (Delicious, Pinboard, Shaarli, ...).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from readtrack.errors import UnreadableError
from readtrack.importers._cells import saved_at, web_page, words_of
from readtrack.importers._clean import short
from readtrack.importers._csv import bare
from readtrack.importers._html import Token, tokens
from readtrack.model import Draft, NoteDraft, Reading, Skipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readtrack.importers import Read, Source

# The folders that a browser makes and names in the language of its user.
_ROOTS = """Bookmarks|Bookmarks bar|Bookmarks toolbar|Bookmarks menu|Bookmarks toolbar folder|Other bookmarks
Mobile bookmarks|Unsorted bookmarks|Unfiled bookmarks|Unlabeled|Unsorted|Favorites|Favorites bar|Favourites
Favourites bar|Other favorites|Imported|Lesezeichen|Lesezeichenleiste|Lesezeichen-Symbolleiste|Lesezeichen-Menü
Weitere Lesezeichen|Favoriten|Favoritenleiste|Weitere Favoriten|Favoris|Barre de favoris|Barre personnelle
Menu des marque-pages|Autres favoris|Autres marque-pages|Marque-pages|Marcadores|Barra de marcadores
Otros marcadores|Favoritos|Barra de favoritos|Otros favoritos|Outros favoritos|Outros marcadores|Preferiti
Barra dei preferiti|Altri preferiti|Barra dei segnalibri|Altri segnalibri|Bladwijzers|Bladwijzerbalk
Andere bladwijzers|Закладки|Панель закладок|Другие закладки|书签|书签栏|其他书签|书签菜单|书签工具栏|收藏夹
收藏夹栏|其他收藏夹|書籤列|其他書籤|ブックマーク|ブックマーク バー|その他のブックマーク|ブックマークツールバー
お気に入り|お気に入りバー|북마크|북마크바|기타 북마크"""
_ROOT_NAMES = {bare(name) for name in re.split(r"[|\n]", _ROOTS)}
_DEEPEST = 12

_READING_LISTS = {"readinglist", "comapplereadinglist", "leseliste", "listedelecture", "listadelectura"}


class _Mark(NamedTuple):
    """A link being read: where it began, what its tag said, the folders it lies in, its title, what is said of it."""

    line: int
    attributes: Mapping[str, str]
    folders: tuple[str, ...]
    title: list[str]
    said: list[str]


def read(source: Source) -> Iterator[Read]:
    """The links in ``source``; folders and tags are tags, and what the browser names itself is not.

    What is on a reading list, or marked TOREAD, is queued. Links that lead nowhere in the web are told.

    Raises:
        UnreadableError: there is no link in it.
    """
    text = source.text()
    if not re.search(r"<a\s[^<>]*href", text, re.IGNORECASE):
        raise UnreadableError(f"{source.name} has no bookmarks in it: not one link.")
    # Most write "maths,to do"; some older services "maths todo".
    separators = "," if re.search(r"\bTAGS=\"[^\"<>]*,", text, re.IGNORECASE) else " "
    for mark in _marks(text):
        yield _draft(mark, separators)


def _marks(text: str) -> Iterator[_Mark]:
    folders: list[str] = []
    named: list[str] = []
    into: list[str] | None = None
    mark: _Mark | None = None
    line, counted = 1, 0
    for token in tokens(text):
        if not token.tag:
            if into is not None:
                into.append(token.text)
        elif token.tag in ("a", "dt", "dl", "/dl", "h3", "hr") and not _inside(token, mark, into):
            if mark:
                yield mark
            mark = into = None
            if token.tag == "a" and "href" in token.attributes:
                line, counted = line + text.count("\n", counted, token.at), token.at
                mark = _Mark(line, token.attributes, tuple(folders[-_DEEPEST:]), [], [])
                into = mark.title
            elif token.tag == "h3":
                named = into = []
                if any(token.attributes.get(name) for name in _ROOT_ATTRIBUTES):
                    named = []
            elif token.tag == "dl":
                folders.append(" ".join("".join(named).split()))
                named = []
            elif token.tag == "/dl" and folders:
                folders.pop()
        elif token.tag == "dd" and mark:
            into = mark.said
        elif token.tag == "/h3" or (token.tag == "/a" and mark and into is mark.title):
            into = None
        elif token.tag in ("br", "p") and mark and into is mark.said:
            into.append("\n")
    if mark:
        yield mark


_ROOT_ATTRIBUTES = ("personal_toolbar_folder", "unfiled_bookmarks_folder")


def _inside(token: Token, mark: _Mark | None, into: list[str] | None) -> bool:
    """Whether a link is part of the description of another."""
    return token.tag == "a" and mark is not None and into is mark.said


def _draft(mark: _Mark, separators: str) -> Draft | Skipped:
    get = mark.attributes.get
    url, title = get("href", "").strip(), "".join(mark.title).strip()
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", url, re.IGNORECASE)
    if not url or (scheme and scheme[0].lower() not in ("http:", "https:")):
        kind = f"a {scheme[0].lower()} link" if scheme else "empty"
        return Skipped(mark.line, short(title or url), f"leads to no page of the web: it is {kind}")
    own = [folder for folder in mark.folders if bare(folder) not in _ROOT_NAMES]
    to_read = get("toread") == "1" or any(bare(folder) in _READING_LISTS for folder in own)
    tags = (folder for folder in own if folder and bare(folder) not in _READING_LISTS)
    said = "".join(mark.said).strip() or get("description", "").strip()
    return web_page(
        title,
        url,
        readings=(Reading("queued"),) if to_read else (),
        tags=(*tags, *words_of(get("tags", ""), separators)),
        notes=(NoteDraft(said),) if said else (),
        added_at=saved_at(get("add_date", "")),
        line=mark.line,
    )
