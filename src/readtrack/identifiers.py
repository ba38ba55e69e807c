"""What a URL leads to, and the identifiers written in it.

Sources: DOI names, ISO 26324 and https://www.crossref.org/blog/dois-and-matching-regular-expressions/;
arXiv identifiers, https://info.arxiv.org/help/arxiv_identifier.html (both schemes, any version).
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

DOI = r"10\.\d{4,9}/\S+"
ARXIV = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"

_HOSTS = (
    ("code", r"(.+\.)?(github|gitlab|bitbucket|codeberg|sourceforge|huggingface)\.(com|org|net|co)|git\..+"),
    ("video", r"(.+\.)?(youtube|vimeo|bilibili)\.com|youtu\.be"),
    ("slides", r"(.+\.)?(slideshare\.net|speakerdeck\.com)"),
)
_ENDINGS = (
    ("pdf", r".*\.(pdf|ps|ps\.gz)"),
    ("slides", r".*\.(pptx?|odp|key)"),
    ("video", r".*\.(mp4|webm|mkv)"),
)
_LABELS = (
    ("slides", r"slides?|presentation"),
    ("video", r"video|talk|recording"),
    ("code", r"code|github|source|repo(sitory)?|artifact"),
    ("pdf", r"pdf"),
)


def doi_of(text: str) -> str | None:
    """The DOI that ``text`` is: bare, behind ``doi:``, or as a doi.org URL. Lower-case, as DOIs compare."""
    found = re.fullmatch(rf"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?({DOI})", text.strip(), re.I)
    return unquote(found[1]).rstrip(".,;").lower() if found else None


def arxiv_id_of(text: str) -> str | None:
    """The arXiv identifier that ``text`` is, without its version: bare, behind ``arXiv:``, or as an arxiv.org URL."""
    found = re.fullmatch(
        rf"(?:https?://(?:\w+\.)?arxiv\.org/(?:abs|pdf|html|format)/|arxiv:\s*)?({ARXIV})(?:v\d+)?(?:\.pdf)?/?(?:[?#].*)?",
        text.strip(),
        re.I,
    )
    return found[1] if found else None


def link_kind(url: str, label: str | None = None) -> str:
    """The kind of a link, one of ``schema.LINK_KINDS``: told from the URL before the label.

    A PDF on a home page that is labelled "arxiv" is a ``pdf``; "[slides](talk.pdf)" is ``slides``, because the
    ending says only how they were written down.
    """
    parts = urlsplit(url)
    host, path, said = parts.hostname or "", parts.path.lower(), (label or "").strip().lower()
    if re.fullmatch(r"(.+\.)?arxiv\.org", host):
        return "arxiv"
    if doi_of(url):
        return "doi"
    for kind, pattern in _HOSTS:
        if re.fullmatch(pattern, host):
            return kind
    by_label = next((kind for kind, pattern in _LABELS if re.fullmatch(pattern, said)), None)
    by_ending = next((kind for kind, pattern in _ENDINGS if re.fullmatch(pattern, path)), None)
    if by_ending == "pdf" and by_label == "slides":
        return "slides"
    return by_ending or by_label or "page"
