"""What links and identifiers are called, and where they lead, the same on every page. Only http(s) is followed."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

KINDS = {"arxiv": "arXiv", "doi": "DOI", "pdf": "PDF", "code": "Code", "video": "Video", "slides": "Slides"}
KINDS |= {"page": "Page", "isbn": "ISBN", "issn": "ISSN", "pmid": "PubMed", "pmcid": "PubMed Central"}
KINDS |= {"dblp": "DBLP", "openreview": "OpenReview"}
"""A kind of link or identifier -> how it is written."""

PLACES = {
    "doi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "dblp": "https://dblp.org/rec/",
    "openreview": "https://openreview.net/forum?id=",
}
"""A kind of identifier -> what its value is put behind to be found."""


def web_address(url: object) -> str | None:
    """``url`` if it is one of http or https."""
    found = re.fullmatch(r"\s*(https?://\S+)\s*", str(url), re.IGNORECASE)
    return found[1] if found else None


def host(url: str) -> str:
    """What of an address tells where it leads; all of it where it leads nowhere."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.") if web_address(url) else url
    except ValueError:  # a bracket that opens no IPv6 address
        return url


def called(kind: object, label: object, url: object) -> str:
    """What a link is called: its label, else its kind; one to just any page by where it leads."""
    word = str(label or ("" if kind == "page" else kind) or "")
    return KINDS.get(word.lower(), word) or host(str(url)) or "link"


def found_at(kind: str, value: object) -> str | None:
    """Where an identifier leads; None where there is no such place."""
    return PLACES[kind] + quote(str(value)) if kind in PLACES else None
