#ifndef CLINUX_SHIM_H
#define CLINUX_SHIM_H

#include <sys/syscall.h>
#include <unistd.h>

/* The C library declares these two only under _GNU_SOURCE, which Swift's
   importer does not set, and Swift cannot call syscall(), which is variadic. */

/* renameat2(2) with RENAME_EXCHANGE: swaps two entries of one folder. */
static inline int linux_exchange(int folder, const char *first, const char *second) {
  const unsigned int rename_exchange = 1u << 1;
  return (int)syscall(SYS_renameat2, folder, first, folder, second, rename_exchange);
}

/* syncfs(2): writes out the file system that holds an open file. */
static inline int linux_syncfs(int descriptor) {
  return (int)syscall(SYS_syncfs, descriptor);
}

#endif
