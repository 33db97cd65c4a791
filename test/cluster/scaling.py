"""Measures a run in 1, 2, 4 and 8 shards: CPU time of the tasks, bytes between steps, skew.

    python3 test/cluster/scaling.py PAGES_FOLDER SCRATCH_FOLDER [SHARDS...]

Every task is a process of its own, one after another. "largest" is the CPU time of the longest task of
each step, added up: what a cluster with a machine for every task would wait for.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

TOOL = ["node", str(pathlib.Path(__file__).resolve().parents[2] / "bin/ghirbal.js")]


def cpu_seconds(arguments):
    done = subprocess.Popen(TOOL + arguments, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(done.pid, 0)
    if status != 0:
        raise SystemExit(f"{arguments} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(pages, work, shards):
    shutil.rmtree(work, ignore_errors=True)
    cpu_seconds(["plan", pages, "--work", work, "--shards", str(shards)])
    plan = json.loads(pathlib.Path(work, "plan.json").read_bytes())
    rows = []
    for stage in plan["stages"]:
        step, tasks = stage["step"], stage["tasks"]
        verb = [step, work] if step in ("survey", "sign", "apply") else ["match", work, "--step", step]
        jobs = ["-j", "1"] if step == "sign" else []
        spent = [cpu_seconds([*verb, "--shard", f"{task + 1}/{tasks}", *jobs]) for task in range(tasks)]
        times = [seconds for seconds, _ in spent]
        manifests = [json.loads(path.read_bytes()) for path in pathlib.Path(work, step).glob("*/manifest.json")]
        sizes = [sum(file["bytes"] for file in manifest["files"].values()) for manifest in manifests]
        rows.append((step, tasks, sum(times), max(times), max(memory for _, memory in spent), sum(sizes), max(sizes)))
    documents = sum(
        json.loads(path.read_bytes())["counts"]["documents"] for path in pathlib.Path(work, "sign").glob("*/manifest.json")
    )
    return documents, rows


def main():
    pages, scratch, *counts = sys.argv[1:]
    for shards in map(int, counts or (1, 2, 4, 8)):
        documents, rows = measure(pages, os.path.join(scratch, f"work-{shards}"), shards)
        print(f"\n{shards} shards, {documents} documents")
        print(f"{'step':9}{'tasks':>6}{'cpu s':>8}{'largest':>9}{'MB peak':>9}{'bytes a page':>14}{'skew':>6}")
        for step, tasks, total, largest, memory, size, most in rows:
            skew = most * tasks / max(1, size)
            print(f"{step:9}{tasks:6}{total:8.2f}{largest:9.2f}{memory:9.0f}{size / documents:14.1f}{skew:6.2f}")
        print(f"{'all':9}{'':6}{sum(row[2] for row in rows):8.2f}{sum(row[3] for row in rows):9.2f}")


main()
