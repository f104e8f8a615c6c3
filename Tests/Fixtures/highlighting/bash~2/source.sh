#!/usr/bin/env bash
# 每晚备份：网站、数据库和证书，打包、加密、留三十份。
#   backup.sh [-n] [-k KEEP] TARGET
set -euo pipefail
IFS=$'\n\t'

readonly NAME=$(basename "$0" .sh)
readonly STAMP=$(date +%Y-%m-%dT%H%M%S)
keep=30
dry_run=
declare -a sources=(/srv/site /etc/letsencrypt "$HOME/notes")
declare -A sizes

usage() {
  cat <<EOF
usage: $NAME [-n] [-k KEEP] TARGET
  -n        say what would be done
  -k KEEP   how many to keep (now: $keep)
EOF
  exit "${1:-0}"
}

log() { printf '%s [%s] %s\n' "$(date +%T)" "$NAME" "$*" >&2; }

die() {
  log "错误：$1"
  exit "${2:-1}"
}

while getopts ':nk:h' option; do
  case $option in
    n) dry_run=1 ;;
    k) keep=$OPTARG ;;
    h) usage ;;
    \?|:) usage 2 ;;
  esac
done
shift $((OPTIND - 1))

[[ $# -eq 1 ]] || usage 2
target=${1%/}
[[ -d $target && -w $target ]] || die "cannot write to $target" 3
[[ $keep =~ ^[0-9]+$ ]] || die "not a number: $keep" 2

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT INT TERM

if command -v pg_dump >/dev/null 2>&1; then
  pg_dump --format=custom --file="$work/blog.dump" blog || log "pg_dump failed: $?"
  sources+=("$work/blog.dump")
fi

total=0
for path in "${sources[@]}"; do
  if [ ! -e "$path" ]; then
    log "skipped: $path"
    continue
  fi
  sizes[$path]=$(du -sk "$path" | cut -f1)
  total=$((total + sizes[$path]))
done
log "${#sizes[@]} sources, ${total} KB"

archive="$target/$NAME-$STAMP.tar.zst.gpg"
if [[ -n $dry_run ]]; then
  echo "would write $archive"
else
  tar --create --ignore-failed-read "${!sizes[@]}" 2> >(grep -v 'Removing leading' >&2) \
    | zstd -T0 -10 --quiet \
    | gpg --batch --encrypt --recipient backup@example.cn --output "$archive.part"
  mv -- "$archive.part" "$archive"
  sha256sum "$archive" | tee -a "$target/SHA256SUMS"
fi

mapfile -t old < <(ls -1t "$target/$NAME"-*.gpg 2>/dev/null | tail -n +"$((keep + 1))")
for file in "${old[@]:-}"; do
  [[ -z $file ]] && continue
  ${dry_run:+echo} rm -f -- "$file" && log "removed ${file##*/}"
done
unset old
log "done in $SECONDS s"
