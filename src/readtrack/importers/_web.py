"""Links, the page of a paper and its identifiers: each taken from the others where the source does not say it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from readtrack.identifiers import arxiv_id_of, doi_of, found_in, link_kind
from readtrack.model import Draft, Identifier, Link, one_line
from readtrack.schema import IDENTIFIER_KINDS, LINK_KINDS

Tell = Callable[[str, str], None]
"""Called with what was left out of a draft, and why."""

LONGEST = 2000

# An ISBN on one of these names the volume it stands in, which many papers share; so does an ISSN on anything.
_PARTS = ("chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia")

_SHAPES = {
    "isbn": r"(?:97[89])?\d{9}[\dX]",
    "pmid": r"[1-9]\d{0,8}",
    "pmcid": r"PMC\d{1,9}",
    "dblp": r"(?:conf|journals|books|phd|reference|series|tr|homepages|www)/\S{1,200}",
    "openreview": r"[\w-]{1,60}",
}


def on_the_web(draft: Draft, tell: Tell) -> dict[str, Any]:
    """``links``, ``url``, ``doi``, ``arxiv_id`` and ``identifiers`` of ``draft``, to be replaced in it."""
    links: dict[str, Link] = {}
    for kind, url, label in draft.links:
        if address := _address(url, tell):
            known = kind if kind in LINK_KINDS else link_kind(address, label)
            links.setdefault(address, Link(known, address, one_line(label)[:LONGEST] or None))
    page = _address(draft.url, tell) if draft.url else None
    held = _identifiers(draft, tell)
    for address in [*([page] if page else []), *links]:
        for kind, value in found_in(address):
            held.setdefault((kind, value), None)
    by_kind = dict(reversed(list(held)))  # of several of a kind, the first is the paper's own
    named = {"doi": by_kind.get("doi"), "arxiv": by_kind.get("arxiv")}
    return {
        "links": tuple(links.values()),
        "url": page,
        "doi": named["doi"],
        "arxiv_id": named["arxiv"],
        "identifiers": tuple(
            Identifier(kind, value) for kind, value in held if kind not in named and _names_one(kind, draft.type)
        ),
    }


def _names_one(kind: str, type_: str) -> bool:
    return kind != "issn" and (kind != "isbn" or not (type_ in _PARTS or type_.startswith("article")))


def _identifiers(draft: Draft, tell: Tell) -> dict[tuple[str, str], None]:
    """What the source calls an identifier, in the spelling that compares."""
    held: dict[tuple[str, str], None] = {}
    stated = [("doi", draft.doi), ("arxiv", draft.arxiv_id), *draft.identifiers]
    for kind, given in stated:
        if not given:
            continue
        text = one_line(given)
        if kind in ("doi", "arxiv"):
            doi, arxiv = doi_of(text), arxiv_id_of(text)
            found = found_in(f"https://doi.org/{doi}") if doi else (("arxiv", arxiv),) if arxiv else ()
        elif kind not in IDENTIFIER_KINDS:
            tell(f"{kind} {text}", f"is of no known kind ({', '.join(IDENTIFIER_KINDS)}); it was left out")
            continue
        else:
            value = re.sub(r"[\s-]", "", text).upper() if kind in ("isbn", "pmid", "pmcid") else text
            value = re.sub(r"^(ISBN|PMID|DBLP)(1[03])?:?(?=.)", "", value, flags=re.IGNORECASE)
            found = ((kind, value),) if re.fullmatch(_SHAPES.get(kind, r"\S{1,200}"), value) else ()
        if not found:
            tell(text, f"is no {_CALLED.get(kind, kind)}; it was left out")
        for one in found:
            held.setdefault(one, None)
    return held


_CALLED = {"doi": "DOI", "arxiv": "arXiv id", "isbn": "ISBN", "pmid": "PubMed id", "pmcid": "PubMed Central id"}


def _address(url: str, tell: Tell) -> str | None:
    """A web address, or None: only http and https are links."""
    address = one_line(url).replace(" ", "%20")
    if re.match(r"(www\.|(dx\.)?doi\.org/|arxiv\.org/)\S+\.?\S", address, re.IGNORECASE):
        address = f"https://{address}"
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if host and re.match(r"https?://", address, re.IGNORECASE) and len(address) <= LONGEST * 4:
        return address
    if address:
        tell(address, "is no web address; it was left out")
    return None
