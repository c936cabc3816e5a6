/* The few Unicode operations Scruple takes from ICU, behind types that Swift can import safely.
   Statuses are ICU's UErrorCode values: positive means failure. Text is UTF-16 code units. */
#ifndef CSCRUPLEUNICODE_H
#define CSCRUPLEUNICODE_H

#include <stdint.h>

/* Holds a transliterator and the shared normalizers; use one from one thread at a time. */
typedef struct scu_folder scu_folder;

/* Opens a folder with a compound transliterator id such as "Any-Latin; Latin-ASCII; Lower". */
scu_folder *_Nullable scu_open(const char *_Nonnull transliterator_id, int32_t *_Nonnull status);

void scu_close(scu_folder *_Nullable folder);

/* The forms scu_normalize writes. */
enum { SCU_NFD = 0, SCU_NFKC_CASEFOLD = 1 };

/* Writes a normalization form of the source and returns its length; when that exceeds the capacity,
   nothing useful is written and the call has to be made again with at least the length returned. */
int32_t scu_normalize(
    const scu_folder *_Nonnull folder, int32_t form, const uint16_t *_Nonnull source,
    int32_t length, uint16_t *_Nonnull target, int32_t capacity, int32_t *_Nonnull status);

/* Transliterates in place and returns the new length; a result above the capacity leaves the text
   undefined, and the caller starts again from its own copy with at least the length returned. */
int32_t scu_transliterate(
    const scu_folder *_Nonnull folder, uint16_t *_Nonnull text, int32_t length, int32_t capacity,
    int32_t *_Nonnull status);

/* The decimal value of a scalar of general category Nd, or -1. */
int32_t scu_decimal_digit(uint32_t scalar);

/* How many non-starters end the canonical decomposition of a scalar; for a scalar that is nothing
   but non-starters, the negative of their number. */
int32_t scu_trailing_marks(const scu_folder *_Nonnull folder, uint32_t scalar);

/* ICU's version and the version of Unicode it implements, as four numbers each. */
void scu_versions(uint8_t icu[_Nonnull 4], uint8_t unicode[_Nonnull 4]);

#endif
