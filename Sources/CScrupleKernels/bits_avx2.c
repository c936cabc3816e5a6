/* Shared bits of filters of 1,024 bits, for machines with AVX2: bits of each half byte by shuffle, bytes
   summed by the sum of absolute differences (Mula, Kurz and Lemire 2018). Four registers a filter. */
#include "include/CScrupleKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))
#define INLINE static inline __attribute__((target("avx2"), always_inline))

INLINE __m256i byte_counts(__m256i v, __m256i nibbles, __m256i low) {
  return _mm256_add_epi8(
      _mm256_shuffle_epi8(nibbles, _mm256_and_si256(v, low)),
      _mm256_shuffle_epi8(nibbles, _mm256_and_si256(_mm256_srli_epi16(v, 4), low)));
}

INLINE uint16_t shared(const __m256i filter[4], const uint8_t *other) {
  const __m256i nibbles = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
  const __m256i low = _mm256_set1_epi8(15);
  __m256i sum = _mm256_setzero_si256();
  for (int part = 0; part < 4; ++part) {
    __m256i both = _mm256_and_si256(
        filter[part], _mm256_loadu_si256((const __m256i *)(other + 32 * part)));
    sum = _mm256_add_epi8(sum, byte_counts(both, nibbles, low)); /* at most 32 a byte */
  }
  sum = _mm256_sad_epu8(sum, _mm256_setzero_si256());
  __m128i half = _mm_add_epi64(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
  return (uint16_t)(_mm_cvtsi128_si64(half) + _mm_extract_epi64(half, 1));
}

INLINE void load(const uint8_t *filter, __m256i parts[4]) {
  for (int part = 0; part < 4; ++part)
    parts[part] = _mm256_loadu_si256((const __m256i *)(filter + 32 * part));
}

TARGET void scruple_avx2_shared_bits(
    const uint8_t *filter, const uint8_t *filters, intptr_t count, uint16_t *out) {
  __m256i parts[4];
  load(filter, parts);
  for (intptr_t k = 0; k < count; ++k) out[k] = shared(parts, filters + 128 * k);
}

TARGET void scruple_avx2_shared_bits_of_pairs(
    const uint8_t *left, const uint32_t *leftRows, const uint8_t *right, const uint32_t *rightRows,
    intptr_t count, uint16_t *out) {
  for (intptr_t k = 0; k < count; ++k) {
    __m256i parts[4];
    load(left + 128 * (intptr_t)leftRows[k], parts);
    out[k] = shared(parts, right + 128 * (intptr_t)rightRows[k]);
  }
}

#endif
