/// What the completion script for Z shell needs beside what the argument parser generates.
enum ZshCompletion {
  /// The script, changed so that no blank comes after a word to which a count or a name is still to be added.
  static func withoutBlanks(_ script: String) -> String {
    script.replacing(
      """
          _describe -V '' non_empty_completions -- empty_completions -P $'\\'\\''
      """,
      with: """
            local -ar open_completions=("${(@M)non_empty_completions:#*[=:/]}")
            local -ar whole_completions=("${(@)non_empty_completions:#*[=:/]}")
            _describe -V '' whole_completions -- open_completions -S '' -- empty_completions -P $'\\'\\''
        """)
  }
}
