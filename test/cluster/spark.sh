#!/usr/bin/env bash
# Compares a run on a Spark standalone cluster (a master and two workers on loopback) with a plain
# run, page by page, also with one worker killed half-way:
#   bash test/cluster/spark.sh [PAGES] [SHARDS] [PARTS]
# RUNS says which of `plain spark killed` to do, all by default; what is left out must have been done in SCRATCH.
# Needs a JRE and Python 3; pyspark is installed into SCRATCH. Without them it says so and ends with 0.
set -eu
pages=${1:-2000}
shards=${2:-8}
parts=${3:-$shards}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=${SCRATCH:-$(mktemp -d)}
port=${PORT:-17077}
runs=${RUNS:-plain spark killed}
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
# A short run is over before the second compiler pays.
java='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'
export SPARK_DAEMON_JAVA_OPTS=$java SPARK_SUBMIT_OPTS=$java

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

does() { [[ " $runs " = *" $1 "* ]]; }
cd "$scratch"
if does plain; then
  [ -e "$root/dist/speed/make-corpus.js" ] || (cd "$root" && npx tsc -p src && npx tsc -p test/speed)
  rm -rf pages plain
  node "$root/dist/speed/make-corpus.js" --pages "$pages" --out pages 2>/dev/null
  # What makes a difference to how files are named, listed and read.
  : >pages/empty.txt
  cp pages/00000/00000003.txt 'pages/a{b}*[c]?.txt'
  cp pages/00000/00000004.txt pages/غربال.txt
  node "$root/dist/speed/make-corpus.js" --pages 60 --jsonl | gzip >pages/more.jsonl.gz
  time $ghirbal pages -o plain -q
fi
export PATH="$scratch/venv/bin:$PATH"
on_spark() { # output
  $ghirbal spark "$scratch/pages" -o "$scratch/$1" --master "spark://127.0.0.1:$port" --shards "$shards" --parts "$parts" \
    --conf spark.executor.memory=1500m --conf spark.executor.cores=1 \
    --conf "spark.executor.extraJavaOptions=$java" --ghirbal "$ghirbal" \
    2>"$scratch/$1.err" || { tail -40 "$scratch/$1.err"; exit 1; }
  grep -v WARN "$scratch/$1.err"
}
if does spark; then
  rm -rf spark
  time on_spark spark
  "$PYSPARK_PYTHON" "$here/compare_output.py" plain spark
fi
does killed || exit 0
rm -rf spark-killed spark-killed.err
on_spark spark-killed &
run=$!
until grep -qs '^  join' spark-killed.err; do kill -0 "$run" || exit 1; sleep 0.2; done
kill -9 -- "-${started[2]}"
echo 'one worker killed after join'
wait "$run"
"$PYSPARK_PYTHON" "$here/compare_output.py" plain spark-killed
