"""Shingles, signs, joins and filters pages with datatrove's own steps: datatrove_job.py PAGES KEPT

Writes the names of the pages that stay. Words are told apart by white space, which costs less than
any tokenizer it brings for a language.
"""

import sys
import tempfile

from datatrove.data import Document
from datatrove.pipeline.dedup import (
    MinhashDedupBuckets,
    MinhashDedupCluster,
    MinhashDedupFilter,
    MinhashDedupSignature,
)
from datatrove.pipeline.dedup.minhash import MinhashConfig
from datatrove.utils.logging import logger
from datatrove.utils.word_tokenizers import WordTokenizer
from pages_of import BANDS, ROWS, SHINGLE_WORDS, pages_of



class ByWhiteSpace(WordTokenizer):
    def word_tokenize(self, text):
        return text.split()

    def sent_tokenize(self, text):
        return [text]

    def span_tokenize(self, text):
        return [(0, len(text))]


logger.remove()
config = MinhashConfig(n_grams=SHINGLE_WORDS, num_buckets=BANDS, hashes_per_bucket=ROWS)


def documents():
    for name, text in pages_of(sys.argv[1]):
        yield Document(text=text, id=name)


with tempfile.TemporaryDirectory() as folder:
    signatures, pairs, removed = (f"{folder}/{name}" for name in ("signatures", "pairs", "removed"))
    MinhashDedupSignature(signatures, config, language=ByWhiteSpace()).run(documents())
    joiner = MinhashDedupBuckets(signatures, pairs, config=config)
    for bucket in range(BANDS):
        joiner.run(None, bucket, BANDS)
    MinhashDedupCluster(pairs, removed, config=config).run(None, 0, 1)
    with open(sys.argv[2], "w", encoding="utf-8") as kept:
        for document in MinhashDedupFilter(removed).run(documents()):
            kept.write(document.id + "\n")
