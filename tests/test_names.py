"""Names of people: written in one order, told apart into their parts, compared."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readtrack import names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Donald E. Knuth", "Donald E. Knuth"),
        ("Knuth, Donald E.", "Donald E. Knuth"),
        ("  Knuth ,\n Donald   E. ", "Donald E. Knuth"),
        ("Knuth,Donald", "Donald Knuth"),
        ("Knuth,", "Knuth"),
        ("D.E. Knuth", "D.E. Knuth"),
        ("Francis C.M. Lau", "Francis C.M. Lau"),
        ("Turing, A. M.", "A. M. Turing"),
        ("Yang zhang", "Yang zhang"),
        ("danah boyd", "danah boyd"),
        ("Aristotle", "Aristotle"),
        ("OpenAI", "OpenAI"),
        ("DeepSeek-V3", "DeepSeek-V3"),
        ("Atelier DK2050", "Atelier DK2050"),
        ("The LIGO Scientific Collaboration", "The LIGO Scientific Collaboration"),
    ],
)
def test_a_name_is_read_in_the_order_in_which_people_say_it(written: str, name: str) -> None:
    assert names.person(written) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("King, Jr., Martin Luther", "Martin Luther King Jr."),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr."),
        ("King, Martin Luther Jr.", "Martin Luther King Jr."),
        ("King Jr., Martin Luther", "Martin Luther King Jr."),
        ("Martin Luther King, Jr.", "Martin Luther King Jr."),
        ("Martin Luther King Jr.", "Martin Luther King Jr."),
        ("Gates, III, William Henry", "William Henry Gates III"),
        ("Gates, William Henry, III", "William Henry Gates III"),
        ("Silva, Filho, João", "João Silva Filho"),
        ("Ada Lovelace, PhD", "Ada Lovelace"),
        ("Lovelace, Ada, Ph.D.", "Ada Lovelace"),
        ("Lovelace, Ada, MD", "Ada Lovelace"),
        ("Ada Lovelace, M.D., Ph.D.", "Ada Lovelace"),
        ("de Vries, M.D.", "M.D. de Vries"),
        ("Rahman, Md", "Md Rahman"),
    ],
)
def test_a_suffix_ends_the_name_wherever_it_stood_and_degrees_are_left_out(written: str, name: str) -> None:
    assert names.person(written) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("van der Waals, Johannes", "Johannes van der Waals"),
        ("de la Vallée Poussin, Charles Louis Xavier Joseph", "Charles Louis Xavier Joseph de la Vallée Poussin"),
        ("Beethoven, Ludwig van", "Ludwig van Beethoven"),
        ("al-Khwarizmi, Muhammad", "Muhammad al-Khwarizmi"),
        ("O'Brien, Conan", "Conan O'Brien"),
        ("Jean d’Alembert", "Jean d’Alembert"),
    ],
)
def test_particles_stay_with_the_family_name(written: str, name: str) -> None:
    assert names.person(written) == name


@pytest.mark.parametrize(
    "written",
    [
        "Ada Lovelace 0001",
        "Lovelace 0002, Ada",
        "Ada Lovelace*",
        "Ada Lovelace ∗ †",
        "Ada Lovelace¹",
        "Ada Lovelace ¹ ²",
        "Ada Lovelaceᵃ",
        "Ada Lovelace1",
        "Ada Lovelace1,2",
        "Ada Lovelace 1, 2*",
        "*Ada Lovelace",
        "Ada Lovelace[1]",
        "Ada Lovelace (1,2)",
        "Ada Lovelace<sup>1,*</sup>",
        "Ada Lovelace$^{1,2}$",
        "Ada Lovelace\\textsuperscript{1}",
        "Ada Lovelace\\thanks",
        "Ada Lovelace ✉",
        "Ada Lovelace <ada@example.org>",
        "Ada Lovelace (ada@example.org)",
        "ada@example.org Ada Lovelace",
        "Ada Lovelace https://orcid.org/0000-0002-1825-0097",
        "Ada Lovelace (0000-0002-1825-0097)",
        "Ada Lovelace ORCID: 0000-0002-1825-009X",
        "Ada\u200b Lovelace\ufeff",
        "Ada\u00a0Lovelace",
        "Ada Lovelace.",
        "Ada Lovelace;",
    ],
)
def test_what_is_no_part_of_a_name_goes(written: str) -> None:
    assert names.person(written) == "Ada Lovelace"


@pytest.mark.parametrize("nothing", ["", " ", ",", "1", "*", "† 2, 3", "ada@example.org", "<b>"])
def test_what_holds_no_name_gives_none(nothing: str) -> None:
    assert names.person(nothing) == ""
    assert names.parts("") == ("", "", "")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("张三", "张三"),
        ("张, 三", "张三"),
        ("山田, 太郎", "山田太郎"),
        ("山田 太郎", "山田 太郎"),
        ("김, 철수", "김철수"),
        ("クヌース, ドナルド", "ドナルド クヌース"),
        ("Wei Zhang (张伟)", "Wei Zhang (张伟)"),
        ("Колмогоров, Андрей", "Андрей Колмогоров"),
    ],
)
def test_names_in_other_scripts_keep_their_order(written: str, name: str) -> None:
    assert names.person(written) == name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Donald E. Knuth", ("Donald E.", "Knuth", "")),
        ("Martin Luther King Jr.", ("Martin Luther", "King", "Jr.")),
        ("Guy L. Steele Jr", ("Guy L.", "Steele", "Jr")),
        ("William Henry Gates III", ("William Henry", "Gates", "III")),
        ("Johannes van der Waals", ("Johannes", "van der Waals", "")),
        ("Charles Louis de la Vallée Poussin", ("Charles Louis", "de la Vallée Poussin", "")),
        ("Guy Van den Broeck", ("Guy", "Van den Broeck", "")),
        ("Laurens Van Der Maaten", ("Laurens", "Van Der Maaten", "")),
        ("José Ortega y Gasset", ("José", "Ortega y Gasset", "")),
        ("van Gogh", ("", "van Gogh", "")),
        ("Yang zhang", ("Yang", "zhang", "")),
        ("King Jr.", ("King", "Jr.", "")),
        ("Aristotle", ("", "Aristotle", "")),
        ("张三", ("", "张三", "")),
        ("山田 太郎", ("", "山田 太郎", "")),
        ("Amazon Web Services Inc.", ("", "Amazon Web Services Inc.", "")),
    ],
)
def test_a_name_has_parts(name: str, parts: tuple[str, str, str]) -> None:
    assert names.parts(name) == parts


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("Ashish Vaswani", "vaswani"),
        ("A. Vaswani", "vaswani"),
        ("VASWANI, Ashish", "vaswani"),
        ("J. García-López", "lopez"),
        ("Juan Garcia Lopez", "lopez"),
        ("Johannes van der Waals", "waals"),
        ("Laurens Van Der Maaten", "maaten"),
        ("Martin Luther King Jr.", "king"),
        ("Conan O'Brien", "obrien"),
        ("Conan O’Brien", "obrien"),
        ("Łukasz Kaiser", "kaiser"),
        ("Søren Ærøskøbing", "aeroskobing"),
        ("Wei Zhang (张伟)", "zhang"),
        ("Fan Yang 0001", "yang"),
        ("Knuth D.E.", "knuth"),
        ("Aristotle", "aristotle"),
        ("Leonard de Cohen", "cohen"),
        ("van Gogh", "gogh"),
        ("张三", "张三"),
        ("OpenAI, Inc.", "openai"),
        ("", ""),
    ],
)
def test_family_names_compare_without_what_differs_between_lists(name: str, compared: str) -> None:
    assert names.family(name) == compared


@pytest.mark.parametrize(("one", "other"), [("Ada Lovelace", "Alan Turing"), ("张三", "李四"), ("Wei Li", "Wei Lin")])
def test_different_families_do_not_compare_as_one(one: str, other: str) -> None:
    assert names.family(one) != names.family(other)


def test_a_whole_page_is_no_name_and_is_left_alone() -> None:
    page = "Once upon a time, " * 60_000
    assert names.person(page) == names.person(names.person(page)) == ("Once upon a time " * 60_000).strip()
    assert names.parts(names.person(page)) == ("", names.person(page), "")


WORDS = """Knuth Donald E. D.E. van der de la y Jr. Jr III V , ,, . * † 1 1,2 0001 ¹ Ph.D. MD Inc. García-López O'Brien
    张 三 ada@example.org <sup>1</sup> [1] (2) ( ) \\thanks $^{1}$ orcid mail É e\u0301 - ß""".split()
anything = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.lists(st.sampled_from([*WORDS, " "]), max_size=12).map("".join),
)


@settings(deadline=None, max_examples=500)
@given(anything)
@example("Jr., III, Jr")
@example("PhD PhD, PhD")
@example("Inc, Inc")
def test_parts_put_together_again_are_the_name(text: str) -> None:
    name = names.person(text)
    given_, family, suffix = names.parts(name)
    assert names.person(name) == name
    assert "," not in name
    assert names.person(", ".join(part for part in (family, suffix, given_) if part)) == name
    assert " ".join(part for part in (given_, family, suffix) if part) == name


@settings(deadline=None, max_examples=200)
@given(anything)
def test_anything_has_something_to_compare_by(text: str) -> None:
    assert bool(names.family(text)) == bool(names.person(text))
    assert names.family(names.person(text)) == names.family(text)
