#include "FaultVFS.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct fault_vfs {
  sqlite3_vfs base;
  sqlite3_vfs *system;
  fault_judge judge;
  void *context;
  atomic_int open_files;
};

struct fault_file {
  sqlite3_file base;
  struct fault_vfs *vfs;
  /* SQLite keeps the name for as long as the file is open. */
  const char *name;
  sqlite3_file *system;
};

static struct fault_file *of(sqlite3_file *file) { return (struct fault_file *)file; }

static struct fault_answer ask(struct fault_vfs *vfs, struct fault_call call) {
  return vfs->judge(vfs->context, &call);
}

static struct fault_answer ask_of(sqlite3_file *file, enum fault_call_kind kind, int amount, sqlite3_int64 offset) {
  struct fault_call call = {kind, of(file)->name, 0, amount, offset, 0};
  return ask(of(file)->vfs, call);
}

/* Fails as the judge says, else hands the call on. */
#define PASS(kind, amount, offset, method, ...)                                   \
  do {                                                                            \
    struct fault_answer answer = ask_of(file, kind, amount, offset);              \
    if (answer.code) return answer.code;                                          \
    if (answer.skip) return SQLITE_OK;                                            \
    return of(file)->system->pMethods->method(of(file)->system, __VA_ARGS__);     \
  } while (0)

static int fault_close(sqlite3_file *file) {
  int code = of(file)->system->pMethods->xClose(of(file)->system);
  of(file)->vfs->open_files--;
  return code;
}

static int fault_read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset) {
  PASS(FAULT_READ, amount, offset, xRead, buffer, amount, offset);
}

static int fault_write(sqlite3_file *file, const void *bytes, int amount, sqlite3_int64 offset) {
  struct fault_call call = {FAULT_WRITE, of(file)->name, bytes, amount, offset, 0};
  struct fault_answer answer = ask(of(file)->vfs, call);
  sqlite3_file *system = of(file)->system;
  if (!answer.code) return system->pMethods->xWrite(system, bytes, amount, offset);
  if (answer.written > 0) system->pMethods->xWrite(system, bytes, answer.written, offset);
  return answer.code;
}

static int fault_truncate(sqlite3_file *file, sqlite3_int64 size) {
  PASS(FAULT_TRUNCATE, 0, size, xTruncate, size);
}

static int fault_sync(sqlite3_file *file, int flags) { PASS(FAULT_SYNC, 0, 0, xSync, flags); }

static int fault_size(sqlite3_file *file, sqlite3_int64 *size) { PASS(FAULT_SIZE, 0, 0, xFileSize, size); }

static int fault_lock(sqlite3_file *file, int level) { PASS(FAULT_LOCK, 0, level, xLock, level); }

static int fault_unlock(sqlite3_file *file, int level) {
  return of(file)->system->pMethods->xUnlock(of(file)->system, level);
}

static int fault_check_reserved(sqlite3_file *file, int *isReserved) {
  return of(file)->system->pMethods->xCheckReservedLock(of(file)->system, isReserved);
}

static int fault_control(sqlite3_file *file, int operation, void *argument) {
  return of(file)->system->pMethods->xFileControl(of(file)->system, operation, argument);
}

static int fault_sector_size(sqlite3_file *file) {
  return of(file)->system->pMethods->xSectorSize(of(file)->system);
}

static int fault_characteristics(sqlite3_file *file) {
  (void)file;
  /* Nothing is promised: not even that a sector is written whole. */
  return 0;
}

static int fault_shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
  PASS(FAULT_SHM_MAP, size, region, xShmMap, region, size, extend, memory);
}

static int fault_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
  /* What is let go is let go. */
  if (flags & SQLITE_SHM_UNLOCK) {
    return of(file)->system->pMethods->xShmLock(of(file)->system, offset, count, flags);
  }
  PASS(FAULT_SHM_LOCK, count, offset, xShmLock, offset, count, flags);
}

static void fault_shm_barrier(sqlite3_file *file) {
  of(file)->system->pMethods->xShmBarrier(of(file)->system);
}

static int fault_shm_unmap(sqlite3_file *file, int deletes) {
  return of(file)->system->pMethods->xShmUnmap(of(file)->system, deletes);
}

/* Version 2: without memory-mapped reads, so that every access is a call. */
static const sqlite3_io_methods methods = {
    2,           fault_close,          fault_read,    fault_write,       fault_truncate,
    fault_sync,  fault_size,           fault_lock,    fault_unlock,      fault_check_reserved,
    fault_control, fault_sector_size,  fault_characteristics,
    fault_shm_map, fault_shm_lock,     fault_shm_barrier, fault_shm_unmap, 0, 0};

static struct fault_vfs *vfs_of(sqlite3_vfs *vfs) { return (struct fault_vfs *)vfs; }

static int fault_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags) {
  sqlite3_vfs *system = vfs_of(vfs)->system;
  struct fault_file *opened = of(file);
  int exists = 0;
  if (name) system->xAccess(system, name, SQLITE_ACCESS_EXISTS, &exists);
  opened->base.pMethods = 0;
  opened->vfs = vfs_of(vfs);
  opened->name = name ? name : "";
  opened->system = (sqlite3_file *)(opened + 1);
  struct fault_call call = {FAULT_OPEN, opened->name, 0, flags, 0, !exists};
  struct fault_answer answer = ask(opened->vfs, call);
  if (answer.code) return answer.code;
  int code = system->xOpen(system, name, opened->system, flags, outFlags);
  if (opened->system->pMethods) {
    opened->base.pMethods = &methods;
    opened->vfs->open_files++;
  }
  return code;
}

static int fault_delete(sqlite3_vfs *vfs, const char *name, int syncsFolder) {
  struct fault_call call = {FAULT_DELETE, name, 0, 0, 0, syncsFolder};
  struct fault_answer answer = ask(vfs_of(vfs), call);
  if (answer.code) return answer.code;
  /* The judge's disk is the one that is kept in step. */
  return vfs_of(vfs)->system->xDelete(vfs_of(vfs)->system, name, 0);
}

static int fault_access(sqlite3_vfs *vfs, const char *name, int flags, int *answers) {
  struct fault_call call = {FAULT_ACCESS, name, 0, flags, 0, 0};
  struct fault_answer answer = ask(vfs_of(vfs), call);
  if (answer.code) return answer.code;
  return vfs_of(vfs)->system->xAccess(vfs_of(vfs)->system, name, flags, answers);
}

static int fault_full_path(sqlite3_vfs *vfs, const char *name, int size, char *path) {
  return vfs_of(vfs)->system->xFullPathname(vfs_of(vfs)->system, name, size, path);
}

static int fault_randomness(sqlite3_vfs *vfs, int count, char *bytes) {
  return vfs_of(vfs)->system->xRandomness(vfs_of(vfs)->system, count, bytes);
}

static int fault_sleep(sqlite3_vfs *vfs, int microseconds) {
  return vfs_of(vfs)->system->xSleep(vfs_of(vfs)->system, microseconds);
}

static int fault_time(sqlite3_vfs *vfs, double *julian) {
  return vfs_of(vfs)->system->xCurrentTime(vfs_of(vfs)->system, julian);
}

static int fault_last_error(sqlite3_vfs *vfs, int size, char *text) {
  return vfs_of(vfs)->system->xGetLastError(vfs_of(vfs)->system, size, text);
}

void *fault_vfs_register(const char *name, fault_judge judge, void *context) {
  sqlite3_initialize();
  sqlite3_vfs *system = sqlite3_vfs_find(0);
  struct fault_vfs *vfs = calloc(1, sizeof *vfs);
  char *copy = strdup(name);
  if (!system || !vfs || !copy) {
    free(vfs);
    free(copy);
    return 0;
  }
  vfs->base.iVersion = 1;
  vfs->base.szOsFile = (int)sizeof(struct fault_file) + system->szOsFile;
  vfs->base.mxPathname = system->mxPathname;
  vfs->base.zName = copy;
  vfs->base.xOpen = fault_open;
  vfs->base.xDelete = fault_delete;
  vfs->base.xAccess = fault_access;
  vfs->base.xFullPathname = fault_full_path;
  vfs->base.xRandomness = fault_randomness;
  vfs->base.xSleep = fault_sleep;
  vfs->base.xCurrentTime = fault_time;
  vfs->base.xGetLastError = fault_last_error;
  vfs->system = system;
  vfs->judge = judge;
  vfs->context = context;
  if (sqlite3_vfs_register(&vfs->base, 0) != SQLITE_OK) {
    free(copy);
    free(vfs);
    return 0;
  }
  return vfs;
}

int fault_vfs_open_files(void *registered) { return ((struct fault_vfs *)registered)->open_files; }

void fault_vfs_unregister(void *registered) {
  struct fault_vfs *vfs = registered;
  sqlite3_vfs_unregister(&vfs->base);
  free((char *)vfs->base.zName);
  free(vfs);
}
