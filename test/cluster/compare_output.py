"""Compares two output folders, the lists of either in one file or in parts; ends with 1 when they differ."""

import json
import pathlib
import sys

LISTS = ("cleaned", "removed", "rejected", "problems", "clusters")


def rows(folder, name):
    whole = folder / f"{name}.jsonl"
    parts = sorted(whole.glob("part-*")) if whole.is_dir() else [whole] if whole.exists() else []
    parts = parts or sorted(folder.glob(f"{name}-*-of-*.jsonl"))
    return [line for part in parts for line in part.read_bytes().splitlines(keepends=True)]


def counts(folder):
    report = json.loads((folder / "report.json").read_bytes())
    for name in LISTS:
        # A list in parts has the names of its parts, and their checksum.
        report["lists"][name].pop("files")
        report["lists"][name].pop("sha256")
    for key in ("inputs", "timing"):
        report.pop(key)
    return report


one, other = map(pathlib.Path, sys.argv[1:])
differ = [name for name in LISTS if rows(one, name) != rows(other, name)]
if counts(one) != counts(other):
    differ.append("report.json")
if differ:
    print(f"{one} and {other} differ in {', '.join(differ)}")
    sys.exit(1)
print(f"{one} and {other} are the same: {len(rows(one, 'cleaned'))} cleaned, {len(rows(one, 'removed'))} removed, report")
