"""Places: the line of a JSON file that a refusal speaks of.

Owns finding "sheets[0].choices.A.1.1", a key written twice, or a value that is quoted, such as a day, in the text.
"""

from __future__ import annotations

import re

import yaml


def line_of(text: str, where: str) -> int:
    """The 1-based line where `where` stands in the JSON `text`; 0 when it cannot be told.

    >>> line_of('{"set": 11,\\n "sheets": [{"member": "a",\\n  "choices": {"A.1.1": 9}}]}', "sheets[0].choices.A.1.1")
    3
    """
    try:
        root = yaml.compose(text.replace("\t", " "), Loader=yaml.CSafeLoader) if where else None
        return _doubled(root, where) or _walk(root, where, 0) or _value(root, where)
    except (yaml.YAMLError, RecursionError):
        return 0


def _walk(node: yaml.Node | None, where: str, line: int) -> int:
    """Follow the path as far as it goes; keys may hold dots, so the longest key that fits is taken."""
    if isinstance(node, yaml.MappingNode):
        for key, value in sorted(node.value, key=lambda pair: -len(pair[0].value)):
            if where == key.value or where.startswith((key.value + ".", key.value + "[")):
                rest = where[len(key.value) :].removeprefix(".")
                return _walk(value, rest, key.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        index = re.match(r"\[(\d+)\]\.?", where)
        if index and int(index.group(1)) < len(node.value):
            item = node.value[int(index.group(1))]
            return _walk(item, where[index.end() :], item.start_mark.line + 1)
    return line


def _doubled(node: yaml.Node | None, key: str) -> int:
    """The line where `key` is written a second time in one object; 0 when it is not."""
    if isinstance(node, yaml.MappingNode):
        lines = [name.start_mark.line + 1 for name, _ in node.value if name.value == key]
        if len(lines) > 1:
            return lines[1]
    return next((line for part in _parts(node) if (line := _doubled(part, key))), 0)


def _value(node: yaml.Node | None, text: str) -> int:
    """The line of the first value written as `text`; 0 when there is none."""
    if isinstance(node, yaml.ScalarNode) and node.value == text:
        return node.start_mark.line + 1
    return next((line for part in _parts(node) if (line := _value(part, text))), 0)


def _parts(node: yaml.Node | None) -> list[yaml.Node]:
    """The values inside an object or a list."""
    if isinstance(node, yaml.MappingNode):
        return [value for _, value in node.value]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []
