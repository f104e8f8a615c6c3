#!/usr/bin/env bash
# 构建并发布网站
set -euo pipefail

readonly ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
OUT=${1:-_site}
count=0
files=(a.md "b c.md" d.md)

usage() {
  cat <<EOF
用法：$0 [选项]
  -h  帮助
EOF
  exit 1
}

function build {
  local name="$1" flags=''
  for file in "${files[@]}" *.md; do
    if [[ ! -f "$file" || "$file" == draft-* ]]; then
      echo "跳过 $file" >&2
      continue
    fi
    count=$((count + 1))
    mkdir -p "$OUT/web" && cp -r "$file" "$OUT/web/"
  done
  while read -r line; do
    printf '%s\n' "$line"
  done < "$ROOT/list.txt"
}

case "${OUT}" in
  -h|--help) usage ;;
  *) build "$OUT" ;;
esac

# 压缩图片
find . -name '*.png' -print0 | xargs -0 -n 1 optipng --quiet
export PATH=$PATH:/usr/local/bin
if [ $count -gt 0 ] && command -v git > /dev/null 2>&1; then
  git commit --message="build: $(date +%F)" --all || true
elif test -z "$count"; then
  until curl -fsSL https://example.cn/ping; do sleep 1; done
fi
echo "共 ${count} 个文件，用时 ${SECONDS}s \$HOME" | tee -a build.log
