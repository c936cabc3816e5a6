/* Gzip in and out, over the system's zlib. No zlib type shows here, so that no
   other module's copy of zlib's declarations can disagree with this one. */
#ifndef CSCRUPLE_COMPRESSION_H
#define CSCRUPLE_COMPRESSION_H

#include <stddef.h>
#include <stdint.h>

enum {
  SCRUPLE_INFLATE_MORE = 0,    /* made progress, or wants more input or room */
  SCRUPLE_INFLATE_END = 1,     /* a gzip member is complete */
  SCRUPLE_INFLATE_CORRUPT = 2, /* not gzip, or its checksum is wrong */
  SCRUPLE_INFLATE_MEMORY = 3   /* out of memory */
};

typedef struct scruple_inflate scruple_inflate;

scruple_inflate *_Nullable scruple_inflate_open(void);
void scruple_inflate_close(scruple_inflate *_Nonnull state);

/* Makes the state ready for the next member of a gzip file. */
int32_t scruple_inflate_reset(scruple_inflate *_Nonnull state);

/* Inflates from `input` to `output`; says how much of each was used. */
int32_t scruple_inflate_run(
    scruple_inflate *_Nonnull state, const uint8_t *_Nonnull input, size_t input_count,
    size_t *_Nonnull input_used, uint8_t *_Nonnull output, size_t output_capacity,
    size_t *_Nonnull output_made);

/* The room that scruple_gzip may need for this much input. */
size_t scruple_gzip_bound(size_t input_count);

/* Writes one gzip member (no time, no name: same input, same bytes); returns
   its size, or 0 where it failed. */
size_t scruple_gzip(
    const uint8_t *_Nullable input, size_t input_count, uint8_t *_Nonnull output,
    size_t output_capacity);

#endif
