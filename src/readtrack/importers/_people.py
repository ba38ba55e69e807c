"""The shape of people's names, and the words that tell them from titles: "Graph Learning" is no author.

Both tables are the commonest of some hundred public reading lists, lower-case; words in the singular, and without
those whose ending tells. A name that is in neither is a name where those beside it are.
"""

from __future__ import annotations

import re

from readtrack.importers._journals import is_journal
from readtrack.importers._organisations import is_organisation

_PARTICLES = frozenset(
    "van von der den de del della di da dos das do du la le lo el al bin ibn ben bint zu zur zum ter ten te af av y e "
    "i dit st st. san santa d' 't op".split()
)
_NAME = re.compile(r"(?:[^\W\d_]\.?)+(?:['’‘`´\-‐-‒.·](?:[^\W\d_]\.?)+)*['.]?|-?[A-Z][.\-]?")
# The commonest family names: nothing else tells a Chinese or Korean name from a word.
_HAN = re.compile(
    "(?:[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇"
    "卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段"
    "钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文][\u3400-\u9fff]{1,2}"
    "|(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛)[\u3400-\u9fff]{1,2}"
    "|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민][\uac00-\ud7a3]{2})"
)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LONGEST = 40
"""Letters of a word of a name."""

_ENDING = re.compile(
    r".{3,}(?:tion|sion|ability|ibility|ivity|ology|ational|ization|izing|ized|izer|ically|atively|ysis|former|ective"
    r"|eous)s?"
)
# Written as few names are: "GPU", "RLBench", "GPT4".
_CAPITALS = re.compile(
    r"[A-Z][a-z]*\d|[A-Z]{3,}|[A-Z][a-z]{0,2}[A-Z].*[a-z][A-Z].*|[A-Z][a-z]+[A-Z]{2,}\w*|[a-z]+[A-Z]\w*"
)
_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|[aoeiu])"
    r"|ang|ai|ei|ao|ou|an|en|er|[aoe])"
)
_CHINESE = re.compile(rf"(?:{_SYLLABLE}){{1,3}}")
_FAMILY = re.compile(
    r".{2,}(?:auskas|opoulos|akis|idis|vi[cćč]|berg|stein|mann|sk[yi]|ova|enko|yan|oglu|wala|swamy|nathan|raman|murthy"
    r"|moto|hara|zadeh|pour|sson|escu|wicz|czyk|feld|baum|elli|etti|ucci)|\w*[à-öø-ÿăćčđęěğıłńňőřśşšţťůűźżž]\w*"
)
_COMMON = frozenset(
    """
    abilities ability able about above abstract academic accelerating accepted access accessible account
    accuracy accurate accurately achieve achieved achieving acoustic across action activated active actual
    actually adapt adapter adapting adaptive add added adding additional address addresses addressing advance
    advanced advantage adversarial adversary advice affect after again against age agent agentic aggregate
    aggregating agreement aim algebraic algorithm algorithmic align aligned aligning alignment all allocator
    allow allowing almost alone alpha already also alternative although always among amount analytics analyzer
    analyzing anchor and android annealing anomalies another answer answering any anything api app appear
    appearance applicable applied applies apply applying approach approaches appropriate approximate
    approximately arbitrary architectural architecture are area argue arguments arithmetic around array article
    artifacts artificial arxiv as ask aspect assessment assignment assistant asynchronous at attack attacker
    attend attention attribute attributed audio augmented author autoencoder automated automatic automating
    autonomous autoregressive autoscaling autumn auxiliary available average avoid award aware awareness awesome
    back backbone backdoor backend background bad balance balanced balancing bandwidth base based baseline basic
    basis batch be because been before begin behavior behaviour behind being below benchmark benchmarking
    benefit benefits best beta better between beyond bias biases bibtex bidirectional big bilibili bilingual
    billion binary bit bitcoin bits blind block blockchain blocking blog blue book boolean boost boosting bot
    both bottom bound boundary bounding box boxes branch branching breaking bridge bridging brief bring bringing
    broader browser budget buffer bug build building built business but bx by byte cache caching calculate
    calculus call called camera candidate cannot capabilities capable capacity captioning capture card career
    carefully cascade cases catastrophic categorical categories category causal cause cdot cell center certain
    challenge challenging change changed channel chaos chapter character chat chatbot check checking
    checkpointing chemistry choose circuit claims class classes classic classifier classifying clean clear click
    client clip clique clone close closer cloud cluster clustering clusters code coding cognitive cold
    collaborative collect collective column combinatorial combine combined combining comes command comment
    commit commitment common commonsense communicating community compact comparable compare compared comparing
    comparison competitive compile compiler compiling complementary complete completeness complex complexity
    component components compose compositional comprehensive compute computer computers computing concept
    concurrency concurrent conditional conditioned conference confidence confirm conflict connected connecting
    consensus consider considered consistency consistent consistently constant constrained constraint contain
    container content context contextual continual continuous contract contrast contrastive contribute
    contributed control controllable controlled controller controlling conventional convergence convolutional
    coordinated copy core coreference corpora corpus correct correctly correctness correspondence corresponding
    cost could count counter counting course covariate cover coverage covering cpu crash create created creating
    credit critical cross crowdsourcing crucial curated current currently curriculum custom customer cutting
    data database datacenter dataflow dataset date deal deblurring debugging decoder decoding decomposed
    decomposing decoupled decoupling dedicated deep deeper default defense define defined delay delivery demand
    demo demonstrate denoising dense dependence dependencies dependency dependent deploy deploying deployment
    depth derived descent describing design designed designing despite detailed details detect detecting
    detector determine deterministic develop developed developer developing development device dialog dialogue
    did difference different differentiable differential difficult difficulty digital dimensional direct
    directed directly discover discovering discovery discrepancy discrete discriminative disentangled disjoint
    disk dispatch distance distant distilling distinct distributed distributional dive diverse diversity divide
    docker docs document does doesn doi doing domain don done down download downstream driven driving drop
    dropbox dropout drug dual due during dynamic dynamics each earlier early easily easy edge edit editing
    effect effective effectively effectiveness efficiency efficient efficiently either elastic electronic
    eliminates email embed embedded embedding embodied emerge emergence emergent emerging empirical emsp enable
    enabling enclave encode encoded encoder encoding encrypted end energy engine engineer engineering enhance
    enhanced enhancement enhancing enough ensemble ensure ensuring entailment enterprise entire entities entity
    entries entropy environment epochs epsilon era error especially essence essential estimate estimating etc
    evaluate evaluated evaluating even event every everything evidence evolutionary evolving exact exam example
    exceeds exchange execute exercise existing expand expected expensive experience experiment experimental
    expert explain explaining explicit explicitly exploit exploiting explore exploring exponential export
    exposing express extended extending extensible extensive external extra extract extracting extreme extremely
    face facial fact factor factors factual factuality faculty fail failure fair fairness fall false family fast
    faster fault faulty feasible feature federated feed feedback few fewer fidelity fields figure file filter
    filtering final find finding finetuned finetuning first five fix fixed fixing flexible flow fly focus
    focused focuses follow followed following footprint for forecasting forgetting form formal format forward
    found four fpga frac framework free from frontend frontier full fully fun functional fundamental further
    fusion future fuzzing gain game gap garbage gate gated gather gender general generalizable generalize
    generally generate generated generating generative generator generic genetic geometric geometry get getting
    giant git github give given global goal goes going gpu gradient gradients graduate grained grammar
    grammatical granularity graph graphical graphs great greater greedy grid ground grounded grounding group
    growing guarantee guidance guide guided had handle handling hard hardware harmful harmless has hash have
    head health help helpful helping here heterogeneity heuristic hidden hierarchical high higher highest
    highlights highly him his history holistic home homomorphic host hot hours how however href http hub huge
    human hybrid hyperparameter hypervisor hypothesis idea identical identified identifies identify identifying
    identity idx if illustrated image img impact implement implemented implementing implicit importance
    important improve improved improvement improving include included including income incorporate incorporating
    increase increasing incremental independent index individual indoor inductive industrial industry infer
    inference influence infrastructure initial inpainting input inside insight insights inspired instance
    instead instruct integer integrated integrating integrity intelligence intelligent intensive intent
    interacting interactive interest interesting interface interference intermediate internal internet
    interpretable interpreting interview into intro introduce introducing invariance invariant inverse
    investigates is isolated issue it item iterative its itself jailbreak jepsen job join joint jointly journal
    just keep kernel kernels keynote keyword keywords know knowledge known lab label labeled labeling lack
    lambda landmarks language languages large larger last latency latent later latest layer layout lead
    leaderboard leading leakage learn learnable learned learners least lecture left legal length lens less let
    level leverage leverages leveraging libraries library license light lightweight like likelihood likely limit
    limited line linear linguistic link linking linux list listen lite literature live llama llm load loading
    local locality locally log logic logical logits longer look looking loop loss losses lower machine made
    magnitude main maintaining maintains major majority make making malicious malware management manager
    managing manual manually many map mapping markdown market marketplace mask masked massive master match
    matches matching materials math mathcal mathematical mathematics mathrm matrix matters matting maximum maybe
    me mean meaning meanwhile measure measurement measuring mechanism media medical medium meet member
    membership memory mental merge mesh message metadata method metric microservices middle might million mind
    minibatch minimal minimize minimum misalignment mitigating mixed mixing mixture mobile modalities modality
    mode model modeling modelling models modern modular module molecular moment monitor monitoring monocular
    more most motion movie moving much multi multilingual multimodal multiple multitask music must mutual my
    name named native natural nature navigate nearest nearly neat necessary need needed negative neighbor
    neither nested nets network networking networks neural neuron never new news next nice nlp no node noise
    noisy non nor normal not note notion novel now number object objective observed obstacles obtain obtaining
    of off offers official offline often old on once one online only open operating opportunities optimal
    optimize optimizer or oracle oral order ordering original other otherwise our out outperform outperforming
    output outside over overall overfitting overhead overlap overlapping overview own package packet packing
    pages pair paper paradigm paragraph parallel parallelism parameter parse parser parsing part partial
    partially particular particularly parties partitioning pass passing past patch patching path pathways
    pattern paxos pdf people per perceptual perfect perform performance performant performed performing
    perplexity persistent person persona personal perspective phase phd phone phrase physical physics pick
    picking pipeline pixel place placement plan plane planning platform play please point pointer poisoning
    policies policy political polyhedral pooling poor popular pose positional positive possible post poster
    potential potentially powered powerful practical practice pre precise predict predictable predicted
    predicting predictive preference prefill prefix preliminary preprint presence present presenter preserving
    pretrained pretraining prevent preventing previous previously primitive principle principled prior privacy
    private probabilistic probabilities probing problem procedure proceedings process processed processes
    processing produce product profile profiling program programmable programming programs progress progressive
    project prompt prompted prompting proof propagate properties property proposal propose proposed protecting
    protein protocol provable prove provide provided proving provisioning prune pruned pruning pseudo public pull
    purpose push put python pytorch quadratic quality quantitative quantum queries query queue quickly quicksort
    race radiance raft random randomly randomness range rank ranking rapid rare rate rather ratio raw re read
    reader reading ready real realistic really reason reasoners reasoning recall recent recommender record
    recover recovery recurrent recursive red reduce reduced reducing redundancy reference refine refinement
    refining refusal region regular reinforcement rejected related relationship relationships relative release
    released relevance relevant reliable rely remaining remote removal remove removing rendering repeat replace
    replay replicator reply repo report repository represent representing request require required requirement
    requiring research researchers residual resilient resource resources responding response result resulting
    retain retraining retrieval reuse reveals reverse review reward right rings risk roadmap robot robotic
    robust robustness role root routing row rule run running runtime saddle safe safety salary same sample
    sampled save scalable scale scaling scenario scenarios scene schedule scheduled scheduler schema scheme
    school science scientific score scratch screen scroll search searching second secret secure security see
    seed seen select selected selecting self semantic semester send sense sensitive sensor sentence sentiment
    separate sequence sequential series serve server serverless service serving set setting setup several shall
    shallow shape shaping share shared sharing she shell shift shot should show showing shown shuffle side
    sigmoid signal significance significant significantly similar similarity simple simpler simplified simply
    simulating simulator simultaneously since single size skeleton skill skip slide slides slot slow smaller
    smart smoothing social soft softmax software solve solver solving some sometimes sort sorting sota sound
    source space spam span spanning sparse sparsity spatial spatiotemporal specific spectral speculative speech
    speed speedup spotlight sql square src stability stable stack stacked stage standard star start starting
    startup state stateful statement states static statistical statistics status steering step stereo still
    stochastic stop storage store stories story strategies strategy stream streaming string stronger structural
    structure structured student studies study style sub subnetworks subset succeed success successful
    successfully such suggests suitable suite summaries summary supervised supply support supporting surface
    surpasses survey switch switching symbolic syntactic syntax synthesis synthetic system systematic table
    tagging tags tail take taking talk target targeted task tax taxonomy teach teacher teaching team teaming
    technical technique technologies tell template temporal tend tensor term test tested testing text textual
    texture than that the their them themselves then theoretical theory there therefore these thesis they things
    think thinking this those though thought thread threat three threshold through throughput thus ticket tile
    time tiny tips title tldr todo together token tokenizer tolerance too tool toolkit top topic total toward
    toy trace tracing track tracking trade traditional traffic train trained trajectory transfer transferable
    transformers translate translating traveling tree treebank trends trigger trillion true trust trusted truth
    try tuned tungsten tuning turn tutorial two type uncertainty under understand understanding unified unifying
    unikernel unique unit universal unknown unlike unlocking unread unsafe unseen unstructured unsupervised
    until untrusted up update updated usage use used useful user using usually utility valid validated value
    variable variance variant variants variety various vector venue verifier verify verifying version vertex
    very via victim video view viewpoint virtual vision visual visualize vitamin vocabulary voice volume
    vulnerabilities vulnerable want warm warp was watching way weak web week weight well were what when
    where whether which while who whole whose why wide widely width window windows winner with within without
    won word work worker workflow workflows working workload workloads workshop world worse would write
    writing written wrong year yes yet yield your zero
    """.split()
)
_NAMES = frozenset(
    """
    aakanksha aaron abbadi abbeel abdelrahman abe abhinav abhishek abishek abraham ada adam adarsh adel adithya
    aditya adrien agarwal aggelos agrawal ahmed ahsan aisha aishwarya ajay ajoux akella akidau akira akshay alan
    albanie alberto alejandro aleksander ales alessandro alex alexander alexandra alexandre alexey ali alice
    alizadeh allen almeida alvaro alvin alvisi alysson alzayat amar ameer amir amit amr amrit amy anders
    anderson andersson andrea andreas andrei andrej andrew andrey andré andy anh aniket anil anita ankit ann
    anna antoine anton antonio anuradha anurag anwar aravindakrishnan ariel arjun armand arnout arpan arpit
    arsha arthi arthur arun arvind asem ashish ashvin atsuki aurick austin aviv baevski bailey baker
    balakrishnan balasubramanian bansal barbara baris barnes bart bauer becker beillahi belay benedikt bennett
    benny berger bernardo bernhard bernstein bessani bhagwan bharath bhardwaj bianchi bjarne björn bob bodik
    bojanowski bonneau boon boris bornholt brandon brendan brent brian bronson brooks brown bruce camille
    campbell capkun carl carla carlo carlos caron carsten carter carvalho cesar chad chandra charles chavdar
    chelsea chidambaram chintalapati choi chowdhury chris christian christof christoph christopher christos
    chrysoula chung clara clark claude clement cody cohen collins collobert cook cooper corey costa costin cox
    craig croman crooks cruz cyrus dahlia daniel danny darrell das dave davi david davis dawn deepak demir deniz
    dennis derek devon dhaval dhiraj dhruv diaz dijkstra dimitrios dinh divya divyakant dmitry donald dongyoon
    douglas dumitrel dziembowski dzmitry eckey edgar edsger eduardo edwards elad elizabeth elli ellie elliott
    ellis elnikety emily emmanuel emmett enis eric erkan ertem esgin eslam esposito eugene eva evan evans eyal
    fatima faust fedor felix fernandez fernando ferrari ferreira fiodar firas flavio flores florian fonseca
    foster fournier francesco francis francisco francois frank franklin frans françois fred frederik freedman
    friedman fritz gabriel ganesh gareth garg garman garth gary gavin gaži gennady geoff geoffrey georg george
    gerald gerd gervais ghassan gibran gil giovanni girshick giuseppe glenn goldberg gomez gonzalez govindan
    grace graham graves gray grech greg gregory grover guerraoui guido guillaume gupta gustavo gutierrez
    gyeongchan haaroon hagit hall hamilton han hans hansen harris harry haryadi hassan hayashi helen hellerstein
    henry herlihy hideo hill hinrich hinton hiroshi hoare hoffmann hong hopper horvath hossein howard hsieh hsu
    hubert hudson hughes hugues hussein hwang hyunho ibrahim igor ikeda ilias ilya inoue ioannis ion ionel
    irving isaacs isard itay ito ittai ittay ivan ivanov ivica iyer jackson jacob jacobson jaesik jagadeesan
    james jane jang jannik jason jasper javad jay jayaraman jean jeff jeffrey jennifer jensen jeong jesse
    jessica jim jimmy jitendra joel johannes johansson john johnson jonathan jonathon jones joon jose joseph
    josé joão juan juels julia juncheol jung junqueira jurgen justin kaashoek kahn kang kapil kapitza kappos
    karl karla karthik kartik kashyap kasikci katerina katherine kathleen kato katz kaufmann kaveh kavukcuoglu
    kaya kazhamiaka kazuyuki keith kelkar kelly ken kenji kernighan keshav kevin khan kiayias kim kimura kiran
    kirk kirthevasan klein kleppmann knuth kobayashi koch konstantinos koray kostas kostiainen koushik kovacs
    kowalski kozyrakis kreps krishnan kristen krzysztof kshiteej kulkarni kumar kushal kuznetsov kwon kyle
    kyunghyun lagouvardos lakshmi lalith lamport larry lars larsen laura laurens laurent lawrence lee
    leesatapornwongsa lefteris leigh leners leonid lerrel leslie levine levis levy lewis lim lima linda lindsay
    linus liskov livshits loghin lopez louis lovelace lucas lucis luigi luis lukas lukman luís lynch maddila
    maffei mahdi mahesh mahimna mahmoud malavolta malik malkhi malte manish manos manuel marc marcel marco
    marcos marcus margaret maria marie marino marios marko markulf markus martin martinez marvin mary maría
    matej matetic mathilde matsumoto matt matteo matthew matthias matthieu maurice maximilian mazières mccarthy
    mcsherry meeyoung mehdi meiklejohn mert meyer michael miers mihalis mikhail miller minsky misra mitchell
    mittal mizrahi mohamed mohammad mohammed mohit moore mor morales morgan mori moritz morris mosharaf muhammad
    muhammed mukesh murat murray muthian myers müller nagy nakamura nancy narayanan narkhede natalia nathan
    navdeep nayak neeraja neil nelson netravali neumann neville newell nguyen nibesh nicholas nick nickolai
    nicolas nielsen nikhil nikiforakis nikos nikunj noah noam novak nowak nusret oded olga oliveira olivier
    olukotun omar orestis oriol ortiz osman ousterhout padhye padon panagiotis pankaj papadopoulos parker pascal
    pat patel patrick paul pavlo pavlovic pawel pedro pekhimenko pereira perez petar peter petersen peterson
    petr petros petrov pham phanishayee philip philippe phillip phillips pierre pieter pietzuch piotr popov
    prabhakar prabodh pramod prateek pravein priya przemyslaw pulkit péter quoc rachid rachit radha rafał raghav
    raghu rahul rajeev rajesh ramesh ramirez ramnatthan rastislav ravi raymond rebecca reddy reed reiter reyes
    reynold ricardo ricci richard richardson richter rishabh ritchie rivera robert roberts robinson rodrigues
    rodríguez rogers rohit rohrbach romano romil ron rosenberg ross rossi roy rupesh rupprecht ruslan russell
    russo ryan rüdiger sadeghi sadjad safya saito salman sam sameh samer samuel samy sanchez sandeep sanidhya
    sanjay sanjeev santhanam santos sarah sasaki sato satoshi schmidt schneider scholz schröder schulz schwarz
    schwarzkopf scott sebastian sebastien senthil seo seredinschi serge sergey sergio sermanet seth sethi
    seungmin seungwon shabbir shah shaileshh shannon sharma shay shenker sherjil shimizu shin shirshanka
    shivaram shoumik shubham shuvendu sid siddhartha sifis signe silva simon simonyan singh sirer siva slava
    smaragdakis smirnov smith snigdhaswin sompolinsky sonnino sourav souza spencer spiegelman spyros srdjan
    sreeram sri srideepika srinath srinivasan stathakopoulou stavros stefan stefanie stefano stefanos steffen
    stephan stephanie stephen steve steven stewart stoica stonebraker subhashini sullivan sumit sungkyu sungwon
    sunil sunita suresh surlaker susan sutskever suzuki sven sylvain sylvia szalachowski taesoo takeshi tal
    tanaka tanakorn taro tas tathagata tatiana taylor ted tej terry thewlis thomas thompson thorsten thyagarajan
    tim timothy tobias todd tomas tommaso tony torlak torres toshihiko tran trevor tri trinabh tsai tsankov
    tsatiris tschannen tse tucek turing turner tyler tzoumas ujval ulrich urs vahdat vance vanhoucke varun
    vasily venkataraman victor vijay vikram vinay vincent vinod vinyals viswanath vivek vladimir volker
    volodymyr wagner walfish walker ward watanabe watson weber white william williams wilson wirth witchel wolf
    wolfram wright wyatt wüst yadwadkar yamada yamamoto yann yannis yaser yash yilmaz ymir yoon yoshida
    yoshinori yossi youngjin youngmok yousaf yuki zachary zainab zainul zeldovich zerveas zimmermann zisserman
    zitnick zohar
    """.split()
)


def likeness(text: str) -> int:
    """How much ``text`` looks like a person's name: 2 fully, 1 but for a word or a case that is unusual, 0 not.

    "Monte Carlo" is how something is done, though each of its words is a name; "Weft AI" is a company, "Weiwei AI" not.
    """
    bare = re.sub(r"\s*\([^()\d]{1,30}\)\s*", " ", text).split(", ")[0].strip()
    bare = re.sub(r"\bin (?=de[nr]? )", "", bare)  # a particle only there
    if _HAN.fullmatch(bare):
        return 2
    words = bare.split(None, 7)
    if not 1 <= len(words) <= 6 or words[:2] == ["Monte", "Carlo"] or _CJK.search(bare):
        return 0
    if is_organisation(text) or is_journal(bare):
        return 0
    company = words[-1] == "AI" and not _CHINESE.fullmatch(words[0].lower())
    if company or not all(len(word) <= _LONGEST and _NAME.fullmatch(word) for word in words):
        return 0
    odd = sum(is_common(word) or bool(re.search(r"\w{5}\.$", word)) for word in words)
    lower = sum(word[0].islower() and word.lower() not in _PARTICLES for word in words)
    if len(words) == 1:
        return 0 if odd or lower else 2
    if odd + lower == 0 and any(word[0].isupper() for word in words):
        return 2
    return 1 if (odd + lower == 1 and words[0][0].isupper()) or (not odd and lower == len(words) <= 3) else 0


def is_person(text: str) -> bool:
    """Whether ``text`` has the shape of a person's name."""
    return likeness(text) > 0


_PARTED = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z]\.? )*(?:van de[nr]?|von de[nmr]) [A-Z][\w’'-]+")
"""A family name of several words: "Rob van der Loom"."""


def is_sure(name: str) -> bool:
    """Whether ``name`` is surely a person's: it has a known one in it, an initial, or is all Chinese syllables."""
    words = name.split(None, 7)
    if (
        _HAN.fullmatch(name)
        or _PARTED.fullmatch(name)
        or any(re.fullmatch(r"(?:[A-Z]\.-?)+|[A-Z]", word) for word in words[:-1])
    ):
        return True
    low = [word.lower().strip(".,") for word in name.replace("-", " ").split(None, 9)]
    if any(word in _NAMES or _FAMILY.fullmatch(word) for word in low):
        return True
    return len(low) > 1 and all(map(_CHINESE.fullmatch, low))


def is_whole(name: str) -> bool:
    """Whether ``name`` has more than one word, or needs no more."""
    return " " in name or bool(_HAN.fullmatch(name))


def is_common(word: str) -> bool:
    """Whether ``word`` is one of titles: whatever its case, in the plural, or as a part of a compound."""
    if _CAPITALS.fullmatch(word) or word.endswith(("'s", "’s")):
        return True
    low = word.lower().strip(".")
    if low in _COMMON or low.removesuffix("s") in _COMMON or _ENDING.fullmatch(low):
        return True
    if low.endswith("ing") and len(low) >= 8 and not all(map(_CHINESE.fullmatch, low.split("-"))):
        return True
    parts = low.split("-")
    return len(parts) > 1 and any(len(part) > 2 and (part in _COMMON or _ENDING.fullmatch(part)) for part in parts)


_BEFORE_DASH = re.compile(r"(.{4,80}?)\s(?:[-–—|])\s")


def stand_before_dash(text: str) -> bool:
    """Whether ``text`` begins with people who are known to be called so, and a dash: "Ada Lovelace - OSDI 1843"."""
    found = _BEFORE_DASH.match(text)
    names = re.split(r",? (?:and|&) |, ", found[1]) if found else []
    return bool(names) and all(" " in name and likeness(name) == 2 and is_sure(name) for name in names)
