/* The kernels proper, for lanes of WIDTH bits in one 256-bit register. Included once for 8 and once
   for 16. `masks[j]` has bit i set in the lanes in which letter i of the left text is letter j of the
   right one; all lanes have the same two lengths, so no lane ever waits for another.

   The Swift twins are in ScrupleKernels/Batch/LaneKernels*.swift, with the sources. */

#define PASTE2(a, b) a##b
#define PASTE(a, b) PASTE2(a, b)
#define NAME(n) PASTE(n, WIDTH)
#define OP(n) PASTE(_mm256_##n##_epi, WIDTH)

INLINE __m256i NAME(splat)(int value) { return PASTE(_mm256_set1_epi, WIDTH)((short)value); }

/* Number of bits set in each lane. */
INLINE __m256i NAME(bit_count)(__m256i v) {
  const __m256i nibbles = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
  const __m256i low = _mm256_set1_epi8(15);
  __m256i bytes = _mm256_add_epi8(
      _mm256_shuffle_epi8(nibbles, _mm256_and_si256(v, low)),
      _mm256_shuffle_epi8(nibbles, _mm256_and_si256(_mm256_srli_epi16(v, 4), low)));
#if WIDTH == 8
  return bytes;
#else
  return _mm256_maddubs_epi16(bytes, _mm256_set1_epi8(1));
#endif
}

/* Levenshtein distance, or optimal string alignment: the last column's vertical differences summed. */
INLINE __m256i NAME(edits)(const __m256i *masks, int left, int right, int exchanges) {
  const __m256i ones = _mm256_set1_epi8(-1), one = NAME(splat)(1);
  __m256i plus = ones, minus = _mm256_setzero_si256();
  __m256i diagonal = minus, before = minus;
  for (int j = 0; j < right; ++j) {
    __m256i mask = masks[j];
    __m256i swapped = minus;
    if (exchanges) {
      __m256i open = _mm256_andnot_si256(diagonal, mask);
      swapped = _mm256_or_si256(minus, _mm256_and_si256(OP(add)(open, open), before));
      before = mask;
    }
    diagonal = _mm256_xor_si256(OP(add)(_mm256_and_si256(mask, plus), plus), plus);
    diagonal = _mm256_or_si256(_mm256_or_si256(diagonal, mask), swapped);
    __m256i up = _mm256_or_si256(
        minus, _mm256_xor_si256(_mm256_or_si256(diagonal, plus), ones));
    __m256i down = _mm256_and_si256(diagonal, plus);
    up = _mm256_or_si256(OP(add)(up, up), one);
    plus = _mm256_or_si256(
        OP(add)(down, down), _mm256_xor_si256(_mm256_or_si256(diagonal, up), ones));
    minus = _mm256_and_si256(up, diagonal);
  }
  const __m256i letters = NAME(splat)((1 << left) - 1);
  __m256i sum = OP(sub)(
      NAME(bit_count)(_mm256_and_si256(plus, letters)),
      NAME(bit_count)(_mm256_and_si256(minus, letters)));
  return OP(add)(sum, NAME(splat)(right));
}

INLINE __m256i NAME(subsequence)(const __m256i *masks, int left, int right) {
  __m256i open = _mm256_set1_epi8(-1);
  for (int j = 0; j < right; ++j) {
    __m256i found = _mm256_and_si256(open, masks[j]);
    open = _mm256_or_si256(OP(add)(open, found), OP(sub)(open, found));
  }
  return NAME(bit_count)(_mm256_andnot_si256(open, NAME(splat)((1 << left) - 1)));
}

INLINE __m256i NAME(jaro)(const __m256i *masks, int left, int right) {
  const __m256i none = _mm256_setzero_si256(), one = NAME(splat)(1);
  int longer = left > right ? left : right;
  int reach = longer / 2 > 1 ? longer / 2 - 1 : 0;
  __m256i taken[16];
  __m256i free = _mm256_set1_epi8(-1), window = NAME(splat)((2 << reach) - 1);
  for (int j = 0; j < right; ++j) {
    __m256i open = _mm256_and_si256(_mm256_and_si256(masks[j], window), free);
    __m256i first = _mm256_and_si256(open, OP(sub)(none, open));
    free = _mm256_xor_si256(free, first);
    taken[j] = first;
    window = OP(add)(window, window);
    if (j < reach) window = _mm256_or_si256(window, one);
  }
  /* Compares are -1 where they hold, so both counts run downwards. */
  __m256i rest = _mm256_xor_si256(free, _mm256_set1_epi8(-1));
  __m256i absent = none, differing = none;
  for (int j = 0; j < right; ++j) {
    __m256i isAbsent = OP(cmpeq)(taken[j], none);
    __m256i next = _mm256_andnot_si256(
        isAbsent, _mm256_and_si256(rest, OP(sub)(none, rest)));
    rest = _mm256_xor_si256(rest, next);
    absent = OP(add)(absent, isAbsent);
    differing = OP(add)(differing, OP(cmpeq)(_mm256_and_si256(masks[j], next), none));
  }
  __m256i matched = OP(add)(NAME(splat)(right), absent);
  __m256i transposed = OP(sub)(absent, differing);
  int shared = left < right ? left : right;
  __m256i run = _mm256_set1_epi8(-1), prefix = none;
  for (int k = 0; k < (shared < 4 ? shared : 4); ++k) {
    __m256i bit = NAME(splat)(1 << k);
    run = _mm256_and_si256(run, OP(cmpeq)(_mm256_and_si256(masks[k], bit), bit));
    prefix = OP(sub)(prefix, run);
  }
#if WIDTH == 8
  __m256i half = _mm256_and_si256(_mm256_srli_epi16(transposed, 1), _mm256_set1_epi8(127));
  __m256i m2 = OP(add)(matched, matched), m4 = OP(add)(m2, m2);
  __m256i sum = OP(add)(OP(add)(m4, matched), half); /* matched * 5 + half, at most 44 */
  __m256i s2 = OP(add)(sum, sum), s4 = OP(add)(s2, s2);
  return OP(add)(OP(add)(s4, sum), prefix);
#else
  __m256i sum = _mm256_add_epi16(
      _mm256_mullo_epi16(matched, NAME(splat)(9)), _mm256_srli_epi16(transposed, 1));
  return _mm256_add_epi16(_mm256_mullo_epi16(sum, NAME(splat)(5)), prefix);
#endif
}

INLINE __m256i NAME(outcome)(int kind, const __m256i *masks, int left, int right) {
  switch (kind) {
    case SCRUPLE_LEVENSHTEIN: return NAME(edits)(masks, left, right, 0);
    case SCRUPLE_ALIGNMENT: return NAME(edits)(masks, left, right, 1);
    case SCRUPLE_SUBSEQUENCE: return NAME(subsequence)(masks, left, right);
    default: return NAME(jaro)(masks, left, right);
  }
}

#undef PASTE2
#undef PASTE
#undef NAME
#undef OP
