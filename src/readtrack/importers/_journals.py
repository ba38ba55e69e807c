"""Well-known journals of all sciences whose names have no word that tells one, as "Journal" or "Letters" would.

Gathered by hand. A year must stand beside any, and those called as fields are must stand apart from it, or with it
alone in brackets: "Neural Networks, 2010" and "(Neural Networks 2010)", since "Neural Networks 2010" may be a course.
"""

from __future__ import annotations

import re

from readtrack.importers._months import MONTH


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split(";"))


_JOURNALS = _names("""
    accident analysis and prevention; acs nano; acta materialia; acta mathematica; acta numerica; acta psychologica;
    algorithmica; angewandte chemie; automatica; behavioral and brain sciences; biometrika; brain and language;
    cliometrica; combinatorica; computer graphics forum; computers and education; computers and graphics; computers in
    human behavior; current anthropology; current biology; econometrica; elife; epilepsia; expert systems with
    applications; explorations in economic history; future generation computer systems; games and economic behavior;
    health affairs; information and computation; information and management; inventiones mathematicae; iscience; jama;
    law and human behavior; learning and instruction; linguistic inquiry; mathematics of computation; memory and
    cognition; mind and language; mis quarterly; molecular biology and evolution; monthly notices of the royal
    astronomical society; neuroimage; neuropsychologia; new phytologist; nucleic acids research; oecologia; oikos;
    optica; optics express; past and present; personality and individual differences; physica a; physica d; physica
    scripta; politics and society; psychometrika; psychology and aging; public opinion quarterly; scripta materialia;
    social studies of science; statistica sinica; strategic management journal; technometrics; the lancet; the plant
    cell; the visual computer; ultramicroscopy; william and mary quarterly
""")
_FIELDS = _names("""
    advanced functional materials; advanced materials; animal behaviour; appetite; applied energy; applied
    linguistics; applied optics; applied soft computing; astronomy and astrophysics; atmospheric environment;
    autonomous robots; behavioral ecology; bernoulli; bioinformatics; biological conservation; biological cybernetics;
    biomaterials; biometrics; biostatistics; brain research; building and environment; cancer cell; cancer research;
    cement and concrete research; cerebral cortex; chemistry of materials; child development; circulation; climatic
    change; clinical chemistry; cognition; cognitive psychology; comparative politics; computational linguistics;
    computational statistics and data analysis; computer networks; computers and security; conservation biology;
    decision support systems; demography; developmental psychology; diabetes care; discrete applied mathematics;
    discrete mathematics; distributed computing; ecological economics; ecology; econometric theory; electoral studies;
    empirical economics; empirical software engineering; energy and buildings; energy economics; energy policy;
    entropy; epidemiology; evolution; evolutionary computation; experimental economics; feminist economics; genetics;
    genome biology; genome research; global change biology; global environmental change; health economics; higher
    education; hippocampus; human brain mapping; human computation; human factors; icarus; image and vision computing;
    information fusion; information sciences; information systems research; international organization; international
    security; knowledge-based systems; labour economics; land economics; language learning; management science;
    marketing science; mathematical programming; mathematics of operations research; medical care; medical image
    analysis; molecular cell; molecular ecology; neural computation; neural networks; neurocomputing; neurology;
    neuron; new astronomy; obstetrics and gynecology; operations research; organization science; pattern recognition;
    pediatrics; performance evaluation; philosophy of science; plant physiology; population studies; psychological
    science; psychopharmacology; public choice; quantitative economics; quantum; radiology; remote sensing; remote
    sensing of environment; renewable energy; research policy; risk analysis; robotics and autonomous systems; science
    of computer programming; scientometrics; signal processing; small group research; social cognition; social forces;
    social networks; social problems; social science and medicine; sociological methodology; speech communication;
    statistics and computing; statistics in medicine; systematic biology; theoretical computer science; theoretical
    economics; tourism management; transportation research; vaccine; vision research; water research; water resources
    research; world development; world politics
""")
"""Journals whose names are those of fields, of what they are on, or plain words, too."""


def is_journal(name: str) -> bool:
    """Whether ``name`` is that of one of these, in whatever case, with "&" or "and", with "The" before it or not."""
    return _is_in(name, _JOURNALS) or _is_in(name, _FIELDS)


def _is_in(name: str, names: frozenset[str]) -> bool:
    low = " ".join(name.casefold().replace("&", "and").split())
    return low in names or low.removeprefix("the ") in names or f"the {low}" in names


_YEAR = r"(?:1[89]|20)\d\d"
_WITH_YEAR = re.compile(rf"(?P<name>[^\W\d_][^\d,;()]{{2,80}}?)\.?(?P<year>\s\(?{_YEAR}\)?)?")
_WORDS = re.compile(
    rf"\b(?!(?:vol(?:ume)?|no|number|issue|art(?:icle)?|pp|pages?)\b|{MONTH}\b)[^\W\d_]{{2,}}", re.IGNORECASE
)
"""What is said behind a name but numbers and a day: who wrote a paper, as in "Neuron, Turing, and Babbage (1936)"."""


def journal_in(first: str, rest: str, bracketed: bool) -> re.Match[str] | None:
    """The match of all of ``first``, where it is one of these, and its year is in it or in ``rest``: "Brain Research".

    ``bracketed``: both are all of a bracket.
    """
    found = _WITH_YEAR.fullmatch(first)
    if not found or not (found["year"] or re.search(rf"\b{_YEAR}\b", rest)) or _WORDS.search(rest):
        return None
    apart = bracketed or re.search(r"\d", rest) or "(" in first
    return found if _is_in(found["name"], _JOURNALS) or (apart and _is_in(found["name"], _FIELDS)) else None
