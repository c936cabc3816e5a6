#include "CScrupleCompression.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

/* 15 bits of window, plus 16: gzip wrapping and nothing else. */
#define GZIP_WINDOW_BITS (15 + 16)

struct scruple_inflate {
  z_stream stream;
};

static uInt clamped(size_t count) {
  return count > UINT_MAX ? UINT_MAX : (uInt)count;
}

scruple_inflate *scruple_inflate_open(void) {
  scruple_inflate *state = calloc(1, sizeof *state);
  if (state == NULL) return NULL;
  if (inflateInit2(&state->stream, GZIP_WINDOW_BITS) != Z_OK) {
    free(state);
    return NULL;
  }
  return state;
}

void scruple_inflate_close(scruple_inflate *state) {
  inflateEnd(&state->stream);
  free(state);
}

int32_t scruple_inflate_reset(scruple_inflate *state) {
  return inflateReset(&state->stream) == Z_OK ? SCRUPLE_INFLATE_MORE : SCRUPLE_INFLATE_CORRUPT;
}

int32_t scruple_inflate_run(
    scruple_inflate *state, const uint8_t *input, size_t input_count, size_t *input_used,
    uint8_t *output, size_t output_capacity, size_t *output_made) {
  z_stream *stream = &state->stream;
  uInt given = clamped(input_count), room = clamped(output_capacity);
  stream->next_in = (Bytef *)input;
  stream->avail_in = given;
  stream->next_out = output;
  stream->avail_out = room;
  int status = inflate(stream, Z_NO_FLUSH);
  *input_used = given - stream->avail_in;
  *output_made = room - stream->avail_out;
  switch (status) {
    case Z_OK:
    case Z_BUF_ERROR: return SCRUPLE_INFLATE_MORE;
    case Z_STREAM_END: return SCRUPLE_INFLATE_END;
    case Z_MEM_ERROR: return SCRUPLE_INFLATE_MEMORY;
    default: return SCRUPLE_INFLATE_CORRUPT;
  }
}

size_t scruple_gzip_bound(size_t input_count) {
  /* zlib's own worst case plus the 18 bytes of a gzip header and trailer. */
  return compressBound(input_count) + 18;
}

size_t scruple_gzip(
    const uint8_t *input, size_t input_count, uint8_t *output, size_t output_capacity) {
  z_stream stream = {0};
  if (input_count > UINT_MAX || output_capacity > UINT_MAX) return 0;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP_WINDOW_BITS, 8,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return 0;
  }
  stream.next_in = (Bytef *)input;
  stream.avail_in = (uInt)input_count;
  stream.next_out = output;
  stream.avail_out = (uInt)output_capacity;
  int status = deflate(&stream, Z_FINISH);
  size_t made = output_capacity - stream.avail_out;
  deflateEnd(&stream);
  return status == Z_STREAM_END ? made : 0;
}
