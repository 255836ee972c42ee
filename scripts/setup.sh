#!/bin/sh
# Makes .venv ready for running the app, and with `dev` for its tests too.
# Called again when nothing has changed, it ends at once.
set -eu
cd "$(dirname "$0")/.."

for_whom=${1:-run}
case $for_whom in
    run) lock=requirements.lock ;;
    dev) lock=requirements-dev.lock ;;
    *) echo "usage: scripts/setup.sh [run|dev]" >&2; exit 2 ;;
esac
venv=.venv
python=$venv/bin/python

# Where Qt will paint: the libraries that it needs for a window are more than those for pictures.
screen=none
[ "$(uname -s)" = Linux ] && screen=offscreen
[ "$screen" = offscreen ] && [ -n "${DISPLAY:-}" ] && screen=xcb
[ "$screen" = offscreen ] && [ -n "${WAYLAND_DISPLAY:-}" ] && screen=wayland

say() { printf '%s\n%s\n' "$1" "$2"; }
fail() { say "$1" "$2" >&2; exit 1; }

# 3.15 and later have no wheels in the lock files yet.
fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; }

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 && fits "$name"; then
            echo "$name"
            return
        fi
    done
    fail "Explainer needs Python 3.11 to 3.14, and found none: install one, or name it: PYTHON=/path/to/python3.12 make run" \
        "需要 Python 3.11 至 3.14，未找到：请先安装，或指明路径：PYTHON=/path/to/python3.12 make run"
}

make_venv() {
    [ -x "$python" ] && fits "$python" && "$python" -c 'import pip' 2>/dev/null && return
    base=$(find_python)
    say "Making $venv with $("$base" --version) ..." "正在用 $("$base" --version) 建立 $venv ……"
    if ! "$base" -c 'import venv, ensurepip' 2>/dev/null; then
        # Debian and Ubuntu keep these two in a package of their own.
        "$base" scripts/system_libraries.py --install \
            "$("$base" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    "$base" -m venv --clear "$venv"
}

# A moved checkout needs its links made again, so the place is part of what was done.
done_now() { { pwd -P; cat "$lock" pyproject.toml scripts/setup.sh; } | cksum; }
is_done() { [ -x "$python" ] && [ -f "$1" ] && [ "$(cat "$1")" = "$(done_now)" ]; }

if ! is_done "$venv/.ready-$for_whom"; then
    make_venv
    say "Installing what $lock lists ..." "正在安装 $lock 所列的软件包 ……"
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps \
        --only-binary :all: --require-hashes --requirement "$lock" ||
        fail "The packages could not be installed; what is wrong stands above. Is the network there?" \
            "软件包未能装上，原因见上。网络是否畅通？"
    # The build tool is already here, from the lock file: nothing else is fetched.
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps \
        --no-build-isolation --editable .
    done_now >"$venv/.ready-$for_whom"
fi

if [ "$screen" != none ] && ! is_done "$venv/.ready-$screen"; then
    "$python" scripts/system_libraries.py "$screen"
    done_now >"$venv/.ready-$screen"
fi
