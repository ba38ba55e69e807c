"""Two descriptions are of the same paper only where two signs agree; else they are kept apart, and told."""

from __future__ import annotations

import pytest

from readtrack.matching import Signs, compare, folded

ANSOR = "Ansor: Generating High-Performance Tensor Programs for Deep Learning"
ZHENG, HINTON = ("zheng", "jia"), ("hinton",)
DOI, ARXIV = ("doi", "10.1/a"), ("arxiv", "2006.06762")


def signs(
    title: str = ANSOR, families: tuple[str, ...] = (), year: int | None = None, *ids: object, **more: object
) -> Signs:
    return Signs(title, families, year, identifiers=frozenset(ids), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deep learning.", "Deep Learning"),
        ("The Google file system", "The Google File Systems"),
        ("Généralités sur les probabilités", "Generalites sur les probabilites"),
        ("One-size-fits-all", "One size fits all"),
        ("Cache & Carry", "Cache and Carry"),
        ("SEDA (extended abstract)", "SEDA"),
        ("ﬁnding", "finding"),
    ],
)
def test_titles_compare_without_case_accents_punctuation_and_plural(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Programming in C", "Programming in C++"), ("Theory, part I", "Theory, part II"), ("机器", "学习"), ("!", "?")],
)
def test_what_tells_titles_apart_is_kept(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (signs(), signs()),
        (signs(ANSOR, ZHENG, 2020), signs(ANSOR + ".", ("jia", "other"), 2020)),
        (signs(ANSOR, ZHENG, 2020), signs(ANSOR)),
        # the preprint, and the conference paper of it two years later
        (signs(ANSOR, ZHENG, 2018, ARXIV), signs(ANSOR, ZHENG, 2020, DOI)),
        (signs(ANSOR, ZHENG, 2020, DOI), signs(ANSOR, ZHENG, 2021, ("doi", "10.1/journal"))),
        (signs("Ansor: Generating Tensor Programs", ZHENG, 2020, ARXIV), signs(ANSOR, ZHENG, 2020, ARXIV)),
        (signs("Machine learning", HINTON, 1999), signs("Machine Learning", HINTON, 1999)),
        (
            signs("Introduction", urls=frozenset({"https://a.org/"})),
            signs("Introduction", urls=frozenset({"https://a.org/"})),
        ),
    ],
)
def test_the_same_paper_is_recognised(one: Signs, other: Signs) -> None:
    assert compare(one, other) == compare(other, one) == "same"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (signs(ANSOR, ZHENG), signs(ANSOR, HINTON), "other authors"),
        (signs(ANSOR, ZHENG, 2010), signs(ANSOR, ZHENG, 2020), "10 years apart"),
        (signs(ANSOR, (), 2017), signs(ANSOR, (), 2020), "3 years apart"),
        (signs("Deep learning", (), 2015), signs("Deep Learning", (), 2016), "no authors"),
        (signs(ANSOR, (), 2020, DOI), signs(ANSOR, (), 2020, ("doi", "10.1/b")), "another DOI"),
        # a pasted citation whose DOI belongs to another paper
        (signs(ANSOR, (), None, DOI), signs("Serving DNNs like Clockwork", (), None, DOI), "doi 10.1/a, another title"),
        (signs(ANSOR, ZHENG, None, DOI), signs("Dropout", HINTON, None, DOI), "another title"),
        (
            signs("Quantum flows in rivers", ZHENG, 2020, DOI),
            signs("Deep learning for cats", ZHENG, 2020, DOI),
            "another",
        ),
        (
            signs("Preface", ("wang", "chen"), 2019, DOI),
            signs("Preface", ("wang", "zhou"), 2020, ("doi", "10.1/b")),
            "short",
        ),
        (signs("Editorial", ("smith",), 2019), signs("Editorial", ("smith",), 2020), "same short title"),
        (signs(ANSOR, ("a", "b"), 2020, DOI), signs(ANSOR, ("a", "c"), 2020, ("doi", "10.1/b")), "another DOI"),
        (signs("Algorithms", ZHENG, 2001, type="book"), signs("Algorithms", ZHENG, 2009, type="book"), "edition"),
        (signs(ANSOR, ZHENG, 2020, ARXIV), signs(ANSOR, ZHENG, 2020, ("arxiv", "1.1")), "another arXiv id"),
    ],
)
def test_when_not_sure_the_two_stay_apart_and_why_is_told(one: Signs, other: Signs, why: str) -> None:
    assert why in compare(one, other)
    assert why in compare(other, one)


def test_a_short_name_or_an_address_alone_proves_nothing() -> None:
    url = frozenset({"https://example.org/a.pdf"})
    assert compare(signs("Ansor", urls=url), signs(ANSOR, urls=url)) == "other"
