/* Other processors have no kernels here: Swift asks scruple_has_avx2 and calls none. */
#include "include/CScrupleKernels.h"

#if !defined(__x86_64__)
int32_t scruple_has_avx2(void) { return 0; }
void scruple_avx2_slab(
    int32_t kind, const uint8_t *rows, intptr_t groups, int32_t length, const uint8_t *query,
    int32_t queryLength, int32_t isWide, uint16_t *out) {
  (void)kind, (void)rows, (void)groups, (void)length, (void)query, (void)queryLength;
  (void)isWide, (void)out;
}
void scruple_avx2_pairs(
    int32_t kind, const uint8_t *left, const uint32_t *leftRows, const uint8_t *right,
    const uint32_t *rightRows, intptr_t count, int32_t leftLength, int32_t rightLength,
    uint16_t *out) {
  (void)kind, (void)left, (void)leftRows, (void)right, (void)rightRows, (void)count;
  (void)leftLength, (void)rightLength, (void)out;
}
void scruple_avx2_shared_bits(
    const uint8_t *filter, const uint8_t *filters, intptr_t count, uint16_t *out) {
  (void)filter, (void)filters, (void)count, (void)out;
}
void scruple_avx2_shared_bits_of_pairs(
    const uint8_t *left, const uint32_t *leftRows, const uint8_t *right, const uint32_t *rightRows,
    intptr_t count, uint16_t *out) {
  (void)left, (void)leftRows, (void)right, (void)rightRows, (void)count, (void)out;
}
#endif
