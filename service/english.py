"""Words of English that the summarizer, the compressor and the gate share: tables and the cutting of text into words."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
LAST_MARK = re.compile(r"[.!?…:;][\"”’»)\]]*$")

STOP = frozenset(
    """a about above after again against all also although am among an and any are as at be became because been before
    being below between both but by can could did do does doing down during each either every few for from further had
    has have having he her here hers him his how however i if in into is it its itself just may me might more most much
    must my neither no nor not of off on once one only or other our out over own per said same shall she should since
    so some such than that the their them then there these they this those through thus to too toward towards under
    until up upon us very was we were what when where whereas whether which while who whom whose why will with within
    without would yet you your""".split()
)
MONTHS = tuple("january february march april may june july august september october november december".split())
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
NEGATIONS = frozenset(
    """no not never none nobody nothing neither nor without cannot n't unable hardly scarcely barely nowhere refuse
    refuses refused reject rejects rejected deny denies denied fail fails failed""".split()
)
MODALS = frozenset("may might must can could should would shall will ought cannot".split())
CONDITIONS = frozenset("if unless provided subject except until whether pending".split())
DECISIONS = re.compile(
    r"\b(adopt|announc|approv|appoint|award|agree|authoris|authoriz|ban|call for|clos|creat|decid|decre|elect|establish|"
    r"grant|impos|inaugurat|introduc|invest|laid|launch|nam|open|order|publish|ratif|reach|recall|reject|releas|renew|"
    r"report|rul|set up|sign|start|suspend|unveil|urg|vot|warn|welcom)(?:s|es|ed|d|ing|e|ned|t)?\b",
    re.IGNORECASE,
)
NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half third
    quarter double twice first second""".split()
)
# A verb with a subject, as far as its form shows it: what may follow the comma that closes a clause.
FINITE = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|must|should|did|does|began|took|held|made|won|gave|met|"
    r"went|came|became|rose|fell|said|told|set|led|paid|brought|found|grew|left|drew|saw|sent|ran|put|called|"
    r"(?!need|speed|indeed|exceed|proceed|hundred|seed|breed)\w{3,}ed)\b"
)
SAYING = frozenset(
    """said says say stated states declared declares explained explains added adds noted notes stressed stresses
    announced announces recalled recalls emphasised emphasized underlined welcomed assured affirmed insisted concluded
    commented observed pointed argued told warned remarked confided continued replied asserted reiterated highlighted
    urged admitted acknowledged promised according""".split()
)


def words(text: str) -> list[str]:
    """The words of a text in lower case; "don’t" and "mid-term" are one word each."""
    return [w.lower().replace("’", "'") for w in WORD.findall(text)]


_IRREGULAR = dict(
    pair.split("/")
    for pair in """began/begin begun/begin took/take taken/take held/hold gave/give given/give made/make brought/bring led/lead
    met/meet rose/rise risen/rise fell/fall fallen/fall grew/grow grown/grow built/build paid/pay sold/sell bought/buy
    won/win lost/lose told/tell left/leave saw/see seen/see knew/know known/know got/get found/find kept/keep stood/stand
    sat/sit ran/run sent/send spent/spend spoke/speak spoken/speak wrote/write written/write chose/choose chosen/choose
    drew/draw drawn/draw became/become came/come went/go gone/go said/say taught/teach thought/think fought/fight
    men/man women/woman children/child people/person lives/life""".split()
)


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """What two forms of one English word mostly share: "launched", "launches" and "launch" are one."""
    word = _IRREGULAR.get(word, word).removesuffix("'s").removesuffix("s'")
    for ending, keep in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + keep
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def content(text: str) -> list[str]:
    """The stems of the words that carry meaning."""
    return [stem(w) for w in words(text) if w not in STOP]


def capitalised(text: str) -> list[str]:
    """Words with a capital that do not merely begin the sentence, as written."""
    found = list(WORD.finditer(text))
    return [m[0] for i, m in enumerate(found) if m[0][0].isupper() and (i or (m[0].isupper() and len(m[0]) > 1))]
