"""What the English says of a person whose name the French gave: "Awa Sarr, Minister of Health"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEADS = (
    r"(?:[Ff]irst |[Dd]eputy |[Aa]ssistant |[Vv]ice-|[Aa]cting |[Uu]nder-|[Cc]o-|[Ff]ormer |[Hh]onorary |[Ee]xecutive "
    r"|[Rr]egional "
    r"|[Gg]eneral |[Ss]cientific |[Pp]rime |[Hh]ead |[Cc]hief |[Pp]ermanent |[Ss]pecial "
    r"|[Aa]rtistic |[Mm]edical |[Tt]echnical |[Ff]inancial |[Ss]porting |[Mm]usical |[Nn]ational "
    r"|[Pp]roject |[Pp]rogramme |[Cc]ountry |[Mm]anaging |[Cc]reative |[Cc]ommercial )*"
    r"(?:[Mm]inisters?|[Pp]residents?|[Pp]resident|[Dd]irectors?(?:[- ][Gg]eneral)?|[Ss]ecretary(?:-[Gg]eneral| [Gg]eneral)?"
    r"|[Cc]hair(?:man|woman|person)?\b|[Gg]overnor|[Mm]ayor|[Aa]mbassador|[Cc]oordinator|[Rr]epresentative|[Ss]pokes(?:man|woman|person)"
    r"|[Mm]anager|[Oo]fficer|[Pp]rofessor|[Cc]ommissioner|[Rr]ector|[Dd]ean|[Hh]ead|[Cc]oach|[Cc]aptain|[Pp]rosecutor|[Jj]udge"
    r"|[Cc]urator|[Ee]ditor|[Ff]ounder|[Rr]esearcher|[Ee]ngineer|[Cc]hief|[Ss]enator|[Dd]eputy|[Mm]ember|[Aa]dviser|[Ee]nvoy|CEO|[Ll]eader)\b"
)
_TITLE = rf"(?P<role>{_HEADS}(?:[^,;:.()\"“”«»]*?))"
_OF_WHOM = r"(?:the\s+|a\s+|an\s+|(?:the\s+)?[\w-]+['’]s\s+)?"
_COURTESY = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|H\.?E\.?)\.?\s+)*"
_VERB = (
    r"\s+(?:said|announced|stressed|added|noted|recalled|welcomed|called|declared|stated|explained|told|opened|presented|signed|has|had"
    r"|is|was|will|and)\b"
)


def described(name: str, sentences: Iterable[str]) -> str:
    """The name with the function that stands beside it in one of the sentences; the bare name where none does."""
    return next((f"{name}, {role}" for s in sentences if (role := _role(name, s))), name)


def _role(name: str, sentence: str) -> str:
    escaped = re.escape(name)
    before = re.search(rf"{_TITLE},?\s+{_COURTESY}{escaped}(?!\w)", sentence)
    after = re.search(rf"{escaped},\s+{_OF_WHOM}{_TITLE}(?:[,;.()\"“”«»]|{_VERB}|$)", sentence)
    listed = before and re.search(rf",\s+(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)+{escaped}$", before.group())
    found = before if listed else after or before  # "the Minister, Mr Sidi, the Ambassador of Spain and …" are two people
    if not found:
        return ""
    role = re.sub(r"\s+", " ", found["role"]).strip()
    joined = role.endswith((" and", " with", " or", " to"))  # "the President and Awa Sarr": another person's function
    return "" if joined or len(role.split()) > 14 else role[0].upper() + role[1:]
