#include "CScrupleBuild.h"

#ifndef SCRUPLE_COMMIT
#define SCRUPLE_COMMIT "unknown"
#endif

const char *scruple_build_commit(void) { return SCRUPLE_COMMIT; }
