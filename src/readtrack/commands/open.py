"""open: a paper, its code or another of its links, in the browser."""

from typing import Annotated

import typer

from readtrack import render
from readtrack.commands import PaperArgument, reading, say
from readtrack.errors import NotFoundError, RefusedError, UsageError
from readtrack.identifiers import arxiv_id_of, parts_of
from readtrack.model import Paper

app = typer.Typer(add_completion=False, rich_markup_mode=None)

KINDS = ("pdf", "arxiv", "doi", "page")
"""Which kind of link is opened where none is named, the first that there is."""


@app.command("open")
def open_(
    ctx: typer.Context,
    paper: PaperArgument,
    pdf: Annotated[bool, typer.Option("--pdf", help="Its PDF.")] = False,
    code: Annotated[bool, typer.Option("--code", help="Its code.")] = False,
    link: Annotated[
        int | None, typer.Option("--link", min=1, help="The first, second, ... that `show` prints.")
    ] = None,
) -> None:
    """Open a paper in your browser."""
    if pdf + code + (link is not None) > 1:
        raise UsageError("say one of --pdf, --code and --link.")
    with reading(ctx) as store:
        found = store.find(paper)
    url = _url(found, ("pdf",) if pdf else ("code",) if code else KINDS, link)
    say(f"Opening {render.line(url)}")
    import webbrowser

    if not webbrowser.open(url):
        raise RefusedError("no browser can be started here; open the address above yourself.")


def _url(paper: Paper, kinds: tuple[str, ...], number: int | None) -> str:
    """The address that is meant.

    Raises:
        NotFoundError: the paper has no such link, or it is none for a browser.
    """
    links = paper.addresses
    if number is not None:
        fitting = [url for _, url in links[number - 1 : number]]
    else:
        fitting = [url for kind in kinds for one, url in links if one == kind]
        fitting += [pdf for pdf in (_pdf(url) for _, url in links) if pdf] if kinds == ("pdf",) else []
        fitting += [url for _, url in links] if kinds == KINDS else []
    for url in fitting:
        if url.lower().startswith(("http://", "https://")):
            return url
    has = ", ".join(dict.fromkeys(kind for kind, _ in links)) or "none"
    what = f"link {number}" if number is not None else f"{kinds[0]} link" if len(kinds) == 1 else "link"
    raise NotFoundError(f"{render.line(paper.called)} has no {what}. Its links: {has}.")


def _pdf(url: str) -> str | None:
    """The PDF that an address leads to, if it is one of a PDF or of a paper on arXiv."""
    if parts_of(url).path.lower().endswith(".pdf"):
        return url
    arxiv = arxiv_id_of(url)
    return f"https://arxiv.org/pdf/{arxiv}" if arxiv else None
