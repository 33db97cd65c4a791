#!/usr/bin/env bash
# Compares a run on a Spark standalone cluster (a master and two workers on loopback) with a plain
# run, page by page, also with one worker killed half-way:
#   bash test/cluster/spark.sh [PAGES] [SHARDS]
# Needs a JRE and Python 3; pyspark is installed into SCRATCH. Without them it says so and ends with 0.
set -eu
pages=${1:-2000}
shards=${2:-8}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=${SCRATCH:-$(mktemp -d)}
port=${PORT:-17077}
ghirbal="node $root/bin/ghirbal.js"
mkdir -p "$scratch"

skip() { echo "skipped: $1"; exit 0; }
command -v java >/dev/null || skip 'no java'
command -v python3 >/dev/null || skip 'no python3'
[ -x "$scratch/venv/bin/spark-submit" ] || {
  python3 -m venv "$scratch/venv" && "$scratch/venv/bin/pip" install -q 'pyspark==3.5.3' || skip 'pyspark cannot be had'
}
export PYSPARK_PYTHON="$scratch/venv/bin/python" SPARK_LOCAL_IP=127.0.0.1 SPARK_NO_DAEMONIZE=1
home=$("$PYSPARK_PYTHON" -c 'import pyspark; print(pyspark.__path__[0])')
export SPARK_HOME=$home

started=()
stop() { for pid in "${started[@]}"; do kill -9 -- "-$pid" 2>/dev/null || true; done; }
trap stop EXIT
start() { # name, class, arguments: in a process group of its own
  setsid "$SPARK_HOME/bin/spark-class" "org.apache.spark.deploy.$2" "${@:3}" >"$scratch/$1.log" 2>&1 &
  started+=($!)
}
start master master.Master --host 127.0.0.1 --port "$port" --webui-port 0
for worker in 1 2; do
  start "worker$worker" worker.Worker --host 127.0.0.1 --webui-port 0 --cores 1 --memory 2g \
    --work-dir "$scratch/worker$worker" "spark://127.0.0.1:$port"
done

node "$root/dist/speed/make-corpus.js" --pages "$pages" --out "$scratch/pages" 2>/dev/null
# What makes a difference to how files are named, listed and read.
: >"$scratch/pages/empty.txt"
cp "$scratch/pages/00000/00000003.txt" "$scratch/pages/a{b}*[c]?.txt"
cp "$scratch/pages/00000/00000004.txt" "$scratch/pages/غربال.txt"
node "$root/dist/speed/make-corpus.js" --pages 60 --jsonl | gzip >"$scratch/pages/more.jsonl.gz"
cd "$scratch"
rm -rf plain spark spark-killed
time $ghirbal pages -o plain -q

on_spark() { # output
  "$SPARK_HOME/bin/spark-submit" --master "spark://127.0.0.1:$port" --executor-memory 1500m --executor-cores 1 \
    "$root/bin/ghirbal-spark.py" "$scratch/pages" -o "$scratch/$1" --shards "$shards" --ghirbal "$ghirbal" \
    >"$scratch/$1.out" 2>"$scratch/$1.err" || { tail -40 "$scratch/$1.err"; exit 1; }
  cat "$scratch/$1.out"
}
time on_spark spark
"$PYSPARK_PYTHON" "$here/compare_output.py" plain spark

on_spark spark-killed &
run=$!
until grep -qs '^join' "$scratch/spark-killed.out"; do kill -0 "$run" || exit 1; sleep 0.2; done
kill -9 -- "-${started[2]}"
echo 'one worker killed after join'
wait "$run"
"$PYSPARK_PYTHON" "$here/compare_output.py" plain spark-killed
