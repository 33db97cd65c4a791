"""Reads a folder of pages for the peers' part of the job."""

import os

# What all of them are set to, as near as they come to what ghirbal does: runs of 3 words, and
# 32 bands of 4 rows, which bring together nearly all pairs of a similarity above 0.5.
SHINGLE_WORDS = 3
BANDS = 32
ROWS = 4


def pages_of(folder):
    """Gives name and text of each page, in order of names."""
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(parent, name)
            with open(path, encoding="utf-8") as file:
                yield path, file.read()


def shingles_of(text):
    """The different runs of words of a text, joined by spaces."""
    words = text.split()
    if len(words) < SHINGLE_WORDS:
        return [" ".join(words)]
    return list({" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1)})
