"""What tells an organisation from a person: words as they stand in affiliations, gathered by hand."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


_COMPANIES = _words("""
    google microsoft facebook amazon alibaba tencent huawei
    bytedance baidu nvidia intel ibm vmware netflix linkedin twitter yahoo samsung cisco openai deepmind
    anthropic huggingface salesforce databricks snowflake cloudflare akamai mozilla dropbox airbnb uber tiktok
    apache kuaishou sensetime megvii meituan didi xiaomi oppo lenovo jd.com netease shopee ebay paypal spotify
    pinterest cerebras graphcore sambanova groq cohere mistral deepseek moonshot zhipu minimax inspur zte
    ericsson nokia hitachi fujitsu nec ntt toshiba panasonic rakuten naver kakao qualcomm broadcom mellanox
    micron xilinx netapp emc pivotal redhat suse mongodb cockroachdb pingcap citadel bloomberg alphabet waymo
    verizon comcast swisscom sap avast kaspersky symantec mcafee sandia xai
""")
# One of these anywhere makes it an organisation; none is a part of people's names.
_ANYWHERE = _COMPANIES | _words("""
    university universities univ universität universitaet universitat université universite università
    universita universidad universidade universitas universiteit universitet universitetet universiti
    uniwersytet univerzita üniversitesi egyetem university's college colleges collège school schools academy
    académie academia institute institutes institut instituto istituto instytut inst polytechnic polytechnique
    politecnico politécnica politecnica politècnica polytechnical technische technological hochschule
    fachhochschule école ecole escola escuela faculty fakultät faculté facultad department dept departement
    laboratory laboratories laboratoire labs lab laboratorium research researchers centre center centres centers
    centro zentrum corporation corp inc incorporated llc ltd limited gmbh company co plc technologies technology
    technologia solutions software systems services networks group foundation consortium initiative hospital
    clinic clinical ministry agency bureau council association society authority national federal platforms
    holdings ventures bank studios observatory museum supercomputing semiconductor semiconductors electronics
    computing computers telecom telecommunications mobile online energy pharmaceuticals independent freelance
    unaffiliated formerly startup division team sciences
    technion postech unist kaust mpi-sws uw-madison umich umass caltech gatech riken inria
""") - {"co"}
# Of those, the ones that are people's names as well: only alone, or where another word tells it too.
_NAMES_TOO = _words("huawei sap didi naver")
# These only in capitals: some are people's names in lower case.
_ACRONYMS = _words("""
    EPFL ETHZ INRIA CNRS CISPA KAIST MPI ETH MIT CSAIL UIUC UCLA UCSD UCSB UCI UCR UCSC CMU NYU USC SUNY CUNY
    UBC HKUST HKU CUHK NTU NUS SJTU THU PKU USTC ZJU HUST NUDT BUAA BUPT NJU IIT IIIT UC UT TU KU KTH DTU NTNU
    IMDEA CWI CEA BBN SRI IDA PARC HP HPE AT&T AMD ARM ISTI FBK TUM LMU RWTH HPI DFKI NII AIST NICT ORNL LBNL
    LLNL NIST NASA DARPA CERN LIP6 IRISA UCL QMUL UNSW ANU EECS UCAS BSC NEC KIT CAS UW UCSF MBZUAI SUTD SUSTech
    UESTC BAAI IISc VU NCSU RIT WPI
""")

# These alone (with a place behind it at most) are one; together with other words they may be a person.
_WHOLE = _phrases("""
    tesla, bosch, philips, siemens, sony, stanford, harvard, princeton, cornell, yale, brown, duke, rice,
    columbia, berkeley, purdue, emory, drexel, penn, northwestern, northeastern, dartmouth, georgetown, rutgers,
    tufts, vanderbilt, oxford, cambridge, edinburgh, imperial, mcgill, toronto, waterloo, tsinghua, peking,
    nanjing, meta, apple, oracle, adobe, arm, cohere, cruise, snap, square, stripe, lyft, slack, zoom, visa,
    target, walmart, jane street, two sigma, hudson river trading, virginia tech, georgia tech, texas tech, penn
    state, ohio state, cornell tech, nec, kit, parc, ida, caida, hugging face, red hat, bell labs, nokia bell
    labs, scale ai, together ai, stability ai, character ai, weights & biases, ant financial, didi chuxing,
    megvii, sensetime, unity, roblox, shopify, palantir, rubrik, nutanix, datadog, elastic, confluent, wix,
    criteo, yandex, booking.com, zalando, deliveroo, cloudera, hortonworks, mapr, teradata, technicolor, thales,
    telefonica, telefónica, telecom paris, telecom sudparis, sapienza, iisc, ens, ensp, max planck, fraunhofer,
    kitware, mila, ai2, fair, brain, google brain, cas, acm, ieee, new york genome, broad, sun, dec, digital
    equipment, silicon graphics, cray, rand, mitre, aws, azure, hse, kcl, lse, thu, ku, msr, cityu, polyu, gwu,
    vu amsterdam, ku leuven, uc berkeley, uw madison, mcmaster, queen's, huazhong, wuhan, zhejiang,
    shanghaitech, westlake, disney, paramount
""")

_LEGAL = re.compile(
    r"(?:inc|incorporated|ltd|limited|llc|l\.l\.c|llp|corp|corporation|co|company|plc|gmbh|ag|s\.?a|s\.?r\.?l|b\.?v|"
    r"pty|pvt|pte|co\.? ?,? ?ltd|pvt\.? ltd|pty\.? ltd|pte\.? ltd|s\.p\.a|oy|ab|kg|n\.?a)\.?",
    re.IGNORECASE,
)

_PLACES = _phrases("""
    usa, us, u.s., u.s.a., united states, united states of america, america, uk, u.k., united kingdom, england,
    scotland, wales, ireland, northern ireland, germany, france, italy, spain, portugal, switzerland, austria,
    belgium, netherlands, the netherlands, luxembourg, denmark, sweden, norway, finland, iceland, poland, czech
    republic, czechia, slovakia, slovenia, croatia, serbia, hungary, romania, bulgaria, greece, cyprus, turkey,
    türkiye, russia, ukraine, belarus, estonia, latvia, lithuania, israel, egypt, saudi arabia, qatar, uae,
    united arab emirates, iran, iraq, jordan, lebanon, pakistan, india, bangladesh, sri lanka, nepal, china,
    p.r. china, p. r. china, pr china, hong kong, macau, macao, taiwan, japan, korea, south korea, republic of
    korea, rok, singapore, malaysia, thailand, vietnam, indonesia, philippines, australia, new zealand, canada,
    mexico, brazil, argentina, chile, colombia, peru, uruguay, cuba, south africa, nigeria, kenya, ghana,
    ethiopia, morocco, tunisia, algeria, cameroon, senegal, rwanda, malta, deutschland, schweiz, österreich,
    italia, españa, brasil, méxico, hong kong sar, hong kong sar china, kazakhstan, berkeley, los angeles, san
    diego, irvine, davis, santa barbara, santa cruz, riverside, merced, san francisco, amherst, lowell, boston,
    madison, milwaukee, ann arbor, dearborn, urbana, urbana-champaign, urbana champaign, champaign, chicago,
    austin, dallas, arlington, san antonio, houston, el paso, college park, baltimore, baltimore county,
    boulder, denver, chapel hill, charlotte, raleigh, lincoln, omaha, knoxville, twin cities, duluth,
    minneapolis, stony brook, buffalo, binghamton, albany, new york, new york city, nyc, brooklyn, newark, new
    brunswick, bloomington, indianapolis, west lafayette, pittsburgh, philadelphia, university park, columbus,
    seattle, bothell, tacoma, redmond, portland, corvallis, manoa, honolulu, las vegas, reno, tempe, tucson,
    salt lake city, atlanta, athens, tallahassee, gainesville, orlando, miami, tampa, nashville, st. louis,
    saint louis, rolla, columbia, kansas city, lawrence, cambridge, oxford, london, edinburgh, glasgow,
    manchester, dublin, paris, lyon, grenoble, nancy, rennes, lille, nice, toulouse, bordeaux, saclay, sophia
    antipolis, berlin, munich, münchen, garching, aachen, darmstadt, dresden, karlsruhe, stuttgart, tübingen,
    heidelberg, saarbrücken, saarbruecken, kaiserslautern, potsdam, hamburg, bonn, frankfurt, zurich, zürich,
    lausanne, geneva, lugano, basel, bern, vienna, wien, graz, amsterdam, delft, eindhoven, leiden, utrecht,
    groningen, brussels, leuven, louvain, copenhagen, aarhus, lund, stockholm, gothenburg, oslo, trondheim,
    helsinki, espoo, milan, milano, rome, roma, turin, torino, pisa, bologna, trento, padova, madrid, barcelona,
    valencia, lisbon, lisboa, porto, aveiro, coimbra, warsaw, krakow, prague, budapest, moscow, haifa, tel aviv,
    jerusalem, beijing, shanghai, shenzhen, guangzhou, hangzhou, nanjing, wuhan, xi'an, xian, chengdu, hefei,
    changsha, suzhou, tianjin, qingdao, weihai, harbin, dalian, zhuhai, kowloon, hsinchu, taipei, tokyo, kyoto,
    osaka, nagoya, sendai, seoul, daejeon, pohang, ulsan, suwon, gwangju, bangalore, bengaluru, bombay, mumbai,
    delhi, new delhi, kanpur, madras, chennai, hyderabad, kharagpur, roorkee, guwahati, gandhinagar, patna,
    pune, kolkata, goa, dubai, abu dhabi, doha, thuwal, sydney, melbourne, canberra, brisbane, auckland,
    toronto, montreal, montréal, vancouver, waterloo, ottawa, calgary, edmonton, quebec, são paulo, rio de
    janeiro, belo horizonte, campinas, santiago, bogotá, buenos aires, okinawa, palo alto, mountain view, menlo
    park, sunnyvale, santa clara, san jose, cupertino, yorktown heights, almaden, holmdel, murray hill, alabama,
    alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho,
    illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota,
    mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, north carolina,
    north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee,
    texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, ontario, british columbia,
    washington dc, washington d.c., d.c., al, az, ca, co, ct, dc, fl, ga, il, in, ky, la, ma, md, mi, mn, mo,
    nc, nd, ne, nj, nm, nv, ny, oh, ok, or, pa, ri, sc, tn, tx, ut, va, wa, wi
""")

# What may follow "and" inside the name of one organisation.
_FIELDS = _words("""
    analytics tech technology technologies engineering science sciences arts art medicine mathematics mathematical
    control artificial
    statistics economics communications communication systems system software networks networking
    telecommunications mechanics informatics development design management law astronomy policy security
    cybersecurity privacy computation automation infrastructure energy health physics information computer
    computers computing research finance electronics electronic electrical intelligence learning applications
    application society culture education business humanities advanced applied data digital space aviation
    astronautics atmospheric sports political technical biomedical biological biology chemistry materials
    environmental environment industrial commercial innovation robotics operations services solutions cognition
    cognitive language languages public social distributed telecommunication posts cloud storage analysis trade
    forestry agriculture mining geosciences petroleum mechanical consulting children women machines cyber
    networked
""")

# No sign of an organisation where a list of fields goes on: "Laboratory of Networking and Switching Technology".
_WEAK = _words("""
    technology technologies systems software services networks computing sciences electronics energy mobile online
    solutions semiconductors telecommunications national federal tech research engineering
""")
_OPEN = re.compile(r"(?<!University) (?:of|for) ")

# A part of a larger organisation, which the next comma names.
_UNIT = re.compile(
    r"(?:the )?(?:department|dept\.?|school|faculty|college of|division|institute (?:of|for)(?! technology)|skl|moe key"
    r"|(?:laboratory|lab|cent(?:er|re)) (?:of|for)"
    r"|(?:\S+ ){1,3}team$|(?:\S+ ){0,5}key lab"
    r"|(?:\S+ ){1,5}(?:school of|department)|(?:\S+ ){1,4}(?:center|centre|laboratory) (?:of|for))(?! of technology)",
    re.IGNORECASE,
)
_TOP = re.compile(r"universi|academy|academia|polytech|^cas$", re.IGNORECASE)
_STREET = r"(?:ave|avenue|blvd|boulevard|campus|dr|drive|hospital|park|rd|road|st|street|town|way)"
_UNIVERSITY = re.compile(rf"\buniv(?:ersi\w+|\.|\b)(?!\w)(?! {_STREET}\b)|academy|polytech", re.IGNORECASE)
_SCHOOL = re.compile(
    r"instituto superior|faculdade|facultad|facoltà|faculté|fakultät|escola|escuela"
    r"|(?:\S+ ){1,5}college of",
    re.IGNORECASE,
)
# With a year, something was printed: "ICML 2006".
_POSTCODE = re.compile(
    r"\b(?!(?:19|20)\d\d\b(?!-))(?:\d{4,6}|\d{2,5}-\d{3,4}|\d{3} \d{2})\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? (?=[A-Z]*\d)[A-Z\d]{3,4}\b"
)
_HEAD = re.compile(
    r"universi|academy|academia|\bcas\b|ministry|college|polytech|institut|\b(?:mit|eth|epfl|cmu)\b", re.I
)
# A part of a university, which may stand before its name.
_BELOW = re.compile(r"\b(?:lab|laboratory|institute|school|cent(?:er|re)|group|department|faculty)$", re.IGNORECASE)
_SCHOOLS = _words(
    "MIT CMU NYU UIUC UCLA UCSD UCSB USC UBC HKUST HKU CUHK NTU NUS SJTU THU PKU USTC ZJU KAIST EPFL ETHZ ETH UCL UW"
)
# Parts of universities that have no name of their own elsewhere.
_DEPARTMENTS = _words("EECS CSAIL ECE CS SCS LIDS IDSS CSE")
_VENUES = _words("""
    OSDI SOSP NSDI ATC FAST EuroSys ASPLOS ISCA MICRO HPCA SC PPoPP PLDI POPL OOPSLA ICFP CGO CC SIGCOMM IMC
    CoNEXT INFOCOM MobiCom MobiSys SenSys SIGMOD VLDB PVLDB ICDE CIDR EDBT KDD WWW WSDM CIKM SIGIR NeurIPS NIPS
    ICML ICLR AAAI IJCAI UAI AISTATS COLT CVPR ICCV ECCV BMVC WACV ACL EMNLP NAACL EACL COLING TACL ICASSP
    INTERSPEECH ICRA IROS CORL RSS CHI UIST CSCW CCS NDSS PODC DISC SPAA STOC FOCS SODA ICSE FSE ASE ISSTA PETS
    TOCS TODS TKDE TPAMI JMLR TMLR PAMI TPDS TOPLAS CACM LNCS ICDCS IPDPS ICPP HPDC MLSYS HOTOS HOTNETS HOTCLOUD
    SOCC DSN SRDS USENIX FPGA DAC DATE ICCAD IISWC ISPASS PACT ICS
""")
_CJK_ORGANISATION = re.compile("大学|大學|学院|學院|研究|公司|实验室|實驗室|科技|集团|中心|대학|연구|株式会社")
_ACRONYM = re.compile(r"[A-Z][A-Z&\-]{2,9}")
_CAMEL = re.compile(r"[A-Z]?[a-z]+[A-Z]\w*")
_DOMAIN = re.compile(r"\w[\w-]+\.(?:ai|com|org|io|net|tech)")
_LINK = re.compile(r"(\s+(?:and|&|und|et|y|e)\s+|\s*/\s+|\s+/\s*|(?<=\w\w)/(?=\w\w))")
_LONGEST = 160


def is_organisation(text: str) -> bool:
    """Whether ``text``, as it stands between two commas, names an organisation."""
    if len(text) > _LONGEST or is_legal_form(text):
        return False
    low = text.lower().strip(" .")
    if low in _WHOLE or _CJK_ORGANISATION.search(text) or _DOMAIN.fullmatch(low):
        return True
    words = [word for piece in low.replace("/", " ").split() if (word := piece.strip(".,()[]\"'’“”*†‡:"))]
    if len(words) > 1:
        words = [word for word in words if word not in _NAMES_TOO]
    if any(word in _ANYWHERE or not _ANYWHERE.isdisjoint(word.split("-")) for word in words):
        return True
    if any(word.strip(".,()") in _ACRONYMS for word in re.split(r"[\s/-]+", text)):
        return True
    first, _, rest = low.partition(" ")
    if (first in _WHOLE and rest in _PLACES) or low.startswith("university"):
        return True
    capitals = text.strip(" .").split()
    return (
        bool(capitals) and all(map(_ACRONYM.fullmatch, capitals)) and low not in _PLACES and capitals[0] not in _VENUES
    )


def is_place(text: str) -> bool:
    """Whether ``text`` is a country, a state or a town that affiliations end with, or two of those: "Texas-Austin"."""
    low = text.lower().strip(" ")
    two = [part for part in low.split("-") if len(part) > 3 and part in _PLACES]
    return low in _PLACES or low.strip(" .") in _PLACES or len(two) == low.count("-") + 1


def is_school(text: str) -> bool:
    """Whether ``text`` is what a university or a laboratory is called for short: "NJU"."""
    return text in _ACRONYMS and len(text) > 2 and text not in ("ARM", "AMD")


def is_legal_form(text: str) -> bool:
    """Whether ``text`` only ends the name of a company: "Inc.", "Ltd"."""
    return bool(_LEGAL.fullmatch(text.strip()))


def organisations(text: str) -> list[str]:
    """The organisations in the affiliation of a group of authors, as printed: "X and Y, Inc." is two.

    What has a postcode is one place, however many parts it has, "Loom Lab, Univ X, 10115 Berlin, Germany", unless it
    names a second university or company: "Google, Univ X, 10115 Berlin".
    """
    said = _pieces(text, ";；")
    if not any(map(is_address, said)):
        return _as_printed(text)
    return [place for one in said for place in ([one] if is_address(one) else _as_printed(one))]


def is_address(text: str) -> bool:
    """Whether ``text`` says where one place is, down to its postcode: "Loom Lab, Univ X, Leeds LS2 9JT, UK"."""
    pieces = _pieces(text)
    coded = next((at for at, piece in enumerate(pieces) if at and _POSTCODE.search(piece)), len(pieces))
    behind = pieces[coded + 1 :]
    if coded == len(pieces) or any(map(is_organisation, behind)) or any(map(_names_two, pieces)):
        return False
    heads = {head.lower() for piece in pieces for part in _parted(piece) if (head := _head_of(part))}
    if sum(not any(head in other.split() for other in heads - {head}) for head in heads) > 1:
        return False
    return not behind or is_place(behind[-1])


def _head_of(part: str) -> str | None:
    """What ``part`` calls a university or a company, which units may stand before; "Stanford" may be where one is."""
    first, low = part.partition(" ")[0], part.lower()
    if first.lower() in _COMPANIES or (low in _WHOLE and not is_place(part)):
        return first
    named = _UNIVERSITY.search(part) and not (is_place(part) or _UNIT.match(part))
    return part if named or part in _SCHOOLS else None


def _names_two(piece: str) -> bool:
    """Whether ``piece`` surely names two organisations: "Univ X and Google", not "Loom and Card Research Center"."""
    first, *others = _parted(piece)
    return not _OPEN.search(first) and any(_HEAD.search(other) or _is_company(other) for other in others)


def _as_printed(text: str) -> list[str]:
    found: list[str] = []
    pieces = _pieces(text)
    for at, piece in enumerate(pieces):
        company = not is_place(piece) and any(is_legal_form(_parted(behind)[0]) for behind in pieces[at + 1 : at + 2])
        for number, part in enumerate(_parted(piece)):
            # What an "and" sets apart is not put together again, but for a town behind it.
            alone = company or _starts(part, found[-1] if found else "") or (number and not is_place(part))
            if found and (not alone or found[-1].lower() in _FIELDS):
                found[-1] = f"{found[-1]}, {part}"
            else:
                found.append(part)
    return found


def listed(text: str) -> list[str]:
    """The organisations in ``text``, which names nothing else, so that each comma parts two but before a town."""
    found: list[str] = []
    for piece in _pieces(text):
        last = found[-1].rpartition(", ")[2] if found else ""
        unit = _UNIT.match(last) and not is_school(last.partition(" ")[0])  # "MPI Center for Looms" is none of another
        goes_on = found and (is_place(piece) or is_legal_form(piece) or unit)
        first, *rest = _parted(piece)
        found[-1:] = [f"{found[-1]}, {first}"] if goes_on else [*found[-1:], first]
        found += rest
    return found


def _pieces(text: str, signs: str = ",;，；") -> list[str]:
    """``text`` at its commas and semicolons, but not those in brackets."""
    pieces, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        depth += sign in "([" or -(sign in ")]" and depth > 0)
        if sign in signs and not depth:
            pieces.append(text[start:at])
            start = at + 1
    return [stripped for piece in (*pieces, text[start:]) if (stripped := piece.strip())]


def _parted(piece: str) -> list[str]:
    """One piece at each "and" that stands between two organisations, not inside the name of one."""
    words = _LINK.split(re.sub(r"^(?:and|&)\s+", "", piece))
    found = [words[0]]
    for link, right in zip(words[1::2], words[2::2], strict=True):
        left = found[-1]
        ended = is_organisation(left) or is_place(left) or is_legal_form(left) or bool(_CAMEL.fullmatch(left))
        apart = is_organisation(right) and not _UNIT.match(left) if "/" in link else _alone(left, right)
        if ended and apart:
            found.append(right)
        else:
            found[-1] += link + right
    return found


def _alone(left: str, right: str) -> bool:
    """Whether ``right`` of an "and" is an organisation of its own; "of" and "for" in ``left`` may go on there."""
    words = right.split()
    if (
        right in _DEPARTMENTS
        or not words
        or words[0].lower().strip(".,") in _FIELDS
        or (_UNIT.match(left) and _UNIT.match(right))
    ):
        return False
    if is_organisation(right):
        weak = all(word in _WEAK or not is_organisation(word) for word in right.lower().split())
        return not (weak and not is_organisation(" ".join(words[:1])) and _OPEN.search(left))
    return right[0].isupper() and len(words) <= 4 and not _OPEN.search(left)


def _is_unknown_acronym(text: str) -> bool:
    return bool(_ACRONYM.fullmatch(text)) and text not in _ACRONYMS and text.lower() not in _ANYWHERE | _WHOLE


def _is_company(text: str) -> bool:
    """Whether ``text`` begins with the name of one, as "Google Research" and "Bell Labs" do."""
    words = text.lower().split()
    return bool(words) and (
        words[0] in _ANYWHERE or words[0] in _WHOLE or " ".join(words[:3]) in _WHOLE or text.lower() in _WHOLE
    )


def _starts(part: str, before: str) -> bool:
    """Whether ``part``, behind a comma, is another organisation than ``before``."""
    if is_place(part) or is_legal_form(part) or not is_organisation(part):
        return False
    if _is_unknown_acronym(before):
        return not (_HEAD.search(part) or _is_unknown_acronym(part))
    last = before.rpartition(", ")[2]
    if (_SCHOOL.match(last) or _UNIT.match(last)) and _TOP.search(part) and not _TOP.search(before):
        return False
    if last.endswith(" Group") and _UNIT.match(part):
        return False
    if _BELOW.search(last) and (_TOP.search(part) or part in _SCHOOLS) and not _is_company(last):
        return False
    unit = _UNIT.match(before) and not _TOP.search(before)
    return not (unit and not _HEAD.search(before.partition(", ")[2]))
