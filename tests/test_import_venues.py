"""Where and when a paper appeared, from what real booktitles and reading lists say."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtrack.importers._conferences import of_words, without_topic
from readtrack.importers._venues import venue_and_year
from readtrack.importers.markdown.said.place import venue_of

TRANS = "Transactions on looms and cards III"


@pytest.mark.parametrize(
    ("text", "venue", "year"),
    [
        ("OSDI'20", "OSDI", 2020),
        ("Proceedings of ACM SIGPLAN Weaving Symposium 2012, ACM Press, 2012", "ACM SIGPLAN Weaving Symposium", 2012),
        ("OSDI '20", "OSDI", 2020),
        ("OSDI 20", "OSDI", 2020),
        ("OSDI 2020", "OSDI", 2020),
        ("SOSP' 24", "SOSP", 2024),
        ("SOSP’24", "SOSP", 2024),
        ("[OSDI'20]", "OSDI", 2020),
        ("EMNLP Main", "EMNLP", None),
        ("EMNLP main 2023", "EMNLP", 2023),
        ("ACL 2020[short]", "ACL", 2020),
        ("ACL 2020 long", "ACL", 2020),
        ("fast short", "fast short", None),
        ("date long", "date long", None),
        ("EMNLP 2020 [findings]", "Findings of EMNLP", 2020),
        ("(NeurIPS 2019)", "NeurIPS", 2019),
        ("NeurIPS, 2019", "NeurIPS", 2019),
        ("2019 NeurIPS", "NeurIPS", 2019),
        ("TPDS 2020", "TPDS", 2020),
        ("PPoPP'21 Best Paper", "PPoPP", 2021),
        ("ICLR 2021 (spotlight)", "ICLR", 2021),
        ("ICLR 2020 (Oral)", "ICLR", 2020),
        ("MICRO-54", "MICRO", None),
        ("ISCA 47", "ISCA", None),
        ("SC22", "SC", 2022),
        ("HPCA-27 2021", "HPCA", 2021),
        ("International Conference on Machine Learning", "ICML", None),
        ("Computer Vision – ECCV 2020", "ECCV", 2020),
        ("Proceedings of AAAI", "AAAI", None),
        ("SPLASH-E", "SPLASH-E", None),
        ("CIKM'22", "CIKM", 2022),
        ("SOSP'1997", "SOSP", 1997),
        ("NIPS 2019", "NeurIPS", 2019),
        ("AAAI2019", "AAAI", 2019),
        ("ICML12", "ICML", 2012),
        ("Paper-ICML12", "ICML", 2012),
        ("Eurosys2020", "EuroSys", 2020),
        ("NeurIPS 2025 Poster", "NeurIPS", 2025),
        ("T-PAMI '19", "T-PAMI", 2019),
        ("J. ACM 23(2): 123-145 (1976)", "J. ACM", 1976),
        ("In EMNLP, pages 35–45", "EMNLP", None),
        ("In Proceedings of EMNLP, pages 35–45", "EMNLP", None),
        ("Proc. Fifteenth Annual ACM STOC", "STOC", None),
        ("IEEE Symposium on Security and Privacy", "S&P", None),
        ("ASPLOS XXV", "ASPLOS", None),
        ("Interspeech 2020", "INTERSPEECH", 2020),
        ("SIGMOD Conference 2016", "SIGMOD", 2016),
        ("ACM SIGCOMM", "SIGCOMM", None),
        ("USENIX OSDI 2022", "OSDI", 2022),
        ("ICSE-SEIP 2020", "ICSE-SEIP", 2020),
        ("VLDB'19 Best Paper Award", "VLDB", 2019),
        ("OSDI ’18, Carlsbad, CA", "OSDI", 2018),
        ("ICML (2015)", "ICML", 2015),
        ("arXiv:1412.6980, ICLR 2015", "ICLR", 2015),
        ("ICLR 2015 (arXiv:1412.6980)", "ICLR", 2015),
        ("OSDI'20, NSDI'21", "OSDI", 2020),
        ("IEEE Computer, 2018", "IEEE Computer", 2018),
        ("Computer (2018)", "Computer", 2018),
        ("KDD-19", "KDD", 2019),
        ("OSDI 2020, November 4-6", "OSDI", 2020),
        ("Adamkiewicz et al., RA-L 2022 Vol.7 No.2", "RA-L", 2022),
        ("Rui Chen, Jing Xu, Hao Su. ICCV 2019.", "ICCV", 2019),
        ("CVPR '16 Paper", "CVPR", 2016),
        ("NeurIPS 2025 Main Track", "NeurIPS", 2025),
        ("IEEE Micro 2020", "IEEE Micro", 2020),
        ("IEEE Micro, vol. 40, 2020", "IEEE Micro", 2020),
        ("MICRO 2020", "MICRO", 2020),
        ("SIGMOD Rec.", "SIGMOD Rec.", None),
        ("Proc. ACM Program. Lang. 4(POPL)", "POPL", None),
        ("PACMPL 2020", "PACMPL", 2020),
        ("Proc. of OSDI", "OSDI", None),
        ("Proc. OSDI 2014", "OSDI", 2014),
        ("In Proc. of SOSP'03", "SOSP", 2003),
        ("ICLR (Poster)", "ICLR", None),
        ("NIPS'17", "NeurIPS", 2017),
        ("NIPS-W", "NeurIPS-W", None),
        ("SysML Conference 2018", "MLSys", 2018),
        ("Conference on Machine Learning and Systems", "MLSys", None),
        ("PVLDB 2019", "PVLDB", 2019),
        ("PVLDB, 12(11): 1705-1718, 2019", "PVLDB", 2019),
        ("VLDB J.", "VLDB J.", None),
        ("TPAMI", "TPAMI", None),
        ("T-RO 2021", "T-RO", 2021),
        ("IBM J. Res. Dev.", "IBM J. Res. Dev.", None),
        ("CAL 2019", "CAL", 2019),
        ("IEEE INFOCOM", "INFOCOM", None),
        ("Proceedings of FAST", "FAST", None),
        ("LISA'07", "LISA", 2007),
        ("Proc. 10th ACM Symp. on Cloud Computing", "SoCC", None),
        ("NDSS Symposium 2020", "NDSS", 2020),
        ("40th IEEE Symposium on Security and Privacy", "S&P", None),
        ("IEEE Symp. Security & Privacy, 2019", "S&P", 2019),
        ("Advances in Cryptology - CRYPTO 2018", "CRYPTO", 2018),
        ("Advances in Cryptology – EUROCRYPT ’99", "EUROCRYPT", 1999),
        ("EUROCRYPT'99", "EUROCRYPT", 1999),
        ("STOC '71", "STOC", 1971),
        ("Conference on Robot Learning", "CoRL", None),
        ("FAccT '21", "FAccT", 2021),
        ("The World Wide Web Conference", "WWW", None),
        ("Proceedings of The Web Conference 2020", "WWW", 2020),
        ("WWW '19: The World Wide Web Conference", "WWW", 2019),
        ("SIGGRAPH Asia 2018", "SIGGRAPH Asia", 2018),
        ("Asia CCS 2018", "AsiaCCS", 2018),
        ("ACL (1)", "ACL", None),
        ("EMNLP/IJCNLP (1)", "EMNLP", None),
        ("EMNLP-IJCNLP 2019", "EMNLP", 2019),
        ("AAAI Spring Symposium", "AAAI Spring Symposium", None),
        ("AAAI-20", "AAAI", 2020),
        ("ICS '18", "ICS", 2018),
        ("Bioinformatics 25 (14), 1754-1760", "Bioinformatics", None),
        ("bioRxiv 2020", "bioRxiv", 2020),
        ("bioRxiv preprint 2020", "bioRxiv", 2020),
        ("TechRxiv preprint", "TechRxiv", None),
        ("Accepted at ICML 2021", "ICML", 2021),
        ("To appear in NSDI '25", "NSDI", 2025),
        ("Published in KDD '16", "KDD", 2016),
        ("NAACL 2019 (Best Long Paper)", "NAACL", 2019),
        ("CVPR 2022 Oral", "CVPR", 2022),
        ("ECCV 2020 Spotlight Presentation", "ECCV", 2020),
        ("ICLR'23 Spotlight", "ICLR", 2023),
        ("【OSDI'20】", "OSDI", 2020),
        ("**OSDI'20**", "OSDI", 2020),
        ("{OSDI} '20", "OSDI", 2020),
        ("OSDI, 2020, pp. 1-10", "OSDI", 2020),
        ("HPCA26", "HPCA", 2026),
        ("DAC '20, July 2020, San Francisco", "DAC", 2020),
        ("Usenix ATC '13", "ATC", 2013),
        ("usenix atc 2013", "ATC", 2013),
        ("sosp 24", "SOSP", 2024),
        ("nsdi'16", "NSDI", 2016),
        ("Neurips 2020", "NeurIPS", 2020),
        ("IEEE S&P 2020", "S&P", 2020),
        ("Oakland '11", "S&P", 2011),
        ("S&P'20", "S&P", 2020),
        ("CCS ’18", "CCS", 2018),
        ("ESEC/FSE 2018", "ESEC/FSE", 2018),
        ("FSE", "FSE", None),
        ("COLT", "COLT", None),
        ("Computer 51(4)", "Computer", None),
        ("Middleware '18", "Middleware", 2018),
        ("DSN 2016, Toulouse", "DSN", 2016),
        ("ICDE 2021", "ICDE", 2021),
        ("RTSS", "RTSS", None),
        ("PPoPP", "PPoPP", None),
        ("ECOOP", "ECOOP", None),
        ("Haskell '20", "Haskell", 2020),
    ],
)
def test_an_acronym_with_its_year_is_a_venue_and_a_year(text: str, venue: str | None, year: int | None) -> None:
    assert venue_and_year(text) == (venue, year)


@pytest.mark.parametrize(
    ("text", "venue", "year"),
    [
        (
            "In Proceedings of the 14th USENIX Symposium on Operating Systems Design and Implementation (OSDI 20)",
            "OSDI",
            2020,
        ),
        (
            "Proceedings of the 25th ACM SIGKDD International Conference on Knowledge Discovery & Data "
            "Mining, KDD 2019, Anchorage, AK, USA, August 4-8, 2019",
            "KDD",
            2019,
        ),
        (
            "Advances in Neural Information Processing Systems 32: Annual Conference on Neural Information "
            "Processing Systems 2019, NeurIPS 2019, December 8-14, 2019, Vancouver, BC, Canada",
            "NeurIPS",
            2019,
        ),
        ("Advances in Neural Information Processing Systems", "NeurIPS", None),
        ("Advances in neural information processing systems 30", "NeurIPS", None),
        ("Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition", "CVPR", None),
        ("Proceedings of the IEEE International Conference on Computer Vision", "ICCV", None),
        ("Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)", "CVPR", None),
        ("Proceedings of the 28th ACM International Conference on Multimedia", "ACM MM", None),
        ("Advances in Neural Information Processing Systems (NeurIPS)", "NeurIPS", None),
        (
            "2015 IEEE International Symposium on Circuits and Systems, ISCAS 2015, Lisbon, Portugal, May 24-27, 2015",
            "ISCAS",
            2015,
        ),
        ("Proceedings of the AAAI Conference on Artificial Intelligence", "AAAI", None),
        ("Proceedings of the European Conference on Computer Vision (ECCV)", "ECCV", None),
        ("The European Conference on Computer Vision (ECCV)", "ECCV", None),
        ("Proceedings of the 2018 Conference on Empirical Methods in Natural Language Processing", "EMNLP", 2018),
        (
            "Proceedings of the Fourteenth EuroSys Conference 2019, Dresden, Germany, March 25-28, 2019",
            "EuroSys",
            2019,
        ),
        ("2019 USENIX Annual Technical Conference, USENIX ATC 2019, Renton, WA, USA, July 10-12, 2019", "ATC", 2019),
        ("28th USENIX Security Symposium (USENIX Security 19)", "USENIX Security", 2019),
        (
            "28th USENIX Security Symposium, USENIX Security 2019, Santa Clara, CA, USA, August 14-16, 2019",
            "USENIX Security",
            2019,
        ),
        ("2018 USENIX Annual Technical Conference (USENIX ATC 18)", "ATC", 2018),
        ("Proceedings of the ACM on Programming Languages", "Proceedings of the ACM on Programming Languages", None),
        ("Proceedings of the 2018 CHI Conference on Human Factors in Computing Systems", "CHI", 2018),
        ("2017 IEEE Symposium on Security and Privacy (SP)", "S&P", 2017),
        ("Proceedings of the Twenty-Third ACM Symposium on Operating Systems Principles", "SOSP", None),
        (
            "Proceedings of the 22nd ACM SIGKDD international conference on knowledge discovery and data mining",
            "KDD",
            None,
        ),
        ("International Conference on Learning Representations", "ICLR", None),
        (
            "5th International Conference on Learning Representations, ICLR 2017, Toulon, France, April "
            "24-26, 2017, Conference Track Proceedings",
            "ICLR",
            2017,
        ),
        (
            "Proceedings of the 36th International Conference on Machine Learning, ICML 2019, 9-15 June "
            "2019, Long Beach, California, USA",
            "ICML",
            2019,
        ),
        (
            "Proceedings of the 2019 Conference of the North American Chapter of the Association for "
            "Computational Linguistics: Human Language Technologies, NAACL-HLT 2019, Minneapolis, MN, USA, "
            "June 2-7, 2019, Volume 1 (Long and Short Papers)",
            "NAACL",
            2019,
        ),
        (
            "Proceedings of the 2016 International Conference on Management of Data, SIGMOD Conference 2016, "
            "San Francisco, CA, USA, June 26 - July 01, 2016",
            "SIGMOD",
            2016,
        ),
        ("Proceedings of the ACM SIGCOMM 2019 Conference", "SIGCOMM", 2019),
        ("Proceedings of the ACM SIGCOMM 2008 Conference on Data Communication", "SIGCOMM", 2008),
        ("Computer Vision – ACCV 2018", "ACCV", 2018),
        (
            "Proceedings of the 59th Annual Meeting of the Association for Computational Linguistics and the 11th "
            "International Joint Conference on Natural Language Processing (Volume 1: Long Papers)",
            "ACL",
            None,
        ),
        (
            "Proceedings of the Thirty-Eighth AAAI Conference on Artificial Intelligence and Thirty-Sixth Conference "
            "on Innovative Applications of Artificial Intelligence and Fourteenth Symposium on Educational Advances in "
            "Artificial Intelligence",
            "AAAI",
            None,
        ),
        ("First Conference on Language Modeling", "COLM", None),
        ("Proceedings of the 6 Conference on Designing Interactive Systems", "DIS", None),
        ("Proceedings of the 4 International Conference on Looms", "International Conference on Looms", None),
        ("the 20 Years Workshop on Looms", "20 Years Workshop on Looms", None),
        ("SIGCOMM '19: Proceedings of the ACM Special Interest Group on Data Communication", "SIGCOMM", 2019),
        (
            "Proceedings of the 47th International Symposium on Something Nobody Knows",
            "International Symposium on Something Nobody Knows",
            None,
        ),
        (
            "SC '19: Proceedings of the International Conference for High Performance Computing, Networking, "
            "Storage and Analysis",
            "SC",
            2019,
        ),
        (
            "AlpaServe: Statistical Multiplexing with Model  Parallelism for Deep Learning Serving OSDI'23",
            "OSDI",
            2023,
        ),
        (
            "Proceedings of the 53rd Annual IEEE/ACM International Symposium on Microarchitecture (MICRO)",
            "MICRO",
            None,
        ),
        ("2021 ACM/IEEE 48th Annual International Symposium on Computer Architecture (ISCA)", "ISCA", 2021),
        (
            "Proceedings of the Twenty-Fourth International Conference on Architectural Support for "
            "Programming Languages and Operating Systems",
            "ASPLOS",
            None,
        ),
        (
            "ASPLOS '19: Proceedings of the Twenty-Fourth International Conference on Architectural Support "
            "for Programming Languages and Operating Systems",
            "ASPLOS",
            2019,
        ),
        (
            "Proceedings of the 40th ACM SIGPLAN Conference on Programming Language Design and Implementation",
            "PLDI",
            None,
        ),
        ("Proc. ACM Program. Lang., 4(OOPSLA):1-30, 2020", "OOPSLA", 2020),
        ("European Conference on Computer Vision, pages 740--755", "ECCV", None),
        ("European Conference on Computer Vision. Springer, Cham, 2016", "ECCV", 2016),
        ("Asia Pacific Conference on Looms. IEEE, 2010.", "Asia Pacific Conference on Looms", 2010),
        ("Transactions on looms and cards III. Berlin, Heidelberg: Springer Berlin Heidelberg, 2011", TRANS, 2011),
        ("Loom Methods and Cards. Springer, 2010", "Loom Methods and Cards", 2010),
        ("Commun. ACM", "Commun. ACM", None),
        ("Proc. IEEE", "Proc. IEEE", None),
        ("Proceedings of the IEEE", "Proceedings of the IEEE", None),
        ("Journal of Loom Studies (JLS) Special Issue: Cards (CBC-2) 9 (2007)", "Journal of Loom Studies (JLS)", 2007),
        ("Journal of Loom Studies, Special Issue on Cards, 2007", "Journal of Loom Studies", 2007),
        ("5th JLS Workshop on Loom Competitions (JWLC-5): Championship Weaving (CBW-5). 2016.", "JWLC", 2016),
        ("Proceedings of the 1991 ACM/IEEE conference on Supercomputing", "SC", 1991),
        ("Proceedings of the 5th international conference on Supercomputing, 1991", "ICS", 1991),
        (
            "5th International Conference on Learning Representations, ICLR 2017 - Conference Track Proceedings",
            "ICLR",
            2017,
        ),
        ("In Proceedings of the 31st International Conference on Machine Learning (ICML-14)", "ICML", 2014),
        (
            "Proceedings of the 27th International Conference on International Conference on Machine Learning",
            "ICML",
            None,
        ),
        ("Proceedings of the 34th International Conference on Machine Learning - Volume 70", "ICML", None),
        ("International Journal of Computer Vision (IJCV)", "International Journal of Computer Vision (IJCV)", None),
        ("IEEE INFOCOM 2019 - IEEE Conference on Computer Communications", "INFOCOM", 2019),
        ("17th USENIX Conference on File and Storage Technologies (FAST 19)", "FAST", 2019),
        ("FAST '07: 5th USENIX Conference on File and Storage Technologies", "FAST", 2007),
        ("16th USENIX Symposium on Networked Systems Design and Implementation ({NSDI} 19)", "NSDI", 2019),
        ("Proceedings of the ACM Symposium on Cloud Computing (SoCC '19)", "SoCC", 2019),
        ("Proceedings of the 2020 ACM SIGSAC Conference on Computer and Communications Security", "CCS", 2020),
        ("Proceedings 2020 Network and Distributed System Security Symposium", "NDSS", 2020),
        (
            "Annual International Conference on the Theory and Applications of Cryptographic Techniques",
            "EUROCRYPT",
            None,
        ),
        ("Proceedings of the third annual ACM symposium on Theory of computing", "STOC", None),
        ("Foundations of Computer Science, 1976., 17th Annual Symposium on", "FOCS", 1976),
        ("17th Annual Symposium on Foundations of Computer Science (sfcs 1976)", "FOCS", 1976),
        ("2018 IEEE International Conference on Robotics and Automation (ICRA), 2018", "ICRA", 2018),
        ("IEEE/RSJ International Conference on Intelligent Robots and Systems", "IROS", None),
        ("Proceedings of the 2019 ACM Conference on Fairness, Accountability, and Transparency", "FAccT", 2019),
        (
            "Proceedings of the 24th International Conference on World Wide Web, WWW 2015, Florence, Italy",
            "WWW",
            2015,
        ),
        ("Proceedings of the Tenth ACM International Conference on Web Search and Data Mining", "WSDM", None),
        ("Twelfth International AAAI Conference on Web and Social Media", "ICWSM", None),
        (
            "Proceedings of the 52nd Annual Meeting of the Association for Computational Linguistics, ACL "
            "2014, June 22-27, 2014, Baltimore, MD, USA, Volume 1: Long Papers",
            "ACL",
            2014,
        ),
        ("Proceedings of the 29th International Joint Conference on Artificial Intelligence", "IJCAI", None),
        (
            "Proceedings of the Twenty-Ninth International Joint Conference on Artificial Intelligence, IJCAI-20",
            "IJCAI",
            2020,
        ),
        ("ICSE 2018: 40th International Conference on Software Engineering", "ICSE", 2018),
        (
            "Proceedings of the 26th ACM Joint Meeting on European Software Engineering Conference and "
            "Symposium on the Foundations of Software Engineering",
            "ESEC/FSE",
            None,
        ),
        ("2022 IEEE/ACM 19th International Conference on Mining Software Repositories (MSR)", "MSR", 2022),
        ("Proceedings of the 19th International Middleware Conference", "Middleware", None),
        ("2021 IEEE 37th International Conference on Data Engineering (ICDE)", "ICDE", 2021),
        ("Proceedings of the 2021 International Conference on Management of Data", "SIGMOD", 2021),
        (
            "CIDR 2021, 11th Conference on Innovative Data Systems Research, Virtual Event, January 11-15, "
            "2021, Online Proceedings",
            "CIDR",
            2021,
        ),
        ("SPAA: Annual ACM Symposium on Parallelism in Algorithms and Architectures", "SPAA", None),
        (
            "SC19: International Conference for High Performance Computing, Networking, Storage and Analysis",
            "SC",
            2019,
        ),
        (
            "International Conference on High Performance Computing",
            "International Conference on High Performance Computing",
            None,
        ),
        (
            "Proceedings of the 25th ACM SIGPLAN Symposium on Principles and Practice of Parallel Programming",
            "PPoPP",
            None,
        ),
        ("CGO 2004. International Symposium on Code Generation and Optimization, 2004.", "CGO", 2004),
        ("International Symposium on Code Generation and Optimization, 2004. CGO 2004.", "CGO", 2004),
        ("Reachability Problems - 13th International Conference, {RP} 2019, Brussels, Belgium", "RP", 2019),
        ("ESANN 2025 Proceedings, European Symposium on Artificial Neural Networks", "ESANN", 2025),
        ("Principles of Programming Languages ({POPL})", "POPL", None),
        (
            "The Thirty-Fourth {AAAI} Conference on Artificial Intelligence, {AAAI} 2020, The Thirty-Second "
            "Innovative Applications of Artificial Intelligence Conference, {IAAI} 2020, New York, NY, USA",
            "AAAI",
            2020,
        ),
        (
            "Advances in Bias and Fairness in Information Retrieval - Fourth International Workshop, {BIAS} 2023, "
            "Dublin, Ireland, April 2, 2023, Revised Selected Papers",
            "BIAS",
            2023,
        ),
        (
            "Proceedings of the 10th International Conference on Very Odd Things, Dublin, Ireland, 2013",
            "International Conference on Very Odd Things",
            2013,
        ),
        ("In Proceedings of the 1997 symposium on Interactive 3D looms (I3L ’97)", "I3L", 1997),
        (
            "IEEE Symposium on Looms and Languages, Rome, Italy, September 26-29, 199-206",
            "IEEE Symposium on Looms and Languages",
            None,
        ),
    ],
)
def test_a_conference_named_in_full_is_called_by_its_acronym(text: str, venue: str | None, year: int | None) -> None:
    assert venue_and_year(text) == (venue, year)


@pytest.mark.parametrize(
    ("text", "venue", "year"),
    [
        ("Computer Vision – ACCV 2016 Workshops", "ACCV Workshops", 2016),
        ("HotOS 2019", "HotOS", 2019),
        ("NeurIPS Workshop 2019", "NeurIPS Workshop", 2019),
        ("ICML 2020 Workshop on AutoML", "ICML Workshop on AutoML", 2020),
        ("CVPR Workshops", "CVPR Workshops", None),
        ("IEEE Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)", "CVPRW", None),
        ("HotOS XVII", "HotOS", None),
        ("ECCV Workshops, 2018", "ECCV Workshops", 2018),
        ("Workshop on Hot Topics in Operating Systems (HotOS), May 2015", "HotOS", 2015),
        ("EMNLP Findings 2020", "Findings of EMNLP", 2020),
        ("Findings of EMNLP 2020", "Findings of EMNLP", 2020),
        ("Findings of the Association for Computational Linguistics: EMNLP 2020", "Findings of EMNLP", 2020),
        ("ACL'23 Findings", "Findings of ACL", 2023),
        ("EMNLP-2020 Findings", "Findings of EMNLP", 2020),
        ("In Proceedings of the 2nd USENIX Conference on Hot Topics in Cloud Computing", "HotCloud", None),
        (
            "Proceedings of the 2nd USENIX Workshop on Hot Topics in Cloud Computing (HotCloud'10), Boston, "
            "MA, USA, June 22, 2010",
            "HotCloud",
            2010,
        ),
        ("NIPS Deep Learning Workshop", "NeurIPS Deep Learning Workshop", None),
        (
            "Deep Learning and Representation Learning Workshop, NIPS 2014",
            "Deep Learning and Representation Learning Workshop, NeurIPS",
            2014,
        ),
        (
            "Workshop on Machine Learning Systems at NeurIPS 2018",
            "Workshop on Machine Learning Systems at NeurIPS",
            2018,
        ),
        ("ICLR 2018 Workshop", "ICLR Workshop", 2018),
        ("HotNets-XIX", "HotNets", None),
        ("Proceedings of the 19th ACM Workshop on Hot Topics in Networks", "HotNets", None),
        ("ICML 2021 Workshop on Normalizing Flows (INNF+)", "ICML Workshop on Normalizing Flows (INNF+)", 2021),
        ("The 1st Workshop on Normalizing Flows (INNF+)", "INNF+", None),
        ("Findings of the Association for Computational Linguistics: ACL-IJCNLP 2021", "Findings of ACL", 2021),
        ("Proceedings of the IEEE/CVF International Conference on Computer Vision Workshops", "ICCV Workshops", None),
    ],
)
def test_a_workshop_stays_one_and_so_do_findings(text: str, venue: str | None, year: int | None) -> None:
    assert venue_and_year(text) == (venue, year)


@pytest.mark.parametrize(
    ("text", "venue", "year"),
    [
        ("IEEE Trans. Parallel Distributed Syst.", "IEEE Trans. Parallel Distributed Syst.", None),
        ("Communications of the ACM, vol. 51, no. 1, 2008", "Communications of the ACM", 2008),
        ("Proceedings of the IEEE", "Proceedings of the IEEE", None),
        ("J. Chem. Phys.", "J. Chem. Phys.", None),
        ("The Journal of Machine Learning Research", "The Journal of Machine Learning Research", None),
        ("Nature 521, 436–444 (2015)", "Nature", 2015),
        (
            "Journal of Machine Learning Research, 15(Jun):1929–1958, 2014",
            "Journal of Machine Learning Research",
            2014,
        ),
        ("Proc. VLDB Endow.", "Proc. VLDB Endow.", None),
        ("Proceedings of the VLDB Endowment", "Proceedings of the VLDB Endowment", None),
        ("Physical Review Letters, 77:3865", "Physical Review Letters", None),
        ("Nucl. Phys.", "Nucl. Phys.", None),
        ("Neural Computation 9(8)", "Neural Computation", None),
        ("Machine Learning", "Machine Learning", None),
        ("Artificial Intelligence", "Artificial Intelligence", None),
        ("IEEE Transactions on Software Engineering", "IEEE Transactions on Software Engineering", None),
        ("Google AI Blog", "Google AI Blog", None),
        ("The Guardian", "The Guardian", None),
        ("Ph.D. thesis, MIT, 1999", "Ph.D. thesis, MIT", 1999),
        ("Journal of the ACM (JACM)", "Journal of the ACM (JACM)", None),
        ("ACM SIGCOMM Computer Communication Review", "ACM SIGCOMM Computer Communication Review", None),
        ("Science 313 (5786), 504-507, 2006", "Science", 2006),
        ("MIT Press, 2016", "MIT Press", 2016),
        ("ACM SIGOPS Operating Systems Review", "ACM SIGOPS Operating Systems Review", None),
        ("ICML, volume 97 of Proceedings of Machine Learning Research", "ICML", None),
        ("Proceedings of Machine Learning Research", "Proceedings of Machine Learning Research", None),
        ("VLDB Endow.", "VLDB Endow.", None),
        ("Proceedings of the VLDB Endowment 12, 11 (2019)", "Proceedings of the VLDB Endowment", 2019),
        ("The VLDB Journal", "The VLDB Journal", None),
        ("Int. J. Comput. Vis.", "Int. J. Comput. Vis.", None),
        (
            "IEEE Transactions on Pattern Analysis and Machine Intelligence (TPAMI), 2020",
            "IEEE Transactions on Pattern Analysis and Machine Intelligence (TPAMI)",
            2020,
        ),
        (
            "Proceedings of the National Academy of Sciences, 2017",
            "Proceedings of the National Academy of Sciences",
            2017,
        ),
        (
            "Proceedings of the National Academy of Sciences of the United States of America",
            "Proceedings of the National Academy of Sciences of the United States of America",
            None,
        ),
        ("PNAS 114 (13), 3521-3526", "PNAS", None),
        ("Cell", "Cell", None),
        ("Nature Communications, 2020", "Nature Communications", 2020),
        ("Nature vol. 550", "Nature", None),
        ("IEEE Computer Architecture Letters", "IEEE Computer Architecture Letters", None),
        ("Robotics: Science and Systems", "Robotics: Science and Systems", None),
        ("ACM Transactions on Graphics (TOG)", "ACM Transactions on Graphics (TOG)", None),
        ("ACM Trans. Graph. 36(4), 2017", "ACM Trans. Graph.", 2017),
        ("Computer Graphics Forum", "Computer Graphics Forum", None),
        (
            "Transactions of the Association for Computational Linguistics",
            "Transactions of the Association for Computational Linguistics",
            None,
        ),
        ("TACL 2017", "TACL", 2017),
        ("OpenAI Blog", "OpenAI Blog", None),
        ("Lecture Notes in Computer Science, vol 1234", "Lecture Notes in Computer Science", None),
        ("Parallel Computing", "Parallel Computing", None),
        ("Journal of the ACM (JACM), 51(1):1-10, 2004", "Journal of the ACM (JACM)", 2004),
        ("Theor. Comput. Sci. 2005", "Theor. Comput. Sci.", 2005),
        ("SIAM Journal on Computing", "SIAM Journal on Computing", None),
        ("SIAM J. Comput., 1997", "SIAM J. Comput.", 1997),
        ("Journal of Statistical Software 33 (1)", "Journal of Statistical Software", None),
        ("Phys. Rev. Lett., 116, 061102 (2016)", "Phys. Rev. Lett.", 2016),
        ("ACM Queue", "ACM Queue", None),
        ("ACM Computing Surveys (CSUR)", "ACM Computing Surveys (CSUR)", None),
        ("ACM Comput. Surv. 54, 11s", "ACM Comput. Surv.", None),
        ("Commun. ACM 64(3)", "Commun. ACM", None),
        ("IEEE Data Eng. Bull., 2018", "IEEE Data Eng. Bull.", 2018),
        ("Ph.D. dissertation, Stanford University, 2015", "Ph.D. dissertation, Stanford University", 2015),
    ],
)
def test_other_publications_keep_their_names_without_the_numbers_behind_them(
    text: str, venue: str | None, year: int | None
) -> None:
    assert venue_and_year(text) == (venue, year)


@pytest.mark.parametrize(
    ("text", "venue", "year"),
    [
        ("arXiv preprint arXiv:1605.08386", "arXiv", 2016),
        ("CoRR abs/1706.03762", "arXiv", 2017),
        ("ArXiv, 2017", "arXiv", 2017),
        ("arXiv:2103.00550 [cs]", "arXiv", 2021),
        ("arXiv preprint arXiv:1805.09929", "arXiv", 2018),
        ("arXiv:2106.15561 [cs, eess]", "arXiv", 2021),
        ("arXiv15", "arXiv", 2015),
        ("arXiv:1699.08386", "arXiv", None),
        ("https://arxiv.org/abs/2011.13961", "arXiv", 2020),
        ("1706.03762v5", "arXiv", 2017),
        ("CoRR, abs/1409.0473, 2014", "arXiv", 2014),
        ("arXiv:hep-th/9901001", "arXiv", 1999),
        ("Zhu et al., Arxiv 2023", "arXiv", 2023),
        ("ArXiv abs/2005.14165 (2020)", "arXiv", 2020),
        ("arXiv:2005.14165v4", "arXiv", 2020),
        ("Preprint at arXiv:2005.14165", "arXiv", 2020),
        ("CoRR", "arXiv", None),
        ("CoRR, 2016", "arXiv", 2016),
        ("arxiv, May 2022", "arXiv", 2022),
    ],
)
def test_preprints_are_of_arxiv_and_of_the_year_of_their_number(text: str, venue: str | None, year: int | None) -> None:
    assert venue_and_year(text) == (venue, year)


@pytest.mark.parametrize(
    ("text", "venue", "year"),
    [
        ("to appear", None, None),
        ("2020", None, 2020),
        ("under review", None, None),
        ("In press, 2020", None, 2020),
        ("In Progress, 20 Apr 2023", None, 2023),
        ("Science in Progress, 2019", "Science in Progress", 2019),
        ("Trends in Review. 2015", "Trends in Review", 2015),
        ("Nature (in review), 2015", "Nature", 2015),
        ("Nature, in progress, 2015", "Nature", 2015),
        ("https://example.org/notes/2020", None, None),
        ("Mar 2024", None, 2024),
        ("Preprint 2022", None, 2022),
        ("October 2020", None, 2020),
        ("Mildenhall et al., 2020", None, 2020),
    ],
)
def test_what_names_no_venue_is_none(text: str, venue: str | None, year: int | None) -> None:
    assert venue_and_year(text) == (venue, year)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("OSDI '99", 1999),
        ("OSDI '50", 1950),
        ("OSDI '49", None),
        ("POPL 73", 1973),
        ("ISCA 69", None),
        ("SC 2999", None),
        ("OSDI 20", 2020),
        ("ASPLOS-20", None),
        ("KDD-20", 2020),
        ("JMLR 15, 2014", 2014),
        ("Nature, pages 1998--2010, 2015", 2015),
        ("Nature 1998:2010", None),
        ("Vision 2000 and beyond, 1997", 1997),
        ("2021-11", 2021),
        ("OSDI, November 2021", 2021),
        ("1687", 1687),
        ("Philosophical Transactions, 1675", 1675),
        ("0999", None),
        ("Room 1234", None),
    ],
)
def test_a_number_is_a_year_only_where_it_can_be_one(text: str, year: int | None) -> None:
    assert venue_and_year(text)[1] == year


@pytest.mark.parametrize("day", ["2020/06", "2020.06", "2020/06/19", "06/2020"])
def test_the_month_beside_a_year_is_no_part_of_a_venue(day: str) -> None:
    assert venue_and_year(f"ICML {day}") == ("ICML", 2020)


@pytest.mark.parametrize(
    ("text", "year"),
    [("arXiv 2403", 2024), ("Arxiv_2505", 2025), ("arXiv 1706", 2017), ("arXiv 2010", 2010), ("arXiv 2413", None)],
)
def test_year_and_month_as_the_numbers_of_arxiv_begin_with_them_are_a_year(text: str, year: int | None) -> None:
    assert venue_and_year(text) == ("arXiv", year)


def test_next_year_is_a_year_and_the_one_after_is_none() -> None:
    this = datetime.date.today().year
    assert venue_and_year(f"OSDI {this + 1}") == ("OSDI", this + 1)
    assert venue_and_year(f"OSDI {this + 2}")[1] is None
    assert venue_and_year(f"SC{(this + 2) % 100}")[1] is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NIPS 2017", "Advances in Neural Information Processing Systems 30"),
        ("Eurosys'19", "Proceedings of the Fourteenth EuroSys Conference 2019"),
        ("USENIX ATC '19", "2019 {USENIX} Annual Technical Conference ({USENIX} {ATC} 19)"),
        ("SysML 2019", "Proceedings of Machine Learning and Systems Conference"),
        ("SIGKDD", "ACM SIGKDD Conference on Knowledge Discovery and Data Mining"),
        ("The Web Conference 2020", "WWW 2019"),
        ("Oakland '11", "IEEE Symposium on Security and Privacy"),
    ],
)
def test_one_conference_has_one_name(one: str, other: str) -> None:
    assert venue_and_year(one)[0] == venue_and_year(other)[0]


@pytest.mark.parametrize(
    "name",
    [
        "Advances in Multimedia",
        "Information Theory: Third London Symposium",
        "Journal of Machine Learning Research (JMLR)",
        "ACM Transactions on Graphics (Proc. SIGGRAPH)",
        "Proceedings of the ACM SIGCOMM Posters and Demos",
        "ACM SIGCOMM Internet Measurement Workshop",
        "International Conference on Machine Learning and Applications",
        "European Conference on Machine Learning",
        "Asian Conference on Machine Learning",
        "Journal of Machine Learning Research",
        "Machine Learning",
        "IEEE Micro",
        "IEEE Transactions on Software Engineering",
        "Archives of Oral Biology",
        "In Vitro Cellular Biology",
        "Workshop on Web 2.0",
        "Perioden 1933-1956",
    ],
)
def test_a_name_that_is_only_like_a_conference_is_kept_as_it_is(name: str) -> None:
    assert venue_and_year(name) == (name, None)


def test_a_page_of_text_is_kept_as_one_line() -> None:
    assert venue_and_year("OSDI '20 and so on\n" * 50_000) == (("OSDI '20 and so on " * 50_000).strip(), None)


WORDS = """OSDI NeurIPS ' ’ 20 2020 '20 1999 9999 ( ) [ ] { } , . : ; - – In Proceedings of the 14th Twenty-First USENIX
    ACM Conference on Machine Learning Workshop arXiv arXiv:1605.08386 CoRR abs/ hep-th/9901001 vol. no. pages 1--2
    12(3) May 4-8 Best Paper (Oral) to appear et al. Findings XVII IEEE https://arxiv.org/abs/ @ * & Trans.""".split()


@settings(deadline=None, max_examples=400)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
        st.lists(st.sampled_from([*WORDS, " "]), max_size=16).map("".join),
    )
)
def test_any_text_has_a_venue_of_its_own_words_or_none_and_a_year_that_can_be(text: str) -> None:
    venue, year = venue_and_year(text)
    assert venue is None or (venue == " ".join(venue.split()) and any(letter.isalpha() for letter in venue))
    assert year is None or 1000 <= year <= datetime.date.today().year + 1


@pytest.mark.parametrize(
    ("words", "acronym"),
    [
        ("acm ieee conference on supercomputing", "SC"),
        ("ieee acm conference on supercomputing", "SC"),
        ("acm ieee international conference on supercomputing", "ICS"),
        ("international conference on supercomputing", "ICS"),
    ],
)
def test_two_conferences_on_supercomputing_are_told_by_who_holds_them(words: str, acronym: str) -> None:
    assert of_words(words.split()) == acronym


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("LOOM '09 Proceedings for the 1st workshop on Looms and Cards, 2009", ("LOOM", 2009)),
        ("In ECOOP 2007. Springer Verlag, August 2007.", ("ECOOP", 2007)),
        ("In European Conference on Object-Oriented Programming, ECOOP’10. Springer-Verlag, 2010.", ("ECOOP", 2010)),
        ("Proceedings of the 7th symposium on Dynamic languages, pages 13-24, 2011", ("DLS", 2011)),
        (
            "In Seventh Workshop on Looms, University of Weaving Technical Report TR-2006-06, pages 81–92, 2006",
            ("Workshop on Looms", 2006),
        ),
        ("Weaving Review (WR). (July 2014", ("Weaving Review (WR)", 2014)),
        ("Commun. ACM 12 (1970)", ("Commun. ACM", 1970)),
    ],
)
def test_what_stands_around_the_name_of_proceedings_is_none_of_it(line: str, place: tuple[str, int]) -> None:
    assert venue_and_year(line) == place


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ICRA2025-Looms", "ICRA2025"),
        ("ICRA 2025 - Loom Learning & Cards", "ICRA 2025"),
        ("ICML2024(SOTA)", "ICML2024"),
        ("TKDE2005-ML", "TKDE2005"),
        ("ICLR2025 Workshop - Loom Learning", "ICLR2025 Workshop"),
        ("arxiv2023-dataset", "arxiv2023"),
        ("arxiv-LLM", "arxiv"),
        ("arXiv 2020 - ICML", "arXiv 2020 - ICML"),
        ("CVPR 2021 - Looms Workshop", "CVPR 2021 - Looms Workshop"),
    ],
)
def test_what_a_paper_is_about_stands_behind_the_year_of_its_venue(text: str, rest: str) -> None:
    assert without_topic(text) == rest


@pytest.mark.parametrize("text", ["SIGMOD 2003-Record", "GECCO 2019 - Companion", "PLOS 2012-ONE", "BMJ 2010-Heart"])
def test_what_stands_behind_the_year_of_one_venue_is_not_left_out(text: str) -> None:
    assert text[-4:] in (venue_and_year(text)[0] or "")


@pytest.mark.parametrize(
    ("text", "venue", "year"),
    [("arXiv 2020 - ICML", "ICML", 2020), ("CVPR 2021 - Looms Workshop", "CVPR Workshop", 2021)],
)
def test_another_venue_behind_one_and_its_year_is_where_a_paper_appeared(text: str, venue: str, year: int) -> None:
    assert venue_and_year(text) == (venue, year)


@pytest.mark.parametrize(
    "said",
    ["ACL 2021 的最佳论文", "ACL 2021 短文", "ACL 2021最佳论文", "ACL 2021 Outstanding Paper", "ACL 2021, 杰出论文奖"],
)
def test_how_a_paper_was_taken_is_none_of_its_venue(said: str) -> None:
    assert venue_of(said) == ("ACL", 2021)


def test_a_sentence_in_chinese_behind_a_venue_is_none_of_its_name() -> None:
    assert venue_of("EMNLP 2021，但是还没有最终版本。", surely=True) is None
