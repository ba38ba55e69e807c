"""Well-known conferences by acronym and by name, as their own proceedings and dblp (https://dblp.org) call them."""

from __future__ import annotations

import re

# acronym | the words that tell its name, in the order of its name; a line for each name that it has had.
_TABLE = """
AAAI|aaai artificial intelligence
AAAI|association for advancement artificial intelligence
AAMAS|autonomous agents multi agent systems
AAMAS|autonomous agents multiagent systems
ACCV|asian computer vision
ACL|association computational linguistics
ACL|meeting association computational linguistics
ACM MM|multimedia
ACSAC|computer security applications
AISTATS|artificial intelligence statistics
ARES|availability reliability security
ASE|automated software engineering
ASPLOS|architectural support programming languages operating system
ASPLOS|architectural support programming languages operating systems
ATC|usenix technical
BMVC|british machine vision
CAV|computer aided verification
CCS|computer communications security
CC|compiler construction
CGO|code generation optimization
CHI|human factors computing systems
CIDR|innovative data systems research
CIKM|information knowledge management
CLUSTER|cluster computing
CogSci|cognitive science society
COLING|computational linguistics
CoLLAs|lifelong learning agents
COLM|language modeling
COLT|computational learning theory
COLT|learning theory
CONCUR|concurrency theory
CoNEXT|emerging networking experiments technologies
CoNLL|computational natural language learning
CoRL|robot learning
CRYPTO|cryptology
CSCW|computer supported cooperative work
CSCW|computer supported cooperative work social computing
CVPR|computer vision pattern recognition
DAC|design automation
DASFAA|database systems advanced applications
DATE|design automation test europe
DATE|design automation test europe exhibition
DIS|designing interactive systems
DLS|dynamic languages
DSN|dependable systems networks
EACL|european chapter association computational linguistics
ECAI|european artificial intelligence
ECCV|european computer vision
ECIR|advances information retrieval
ECIR|european information retrieval
ECIR|information retrieval
ECML PKDD|machine learning knowledge discovery databases
ECOOP|european object oriented programming
ECOOP|object oriented programming
EC|economics computation
EDBT|extending database technology
EMNLP|empirical methods natural language processing
ESEC/FSE|european software engineering foundations software engineering
ESOP|european programming
ESOP|programming languages systems
ESORICS|european research computer security
ESWC|european semantic web
EUROCRYPT|advances cryptology theory applications cryptographic techniques
EUROCRYPT|theory applications cryptographic techniques
EuroSys|computer systems
EuroSys|european computer systems
FAccT|fairness accountability transparency
FAST|file storage technologies
FCCM|field programmable custom computing machines
FM|formal methods
FOCS|foundations computer science
FPGA|field programmable gate arrays
FPL|field programmable logic applications
FSE|foundations software engineering
GECCO|genetic evolutionary computation
HotCloud|hot topics cloud computing
HotCloud|workshop hot topics cloud computing
HotNets|hot topics networks
HotNets|workshop hot topics networks
HotOS|hot topics operating systems
HotOS|workshop hot topics operating systems
HotStorage|hot topics storage file systems
HotStorage|workshop hot topics storage file systems
HPCA|high performance computer architecture
HPDC|high performance distributed computing
HPDC|high performance parallel distributed computing
HRI|human robot interaction
ICALP|automata languages programming
ICAPS|automated planning scheduling
ICASSP|acoustics speech signal processing
ICCAD|computer aided design
ICCD|computer design
ICCV|computer vision
ICDCS|distributed computing systems
ICDE|data engineering
ICDM|data mining
ICDT|database theory
ICFP|functional programming
ICIP|image processing
ICLR|learning representations
ICME|multimedia expo
ICMI|multimodal interaction
ICML|machine learning
ICMR|multimedia retrieval
ICNP|network protocols
ICPP|parallel processing
ICPR|pattern recognition
ICRA|robotics automation
ICSE|software engineering
ICS|supercomputing
SC|acm ieee supercomputing
SC|ieee acm supercomputing
ICWSM|web social media
IJCAI|joint artificial intelligence
IJCAI|joint conferences artificial intelligence
IJCNLP|joint natural language processing
IJCNN|joint neural networks
IMC|internet measurement
INFOCOM|computer communications
INTERSPEECH|speech communication association
IPDPS|parallel distributed processing
IROS|intelligent robots systems
ISCAS|circuits systems
ISCA|computer architecture
ISIT|information theory
ISMAR|mixed augmented reality
ISMIR|music information retrieval
ISMM|memory management
ISPASS|performance analysis systems software
ISSTA|software testing analysis
ISWC|semantic web
IUI|intelligent user interfaces
JCDL|joint digital libraries
JCDL|digital libraries
KDD|knowledge discovery data mining
LICS|logic computer science
LISA|large installation system administration
LREC|language resources evaluation
MASCOTS|modeling analysis simulation computer telecommunication systems
MICCAI|medical image computing computer assisted intervention
MICRO|microarchitecture
Middleware|middleware
MLSys|machine learning systems
MLSys|systems machine learning
MMSys|multimedia systems
MobiCom|mobile computing networking
MobiSys|mobile systems applications services
MSR|mining software repositories
NAACL|nations americas chapter association computational linguistics
NAACL|nations americas chapter association computational linguistics human language technologies
NAACL|north american chapter association computational linguistics
NAACL|north american chapter association computational linguistics human language technologies
NDSS|network distributed system security
NDSS|network distributed systems security
NeurIPS|advances neural information processing systems
NeurIPS|neural information processing systems
NSDI|networked systems design implementation
OOPSLA|object oriented programming systems languages applications
OSDI|operating system design implementation
OSDI|operating systems design implementation
PACT|parallel architectures compilation techniques
PETS|privacy enhancing technologies
PLDI|programming language design implementation
PODC|principles distributed computing
PODS|principles database systems
POPL|principles programming languages
PPoPP|principles practice parallel programming
RAID|research attacks intrusions defenses
RecSys|recommender systems
RSS|robotics science systems
RTSS|real time systems
S&P|security privacy
SACMAT|access control models technologies
SAT|theory applications satisfiability testing
SC|high performance computing networking storage
SC|high performance computing networking storage analysis
SDM|siam data mining
SenSys|embedded networked sensor systems
SIGCOMM|applications technologies architectures protocols computer communication
SIGCOMM|applications technologies architectures protocols computer communications
SIGCOMM|communications architectures protocols
SIGCOMM|data communication
SIGCOMM|special interest group data communication
SIGGRAPH|computer graphics interactive techniques
SIGIR|research development information retrieval
SIGMETRICS|measurement modeling computer systems
SIGMOD|management data
SIGSPATIAL|advances geographic information systems
SLE|software language engineering
SoCC|cloud computing
SODA|discrete algorithms
SOSP|operating systems principles
SPAA|parallel algorithms architectures
SPAA|parallelism algorithms architectures
STACS|theoretical aspects computer science
STOC|theory computing
SYSTOR|systems storage
TACAS|tools algorithms construction analysis systems
UAI|uncertainty artificial intelligence
UbiComp|pervasive ubiquitous computing
UbiComp|ubiquitous computing
UIST|user interface software technology
UMAP|user modeling adaptation personalization
USENIX Security|usenix security
VEE|virtual execution environments
VLDB|large data bases
VLDB|very large data bases
VR|virtual reality
VR|virtual reality 3d user interfaces
WACV|applications computer vision
WACV|winter applications computer vision
WINE|web internet economics
WSDM|web search data mining
WWW|web
WWW|world wide web
"""
# How one is written besides = the acronym by which it goes here.
_ALSO = """
ACMMM=ACM MM|USENIX ATC=ATC|EuroPar=Euro-Par|IEEE S&P=S&P|IEEE SP=S&P|Oakland=S&P|SP=S&P|NIPS=NeurIPS
NeurlPS=NeurIPS|SysML=MLSys|ESEC=ESEC/FSE|TheWebConf=WWW|WebConf=WWW|ECML=ECML PKDD|ECML-PKDD=ECML PKDD
ECML/PKDD=ECML PKDD|PKDD=ECML PKDD|SIGKDD=KDD|USENIX Sec=USENIX Security|MM=ACM MM
NAACL-HLT=NAACL|HotChips=Hot Chips|Asia CCS=AsiaCCS|EMNLP/IJCNLP=EMNLP|ASPDAC=ASP-DAC|EMNLP-IJCNLP=EMNLP
"""
# Written as they are, in whatever case; no name of theirs is told here.
_ONLY_ACRONYMS = """
AACL|APSys|AsiaCCS|ASIACRYPT|ASP-DAC|CCGrid|CVPRW|DISC|ECCVW|ESA|Euro-Par|HiPC|ICCVW
IEEE Micro|ISSCC|ITCS|JMLR|NeurIPSW|OpenReview|OPODIS|PVLDB|SEC|SIGCSE|TACL|TMLR
"""
# Those that number their meetings behind a dash: "MICRO-54".
NUMBERED = frozenset(("MICRO", "ISCA", "HPCA", "ASPLOS", "Hot Chips", "PACT"))

WORKSHOPS = frozenset(("HotOS", "HotNets", "HotStorage", "HotCloud", "APSys", "CVPRW", "ICCVW", "ECCVW"))
COUNTRIES = frozenset(
    """australia|austria|belgium|brazil|canada|chile|china|croatia|cyprus|czech republic|denmark|egypt|estonia|finland
france|germany|greece|hong kong|hungary|iceland|india|indonesia|ireland|israel|italy|japan|korea|south korea
republic of korea|luxembourg|malaysia|malta|mexico|morocco|netherlands|the netherlands|new zealand|norway|poland
portugal|qatar|romania|rwanda|saudi arabia|serbia|singapore|slovakia|slovenia|south africa|spain|sweden|switzerland
taiwan|thailand|tunisia|turkey|uk|united kingdom|scotland|england|united states|united arab emirates|usa|us|vietnam
virtual event|virtual|online|virtual conference|puerto rico|argentina|uruguay|dominican republic|colombia
ca|ma|ny|wa|il|tx|az|ut|co|pa|or|ga|fl|nj|nv|la|md|dc|ak|hi|bc|nsw""".replace("\n", "|").split("|")
)

# Said of many conferences, and left out of some of their names.
_DROPPED = frozenset(
    """a an and the of on in for to at acm ieee cvf rsj usenix ifip siam aaai international intl int l annual biennial
    national joint world sigplan sigops sigarch sigkdd sigcomm sigmod sigact sigart sigai sigir sigsac sigsoft sigchi
    sigmetrics sigmobile sigmicro sigbed sigcse siggraph sighpc sigweb sigapp sigecom sigspatial eurosys conference
    conferences conf symposium symp proceedings procedings proc meeting edition""".split()
)
_KEPT = frozenset(("aaai", "siam", "usenix", "joint", "meeting", "world"))
_OFTEN_KEPT = _KEPT - {"usenix", "meeting"}
_SPONSORED = _KEPT | {"acm", "ieee", "international"}
"""The SC is the Supercomputing Conference that both societies hold, the ICS the international one."""
_SPONSORS = ("ACM SIGPLAN ", "ACM SIGOPS ", "IEEE/CVF ", "ACM/IEEE ", "IEEE/ACM ", "USENIX ", "IEEE ", "ACM ", "The ")


def _key(words: list[str], kept: frozenset[str] = frozenset()) -> str:
    return " ".join(word for word in words if word not in _DROPPED or word in kept)


_NAMES: dict[str, str] = {name: acronym for acronym, name in (row.split("|") for row in _TABLE.split("\n") if row)}
_ACRONYMS: dict[str, str] = {acronym.casefold(): acronym for acronym in _NAMES.values()}
_ACRONYMS.update((acronym.casefold(), acronym) for acronym in _ONLY_ACRONYMS.strip().replace("\n", "|").split("|"))
_ACRONYMS.update(
    (written.casefold(), meant)
    for written, meant in (pair.split("=") for pair in _ALSO.strip().replace("\n", "|").split("|"))
)
ACRONYMS = tuple(dict.fromkeys(_ACRONYMS.values()))
"""All acronyms, as this project writes them."""


def known(name: str) -> str | None:
    """The acronym as this project writes it of one in whatever case; "NeurIPS" of "NIPS"."""
    return _ACRONYMS.get(name.casefold())


def surely_known(name: str) -> str | None:
    """The acronym as this project writes it, unless ``name`` may be a word: "Fast", "date", "Micro"."""
    found = known(name)
    return found if len(name) > 5 or sum(map(str.isupper, name)) > 1 or found != (found or "").upper() else None


_TOPIC = re.compile(
    r"(?!(?:acm|ieee|usenix)\b)([a-z][a-z&+/-]{1,15})(\s?(?:19|20)\d\d(?:\s(?:tutorial|workshop))?|(?<=xiv))"
    r"(?:\s?[-–—]\s?([a-z][\w&/ ]{1,40})|\s?\(([a-z][a-z ]{1,20})\))",
    re.IGNORECASE,
)
_NO_TOPIC = re.compile(r"workshop|tutorial|findings|track|proceedings|supplement|asia|europe", re.IGNORECASE)


def without_topic(text: str) -> str:
    """Without what a paper is about behind the acronym and the year of a venue: "ICRA 2025-Loom Learning".

    Where only one is so, it may as well be a journal, "SIGMOD 2003-Record", or a workshop.
    """
    found = _TOPIC.fullmatch(text)
    name, dated, *said = found.groups("") if found else ("", "")
    topic = " ".join(said)
    named = known(name) or sum(map(str.isupper, name)) > 1 or name.lower() == "arxiv"
    other = _NO_TOPIC.search(topic) or any(surely_known(word) for word in topic.split())
    return f"{name}{dated}" if found and named and not other else text


_VOLUME = re.compile(
    r"([a-z&]{2,12})(\s?['’]?\s?(?:(?:19|20)\d\d|\d\d))?(?:[\s_-]|\s?[\[(])(?:main|long|short)[\])]?(\s['’]?20\d\d)?",
    re.IGNORECASE,
)


def without_volume(text: str) -> str:
    """Without which volume of a conference's proceedings a paper is in: "EMNLP Main", "ACL 2020[short]"."""
    found = _VOLUME.fullmatch(text)
    named = found and (known if found[2] or found[3] else surely_known)(found[1])  # "fast short" is said of much
    return f"{found[1]}{found[2] or ''}{found[3] or ''}" if found and named else text


def unsponsored(name: str) -> str:
    """Without the society in front."""
    if known(name):
        return name
    return next((name[len(sponsor) :] for sponsor in _SPONSORS if name.startswith(sponsor)), name)


def of_words(words: list[str]) -> str | None:
    """The acronym of the conference whose whole name these are: its words in lower case, no numbers among them."""
    said = {_ACRONYMS[word] for word in words if word in _ACRONYMS and word not in _DROPPED}
    for chosen in (words, [word for word in words if word not in _ACRONYMS]):
        for kept in (_SPONSORED, _KEPT, _OFTEN_KEPT, frozenset[str]()):
            if name := _NAMES.get(_key(chosen, kept)):
                # "Computer Vision - ACCV" is not the ICCV.
                return name if chosen is words or not said - {name} else said.pop() if len(said) == 1 else None
    left = [word for word in words if word not in _DROPPED or word in _ACRONYMS]
    named = {_ACRONYMS.get(word) for word in left}
    return named.pop() if len(named) == 1 else None
