#ifndef SCRUPLE_BUILD_H
#define SCRUPLE_BUILD_H

/// The commit the program was built from, or "unknown".
const char *scruple_build_commit(void);

#endif
