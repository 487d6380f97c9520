// Loaded before a program that uses libsqlite3, it appends every statement that the program runs to the file named by
// STATEMENTS, with its values, so that the sqlite3 shell can run the very same ones.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sqlite3.h>

static int record(unsigned event, void *file, void *statement, void *text) {
  const char *sql = text;
  // Statements of triggers run by themselves; they come as comments.
  if (event != SQLITE_TRACE_STMT || (sql[0] == '-' && sql[1] == '-')) return 0;
  char *whole = sqlite3_expanded_sql(statement);
  fprintf(file, "%s;\n", whole ? whole : sql);
  fflush(file);
  sqlite3_free(whole);
  return 0;
}

int sqlite3_open_v2(const char *name, sqlite3 **database, int flags, const char *vfs) {
  int (*open)(const char *, sqlite3 **, int, const char *) = dlsym(RTLD_NEXT, "sqlite3_open_v2");
  int code = open(name, database, flags, vfs);
  const char *path = getenv("STATEMENTS");
  FILE *file = path && code == SQLITE_OK ? fopen(path, "a") : NULL;
  if (file) sqlite3_trace_v2(*database, SQLITE_TRACE_STMT, record, file);
  return code;
}
