"""Markdown to HTML for the documents: no raw HTML, headings with anchors, links that lead to pages of this site.

Owns the conversion of one text; which files exist is the shelf's business.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from ocop.kit.text import slug

Address = Callable[[str], str | None]


@dataclass(frozen=True)
class Heading:
    """One line of the table of contents."""

    level: int
    anchor: str
    words: str


@dataclass(frozen=True)
class Rendered:
    """HTML that is safe to show, without the title at its head, and its headings of the second and third rank."""

    html: SafeString
    contents: tuple[Heading, ...]


class _Renderer(RendererHTML):
    """Tables and code scroll in their own box, which the keyboard can reach."""

    def table_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return f'<div class="scroll" role="region" aria-label="{env["table_label"]}" tabindex="0"><table>\n'

    def table_close(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def fence(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return super().fence(tokens, index, options, env).replace("<pre>", '<pre tabindex="0">', 1)

    def code_block(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return super().code_block(tokens, index, options, env).replace("<pre>", '<pre tabindex="0">', 1)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    return parser.enable(["table", "strikethrough"])


def _name_headings(tokens: list[Token]) -> list[Heading]:
    """Give every heading an id of its own and return them."""
    headings: list[Heading] = []
    used: set[str] = set()
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        words = "".join(child.content for child in inline.children or [])
        anchor = base = slug(words) or "muc"
        count = 1
        while anchor in used:
            count += 1
            anchor = f"{base}-{count}"
        used.add(anchor)
        opening.attrSet("id", anchor)
        headings.append(Heading(int(opening.tag[1:]), anchor, words))
    return headings


def _is_elsewhere(href: str) -> bool:
    return "://" in href or href.startswith(("mailto:", "//"))


def _resolve(href: str, folder: str, address: Address) -> str | None:
    """The site's address of a link written relative to `folder`; None when the site has no such page."""
    target, _hash, anchor = href.partition("#")
    found = address(posixpath.normpath(posixpath.join(folder, target)))
    return found and (f"{found}#{anchor}" if anchor else found)


def _rewrite_links(tokens: list[Token], folder: str, address: Address) -> None:
    for token in tokens:
        for child in token.children or []:
            name = {"link_open": "href", "image": "src"}.get(child.type)
            if name is None:
                continue
            written = str(child.attrGet(name) or "")
            if _is_elsewhere(written):
                child.attrSet("rel", "noreferrer") if name == "href" else child.attrs.pop("src")
            elif written and not written.startswith("#"):
                found = _resolve(written, folder, address)
                # A file that exists only in the checkout keeps its words and loses its link.
                child.attrSet(name, found) if found else child.attrs.pop(name)


def render(text: str, *, folder: str, address: Address, table_label: str) -> Rendered:
    """One document. `folder` is where the file lies ("docs/adr"); `address` maps a path of the checkout to a URL.

    Pictures from other hosts are not shown: no page of the site asks another host for anything.
    """
    parser = _parser()
    tokens = parser.parse(text)
    headings = _name_headings(tokens)
    _rewrite_links(tokens, folder, address)
    body = tokens[3:] if tokens and tokens[0].tag == "h1" else tokens
    html = parser.renderer.render(body, parser.options, {"table_label": table_label})
    contents = tuple(one for one in headings if one.level in {2, 3})
    return Rendered(mark_safe(html), contents)  # safe: with html off, markdown-it escapes whatever is written
