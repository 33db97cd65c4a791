"""Shingles, signs and joins pages with rensa: rensa_job.py PAGES KEPT

Writes the names of the pages that no earlier page matches.
"""

import sys

from pages_of import BANDS, ROWS, pages_of, shingles_of
from rensa import RMinHash, RMinHashLSH

join = RMinHashLSH(threshold=0.5, num_perm=BANDS * ROWS, num_bands=BANDS)
with open(sys.argv[2], "w", encoding="utf-8") as kept:
    for number, (name, text) in enumerate(pages_of(sys.argv[1])):
        signature = RMinHash(num_perm=BANDS * ROWS, seed=1)
        signature.update(shingles_of(text))
        if not join.query(signature):
            join.insert(number, signature)
            kept.write(name + "\n")
