#!/usr/bin/env bash
# Compares a run on a real Slurm (one slurmctld, one slurmd on loopback) with a plain run:
#   bash test/cluster/slurm.sh [PAGES] [SHARDS]
# Needs root and Debian's slurmctld, slurmd, slurm-client and munge; without them it says so and ends with 0.
set -eu
pages=${1:-600}
shards=${2:-4}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=${SCRATCH:-$(mktemp -d)}
skip() { echo "skipped: $1"; exit 0; }
for program in munged slurmctld slurmd sbatch; do
  command -v "$program" >/dev/null || skip "no $program"
done
[ "$(id -u)" = 0 ] || skip 'not root'
mkdir -p "$scratch/slurm/state" "$scratch/slurm/spool" "$scratch/slurm/munge"
cd "$scratch"

name=$(hostname -s)
cat >slurm/slurm.conf <<CONF
ClusterName=loopback
SlurmctldHost=$name(127.0.0.1)
SlurmctldPort=17817
SlurmdPort=17818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$scratch/slurm/munge/socket
CredType=cred/munge
StateSaveLocation=$scratch/slurm/state
SlurmdSpoolDir=$scratch/slurm/spool
SlurmctldPidFile=$scratch/slurm/slurmctld.pid
SlurmdPidFile=$scratch/slurm/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=2
ReturnToService=2
NodeName=$name NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$scratch/slurm/slurm.conf"
started=()
stop() { for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done; }
trap stop EXIT
head -c 1024 /dev/urandom >slurm/munge/key
chmod 700 slurm/munge
chmod 400 slurm/munge/key
munged --foreground --force --key-file="$scratch/slurm/munge/key" --socket="$scratch/slurm/munge/socket" \
  --pid-file="$scratch/slurm/munge/pid" --seed-file="$scratch/slurm/munge/seed" 2>slurm/munge.log &
started+=($!)
until [ -S slurm/munge/socket ]; do kill -0 "${started[0]}" || exit 1; sleep 0.2; done
chmod 711 slurm/munge
slurmctld -D >slurm/slurmctld.log 2>&1 &
started+=($!)
slurmd -D >slurm/slurmd.log 2>&1 &
started+=($!)
for _ in $(seq 100); do sinfo -h 2>/dev/null | grep -q idle && break; sleep 0.5; done
sinfo -h

node "$root/dist/speed/make-corpus.js" --pages "$pages" --out "$scratch/pages" 2>/dev/null
export GHIRBAL="node $root/bin/ghirbal.js"
rm -rf plain work slurm-out slurm-*.out
$GHIRBAL pages -o plain -q
$GHIRBAL plan pages --work "$scratch/work" --shards "$shards"
bash "$root/bin/ghirbal-slurm.sh" "$scratch/work" "$scratch/slurm-out" --chdir "$scratch"
while squeue -h | grep -q .; do sleep 1; done
[ -e slurm-out/report.json ] || { tail -n 5 slurm-*.out slurm/slurmctld.log; exit 1; }
python3 "$here/compare_output.py" plain slurm-out
