"""The role table as a document: roles, levels and what each may do, in either language.

Owns the text between the two marks of `docs/reference/access.md`; a test compares the page with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ocop.rules.access.acts import ACTS, Act
from ocop.rules.access.roles import ROLES, Role

BEGIN, END = "<!-- made from ocop.rules.access -->", "<!-- end -->"
_LEVELS = {
    "vi": {"nation": "toàn quốc", "province": "tỉnh", "commune": "xã", "producer": "chủ thể"},
    "en": {"nation": "nation", "province": "province", "commune": "commune", "producer": "producer"},
}
_HEADS = {
    "vi": ("vai trò", "mã", "giữ ở", "việc", "mã", "ai được làm, trong đơn vị của mình và mọi đơn vị bên dưới"),
    "en": ("role", "code", "held in", "act", "code", "who may, within their unit and every unit below it"),
}
_OWN = {"vi": "với chủ thể của mình", "en": "for their own producer"}


def written(lang: str) -> str:
    """Both tables as Markdown, in "vi" or "en", without the marks."""
    return "\n".join(_lines(lang))


def _lines(lang: str) -> Iterator[str]:
    heads, levels = _HEADS[lang], _LEVELS[lang]
    yield _row(heads[:3])
    yield _row(["---"] * 3)
    for role in ROLES.values():
        yield _row([_said(role, lang), f"`{role.code}`", ", ".join(levels[level] for level in role.levels)])
    yield ""
    yield _row(heads[3:])
    yield _row(["---"] * 3)
    for act in ACTS.values():
        who = [_said(ROLES[code], lang) for code in act.within]
        who += [f"{_said(ROLES[code], lang)} ({_OWN[lang]})" for code in act.own]
        yield _row([_said(act, lang), f"`{act.code}`", "; ".join(who)])


def _said(one: Role | Act, lang: str) -> str:
    return one.en if lang == "en" else one.vi


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
