"""Addresses of one try: the state in the query, the place in the path.

Owns making them; reading them back is `state`'s.
"""

from __future__ import annotations

from django.urls import reverse

from ocop.web.public.score.state import State, filing, query


def step_path(state: State, code: str) -> str:
    """The path of one step, without its query."""
    return reverse("public:score-step", args=[state.on.isoformat(), state.criteria.number, code])


def step_href(state: State, code: str, place: str = "") -> str:
    """One step with the whole state, at `place` on the page."""
    return _with_query(step_path(state, code), state) + (f"#{place}" if place else "")


def sheet_href(state: State) -> str:
    """The whole sheet on one page."""
    return _with_query(reverse("public:score-sheet", args=[state.on.isoformat(), state.criteria.number]), state)


def file_href(state: State) -> str:
    """The file that `ocop score` reads."""
    return _with_query(reverse("public:score-file", args=[state.on.isoformat(), state.criteria.number]), state)


def start_href(state: State) -> str:
    """The first page, for the same day and kind of filing."""
    names = {"k": "kind", "e": "evaluated"}
    said = "".join(f"&{names[name]}={value}" for name, value in filing(state))
    return f"{reverse('public:score-start')}?on={state.on.isoformat()}{said}"


def _with_query(path: str, state: State) -> str:
    said = query(state)
    return f"{path}?{said}" if said else path
