#!/usr/bin/env bash
# Prepares this folder for work, and says in one line each thing it does:  scripts/setup.sh PART...
#   run      the environment .venv with what the site needs, the translations, the commit hook
#   test     the same, with the test tools          dev   the same, with mutation and benchmark tools
#   browser  Debian's Chromium, for the browser tests      postgres  Debian's PostgreSQL, for the database tests
#   reader   Debian's Tesseract with Vietnamese, which reads the words of photographed papers; the site runs without
# It asks nothing and, when all is in place, takes a fraction of a second. What each part runs later is
# the Makefile's business; which checks there are is scripts/check.py's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
VENV=$ROOT/.venv
# Certificates come from the machine, so that an office that inspects its own traffic is no obstacle.
export UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_SYSTEM_CERTS=1 UV_HTTP_TIMEOUT=${UV_HTTP_TIMEOUT:-120}
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV

say() { printf '• %s\n' "$*"; }

stop() { # stop VIETNAMESE ENGLISH [COMMAND]
  printf '\n✗ %s\n  %s\n' "$1" "$2" >&2
  [ -z "${3:-}" ] || printf '\n    %s\n\n' "$3" >&2
  exit 1
}

# --- the machine ---------------------------------------------------------------------------------

as_root() { # the prefix that makes a command run as root, or failure when there is none without a question
  [ "$(id -u)" -eq 0 ] && return 0
  command -v sudo >/dev/null && sudo -n true 2>/dev/null && echo "sudo -n"
}

apt_install() { # apt_install PACKAGES VIETNAMESE ENGLISH
  local prefix log
  if ! command -v apt-get >/dev/null || ! prefix=$(as_root); then
    stop "$2" "$3" "sudo apt-get update && sudo apt-get install -y $1"
  fi
  say "Cài gói $1 từ Debian / installing $1 from Debian"
  log=$(mktemp)
  if ! { $prefix apt-get update -q && $prefix env DEBIAN_FRONTEND=noninteractive \
         apt-get install -y -q --no-install-recommends $1; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    stop "Không cài được gói $1." "Debian's package $1 could not be installed; its answer is above." \
         "apt-get update && apt-get install -y $1"
  fi
  rm -f "$log"
}

usable() { # usable PYTHON: of a version the locked wheels exist for, and able to make an environment with pip
  "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null
}

find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 /usr/bin/python3; do
    if usable "$name"; then echo "$name"; return; fi
  done
  return 1
}

browser() {
  command -v chromium >/dev/null && return
  apt_install chromium "Các bài kiểm thử trình duyệt cần Chromium, và cài nó cần quyền quản trị." \
    "The browser tests need Chromium, and installing it needs root. (make check fast runs without it.)"
}

postgres() {
  local initdb
  for initdb in /usr/lib/postgresql/*/bin/initdb "$(command -v initdb)"; do
    [ ! -x "$initdb" ] || return 0
  done
  apt_install postgresql "Các bài kiểm thử cơ sở dữ liệu cần PostgreSQL, và cài nó cần quyền quản trị." \
    "The database tests need PostgreSQL, and installing it needs root. (make check fast runs without it.)"
}

reader() {
  ! tesseract --list-langs 2>/dev/null | grep -qx vie || return 0
  [ ! -e "$VENV/.reader-offered" ] || return 0 # an optional part is offered once
  mkdir -p "$VENV" && touch "$VENV/.reader-offered"
  (apt_install "tesseract-ocr tesseract-ocr-vie" \
    "Đọc chữ trong giấy tờ chụp ảnh cần Tesseract; trang vẫn chạy khi không có. Muốn cài:" \
    "Reading photographed papers needs Tesseract; the site runs without it. To install it:") || true
}

# --- the environment -----------------------------------------------------------------------------

healthy() { # the environment's interpreter starts, and belongs to this folder (not to a moved or copied one)
  [ "$("$VENV/bin/python" -c 'import sys; print(sys.prefix)' 2>/dev/null)" = "$VENV" ] &&
    head -n 1 "$VENV/bin/pip" 2>/dev/null | grep -qF "$VENV/"
}

make_environment() {
  healthy && return
  local python
  if ! python=$(find_python); then
    apt_install python3-venv \
      "Cần Python 3.11 trở lên cùng mô-đun venv; cài chúng cần quyền quản trị." \
      "Python 3.11 or newer with its venv module is needed, and installing it needs root."
    python=$(find_python) || stop "Không tìm thấy Python 3.11–3.14 có venv." \
      "No Python 3.11-3.14 with venv was found. Name one:" "PYTHON=/path/to/python3 make run"
  fi
  say "Tạo môi trường .venv bằng $("$python" -V) / creating the environment .venv"
  rm -rf "$VENV"
  "$python" -m venv "$VENV"
}

fetch() { # fetch REQUIREMENTS: every file is checked against the hash written in the lock
  local uv=$VENV/bin/uv log
  [ -x "$uv" ] || "$VENV/bin/pip" install -q --require-hashes -r requirements-uv.txt >/dev/null 2>&1 || true
  if [ -x "$uv" ] && "$uv" pip install -q --python "$VENV/bin/python" --require-hashes -r "$1" 2>/dev/null; then
    return
  fi
  say "uv không dùng được ở đây, dùng pip (chậm hơn) / uv does not work here, using pip (slower)"
  log=$(mktemp)
  if ! "$VENV/bin/pip" install -q --require-hashes -r "$1" >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    stop "Không tải được các gói trong $1. Kiểm tra mạng hoặc máy chủ gói rồi chạy lại." \
      "The packages of $1 could not be fetched. Check the network or the package mirror, then run again."
  fi
  rm -f "$log"
}

lock_of() {
  case $1 in run) echo requirements.txt ;; *) echo "requirements-$1.txt" ;; esac
}

wanted() { cat pyproject.toml "$(lock_of "$1")" | sha256sum; } # changes whenever the part has to be installed again

packages() { # packages run|test|dev: each contains the ones before it
  local lock part
  lock=$(lock_of "$1")
  [ "$(cat "$VENV/.ready-$1" 2>/dev/null)" = "$(wanted "$1")" ] && return
  say "Cài các gói của $lock / installing the packages of $lock"
  fetch "$lock"
  "$VENV/bin/pip" install -q --no-deps --no-build-isolation -e . ||
    stop "Không cài được chính dự án." "The project itself could not be installed; pip's answer is above."
  for part in run test dev; do
    wanted "$part" >"$VENV/.ready-$part"
    [ "$part" != "$1" ] || break
  done
}

hooks() { # quietly, and never over a choice someone made
  [ -e .git ] && [ -z "$(git config core.hooksPath 2>/dev/null)" ] &&
    git config core.hooksPath scripts/hooks 2>/dev/null || true
}

prepare() {
  [ -w "$ROOT" ] || stop "Thư mục $ROOT không cho phép ghi." "The folder $ROOT is not writable for $(id -un). Work in your own copy:" \
    "git clone $ROOT ~/ocop && cd ~/ocop"
  make_environment
  packages "$1"
  "$VENV/bin/python" scripts/compile_messages.py --quiet
  hooks
}

# One set-up at a time: a second one waits here, then finds everything done.
exec 9<"${BASH_SOURCE[0]}"
! command -v flock >/dev/null || flock 9

for part in "$@"; do
  case $part in
    run | test | dev) prepare "$part" ;;
    browser) browser ;;
    postgres) postgres ;;
    reader) reader ;;
    *) stop "Không có phần '$part'." "There is no part '$part': run, test, dev, browser, postgres, reader." ;;
  esac
done
