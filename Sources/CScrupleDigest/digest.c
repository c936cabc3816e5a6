#include "CScrupleDigest.h"

#include <openssl/evp.h>

/* The opaque type is EVP_MD_CTX itself: only this file knows. */

scruple_sha256 *scruple_sha256_open(void) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  if (context == NULL) return NULL;
  if (EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1) {
    EVP_MD_CTX_free(context);
    return NULL;
  }
  return (scruple_sha256 *)context;
}

int32_t scruple_sha256_reset(scruple_sha256 *state) {
  return EVP_DigestInit_ex((EVP_MD_CTX *)state, NULL, NULL) == 1;
}

void scruple_sha256_close(scruple_sha256 *state) {
  EVP_MD_CTX_free((EVP_MD_CTX *)state);
}

int32_t scruple_sha256_update(scruple_sha256 *state, const void *bytes, size_t count) {
  return EVP_DigestUpdate((EVP_MD_CTX *)state, bytes, count) == 1;
}

int32_t scruple_sha256_final(scruple_sha256 *state, uint8_t *digest32) {
  unsigned int count = 0;
  return EVP_DigestFinal_ex((EVP_MD_CTX *)state, digest32, &count) == 1 && count == 32;
}
