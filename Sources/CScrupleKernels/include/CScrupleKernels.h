/* Batch kernels that need machine instructions Swift cannot ask for. No vector type shows here. */
#ifndef CSCRUPLE_KERNELS_H
#define CSCRUPLE_KERNELS_H

#include <stdint.h>

/* What a kernel computes for each pair. */
enum {
  SCRUPLE_LEVENSHTEIN = 0,
  SCRUPLE_ALIGNMENT = 1,
  SCRUPLE_SUBSEQUENCE = 2, /* the length of the longest common subsequence */
  SCRUPLE_JARO = 3         /* (matched * s + transposed / 2) * 5 + prefix; s is 5 up to 8 letters
                              on the left, else 9 */
};

/* 1 where this machine has AVX2, else 0; then no function below may be called. */
int32_t scruple_has_avx2(void);

/* One text against groups of 32 texts of one length, letter codes by position.

   rows     groups * length rows of 32 bytes: the codes of letter j of 32 texts
   length   letters of each of these texts, 0 to 16
   query    the codes of the one text's letters, 1 to 16 of them
   isWide   0: all codes in rows are below 32, or 255 for a text that is not there
   out      32 * groups outcomes */
void scruple_avx2_slab(
    int32_t kind, const uint8_t *_Nonnull rows, intptr_t groups, int32_t length,
    const uint8_t *_Nonnull query, int32_t queryLength, int32_t isWide, uint16_t *_Nonnull out);

/* Pairs of texts in slots of 16 bytes, all left ones of one length and all right ones of one.

   leftRows, rightRows  count slot numbers each, count at least 1
   leftLength           1 to 16
   out                  count outcomes, written up to the next multiple of 32 */
void scruple_avx2_pairs(
    int32_t kind, const uint8_t *_Nonnull leftSlots, const uint32_t *_Nonnull leftRows,
    const uint8_t *_Nonnull rightSlots, const uint32_t *_Nonnull rightRows, intptr_t count,
    int32_t leftLength, int32_t rightLength, uint16_t *_Nonnull out);

/* Counts of the bits that one filter shares with each of many, 128 bytes a filter. */
void scruple_avx2_shared_bits(
    const uint8_t *_Nonnull filter, const uint8_t *_Nonnull filters, intptr_t count,
    uint16_t *_Nonnull out);

/* The same for pairs of filters. */
void scruple_avx2_shared_bits_of_pairs(
    const uint8_t *_Nonnull left, const uint32_t *_Nonnull leftRows,
    const uint8_t *_Nonnull right, const uint32_t *_Nonnull rightRows, intptr_t count,
    uint16_t *_Nonnull out);

#endif
