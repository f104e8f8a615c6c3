#!/usr/bin/env bash
# Prints figures of whole builds beside the C floor program over the same posts.
#   Tests/Benchmarks/run [POSTS] [ROUNDS]
# CPU is user + system seconds of the process; the two programs take turns, and the ratio is the median of the pairs.
set -euo pipefail
cd "$(dirname "$0")/../.."
posts=${1:-10000}
rounds=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
program=$PWD/.build/release/offprint
cc -O2 -o "$work/floor" Tests/Benchmarks/floor.c -lcmark-gfm-extensions -lcmark-gfm -lpthread
python3 Tests/Benchmarks/gen_corpus.py --n "$posts" --out "$work/corpus" >/dev/null
mkdir -p "$work/source/content" && cp -r "$work/corpus/posts" "$work/source/content/posts"
printf 'title: Benchmark\nminiprogram:\n  overflow: unlimited\n' > "$work/source/offprint.yml"
measure() { # NAME COMMAND… -> cpu wall memory
  /usr/bin/env python3 - "$@" <<'PY'
import resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
wall = time.monotonic() - start
r = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{r.ru_utime + r.ru_stime:.3f} {wall:.3f} {r.ru_maxrss // 1024}")
sys.exit(code if code > 1 else 0)
PY
}
echo "posts: $posts"
for ((round = 1; round <= rounds; round++)); do
  read -r fcpu fwall _ < <(measure "$work/floor" full "$work/corpus/posts" "$work/floor-$round" -t 2)
  read -r cpu wall memory < <(measure "$program" build --quiet --source "$work/source" --output "$work/out-$round")
  read -r ncpu nwall nmemory < <(measure "$program" build --quiet --source "$work/source" --output "$work/out-$round")
  awk -v r="$round" -v fc="$fcpu" -v fw="$fwall" -v c="$cpu" -v w="$wall" -v m="$memory" -v nc="$ncpu" -v nw="$nwall" -v nm="$nmemory" 'BEGIN {
    printf "round %d  floor: cpu %.2f s wall %.2f s | both editions: cpu %.2f s wall %.2f s %d MB, %.2f x floor cpu | no change: cpu %.3f s wall %.3f s %d MB\n", r, fc, fw, c, w, m, c / fc, nc, nw, nm }'
done
#!/usr/bin/env bash
# What must hold before anything lands: format, floors, warnings as errors, every test, both editions of the example.
set -euo pipefail
cd "$(dirname "$0")/.."
make lint
make test
make
test -f _site/web/index.html
test -f _site/miniprogram/app.json
# A second build of the same input writes nothing.
before=$(find _site/web _site/miniprogram -type f -printf '%p %s %T@\n' | sort | sha256sum)
.build/release/offprint build --quiet --source . --output _site
after=$(find _site/web _site/miniprogram -type f -printf '%p %s %T@\n' | sort | sha256sum)
test "$before" = "$after"
echo "Both editions stand; a second build wrote nothing."
