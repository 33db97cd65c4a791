"""Runs ghirbal on Apache Spark: what comes out is what one machine would have written.

    spark-submit --master URL bin/ghirbal-spark.py hdfs://host/crawl -o hdfs://host/clean --shards 64

`ghirbal spark` does this and checks its options before it asks for anything.

Spark reads and writes every path, moves what has to meet, and does again what was lost; each task is
one command of ghirbal in a folder of its own. Executors need Node and the ghirbal package, no more.
Options after `--` go to `ghirbal plan`, such as `--keep newest`.
"""

import argparse
import hashlib
import json
import os
import re
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import urllib.parse

from pyspark import StorageLevel
from pyspark.sql import SparkSession, functions

# Bytes of a file that move as one value: Python and the JVM hold a few of them at a time.
CHUNK = 8 << 20
# The survey looks at 32 MiB at most of a file of records, and reads on to the end of one of up to 16 MiB.
SURVEYED = 64 << 20
# Steps that are commands of their own; the others are steps of `match`.
VERBS = ("survey", "sign", "apply")
WORK = ".ghirbal-work"
# Lists that stay with the shards.
LISTS = ("cleaned", "removed", "rejected", "clusters")


def arguments():
    parser = argparse.ArgumentParser(description="Clean pages with ghirbal on Spark.")
    parser.add_argument("inputs", nargs="+", help="folders or files of any file system that Spark reads")
    parser.add_argument("-o", "--output", required=True, help="folder that is not there yet")
    parser.add_argument("--shards", type=int, default=64, help="parts of the input (64)")
    parser.add_argument("--parts", type=int, default=0, help="parts of the keys and pairs (as --shards)")
    parser.add_argument("--ghirbal", default="ghirbal", help="command that runs ghirbal on every machine")
    parser.add_argument("-q", "--quiet", action="store_true", help="errors only")
    parser.add_argument("--ended", help="file that tells the exit code, as spark-submit has codes of its own")
    own, rest = sys.argv[1:], []
    if "--" in own:
        own, rest = own[: own.index("--")], own[own.index("--") + 1 :]
    return parser.parse_args(own), rest


def task_name(step, number):
    return f"{step}/{number:05d}"


class Failed(RuntimeError):
    """The run cannot go on; `code` is what it ends with: 2 for what was asked, 4 for what could not be written."""

    def __init__(self, said, code):
        # Marked, so that `reason` finds it in the traces that come back from an executor.
        super().__init__(f"[ghirbal: {said} :ghirbal]")
        self.said, self.code = said, code


def run(command, folder):
    """Runs a command; what it says is told when it fails."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True)
    except OSError as error:
        raise Failed(f"{command[0]} cannot be run on {os.uname().nodename}: {error.strerror}. Name it with --ghirbal.", 2)
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").removeprefix("ghirbal: ")
        raise Failed(said.strip() or f"{shlex.join(command)} ended with {done.returncode}", 2 if done.returncode == 2 else 4)
    return done.stdout


def tell(line, asked):
    if not asked.quiet:
        print(f"  {line}", file=sys.stderr, flush=True)


def lines_of(said):
    return said.decode("utf-8").split("\n")[:-1]


class Paths:
    """The file systems that Spark knows, by way of its JVM."""

    def __init__(self, spark):
        self.jvm = spark.sparkContext._jvm
        self.configuration = spark.sparkContext._jsc.hadoopConfiguration()

    def of(self, path):
        found = self.jvm.org.apache.hadoop.fs.Path(path)
        system = found.getFileSystem(self.configuration)
        return system, system.makeQualified(found)

    def put(self, local, path):
        system, to = self.of(path)
        system.copyFromLocalFile(False, True, self.jvm.org.apache.hadoop.fs.Path(local), to)


def named_inputs(paths, inputs):
    """For every input what it is called in the run: its last name. Two of one name are refused."""
    named = {}
    for given in inputs:
        system, path = paths.of(given)
        found = [path] if system.exists(path) else [status.getPath() for status in system.globStatus(path) or []]
        if not found:
            raise Failed(f"no such file or folder: {given}", 2)
        for path in found:
            name = path.getName()
            if name in named:
                raise Failed(f"two inputs are called {name}: ids would not tell them apart", 2)
            named[name] = path.toString()
    return named


def literal(path):
    """A name as Spark takes it: it is a pattern unless its wildcards are escaped."""
    return re.sub(r"[\\{}\[\]*?]", r"\\\g<0>", path)


class Output:
    """The folder that is written: ours from `claim` on, and taken away when the run fails."""

    def __init__(self, paths, given):
        self.given = given
        self.jvm = paths.jvm
        self.system, self.path = paths.of(given)
        self.mark = self.jvm.org.apache.hadoop.fs.Path(self.path, "_running")

    def claim(self):
        if self.system.exists(self.path):
            names = [status.getPath().getName() for status in self.system.listStatus(self.path)]
            if "report.json" in names:
                raise Failed(f"{self.given} holds a finished run; name another folder", 2)
            if names:
                raise Failed(f"{self.given} is not empty: another run writes it, or one was broken off. Remove it first.", 2)
        try:
            self.system.create(self.mark, False).close()
        except Exception as error:
            raise Failed(f"cannot write into {self.given}: {reason(error)}", 4)

    def finish(self):
        self.system.delete(self.mark, False)

    def abandon(self):
        self.system.delete(self.path, True)


def inside(root, folder, name):
    """The place in `root` of a file below an input, as the run calls it."""
    return os.path.join(root, name) if folder is None else os.path.join(root, name, folder)


def below(path, named):
    """(name of the input, path below it or None) of a file; None when it is of no input."""
    for name, base in named.items():
        if path == base:
            return name, None
        if path.startswith(base + "/"):
            return name, path[len(base) + 1 :]
    return None


def write_at(path, offset, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "r+b" if os.path.exists(path) else "wb") as file:
        file.seek(offset)
        file.write(data)


def chunks(path):
    size = os.path.getsize(path)
    with open(path, "rb") as file:
        for offset in range(0, max(size, 1), CHUNK):
            yield offset, file.read(CHUNK)


def task_of(step, tasks, command, planned):
    """What runs on an executor: lays out the files of a task, runs it, gives its files."""

    def do(number, given):
        folder = tempfile.mkdtemp(prefix="ghirbal-", dir=own_folder(number))
        try:
            work = os.path.join(folder, WORK)
            for name, data in planned.value.items():
                write_at(os.path.join(work, name), 0, data)
            for _, (path, offset, data) in given:
                write_at(os.path.join(folder, path), offset, data)
            verb = [step] if step in VERBS else ["match", "--step", step]
            words = command + [verb[0], WORK, *verb[1:], "--shard", f"{number + 1}/{tasks}", "-q"]
            # A core runs one task at a time: threads would only be in each other's way.
            run(words + (["-j", "1"] if step == "sign" else []), folder)
            own = os.path.join(work, task_name(step, number))
            for name in sorted(os.listdir(own)):
                for offset, data in chunks(os.path.join(own, name)):
                    yield (step, number, name), (offset, data)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    return do


def own_folder(number):
    """A folder of this executor, which Spark removes with it, on each of its disks in turn; None when it has none."""
    given = os.environ.get("SPARK_EXECUTOR_DIRS", "").split(os.pathsep) + os.environ.get("LOCAL_DIRS", "").split(",")
    found = [folder for folder in given if folder and os.path.isdir(folder)]
    return found[number % len(found)] if found else None


def targets(need, tasks):
    """For a file of an earlier step: the tasks of the next one that need it."""

    def of(key):
        _, number, name = key
        if need["of"] == "own":
            matching = [name for file in need["files"] if name == file]
            return [number] if matching or name == "manifest.json" else []
        if name == "manifest.json":
            return range(tasks)
        for file in need["files"]:
            if file.endswith(".#"):
                stem, _, end = name.rpartition(".")
                if stem == file[:-2] and end.isdigit():
                    return [int(end)]
            elif name == file or (file.endswith(".*") and name.startswith(file[:-1])):
                return range(tasks)
        return []

    return of


def placed(entry, of):
    (step, number, name), (offset, data) = entry
    path = os.path.join(WORK, task_name(step, number), name)
    return [(task, (path, offset, data)) for task in of((step, number, name))]


def main():
    asked, rest = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    code = 4
    try:
        code = clean(asked, rest)
    except Failed as failed:
        print(f"ghirbal: {failed.said}", file=sys.stderr)
        code = failed.code
    except Exception as error:
        print(f"ghirbal: {reason(error)}", file=sys.stderr)
    finally:
        if asked.ended:
            with open(asked.ended, "w") as file:
                file.write(str(code))
    return code


def reason(error):
    """What went wrong, without the traces of two languages: what ghirbal said, or the first line."""
    said = re.search(r"\[ghirbal: (.*?) :ghirbal\]", str(error), re.DOTALL)
    if said:
        return said[1]
    if "stopped SparkContext" in str(error) or "does not exist in the JVM" in str(error):
        return "Spark is gone: it was ended, or no master answered"
    java = getattr(error, "java_exception", None)
    return (java.toString() if java else f"{type(error).__name__}: {error}").split("\n")[0]


def clean(asked, rest):
    spark = SparkSession.builder.appName("ghirbal").config("spark.log.level", "ERROR").getOrCreate()
    # For versions that do not know that setting.
    spark.sparkContext.setLogLevel("ERROR")
    # Looking at many sampled files one by one takes few tasks of many, not many of one.
    spark.conf.set("spark.sql.sources.parallelPartitionDiscovery.parallelism", 32)
    # Spark joins some of them where they are few.
    spark.conf.set("spark.sql.shuffle.partitions", asked.parts or asked.shards)
    paths = Paths(spark)
    root = tempfile.mkdtemp(prefix="ghirbal-spark-")
    try:
        named = named_inputs(paths, asked.inputs)
        output = Output(paths, asked.output)
        output.claim()
        try:
            ended = clean_into(output, spark, paths, root, named, asked, rest)
        except BaseException:
            output.abandon()
            raise
        output.finish()
        return ended
    finally:
        shutil.rmtree(root, ignore_errors=True)
        spark.stop()


def clean_into(output, spark, paths, root, named, asked, rest):
    context = spark.sparkContext
    command = shlex.split(asked.ghirbal)
    work, plan, listed, shard_of, empty = plan_run(spark, command, root, named, asked, rest)
    planned = context.broadcast({name: open(os.path.join(work, name), "rb").read() for name in ("plan.json", "files")})
    survey(spark, command, root, listed)
    steps = {"survey": driver_files(context, work, "survey")}
    for stage in plan["stages"]:
        step, tasks = stage["step"], stage["tasks"]
        if step == "survey":
            continue
        if step == "link":
            steps[step], pairs = link(spark, plan, planned.value["plan.json"], steps["compare"])
            tell(f"{step}: {pairs:,} pairs", asked)
            continue
        given = [
            steps[need["step"]].flatMap(lambda entry, of=targets(need, tasks): placed(entry, of))
            for need in stage["needs"]
        ]
        if step == "sign":
            given.append(contents(spark, named, shard_of))
            given.append(context.parallelize(empty, 1))
        met = context.union(given).partitionBy(tasks, lambda task: task)
        steps[step] = met.mapPartitionsWithIndex(task_of(step, tasks, command, planned)).persist(StorageLevel.DISK_ONLY)
        # Counted, so that a step is whole before the next begins.
        size = steps[step].map(lambda entry: len(entry[1][1])).sum()
        tell(f"{step}: {tasks} tasks, {size:,} bytes", asked)
    write_lists(steps["apply"], plan["shards"], output.path.toString())
    return merge(command + ["merge", WORK] + (["-q"] if asked.quiet else []), plan, root, steps, paths, output)


def link(spark, plan, plan_bytes, compared):
    """The step `link`, by Spark: which documents the compared pairs connect, label by label what ghirbal writes."""
    stage = next(stage for stage in plan["stages"] if stage["step"] == "compare")
    edges = spark.createDataFrame(
        compared.filter(lambda entry: entry[0][2] == "edges").flatMap(edges_of),
        "part int, at long, left long, right long",
        verifySchema=False,
    ).persist(StorageLevel.DISK_ONLY)
    # What is connected within a part is settled there, so that rounds over all parts are few.
    stars = edges.rdd.map(lambda row: (row.left, row.right)).mapPartitions(stars_of)
    labels = connected(spark.createDataFrame(stars, "number long, label long", verifySchema=False))
    labelled = edges.join(labels, edges.left == labels.number, "left").selectExpr(
        "part", "at", "coalesce(label, left) as label"
    )
    rows = labelled.rdd.map(lambda row: (row.part, (row.at, row.label)))
    files = rows.partitionBy(stage["tasks"], lambda part: part).mapPartitionsWithIndex(label_file)
    files = files.persist(StorageLevel.DISK_ONLY)
    sums = dict(files.filter(lambda entry: entry[0][2] == "sum").map(lambda entry: entry[1]).collect())
    inputs = compared.filter(lambda entry: entry[0][2] == "manifest.json").map(
        lambda entry: (task_name("compare", entry[0][1]), hashlib.sha256(entry[1][1]).hexdigest())
    )
    manifest = {
        "workVersion": plan["workVersion"],
        "ghirbal": plan["ghirbal"],
        "step": "link",
        "task": 0,
        "tasks": 1,
        "plan": hashlib.sha256(plan_bytes).hexdigest(),
        "inputs": dict(sorted(inputs.collect())),
        "counts": {"edges": sum(size for size, _ in sums.values()) // 4},
        "files": {name: {"bytes": size, "sha256": digest} for name, (size, digest) in sorted(sums.items())},
    }
    own = [(("link", 0, "manifest.json"), (0, (json.dumps(manifest, indent=2) + "\n").encode()))]
    files = files.filter(lambda entry: entry[0][2] != "sum").union(spark.sparkContext.parallelize(own, 1))
    return files, manifest["counts"]["edges"]


def edges_of(entry):
    (_, part, _), (offset, data) = entry
    for at, (left, right) in enumerate(struct.iter_unpack("<II", data)):
        yield part, offset // 8 + at, left, right


def label_file(part, rows):
    data = b"".join(struct.pack("<I", label) for _, (_, label) in sorted(rows))
    name = f"labels.{part}"
    for offset in range(0, max(len(data), 1), CHUNK):
        yield ("link", 0, name), (offset, data[offset : offset + CHUNK])
    yield ("link", 0, "sum"), (name, (len(data), hashlib.sha256(data).hexdigest()))


def stars_of(edges):
    """Numbers that edges connect: each with the smallest of them, the smallest left out."""
    parent = {}

    def root_of(number):
        root = number
        while parent.setdefault(root, root) != root:
            parent[root] = parent[parent[root]]
            root = parent[root]
        return root

    for left, right in edges:
        one, other = root_of(left), root_of(right)
        parent[max(one, other)] = min(one, other)
    return [(number, root_of(number)) for number in parent if root_of(number) != number]


def connected(stars):
    """
    For every number the smallest that it is connected with, from rows of a number and a smaller one; smallest
    ones are left out. By large and small stars in turn, as in R. Kiveris et al., "Connected Components in
    MapReduce and Beyond", 2014: a number of rounds that grows with the logarithm of the longest chain. Numbers
    of very many neighbours are split by Spark.
    """
    stars, before = settled(stars, None)
    while True:
        both = stars.union(stars.selectExpr("label as number", "number as label"))
        least = both.groupBy("number").agg(functions.min("label").alias("least"))
        least = least.selectExpr("number", "least(number, least) as least")
        large = both.join(least, "number").where("label > number").selectExpr("label as number", "least as label")
        least = large.groupBy("number").agg(functions.min("label").alias("least"))
        small = large.join(least, "number")
        small = small.where("label <> least").selectExpr("label as number", "least as label").union(
            small.selectExpr("number", "least as label")
        )
        now, mark = settled(small, stars)
        if mark == before:
            return now
        stars, before = now, mark


def settled(stars, last):
    """The different rows, computed now, and a sum that tells whether they changed."""
    now = stars.distinct().persist(StorageLevel.DISK_ONLY)
    row = now.selectExpr("count(*)", "sum(cast(xxhash64(number, label) as decimal(38, 0)))").first()
    if last is not None:
        last.unpersist()
    return now, tuple(row)


def plan_run(spark, command, root, named, asked, rest):
    """Plans on the driver, on empty files of the names and sizes that Spark sees: no page is read."""
    listed = {}
    for path, size in files(spark, named):
        name, folder = below(path, named)
        local = inside(root, folder, name)
        os.makedirs(os.path.dirname(local), exist_ok=True)
        with open(local, "wb") as file:
            file.truncate(size)
        listed[os.path.relpath(local, root)] = path
    for name in named:
        # A folder without files is there, too.
        if not os.path.lexists(os.path.join(root, name)):
            os.makedirs(os.path.join(root, name))
    options = ["--shards", str(asked.shards), "--parts", str(asked.parts), *rest]
    run(command + ["plan", *named, "--work", WORK, *options], root)
    work = os.path.join(root, WORK)
    with open(os.path.join(work, "plan.json"), encoding="utf-8") as file:
        plan = json.load(file)
    names = lines_of(run(command + ["sign", WORK, "--list"], root))
    ends = plan["shardEnd"]
    shard_of, empty, shard = {}, [], 0
    for number, name in enumerate(names):
        while number >= ends[shard]:
            shard += 1
        shard_of[listed[name]] = (shard, name)
        # Spark reads no file that holds nothing.
        if os.path.getsize(os.path.join(root, name)) == 0:
            empty.append((shard, (name, 0, b"")))
    return work, plan, listed, shard_of, empty


def survey(spark, command, root, listed):
    """The first look at a sample of the pages, and at how files of many begin: on the driver."""
    wanted = lines_of(run(command + ["survey", WORK, "--list"], root))
    name_of = {listed[name]: name for name in wanted}
    if name_of:
        sample = [literal(path) for path in name_of]
        # Parquet is read from its end.
        start = f"if(path like '%.parquet', content, substring(content, 1, {SURVEYED})) as content"
        for row in spark.read.format("binaryFile").load(sample).selectExpr("path", start).toLocalIterator():
            with open(os.path.join(root, name_of[row.path]), "wb") as file:
                file.write(row.content)
    run(command + ["survey", WORK, "-q"], root)


def read(spark, named):
    # Many small files are read by one task.
    spark.conf.set("spark.sql.files.openCostInBytes", 1 << 16)
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    return reader.load([literal(path) for path in named.values()])


def files(spark, named):
    """Path and size of every input file. Spark leaves out names that begin with `_` or `.`."""
    found = read(spark, named)
    sizes = dict(found.select("path", "length").collect())
    # Files that hold nothing have no row, but are in the list of all.
    for uri in found.inputFiles():
        path = re.sub("^file:/+", "file:/", urllib.parse.unquote(uri))
        yield path, sizes.get(path, 0)


def contents(spark, named, shard_of):
    """Every input file in chunks, with the shard it belongs to."""
    shards = spark.sparkContext.broadcast(shard_of)

    def cut(row):
        if row.path not in shards.value:
            return
        shard, name = shards.value[row.path]
        content = bytes(row.content)
        for offset in range(0, max(len(content), 1), CHUNK):
            yield shard, (name, offset, content[offset : offset + CHUNK])

    return read(spark, named).select("path", "content").rdd.flatMap(cut)


def driver_files(context, work, step):
    entries = []
    for number in sorted(os.listdir(os.path.join(work, step))):
        folder = os.path.join(work, step, number)
        for name in sorted(os.listdir(folder)):
            entries += [((step, int(number), name), chunk) for chunk in chunks(os.path.join(folder, name))]
    return context.parallelize(entries, 1)


def write_lists(applied, shards, output):
    """The lists, a part a shard, in the order of the input."""
    for name in LISTS:

        def lines(entries, file=f"{name}.jsonl"):
            held = b""
            for (_, _, of), (_, data) in entries:
                if of != file:
                    continue
                *whole, held = (held + data).split(b"\n")
                yield from (line.decode("utf-8") for line in whole)

        applied.mapPartitions(lines).saveAsTextFile(f"{output}/{name}.jsonl")


def merge(command, plan, root, steps, paths, output):
    """Counts, groups and report, on the driver; no list goes there. Gives what ghirbal ended with."""
    for need in plan["merge"]:
        step = need["step"]
        wanted = {"manifest.json", *need["files"]} - {f"{name}.jsonl" for name in LISTS}
        for (_, number, name), (offset, data) in (
            steps[step].filter(lambda entry, wanted=wanted: entry[0][2] in wanted).toLocalIterator()
        ):
            write_at(os.path.join(root, WORK, task_name(step, number), name), offset, data)
    done = subprocess.run(command + ["-o", ".ghirbal-out", "--apart"], cwd=root)
    if done.returncode not in (0, 1, 3):
        raise Failed(f"ghirbal merge ended with {done.returncode}", 4)
    for name in sorted(os.listdir(os.path.join(root, ".ghirbal-out"))):
        if name != "report.json":
            paths.put(os.path.join(root, ".ghirbal-out", name), f"{output.path.toString()}/{name}")
    # Last, as in every output folder: no report, not finished.
    paths.put(os.path.join(root, ".ghirbal-out", "report.json"), f"{output.path.toString()}/report.json")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
