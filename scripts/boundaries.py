"""`scripts/boundaries.py PROVINCES.topojson COMMUNES.topojson`: the maps' boundaries, one small file a province.

Owns `src/ocop/web/static/boundaries/`: vn.json with the provinces, NN.json with the communes of province NN, as
TopoJSON with nothing but codes. Give it other files with the same codes as `id` to replace them all.
"""

import csv
import json
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "ocop"
FOLDER = SOURCE / "web" / "static" / "boundaries"
LABELS = [["Quần đảo Hoàng Sa", 16.5, 112.0], ["Quần đảo Trường Sa", 9.6, 113.6]]


def main(provinces: str, communes: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    write("vn", json.loads(Path(provinces).read_text(encoding="utf-8")), None)
    parents = parents_of()
    whole = json.loads(Path(communes).read_text(encoding="utf-8"))
    for province in sorted(set(parents.values())):
        write(province, whole, {code for code, parent in parents.items() if parent == province})


def parents_of() -> dict[str, str]:
    """The province of each commune of today, from the law's table of units."""
    with (SOURCE / "law" / "units" / "19_2025.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["parent"] for row in csv.DictReader(file) if len(row["code"]) == 5}


def write(name: str, topology: dict, wanted: set[str] | None) -> None:
    """The shapes wanted, with the arcs they use and no others, numbered anew."""
    (layer,) = topology["objects"].values()
    numbers: dict[int, int] = {}
    shapes = [
        {"type": one["type"], "id": one["id"], "arcs": renumbered(one["arcs"], numbers)}
        for one in layer["geometries"]
        if wanted is None or one["id"] in wanted
    ]
    arcs = [topology["arcs"][old] for old in numbers]
    whole = {
        "type": "Topology", "transform": rounded(topology["transform"]), "arcs": arcs,
        "objects": {"units": {"type": "GeometryCollection", "geometries": shapes}},
        "labels": LABELS if name == "vn" else [],
    }  # fmt: skip
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def renumbered(arcs, numbers: dict[int, int]):
    """Arcs nested in rings and shapes; a negative number is the arc `~number` run backwards."""
    if isinstance(arcs, list):
        return [renumbered(one, numbers) for one in arcs]
    number = numbers.setdefault(arcs if arcs >= 0 else ~arcs, len(numbers))
    return number if arcs >= 0 else ~number


def rounded(transform: dict) -> dict:
    return {name: [round(value, 8) for value in pair] for name, pair in transform.items()}


if __name__ == "__main__":
    main(*sys.argv[1:])
