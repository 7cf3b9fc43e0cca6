# What the process tests share. Sourced with the path of the program as $1.
set -uo pipefail
stowage=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
broken=0

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  broken=1
}

# Not a measure of speed: what is still busy after this does not end by itself.
hang=60

run() { # ARGUMENT...: leaves $code, $scratch/out and $scratch/err
  timeout "$hang" "$stowage" "$@" >"$scratch/out" 2>"$scratch/err"
  code=$?
}

expect_code() { # CODE WHAT
  [ "$code" = "$1" ] || fail "$2: exit code $code instead of $1: $(head -c 300 "$scratch/err")"
}

expect_text() { # out|err TEXT WHAT
  grep -qF -- "$2" "$scratch/$1" || fail "$3: no \"$2\" on std$1: $(head -c 300 "$scratch/$1")"
}

expect_silence() { # out|err WHAT
  [ ! -s "$scratch/$1" ] || fail "$2: std$1 has $(head -c 300 "$scratch/$1")"
}
