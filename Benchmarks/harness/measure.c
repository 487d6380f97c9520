// Runs a command and writes what it took into a file: wall and CPU seconds, the peak of its memory in KiB, its status.
//
// usage: measure REPORT SECONDS COMMAND [ARGUMENT ...]
//
// A process of its own, because what Linux tells of a child's memory is never less than what its parent had when it
// started the child: Python has more than sqlite3 needs.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;

static void stop(int signal) { (void)signal; kill(-child, SIGKILL); }

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **words) {
  if (count < 4) return 64;
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    setpgid(0, 0);
    execvp(words[3], words + 3);
    perror(words[3]);
    _exit(127);
  }
  setpgid(child, child);
  signal(SIGALRM, stop);
  alarm((unsigned)atoi(words[2]));
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {}
  clock_gettime(CLOCK_MONOTONIC, &end);

  FILE *report = fopen(words[1], "w");
  if (!report) return 1;
  double wall = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  fprintf(report, "%.6f %.6f %ld %d\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss, code);
  return fclose(report) ? 1 : 0;
}
