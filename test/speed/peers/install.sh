#!/usr/bin/env bash
# Makes a virtual environment with the peers that the benchmark compares with:
#   test/speed/peers/install.sh FOLDER
# Needs Python 3.9 or later and access to PyPI. A peer that cannot be installed is left out.
set -u
folder=${1:?usage: install.sh FOLDER}
python3 -m venv "$folder" || exit 1
for peer in datasketch==2.0.0 "datatrove==0.10.1 regex tokenizers nltk xxhash<3.6" rensa==0.5.0; do
  # shellcheck disable=SC2086 -- what a peer does not ask for itself stands beside it
  "$folder/bin/pip" install --quiet --disable-pip-version-check $peer ||
    echo "left out: $peer" >&2
done
"$folder/bin/pip" list --disable-pip-version-check 2>/dev/null |
  grep --ignore-case --extended-regexp '^(datasketch|datatrove|rensa|numpy) '
