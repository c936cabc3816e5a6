/* Batch kernels for machines with AVX2.

   Thirty-two pairs run at once. A left text of at most 8 letters leaves its masks in bytes: one
   register does for all 32. A longer one takes words, and two registers.

       rows        letter 0 of 32 texts | letter 1 of 32 texts | ...        32 bytes each
       masks, 8    byte k: where letter j of text k stands in the left text
       masks, 16   the same in words; [0] for texts 0-7 and 16-23, [1] for 8-15 and 24-31, which is
                   how the unpacking instructions leave them; `store` puts them right

   One text against many asks the byte shuffle for the masks of 32 letters at a time: codes below 32
   take two shuffles for each half of a mask, whatever the text, instead of a comparison with every
   letter of it. This is what Swift cannot say. */
#include "include/CScrupleKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))
#define INLINE static inline __attribute__((target("avx2"), always_inline))

#define WIDTH 8
#include "lane_kernels.h"
#undef WIDTH
#define WIDTH 16
#include "lane_kernels.h"
#undef WIDTH

int32_t scruple_has_avx2(void) { return __builtin_cpu_supports("avx2") ? 1 : 0; }

INLINE void store_words(uint16_t *out, __m256i first, __m256i second) {
  _mm256_storeu_si256((__m256i *)out, first);
  _mm256_storeu_si256((__m256i *)(out + 16), second);
}

INLINE void store(int kind, __m256i bytes, uint16_t *out) {
  (void)kind;
  store_words(
      out, _mm256_cvtepu8_epi16(_mm256_castsi256_si128(bytes)),
      _mm256_cvtepu8_epi16(_mm256_extracti128_si256(bytes, 1)));
}

INLINE void run_words(int kind, __m256i masks[2][16], int left, int right, uint16_t *out) {
  __m256i a = outcome16(kind, masks[0], left, right);
  __m256i b = outcome16(kind, masks[1], left, right);
  store_words(out, _mm256_permute2x128_si256(a, b, 0x20), _mm256_permute2x128_si256(a, b, 0x31));
}

/* ---- one against many ---- */

typedef struct {
  __m256i low[2];  /* bits 0-7 of the mask of codes 0-15, and of 16-31 */
  __m256i high[2]; /* bits 8-15 */
} mask_tables;

INLINE mask_tables tables_of(const uint8_t *query, int length) {
  uint8_t low[32] = {0}, high[32] = {0};
  for (int i = 0; i < length; ++i) {
    if (query[i] >= 32) continue; /* no narrow text has this letter */
    if (i < 8) low[query[i]] |= (uint8_t)(1 << i);
    else high[query[i]] |= (uint8_t)(1 << (i - 8));
  }
  mask_tables t;
  for (int half = 0; half < 2; ++half) {
    t.low[half] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(low + 16 * half)));
    t.high[half] =
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(high + 16 * half)));
  }
  return t;
}

/* A shuffle gives 0 where the index has its top bit set: the saturating sum sets it from code 16 on,
   the difference below 16 and for 255. */
INLINE __m256i look_up(const __m256i table[2], __m256i codes) {
  return _mm256_or_si256(
      _mm256_shuffle_epi8(table[0], _mm256_adds_epu8(codes, _mm256_set1_epi8(0x70))),
      _mm256_shuffle_epi8(table[1], _mm256_sub_epi8(codes, _mm256_set1_epi8(16))));
}

/* The part of a mask that is about letters from, from + 1, ... of the left text, by comparison. */
INLINE __m256i compared(__m256i codes, const uint8_t *query, int from, int to) {
  __m256i mask = _mm256_setzero_si256();
  for (int i = from; i < to; ++i) {
    __m256i same = _mm256_cmpeq_epi8(codes, _mm256_set1_epi8((char)query[i]));
    mask = _mm256_or_si256(mask, _mm256_and_si256(same, _mm256_set1_epi8((char)(1 << (i & 7)))));
  }
  return mask;
}

INLINE void slab(
    int kind, int isWide, const uint8_t *rows, intptr_t groups, int length, const uint8_t *query,
    int queryLength, uint16_t *out) {
  mask_tables tables = tables_of(query, queryLength);
  for (intptr_t group = 0; group < groups; ++group, rows += 32 * length, out += 32) {
    if (queryLength <= 8) {
      __m256i masks[16];
      for (int j = 0; j < length; ++j) {
        __m256i codes = _mm256_loadu_si256((const __m256i *)(rows + 32 * j));
        masks[j] = isWide ? compared(codes, query, 0, queryLength) : look_up(tables.low, codes);
      }
      store(kind, outcome8(kind, masks, queryLength, length), out);
      continue;
    }
    __m256i masks[2][16];
    for (int j = 0; j < length; ++j) {
      __m256i codes = _mm256_loadu_si256((const __m256i *)(rows + 32 * j));
      __m256i low = isWide ? compared(codes, query, 0, 8) : look_up(tables.low, codes);
      __m256i high =
          isWide ? compared(codes, query, 8, queryLength) : look_up(tables.high, codes);
      masks[0][j] = _mm256_unpacklo_epi8(low, high);
      masks[1][j] = _mm256_unpackhi_epi8(low, high);
    }
    run_words(kind, masks, queryLength, length, out);
  }
}

TARGET void scruple_avx2_slab(
    int32_t kind, const uint8_t *rows, intptr_t groups, int32_t length, const uint8_t *query,
    int32_t queryLength, int32_t isWide, uint16_t *out) {
  /* The kind is a constant in each call, so each is compiled for itself. */
#define CALL(k, w) slab(k, w, rows, groups, length, query, queryLength, out)
  switch (kind * 2 + (isWide != 0)) {
    case 0: CALL(SCRUPLE_LEVENSHTEIN, 0); break;
    case 1: CALL(SCRUPLE_LEVENSHTEIN, 1); break;
    case 2: CALL(SCRUPLE_ALIGNMENT, 0); break;
    case 3: CALL(SCRUPLE_ALIGNMENT, 1); break;
    case 4: CALL(SCRUPLE_SUBSEQUENCE, 0); break;
    case 5: CALL(SCRUPLE_SUBSEQUENCE, 1); break;
    case 6: CALL(SCRUPLE_JARO, 0); break;
    default: CALL(SCRUPLE_JARO, 1); break;
  }
#undef CALL
}

/* ---- many arbitrary pairs ---- */

/* Turns 16 registers of 16 bytes, each in both halves, by their diagonal: four rounds of unpacking,
   each of which doubles the run of bytes that lie together. Only the first `count` rows of the result
   are asked for; the compiler drops what they do not need. */
INLINE void transpose(__m256i x[16]) {
  __m256i y[16];
  for (int round = 0; round < 4; ++round) {
    for (int k = 0; k < 8; ++k) {
      y[2 * k] = _mm256_unpacklo_epi8(x[k], x[k + 8]);
      y[2 * k + 1] = _mm256_unpackhi_epi8(x[k], x[k + 8]);
    }
    for (int k = 0; k < 16; ++k) x[k] = y[k];
  }
}

INLINE __m128i slot(const uint8_t *slots, uint32_t row) {
  return _mm_loadu_si128((const __m128i *)(slots + 16 * (intptr_t)row));
}

/* Letter j of 32 texts in x[j]. */
INLINE void gather(const uint8_t *slots, const uint32_t *rows, __m256i x[16]) {
  for (int k = 0; k < 16; ++k) {
    x[k] = _mm256_inserti128_si256(
        _mm256_castsi128_si256(slot(slots, rows[k])), slot(slots, rows[k + 16]), 1);
  }
  transpose(x);
}

/* The first 8 letters of the left texts in x[0 ... 7] and of the right ones in x[8 ... 15]: one turn
   for both. */
INLINE void gather_short(
    const uint8_t *left, const uint32_t *leftRows, const uint8_t *right, const uint32_t *rightRows,
    __m256i x[16]) {
  for (int k = 0; k < 16; ++k) {
    __m128i a = _mm_unpacklo_epi64(slot(left, leftRows[k]), slot(right, rightRows[k]));
    __m128i b = _mm_unpacklo_epi64(slot(left, leftRows[k + 16]), slot(right, rightRows[k + 16]));
    x[k] = _mm256_inserti128_si256(_mm256_castsi128_si256(a), b, 1);
  }
  transpose(x);
}

INLINE __m256i met(const __m256i *letters, int from, int to, __m256i letter) {
  __m256i mask = _mm256_setzero_si256();
  for (int i = from; i < to; ++i) {
    __m256i same = _mm256_cmpeq_epi8(letters[i], letter);
    mask = _mm256_or_si256(mask, _mm256_and_si256(same, _mm256_set1_epi8((char)(1 << (i & 7)))));
  }
  return mask;
}

INLINE void pair_group(
    int kind, const uint8_t *left, const uint32_t *leftRows, const uint8_t *right,
    const uint32_t *rightRows, int leftLength, int rightLength, uint16_t *out) {
  if (leftLength <= 8) {
    __m256i a[16], b[16], masks[16];
    const __m256i *letters = b;
    if (rightLength <= 8) {
      gather_short(left, leftRows, right, rightRows, a);
      letters = a + 8;
    } else {
      gather(left, leftRows, a);
      gather(right, rightRows, b);
    }
    for (int j = 0; j < rightLength; ++j) masks[j] = met(a, 0, leftLength, letters[j]);
    store(kind, outcome8(kind, masks, leftLength, rightLength), out);
    return;
  }
  __m256i a[16], b[16], masks[2][16];
  gather(left, leftRows, a);
  gather(right, rightRows, b);
  for (int j = 0; j < rightLength; ++j) {
    __m256i low = met(a, 0, 8, b[j]), high = met(a, 8, leftLength, b[j]);
    masks[0][j] = _mm256_unpacklo_epi8(low, high);
    masks[1][j] = _mm256_unpackhi_epi8(low, high);
  }
  run_words(kind, masks, leftLength, rightLength, out);
}

INLINE void pairs(
    int kind, const uint8_t *left, const uint32_t *leftRows, const uint8_t *right,
    const uint32_t *rightRows, intptr_t count, int leftLength, int rightLength, uint16_t *out) {
  intptr_t done = 0;
  for (; done + 32 <= count; done += 32) {
    pair_group(
        kind, left, leftRows + done, right, rightRows + done, leftLength, rightLength, out + done);
  }
  if (done == count) return;
  uint32_t lastLeft[32], lastRight[32];
  for (int k = 0; k < 32; ++k) {
    intptr_t place = done + k < count ? done + k : count - 1;
    lastLeft[k] = leftRows[place];
    lastRight[k] = rightRows[place];
  }
  pair_group(kind, left, lastLeft, right, lastRight, leftLength, rightLength, out + done);
}

TARGET void scruple_avx2_pairs(
    int32_t kind, const uint8_t *left, const uint32_t *leftRows, const uint8_t *right,
    const uint32_t *rightRows, intptr_t count, int32_t leftLength, int32_t rightLength,
    uint16_t *out) {
#define CALL(k) pairs(k, left, leftRows, right, rightRows, count, leftLength, rightLength, out)
  switch (kind) {
    case SCRUPLE_LEVENSHTEIN: CALL(SCRUPLE_LEVENSHTEIN); break;
    case SCRUPLE_ALIGNMENT: CALL(SCRUPLE_ALIGNMENT); break;
    case SCRUPLE_SUBSEQUENCE: CALL(SCRUPLE_SUBSEQUENCE); break;
    default: CALL(SCRUPLE_JARO); break;
  }
#undef CALL
}

#endif
