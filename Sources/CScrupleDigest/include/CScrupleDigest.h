/* SHA-256 by the system's libcrypto. No OpenSSL type shows here. */
#ifndef CSCRUPLE_DIGEST_H
#define CSCRUPLE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

typedef struct scruple_sha256 scruple_sha256;

/* A new digest over no bytes, or NULL where libcrypto cannot make one. */
scruple_sha256 *_Nullable scruple_sha256_open(void);
void scruple_sha256_close(scruple_sha256 *_Nonnull state);

/* All return 1, or 0 where libcrypto failed. */
int32_t scruple_sha256_reset(scruple_sha256 *_Nonnull state);
int32_t scruple_sha256_update(
    scruple_sha256 *_Nonnull state, const void *_Nonnull bytes, size_t count);
int32_t scruple_sha256_final(scruple_sha256 *_Nonnull state, uint8_t *_Nonnull digest32);

#endif
