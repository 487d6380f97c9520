import Glibc

/// What the tests, and the program that they run, may be built to be watched by.
enum Sanitizer {
  /// The thread sanitizer, which keeps books of its own in files as large as the memory.
  static let isThread = dlsym(nil, "__tsan_init") != nil

  /// The address or the thread sanitizer, which take terabytes of addresses.
  static let isAny = isThread || dlsym(nil, "__asan_init") != nil
}
