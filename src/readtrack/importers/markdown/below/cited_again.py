"""Citations below titles that they have again."""

from __future__ import annotations

import re

from readtrack.importers.markdown.line.entry import line_of
from readtrack.importers.markdown.markup import inline
from readtrack.importers.markdown.said.facts import facts_of
from readtrack.importers.markdown.said.groups import Facts
from readtrack.importers.markdown.said.people import people_in
from readtrack.importers.markdown.said.titles import around_title

_LABEL = re.compile(
    rf"[\s{inline.BOLD}{inline.EM}]*[^\W\d_][\w ]{{1,24}}[{inline.BOLD_END}{inline.EM_END}]*"
    rf"[:：][{inline.BOLD_END}{inline.EM_END}]*\s*"
)


def cited_again(marks: inline.Marked, title: str) -> Facts | None:
    """What a citation of the paper called ``title`` says, which may have but the first words of that.

    A label may stand before it: "Citation: Lovelace, A. (1843). Notes on Looms".
    """
    labelled = _LABEL.match(marks.text)
    said = _cited_in(marks, title)
    return said or (_cited_in(marks._replace(text=marks.text[labelled.end() :]), title) if labelled else None)


def _cited_in(marks: inline.Marked, title: str) -> Facts | None:
    cited = around_title(inline.plain(marks.text), title)
    longer = cited and len(title.split()) <= 3 and re.match(r"\s?[:：]\s", cited[1])  # a title that the name begins
    people = people_in(cited[0]) if cited and not longer else ()
    if not cited or not people:
        return None
    whole = line_of(marks)
    if whole and whole.facts.authors and whole.title.casefold() == title.casefold():
        return whole.facts._replace(remark="")
    return Facts(authors=people).over(facts_of(cited[1], True)._replace(remark=""))
