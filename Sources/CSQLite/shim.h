#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>

/* Swift can call neither variadic functions nor macros that cast to a pointer: these cover those we need. */

/* sqlite3_db_config() for the options that take one switch. */
static inline int csqlite_configure(sqlite3 *database, int option, int on) {
  return sqlite3_db_config(database, option, on, (int *)0);
}

/* sqlite3_config() that keeps SQLite from counting what it allocates; before any database is opened, or it changes nothing. */
static inline int csqlite_stop_counting_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* sqlite3_config() that keeps in memory, up to so many bytes, what a statement needs to be undone alone; before any
   database is opened, or it changes nothing. */
static inline int csqlite_keep_statement_journals(int bytes) {
  return sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, bytes);
}

/* SQLITE_TRANSIENT: SQLite copies a bound value before the call returns. */
static inline sqlite3_destructor_type csqlite_transient(void) {
  return SQLITE_TRANSIENT;
}

#endif
