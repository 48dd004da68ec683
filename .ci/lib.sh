# What .ci/run, .ci/accuracy and .ci/long share. Sourced, not run.

# Every script works from the root of the repository, in a scratch folder of
# its own.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# step NAME COMMAND...: a header, the command, the seconds it took.
step() {
	local name=$1 began=$SECONDS
	shift
	printf '\n== %s\n' "$name"
	"$@"
	printf -- '-- %s: %d s\n' "$name" "$((SECONDS - began))"
}

fail() {
	printf 'FAILED: %s\n' "$*" >&2
	exit 1
}

tool() { go tool -modfile=tools/go.mod "$@"; }

# fuzz_targets prints the fuzz targets of the module: package, name.
fuzz_targets() {
	go test -list '^Fuzz' ./... | awk '
		/^Fuzz/ { names = names " " $1; next }
		/^ok/ { n = split(names, a, " "); for (i = 1; i <= n; i++) print $2, a[i] }
		{ names = "" }'
}

# build_inquit makes the program that is measured.
build_inquit() {
	go build -o "$scratch/inquit" ./cmd/inquit
	inquit=$scratch/inquit
}

# The measuring data lies beside a clone, or where INQUIT_SHARED says. It is
# not part of the project: what needs it is left out, and says so, without it.
shared=${INQUIT_SHARED:-../shared}
have_shared() { [ -d "$shared/eval" ] && [ -d "$shared/seeds" ] && command -v python3 >/dev/null; }
