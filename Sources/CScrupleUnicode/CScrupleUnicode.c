#include "CScrupleUnicode.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

struct scu_folder {
  const UNormalizer2 *casefold;
  const UNormalizer2 *decompose;
  UTransliterator *transliterator;
};

scu_folder *scu_open(const char *transliterator_id, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  scu_folder *folder = calloc(1, sizeof *folder);
  if (folder == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  folder->casefold = unorm2_getNFKCCasefoldInstance(&code);
  folder->decompose = unorm2_getNFDInstance(&code);
  UChar id[256];
  int32_t length = 0;
  u_strFromUTF8(id, 256, &length, transliterator_id, -1, &code);
  folder->transliterator = utrans_openU(id, length, UTRANS_FORWARD, NULL, 0, NULL, &code);
  *status = (int32_t)code;
  if (U_FAILURE(code)) {
    scu_close(folder);
    return NULL;
  }
  return folder;
}

void scu_close(scu_folder *folder) {
  if (folder == NULL) return;
  if (folder->transliterator != NULL) utrans_close(folder->transliterator);
  free(folder);
}

int32_t scu_normalize(
    const scu_folder *folder, int32_t form, const uint16_t *source, int32_t length,
    uint16_t *target, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = form == SCU_NFD ? folder->decompose : folder->casefold;
  int32_t written = unorm2_normalize(
      normalizer, (const UChar *)source, length, (UChar *)target, capacity, &code);
  *status = code == U_BUFFER_OVERFLOW_ERROR ? (int32_t)U_ZERO_ERROR : (int32_t)code;
  return written;
}

int32_t scu_transliterate(
    const scu_folder *folder, uint16_t *text, int32_t length, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t limit = length;
  int32_t new_length = length;
  utrans_transUChars(
      folder->transliterator, (UChar *)text, &new_length, capacity, 0, &limit, &code);
  *status = code == U_BUFFER_OVERFLOW_ERROR ? (int32_t)U_ZERO_ERROR : (int32_t)code;
  return new_length;
}

int32_t scu_decimal_digit(uint32_t scalar) { return u_charDigitValue((UChar32)scalar); }

int32_t scu_trailing_marks(const scu_folder *folder, uint32_t scalar) {
  UErrorCode code = U_ZERO_ERROR;
  UChar decomposed[32];
  int32_t length =
      unorm2_getDecomposition(folder->decompose, (UChar32)scalar, decomposed, 32, &code);
  if (length < 0 || U_FAILURE(code)) return u_getCombiningClass((UChar32)scalar) == 0 ? 0 : -1;
  int32_t marks = 0;
  int32_t index = length;
  while (index > 0) {
    UChar32 last;
    U16_PREV(decomposed, 0, index, last);
    if (u_getCombiningClass(last) == 0) return marks;
    marks += 1;
  }
  return -marks;
}

void scu_versions(uint8_t icu[4], uint8_t unicode[4]) {
  u_getVersion(icu);
  u_getUnicodeVersion(unicode);
}
