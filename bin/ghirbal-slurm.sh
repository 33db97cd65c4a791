#!/usr/bin/env bash
# Submits the steps of a planned run to Slurm, each an array job that starts when the one before is done:
#
#   ghirbal plan /shared/crawl --work /shared/work --shards 512
#   bash ghirbal-slurm.sh /shared/work /shared/clean [options of sbatch, such as -p long --mem 8G]
#
# A job that was lost is submitted by the same command again: what is done is not done again.
# GHIRBAL names the command when it is not on the path; ARRAY is the largest array the cluster takes.
set -eu
work=$1 out=$2
shift 2
ghirbal=${GHIRBAL:-ghirbal}
most=${ARRAY:-1000}
after=()

submit() { # name, tasks, command
  local size=$(($2 < most ? $2 : most))
  local job
  # Each job of the array does every size-th task, so that an array may be smaller than its step.
  job=$(sbatch --parsable --job-name "ghirbal-$1" --array "1-$size" "${after[@]}" "${@:4}" \
    --wrap "$3 --shard \$SLURM_ARRAY_TASK_ID/$size")
  after=(--dependency "afterok:${job%%;*}" --kill-on-invalid-dep=yes)
  echo "$1: $2 tasks, job ${job%%;*}"
}

steps=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1])).stages.map((s) => s.step + " " + s.tasks).join("\n")' "$work/plan.json")
while read -r step tasks; do
  case $step in
    survey | sign | apply) command="$ghirbal $step $(printf %q "$work")" ;;
    *) command="$ghirbal match $(printf %q "$work") --step $step" ;;
  esac
  # Slurm gives a job the cores it asks for; ghirbal uses those.
  submit "$step" "$tasks" "$command" "$@"
done <<<"$steps"
job=$(sbatch --parsable --job-name ghirbal-merge "${after[@]}" "$@" \
  --wrap "$ghirbal merge $(printf %q "$work") -o $(printf %q "$out")")
echo "merge: job ${job%%;*}"
