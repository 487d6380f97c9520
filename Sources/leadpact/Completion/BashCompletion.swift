/// What the completion script for Bash needs beside what the argument parser generates.
enum BashCompletion {
  /// Bash divides words at `=`, `:` and `@`, which stand within words of ours such as `website-form=212`; and it ends
  /// what it completes with a blank, which is wrong where a count is still to follow.
  static let joiningWords = #"""
    _leadpact_joined() {
        local rest="${COMP_LINE}" word part="${2}"
        local -a words=()
        local -i index current=0
        for index in "${!COMP_WORDS[@]}"; do
            word="${COMP_WORDS[${index}]}"
            if [[ "${index}" -eq 0 || "${rest}" = [[:space:]]* || -z "${rest}" ]]; then
                words+=("${word}")
            else
                words[${#words[@]}-1]+="${word}"
            fi
            rest="${rest#"${rest%%[![:space:]]*}"}"
            rest="${rest#"${word}"}"
            [[ "${index}" -eq "${COMP_CWORD}" ]] && current="${#words[@]}-1"
        done

        local whole="${words[${current}]}"
        local -a COMP_WORDS=("${words[@]}")
        local -i COMP_CWORD="${current}"
        _leadpact "${1}" "${whole}" "${words[${current}-1]}"

        # What stands before the part that Bash takes for the word is there already.
        local before="${whole%"${part}"}"
        local plain=true
        for index in "${!COMPREPLY[@]}"; do
            COMPREPLY[${index}]="${COMPREPLY[${index}]#"${before}"}"
            if [[ -e "${COMPREPLY[${index}]}" || "${whole}" = *[\'\"]* ]]; then
                plain=false
            elif [[ "${COMPREPLY[${index}]}" = *[!A-Za-z0-9_.,:=@/%+-]* ]]; then
                printf -v COMPREPLY["${index}"] %q "${COMPREPLY[${index}]}"
            fi
        done
        # Bash quotes names of files, and in them an '=' too; other names are quoted by now, where they must be.
        "${plain}" && compopt +o filenames 2>/dev/null
        if [[ "${#COMPREPLY[@]}" -gt 0 && "${COMPREPLY[0]}" = *[=:/] ]]; then
            compopt -o nospace 2>/dev/null
        fi
    }

    complete -o filenames -F _leadpact_joined leadpact

    """#
}
