"""Markdown reading lists -> drafts of papers: citations as the APA, Harvard and others have them."""

from __future__ import annotations

import pytest

from readtrack import importers
from readtrack.importers import Source
from readtrack.model import Draft

TITLE = "Notes on the looms of weavers"
URL = "https://e.org/a"


def paper(text: str) -> Draft:
    (draft,) = (one for one in importers.read(Source("a.md", text.encode()), "markdown") if isinstance(one, Draft))
    return draft


def names(draft: Draft) -> list[str]:
    return [one.name for one in draft.authors]


@pytest.mark.parametrize(
    "people",
    [
        "Lovelace, A. B., Brown, S. D., & Turing, A.",
        "Lovelace, A. B., Brown, S. D. and Turing, A.",
        "Lovelace, A. B. Brown, S. D., and Turing, A.",
        "Lovelace, A. B., Brown, S. D., ... & Turing, A.",
        "Lovelace, A. B.; Brown, S. D.; Turing, A.",
    ],
)
def test_a_family_name_that_is_a_university_too_is_one_among_family_names(people: str) -> None:
    draft = paper(f"# Papers\n\n- {people} (2008). {TITLE}. Journal of Weaving, 20(4), 87-92.\n")
    assert (draft.title, names(draft)) == (TITLE, ["A. B. Lovelace", "S. D. Brown", "A. Turing"])
    assert not any(one.affiliations for one in draft.authors)


def test_a_university_first_in_a_citation_is_a_family_name_where_initials_stand_behind_it() -> None:
    draft = paper(f"# Papers\n\n- Stanford, M. S., & Turing, A. (2008). {TITLE}. Journal of Weaving, 20(4), 87-92.\n")
    assert names(draft) == ["M. S. Stanford", "A. Turing"]
