"""Well-known journals of all sciences whose names have no word that tells one, as "Journal" or "Letters" would.

Gathered by hand. Their fields are called by many of them, so that a year must stand beside: "Brain Research, 2010".
"""

from __future__ import annotations

import re

_JOURNALS = frozenset(
    " ".join(name.split())
    for name in """
    accident analysis and prevention; acs nano; acta materialia; acta mathematica; acta numerica; acta psychologica;
    advanced functional materials; advanced materials; algorithmica; angewandte chemie; animal behaviour; appetite;
    applied energy; applied linguistics; applied optics; applied soft computing; astronomy and astrophysics;
    atmospheric environment; automatica; autonomous robots; behavioral and brain sciences; behavioral ecology;
    bernoulli; bioinformatics; biological conservation; biological cybernetics; biomaterials; biometrics; biometrika;
    biostatistics; brain and language; brain research; building and environment; cancer cell; cancer research;
    cement and concrete research; cerebral cortex; chemistry of materials; child development; circulation; climatic
    change; clinical chemistry; cliometrica; cognition; cognitive psychology; combinatorica; comparative politics;
    computational linguistics; computational statistics and data analysis; computer graphics forum; computer networks;
    computers and education; computers and graphics; computers and security; computers in human behavior;
    conservation biology; current anthropology; current biology; decision support systems; demography; developmental
    psychology; diabetes care; discrete applied mathematics; discrete mathematics; distributed computing; ecological
    economics; ecology; econometric theory; econometrica; electoral studies; elife; empirical economics; empirical
    software engineering; energy and buildings; energy economics; energy policy; entropy; epidemiology; epilepsia;
    evolution; evolutionary computation; experimental economics; expert systems with applications; explorations in
    economic history; feminist economics; future generation computer systems; games and economic behavior; genetics;
    genome biology; genome research; global change biology; global environmental change; health affairs; health
    economics; higher education; hippocampus; human brain mapping; human computation; human factors; icarus; image and
    vision computing; information and computation; information and management; information fusion; information
    sciences; information systems research; international organization; international security; inventiones
    mathematicae; iscience; jama; knowledge-based systems; labour economics; land economics; language learning;
    law and human behavior; learning and instruction; linguistic inquiry; management science; marketing science;
    mathematical programming; mathematics of computation; mathematics of operations research; medical care; medical
    image analysis; memory and cognition; mind and language; mis quarterly; molecular biology and evolution; molecular
    cell; molecular ecology; monthly notices of the royal astronomical society; neural computation; neural networks;
    neurocomputing; neuroimage; neurology; neuron; neuropsychologia; new astronomy; new phytologist; nucleic acids
    research; obstetrics and gynecology; oecologia; oikos; operations research; optica; optics express; organization
    science; past and present; pattern recognition; pediatrics; performance evaluation; personality and individual
    differences; philosophy of science; physica a; physica d; physica scripta; plant physiology; politics and society;
    population studies; psychometrika; psychological science; psychology and aging; psychopharmacology; public choice;
    public opinion quarterly; quantitative economics; quantum; radiology; remote sensing; remote sensing of
    environment; renewable energy; research policy; risk analysis; robotics and autonomous systems; science of computer
    programming; scientometrics; scripta materialia; signal processing; small group research; social cognition; social
    forces; social networks; social problems; social science and medicine; social studies of science; sociological
    methodology; speech communication; statistica sinica; statistics and computing; statistics in medicine; strategic
    management journal; systematic biology; technometrics; the lancet; the plant cell; the visual computer; theoretical
    computer science; theoretical economics; tourism management; transportation research; ultramicroscopy; vaccine;
    vision research; water research; water resources research; william and mary quarterly; world development; world
    politics
    """.split(";")
)


def is_journal(name: str) -> bool:
    """Whether ``name`` is that of one of these, in whatever case, with "&" or "and", with "The" before it or not."""
    low = " ".join(name.casefold().replace("&", "and").split())
    return low in _JOURNALS or low.removeprefix("the ") in _JOURNALS or f"the {low}" in _JOURNALS


_WITH_YEAR = re.compile(r"([^\W\d_][^\d,;()]{2,80}?)\.?(?:\s\(?(?:1[89]|20)\d\d\)?)?")


def journal_in(text: str) -> re.Match[str] | None:
    """The match of all of ``text``, where it is one of these, perhaps with a year: "Brain Research 2010"."""
    found = _WITH_YEAR.fullmatch(text)
    return found if found and is_journal(found[1]) else None
