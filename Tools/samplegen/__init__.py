"""Made-up people, their households and the errors that records of them carry, for Tools/make-sample.

Nothing here is shared with the matcher: a generator that used our normalizer would let the benchmark grade itself.
Randomness is drawn only through `random.Random.random`, whose sequence for a seed Python promises to keep.
"""
