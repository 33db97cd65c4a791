"""Shingles, signs and joins pages with datasketch: datasketch_job.py PAGES KEPT

Writes the names of the pages that no earlier page matches.
"""

import sys

from datasketch import MinHash, MinHashLSH
from pages_of import BANDS, ROWS, pages_of, shingles_of

join = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
with open(sys.argv[2], "w", encoding="utf-8") as kept:
    for name, text in pages_of(sys.argv[1]):
        signature = MinHash(num_perm=BANDS * ROWS)
        signature.update_batch([shingle.encode() for shingle in shingles_of(text)])
        if not join.query(signature):
            join.insert(name, signature)
            kept.write(name + "\n")
