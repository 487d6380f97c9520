#pragma once

#include <stddef.h>
#include <stdint.h>

/// Fuzzes `callback` with the options in `argv`; what `-sanitize=fuzzer` links in.
/// https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
