#ifndef FAULT_VFS_H
#define FAULT_VFS_H

/* A way to the disk for SQLite that asks before each call whether it may go on to the system's own. In C, since a
   file of a VFS is a struct that begins as sqlite3_file does and ends as the system's does, which Swift cannot lay
   out. It decides nothing: what fails, and when, stands in the tests. See https://www.sqlite.org/vfs.html. */

enum fault_call_kind {
  FAULT_OPEN,
  FAULT_DELETE,
  FAULT_ACCESS,
  FAULT_READ,
  FAULT_WRITE,
  FAULT_TRUNCATE,
  FAULT_SYNC,
  FAULT_SIZE,
  FAULT_LOCK,
  FAULT_SHM_MAP,
  FAULT_SHM_LOCK
};

struct fault_call {
  enum fault_call_kind kind;
  /* The whole path of the file; empty for a temporary one. */
  const char *file;
  /* What is to be written. */
  const void *bytes;
  int amount;
  /* Where it is to be read or written, or how long the file is to be. */
  long long offset;
  /* Whether the file is not there before it is opened, or its folder is to be synced when it is deleted. */
  int flag;
};

struct fault_answer {
  /* An SQLite result code to fail with, or 0 to go on. */
  int code;
  /* How many bytes of a failing write reach the file all the same. */
  int written;
  /* Not to go on to the system's call although it succeeds. */
  int skip;
};

typedef struct fault_answer (*fault_judge)(void *context, const struct fault_call *call);

/* Registers a VFS under `name`, which is copied; null where there is no room. */
void *fault_vfs_register(const char *name, fault_judge judge, void *context);

/* How many of its files are open. */
int fault_vfs_open_files(void *vfs);

/* Takes it away; none of its files may be open. */
void fault_vfs_unregister(void *vfs);

#endif
