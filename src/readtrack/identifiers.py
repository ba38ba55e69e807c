"""What a URL leads to, and the identifiers written in it.

Sources: DOI names, ISO 26324 and https://www.crossref.org/blog/dois-and-matching-regular-expressions/;
arXiv identifiers, https://info.arxiv.org/help/arxiv_identifier.html (both schemes, any version).
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit

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


def parts_of(url: str) -> SplitResult:
    """The parts of a URL; all empty where it is none, as with a bracket that opens no IPv6 address."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


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


# Where publishers and archives write an identifier into the addresses of their pages.
_IN_URLS = (
    (
        "arxiv",
        rf"https?://(?:[\w-]+\.)?(?:arxiv|alphaxiv)\.org/(?:abs|pdf|html|format|ps|e-print)/({ARXIV})(?:v\d+)?\b.*",
    ),
    ("arxiv", rf"https?://(?:ar5iv(?:\.labs\.arxiv)?|huggingface|hf)\.(?:org|co)/(?:abs|html|papers)/({ARXIV})\b.*"),
    ("doi", rf"https?://(?:dx\.|www\.)?doi\.org/({DOI})"),
    ("doi", rf"https?://[^/]+/(?:\w+/)*?doi/(?:(?:abs|full|pdf|epdf|pdfplus|book|reader|suppl|fullHtml)/)?({DOI})"),
    ("doi", rf"https?://link\.springer\.com/(?:content/pdf/|article/|chapter/|book/|referenceworkentry/)({DOI})"),
    ("doi", rf"https?://(?:www\.)?(?:bio|med)rxiv\.org/content/(?:biorxiv/early/[\d/]*)?({DOI})"),
    ("pmid", r"https?://(?:www\.ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)/(\d+)\b.*"),
    ("pmcid", r"https?://(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/(PMC\d+)\b.*"),
    (
        "dblp",
        r"https?://dblp\.(?:org|uni-trier\.de)/(?:db/|rec/(?:html/|bibtex/|bib/)?)((?:conf|journals)/[^\s?#]+?)(?:\.html|\.bib)?",
    ),
    ("openreview", r"https?://openreview\.net/(?:forum|pdf|attachment)\?(?:.*&)?id=([\w-]+).*"),
)


def found_in(url: str) -> tuple[tuple[str, str], ...]:
    """The identifiers written in a URL, as (kind, value); a DOI that arXiv gave out is its arXiv id."""
    url = unquote(url)
    for kind, pattern in _IN_URLS:
        if found := re.fullmatch(pattern, url, re.IGNORECASE):
            value = found[1]
            if kind == "doi":
                value = re.split(r"[?#&]", value)[0].rstrip(".,;/").lower()
                value = re.sub(
                    r"(?:v\d+)?(?:\.full(?:\.pdf|-text)?|\.pdf|\.abstract|/full|/abstract|/pdf|/html)$", "", value
                )
                if arxiv := re.fullmatch(rf"10\.48550/arxiv\.({ARXIV})", value, re.IGNORECASE):
                    return (("arxiv", arxiv[1]),)
            return ((kind, value.upper() if kind == "pmcid" else value),)
    return ()


def url_of(kind: str, value: str) -> str | None:
    """Where an identifier leads; None for a kind that leads nowhere by itself."""
    start = {"doi": "https://doi.org/", "arxiv": "https://arxiv.org/abs/"}.get(kind)
    return f"{start}{value}" if start else None


def link_kind(url: str, label: str | None = None) -> str:
    """The kind of a link, one of ``schema.LINK_KINDS``: told from the URL before the label.

    A PDF on a home page that is labelled "arxiv" is a ``pdf``; "[slides](talk.pdf)" is ``slides``, because the
    ending says only how they were written down.
    """
    parts = parts_of(url)
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


_OF_PAPERS = re.compile(
    r"https?://(?:[\w-]+\.)*(?:arxiv\.org|aclanthology\.org|aclweb\.org|openreview\.net|usenix\.org/(?:conference|system)"
    r"|dl\.acm\.org|ieeexplore\.ieee\.org(?!/xpl/(?!article))|ieee\.org/document|semanticscholar\.org/paper"
    r"|thecvf\.com/content|proceedings\.|papers\.n(?:eur)?ips\.cc|jmlr\.org/papers|vldb\.org/pvldb|sciencedirect\.com/science"
    r"|link\.springer\.com/(?:article|chapter|content)|nature\.com/articles|ndss-symposium\.org/|eprint\.iacr\.org/\d"
    r"|citeseerx?\.|onlinelibrary\.wiley\.com/doi|jstor\.org/stable|isca-speech\.org/|ijcai\.org/proceedings)",
    re.IGNORECASE,
)


def leads_to_paper(url: str) -> bool:
    """Whether an address is one of a paper: it has an identifier, is on a publisher's page, or ends as one."""
    return bool(
        _OF_PAPERS.match(url)
        or found_in(url)
        or (link_kind(url) == "pdf" and parts_of(url).scheme.lower() in ("http", "https"))
    )
