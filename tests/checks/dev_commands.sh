#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What ./dev says to wrong and to harmless commands.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.." || exit 1
failures=0

# expect CODE TEXT ARGUMENT...: ./dev ARGUMENT... ends with CODE and says TEXT.
expect() {
    local code=$1 text=$2 output status
    shift 2
    output=$(./dev "$@" 2>&1)
    status=$?
    if [ "$status" != "$code" ] || [[ $output != *"$text"* ]]; then
        printf './dev %s: expected %s and "%s", got %s:\n%s\n' "$*" "$code" "$text" "$status" "$output"
        failures=$((failures + 1))
    fi
}

expect 0 "Usage: ./dev COMMAND" help
expect 0 "Usage: ./dev COMMAND"
expect 2 "unknown command: biuld" biuld
expect 2 "build takes no arguments, but got: --fast" build --fast
expect 2 "check takes no arguments, but got: core" check core
expect 2 "fuzz takes a number of seconds, but got: long" fuzz long
expect 2 "bench --micro takes no arguments, but got: --rounds" bench --micro --rounds
exit "$((failures > 0))"
