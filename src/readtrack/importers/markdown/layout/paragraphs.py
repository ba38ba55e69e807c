"""The paragraphs of a page -> the entries of a reading list that have no bullet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtrack.identifiers import leads_to_paper, link_kind
from readtrack.importers.markdown.below.nested import NOTHING, nested_of
from readtrack.importers.markdown.layout.items import Found, is_about_list, is_sentence, list_of
from readtrack.importers.markdown.layout.lazy import TITLED
from readtrack.importers.markdown.line.entry import Line, line_of
from readtrack.importers.markdown.line.several import apart
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.markup.blocks import Block, next_of
from readtrack.importers.markdown.markup.page import Page
from readtrack.importers.markdown.markup.ways import is_own_page
from readtrack.importers.markdown.said.people import people_alone, people_in
from readtrack.importers.markdown.said.place import YEAR, venue_of
from readtrack.importers.markdown.said.titles import is_cased
from readtrack.model import NoteDraft

_TITLE_ALONE = re.compile(r"(?:\W*|:[a-z_]{1,30}:\s*)\[[^\[\]\s]+(?: [^\[\]\s]+){3,40}\]\(([^()\s]{0,500})\)\s*")


def are_linked(lines: Sequence[str]) -> bool:
    """Whether a page has many lines that are a link, with as many words as titles have, and most lead somewhere."""
    urls = [found[1] for line in lines if len(line) <= 1000 and (found := _TITLE_ALONE.fullmatch(line))]
    return len(urls) - urls.count("") >= _MANY and urls.count("") * 2 < len(urls)


_MANY = 5


def paragraph_of(blocks: Sequence[Block], number: int, section: tuple[str, ...], page: Page) -> tuple[list[Found], int]:
    """The entries that a paragraph is, each with what stands below it; and the number of the block behind them."""
    block, taken = _unled(blocks[number]), number + 1
    lines = block.text.split("\n")
    if len(block.text) > inline.LONGEST:
        return [Found(block.line, block.text, section, why=f"is a paragraph of {len(block.text):,} characters")], taken
    if credited := _credited_below(blocks, number, section, page):
        return [credited[0]], credited[1]
    if listed := _on_lines(block, section, page):
        return listed, taken
    after = next_of(blocks, number)
    if after and after.kind == "list" and _heads(block, after, page):
        return [], taken
    starts = [at for at, line in enumerate(lines) if at == 0 or _begins(line, lines[0])]
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = "\n".join(lines[start:end])
        if one := _own(text, block.line + start, section, page):
            several = list(filter(None, map(line_of, apart(page.marked(text)))))
            parted = len(several) > 1 and all(
                any(leads_to_paper(link.url) for link in said.marked.links) for said in several
            )
            found += [one._replace(said=said) for said in several] if parted else [one]
        elif found:
            found[-1] = found[-1]._replace(notes=(*found[-1].notes, NoteDraft(text.strip())))
    if len(starts) == 1 and after and _belongs(after, found, page):
        one = found[0] if found else _headed(block, after, section, page)
        if one and one.said:
            nested = nested_of((after,), one.said.title, page)
            return [one._replace(nested=nested)], blocks.index(after, number) + 1
    return found, taken


def _unled(block: Block) -> Block:
    """A paragraph without the few words and the colon above its first title: "See also:"."""
    lead, _, rest = block.text.partition("\n")
    led = lead.rstrip(" *").endswith((":", "：")) and len(lead.split()) <= 4 and TITLED.match(rest)
    if not led or "](" in lead or people_alone(lead.strip(" *:：")):
        return block
    return block._replace(line=block.line + 1, text=rest)


def _on_lines(block: Block, section: tuple[str, ...], page: Page) -> list[Found]:
    """The papers on the lines below one that leads to them: all look like titles, and two say where and when or
    have a link."""
    lead, *lines = block.text.split("\n")
    leads = lead.rstrip().endswith((":", "：")) or not is_cased(lead, 2)
    if page.width or len(lines) < 3 or "://" in lead or "](" in lead or not leads:
        return []
    titles = [one for text in lines if (one := line_of(page.marked(text))) and _may_be_title(one)]
    dated = [one for one in titles if one.facts.venue and one.facts.year]
    told = dated + [one for one in titles if one.links and one not in dated]
    sure = sum(one in told or is_cased(one.title, 3) for one in titles)
    if not dated or len(told) < 2 or len(titles) < len(lines) or sure * 3 < len(lines) * 2:
        return []
    return [Found(block.line + at, lines[at - 1], section, 2, one) for at, one in enumerate(titles, 1)]


def _may_be_title(line: Line) -> bool:
    """Whether a line may be a title, and says nothing of it but who wrote it, where and when."""
    title = inline.plain(line.title)
    shaped = title[:1].isupper() and _is_shaped(title)
    return shaped and not (line.facts.remark or people_in(title) or is_about_list(title) or _SENTENCE.search(title))


_HEAD = re.compile(
    rf"\W*{inline.LINK}.[^{inline.LINK_END}\n]{{2,60}}(?:[:：]{inline.LINK_END}|{inline.LINK_END}\s*[:：])\W*"
)


def _heads(block: Block, listed: Block, page: Page) -> bool:
    """Whether a paragraph is a link before a colon, and most below it are papers, so that it only heads them."""
    if not _HEAD.fullmatch(page.marked(block.text).text):
        return False
    found = list(list_of(listed.blocks, (), page))
    return sum(one.sure == 2 for one in found) * 2 > len(found)


_BEGIN = re.compile(
    r"(\s*)(\*\*\[?\d{0,3}|\[\d{1,3}\]|\[(?=[^\]]{12,}|[^\[\]]{1,11}\]\([^()\s]{1,300}\)\s*$)|\[[^\]]{1,40}\]\s*\[|\[\*\*|<b>|\d{1,3}\\?[.)]\s|[-*•]\s)"
)
_NUMBER = re.compile(r"\d{1,3}")


_SIGN = "(?::[a-z0-9][a-z0-9_+-]{1,30}:|[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d])"
_SIGNS = re.compile(rf"\s*(?:{_SIGN}\s*)+")
_BOX = re.compile(r"\s*\[[ xX]\]\s")


def _begins(line: str, first: str) -> bool:
    """Whether a line of a paragraph begins an entry of its own: as the paragraph's first line does."""
    if _BOX.match(first):
        return bool(_BOX.match(line))
    if _is_placed(first):
        return _is_placed(line)
    if _SIGNS.match(line) and _SIGNS.match(first):
        line, first = _SIGNS.sub("", line, count=1), _SIGNS.sub("", first, count=1)
    here, there = _BEGIN.match(line), _BEGIN.match(first)
    alike = here and there and _NUMBER.sub("1", here[2])[:2] == _NUMBER.sub("1", there[2])[:2]
    return bool(alike and not re.match(r"\s*\[\[?[\w .]{1,12}\]", line))


_PLACE_FIRST = re.compile(r"\s*[(（\[【]([^()（）\[\]【】\n]{4,60})[)）\]】]\s*(?=[^\s(（\[])")


def _is_placed(line: str) -> bool:
    """Whether a line begins with where and when a paper appeared, in brackets: "(OSDI 2018) Notes on Looms"."""
    found = _PLACE_FIRST.match(line)
    place = venue_of(found[1]) if found else None
    return bool(place and all(place))


_ALONE = re.compile(
    rf"\W*{inline.BOLD}[^{inline.BOLD_END}]+{inline.BOLD_END}\W*|\W*{inline.LINK}.[^{inline.LINK_END}]+{inline.LINK_END}\W*"
)


def _credited_below(
    blocks: Sequence[Block], number: int, section: tuple[str, ...], page: Page
) -> tuple[Found, int] | None:
    """A title alone in its paragraph, of which those below say by whom, where and when, as if they were one with it."""
    text, taken, found = blocks[number].text, number + 1, None
    title = page.marked(text).text
    if not _ALONE.fullmatch(title) or len(inline.plain(title).split()) < 3 or inline.plain(title).endswith((":", "：")):
        return None
    while (after := next_of(blocks, taken - 1)) and after.kind == "paragraph" and taken <= number + 3:
        text, taken = f"{text}\n{after.text}", blocks.index(after, taken) + 1
        line = line_of(page.marked(text))
        if not line or line.facts.remark or line.title not in inline.plain(title):
            break
        if sum(map(bool, (line.facts.authors, line.facts.venue, line.facts.year))) > 1:
            found = Found(blocks[number].line, text, section, 2, line), taken
    return found


def _headed(block: Block, below: Block, section: tuple[str, ...], page: Page) -> Found | None:
    """A title in bold above its links, or one of words alone above the address of a paper."""
    line = line_of(page.marked(block.text))
    if not line or "\n" in block.text or len(line.title.split()) < 2 or block.text.rstrip().endswith(":"):
        return None
    if line.sure != "bold" and not (
        _is_title(block.text, 4) and below.kind != "list" and _has_paper(page.marked(below.text))
    ):
        return None
    return Found(block.line, block.text, section, 2, line)


def _has_paper(marks: inline.Marked) -> bool:
    """Whether a link in a paragraph is that of a paper."""
    return any(link_kind(link.url) in ("arxiv", "doi", "pdf") for link in marks.links)


_ABOUT = (
    rf"(?:[\w() \"'./-]{{1,60}}(?=[{inline.BOLD_END}\s]*[:：][{inline.BOLD_END}\s]*(?:{inline.LABEL}|{NOTHING}\W*$))"
    r"|(?-i:[a-z]{2,15}(?: [a-z]{1,15})?)|(?:paper )?title|authors?|venue|year|conference"
    r"|journal|abstract|summary|notes?|keywords?|tags?|tl;?dr|(?:key |main )?(?:ideas?|points?"
    r"|contributions?|problem|comments?|takeaways?|results?|methods?))"
)
"""What the items below a title begin with that are about it: the name of a link, or of a fact."""


def _about(listed: Block, page: Page) -> bool:
    """Whether the items of a list are about what stands above them: named links, not titles."""
    texts = [page.marked(item.blocks[0].text).text for item in listed.blocks if item.blocks]
    named = [
        text
        for text in texts
        if re.match(
            rf"[\s{inline.BOLD}]*(?:{_ABOUT}[{inline.BOLD_END}\s]*[:：][{inline.BOLD_END}]*\s*\S|{inline.LABEL})",
            text,
            re.IGNORECASE,
        )
    ]
    return bool(texts) and len(named) * 3 >= len(texts) * 2 and any(inline.LABEL in text for text in texts)


def _belongs(after: Block, found: Sequence[Found], page: Page) -> bool:
    """Whether what stands below a paragraph, which is the entry ``found`` or may be its title, is about it."""
    if after.kind != "list":
        return not found and _labels_only(after, page)
    return _about(after, page) or (bool(found) and (_credits(after, page) or _are_notes(found[0], after, page)))


def _labels_only(block: Block, page: Page) -> bool:
    """Whether a paragraph is nothing but links, which belong to what stands above it."""
    return block.kind == "paragraph" and bool(
        re.fullmatch(rf"\s*(?:{inline.LABEL}.[\s,;|·]*)+", page.marked(block.text).text)
    )


def _are_notes(one: Found, listed: Block, page: Page) -> bool:
    """Whether a list without links below a lone link is what its reader wrote of it."""
    lone = one.said and one.said.sure == "link" and not one.said.facts.remark
    return bool(lone) and "](" not in "".join(page.lines[listed.line - 1 : listed.end - 1])


_LONE = re.compile(r"\[[^\[\]]{2,200}\]\((https?://[^()\s]{5,300})\)\s*")


def _linked_alone(text: str, line_number: int, section: tuple[str, ...], page: Page) -> Found | None:
    """A link to a paper alone in its line, above what is written of it."""
    first, _, rest = text.partition("\n")
    lone = _LONE.fullmatch(first)
    if rest and venue_of(inline.plain(page.marked(rest).text)):
        return None  # the next line only says where and when
    line = line_of(page.marked(first)) if lone and link_kind(lone[1]) in ("arxiv", "doi", "pdf") else None
    if not line or line.sure != "link":
        return None
    return Found(line_number, first, section, 2, line, notes=(NoteDraft(rest.strip()),) if rest.strip() else ())


def _credits(listed: Block, page: Page) -> bool:
    """Whether the one item of a list is who wrote what stands above it."""
    first = listed.blocks[0].blocks[0].text if len(listed.blocks) == 1 and listed.blocks[0].blocks else ""
    return 0 < len(first) <= 3000 and len(people_in(page.marked(first).text)) > 1


def _own(text: str, line_number: int, section: tuple[str, ...], page: Page) -> Found | None:
    """A paragraph that is an entry without a bullet; None where it is prose."""
    marks = page.marked(text)
    web = [link for link in marks.links if inline.is_web(link.url)]
    local = [link for link in marks.links if link.url and not is_own_page(link.url)]
    if (any(link.url for link in marks.links) and not local) or _is_navigation(marks):
        return None
    if headed := _linked_alone(text, line_number, section, page) or _above_prose(text, line_number, section, page):
        return headed
    line = line_of(marks)
    if not line or (len(line.title.split()) < 2 and not line.facts.venue and not line.facts.year):
        return None
    facts, remark = line.facts, line.facts.remark
    told, words = marks.links or facts.year or facts.authors, inline.plain(marks.text).rstrip()
    if (not told and words.endswith((":", "："))) or is_about_list(words):
        return None
    printed = re.match(r"\[?\d{1,3}[\].)]", text) or (inline.EM in marks.text and "\n" not in text)
    printed = printed or (
        _is_placed(text) and _is_shaped(line.title) and not re.match(r"[a-z]+ |We |The paper ", line.title)
    )
    if facts.venue and facts.year and not remark and printed:
        return Found(line_number, text, section, 2, line)
    prose = re.match(
        r"\s*[,:]?\s*(?:is|are|was|has|have|provides|contains|and|for|to|which|that|if)\b", inline.plain(remark)
    )
    ordinal = re.match(r"\W*\[\d{1,3}\]|\d{1,3}[.、)]\s*《", inline.plain(marks.text))
    known = bool(facts.venue or facts.year or facts.authors)
    if line.sure == "bold" and not known and len(remark.split()) >= 10 and _PICTURED.match(text):
        return None  # what a picture shows
    good = {
        "link": bool(local and (known or not remark or len(inline.plain(remark).split()) <= 25))
        or bool(facts.year and not remark and (_QUOTED.match(text) or (facts.authors and facts.venue))),
        "bold": bool(local) or (known and not remark) or bool(facts.venue and facts.year) or len(facts.authors) > 1,
        "quoted": bool(web) or bool(ordinal) or (bool(facts.authors) and known),
        "label": bool(web or (local and facts.tags and _TAGGED.match(text) and is_cased(line.title, 4)))
        and (bool(facts.venue and facts.year) or _ends_in_labels(marks.text))
        and not _SENTENCE.search(line.title)
        and not is_sentence(line.title),
        "facts": bool(web) and inline.LABEL in marks.text and inline.LINK not in marks.text and text.count("\n") <= 4,
    }.get(line.sure, False)
    nowhere = not any(link.url for link in marks.links) and not _OF_PAGE.search(words)
    if nowhere and _is_planned(marks.text, line.title, page.linked):
        return Found(line_number, text, section, 1, line)
    return Found(line_number, text, section, 2, line) if good and not prose else None


def _is_planned(text: str, title: str, linked: bool) -> bool:
    """Whether a link that leads nowhere yet is all of a line, and called as papers are, as the sign before it tells, or
    its capitals where the page has links as titles."""
    planned, words = _PLANNED.fullmatch(text), len(title.split())
    if not planned or words < 3 or (words == 3 and not linked):
        return False
    return bool(planned["sign"]) or (linked and words > 3 and is_cased(title, 3))


_TAGGED = re.compile(r"\[[^\[\]\n]{2,30}\]\s[^\n]+\[\[[^\[\]\n]{2,20}\]\]?\([^()\n]+\)\]?\s*")
"""A tag, a title, and a link in brackets, be it to a file beside the page: "[Overview] Looms [[note]](a.md)"."""
_PICTURED = re.compile(r"\s*!\[[^\]\n]{0,200}\]\([^()\n]{1,500}\)[^\S\n]*\n")
"""A picture in a line of its own above words."""
_PLANNED = re.compile(
    rf"\s*(?P<sign>(?:{_SIGN}|[^\w\s{inline.LINK}{inline.BOLD}{inline.EM}])\W*)?"
    rf"(?:{inline.BOLD}[^{inline.BOLD_END}\n]{{2,20}}{inline.BOLD_END}\s*)?"
    rf"{inline.LINK}.[^{inline.LINK_END}\n]+{inline.LINK_END}\W*"
)
"""A link, which may lead nowhere yet, behind a mark of the list's own, or where the page has links as titles:
"❓ [Notes on Looms]()"."""
_OF_PAGE = re.compile(
    r"\b(?:contents|top|this (?:list|page|repo\w*))\b|^\W*(?:back|go|how to|jump|next|previous|return|skip|view)\b",
    re.IGNORECASE,
)
"""What leads to another part of a page."""
_QUOTED = re.compile(r"\[[\"“][^\"“”\[\]\n]+[\"”]\]")
"""A title in quotation marks that is all of a link, which may lead nowhere yet."""
_SENTENCE = re.compile(r"[a-z]{3}\.\s+(?:The|This|These|It|If|We|You|For|See)\s")
"""Where prose goes on."""
_LINKED = re.compile(rf"{inline.LINK}.([^{inline.LINK_END}]*){inline.LINK_END}|{inline.LABEL}.")


_ELSEWHERE = re.compile(
    r"\W*(?:go|back|return)(?: back)? to (?:the )?(?:[\w'’-]+ ){0,4}(?:page|list|index|readme|top)\W*", re.IGNORECASE
)


def _is_navigation(marks: inline.Marked) -> bool:
    """Whether a paragraph leads to another page, or is three links or more, each with few words, and nothing else."""
    if _ELSEWHERE.fullmatch(inline.plain(marks.text)) and not _has_paper(marks):
        return True
    few = all(len(inline.plain(words).split()) <= 3 for words in _LINKED.findall(marks.text))
    parted = len(re.findall(r"[|•·]", marks.text)) > 1
    return few and parted and len(marks.links) > 2 and not re.search(r"\w", inline.plain(_LINKED.sub("", marks.text)))


_NO_TITLE = re.compile(r"[.;!,]$|:\s*$|[\[\]]|^(?:title|name|authors?|venue|summary|abstract)\s?[:：]", re.IGNORECASE)


def _is_shaped(text: str) -> bool:
    """Whether words are as many as in a title, and begin and end as it may."""
    return 3 <= len(text.split()) <= 25 and not _NO_TITLE.search(text)


def _is_title(text: str, least: int) -> bool:
    """Whether words alone look like a title; ``least``: how many of them are long."""
    return is_cased(text, least) and _is_shaped(text)


def _above_prose(text: str, line_number: int, section: tuple[str, ...], page: Page) -> Found | None:
    """An entry whose lines are its title, what is said of it, and its address."""
    first, *rest = text.split("\n")
    bare = re.sub(rf"[(（][^()]*{YEAR}[)）]\s*$", "", first).strip()
    if not _is_title(bare, 2):
        return None
    addresses = [at for at, line in enumerate(rest) if re.fullmatch(r"\s*[<\[(]?https?://\S+\s*", line)]
    line = line_of(page.marked(f"{first} {rest[addresses[0]]}")) if len(addresses) == 1 else None
    body = "\n".join(one for at, one in enumerate(rest) if at not in addresses)
    if not line or len(body.split()) < 8:
        return None
    return Found(line_number, first, section, 2, line, notes=(NoteDraft(body),))


def _ends_in_labels(text: str) -> bool:
    """Whether nothing but labels stands behind the words of a paragraph, and no sentence among them."""
    words = inline.plain(text[: text.find(inline.LABEL)])
    last = inline.plain(re.sub(rf"{inline.LABEL}.", "", text[text.find(inline.LABEL) :])).strip(" ,.;|()")
    return len(words.split()) >= 3 and len(words) <= 250 and not last and not re.search(r"[.:]$", words)
