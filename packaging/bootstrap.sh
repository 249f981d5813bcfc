#!/bin/sh
# Makes everything that a fresh clone needs, and does nothing where it is there already: Python, system libraries, .venv, the package.
#
#   packaging/bootstrap.sh app     to run the program          packaging/bootstrap.sh dev     to test and build it too
#
# Asks nothing. What it may not install itself it names in one command to type, and ends with 1.
set -eu
cd "$(dirname "$0")/.."
mode=${1:-app}
venv=.venv
stamp=$venv/.ticketdesk-$mode

case ${LC_ALL:-${LANG:-}} in de*) german=1 ;; *) german= ;; esac
say() { if [ -n "$german" ]; then echo "$1"; else echo "$2"; fi; }
fail() { say "$1" "$2" >&2; exit 1; }

fingerprint() { cksum pyproject.toml packaging/bootstrap.sh packaging/build_resources.py | cksum; pwd; }
windows_wanted() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# A start that needs nothing must cost nothing.
if [ -x $venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint)" ] \
  && { ! windows_wanted || [ -f $venv/.windows-checked ]; } \
  && [ -d src/ticketdesk/_built ] && [ -z "$(find resources -newer $venv/.resources -print 2>/dev/null | head -n 1)" ]; then
  exit 0
fi

# --- system packages ---------------------------------------------------------------------------------------------------

library() { # name of a shared library: is it here?
  { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q "[[:space:]]$1 "
}

missing=
need() { case " $missing " in *" $1 "*) ;; *) missing="$missing $1" ;; esac; }

python=
for candidate in python3 python3.11 python3.12 python3.13; do
  if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$candidate
    break
  fi
done

look_for_packages() {
  missing=
  if [ -z "$python" ]; then
    need python3
    need python3-venv
  elif ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    need "$("$python" -c 'import sys; print(f"python3.{sys.version_info[1]}-venv")')"
  fi
  [ "$(uname -s)" = Linux ] || return 0
  while read -r file package when; do
    [ "$when" = windows ] && ! windows_wanted && continue
    library "$file" || need "$package"
  done <<'LIBRARIES'
libEGL.so.1 libegl1 always
libGL.so.1 libgl1 always
libxkbcommon.so.0 libxkbcommon0 always
libdbus-1.so.3 libdbus-1-3 always
libfontconfig.so.1 libfontconfig1 always
libglib-2.0.so.0 libglib2.0-0 always
libxkbcommon-x11.so.0 libxkbcommon-x11-0 windows
libxcb-cursor.so.0 libxcb-cursor0 windows
libxcb-icccm.so.4 libxcb-icccm4 windows
libxcb-image.so.0 libxcb-image0 windows
libxcb-keysyms.so.1 libxcb-keysyms1 windows
libxcb-render-util.so.0 libxcb-render-util0 windows
libxcb-shape.so.0 libxcb-shape0 windows
LIBRARIES
  if [ -z "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.fonts" "${HOME:-/nonexistent}/.local/share/fonts" \
    \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) -print 2>/dev/null | head -n 1)" ]; then
    need fonts-dejavu-core
  fi
}

install_packages() {
  [ -n "$missing" ] || return 0
  command="apt-get install -y --no-install-recommends$missing"
  if ! command -v apt-get >/dev/null 2>&1; then
    fail "Es fehlen Systembibliotheken; unter Debian heißen ihre Pakete:$missing" "System libraries are missing; on Debian their packages are:$missing"
  fi
  as_root=
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
      as_root="sudo -n"
    else
      say "Es fehlen Systempakete. Bitte diesen Befehl eingeben und danach neu starten:" "System packages are missing. Please type this command and start again:" >&2
      echo "  sudo apt-get update && sudo $command" >&2
      exit 1
    fi
  fi
  say "Systempakete werden installiert:$missing" "Installing system packages:$missing"
  # shellcheck disable=SC2086
  if ! { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } \
    >$log 2>&1; then
    tail -n 5 $log >&2
    say "Das ging nicht. Bitte diesen Befehl eingeben und danach neu starten:" "That failed. Please type this command and start again:" >&2
    echo "  apt-get update && $command" >&2
    exit 1
  fi
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
look_for_packages
install_packages
if [ -z "$python" ]; then python=python3; fi

# --- environment and package ---------------------------------------------------------------------------------------------

if ! $venv/bin/python -c 'import pip' 2>/dev/null; then
  say "Umgebung wird angelegt (.venv)" "Making the environment (.venv)"
  rm -rf $venv
  "$python" -m venv $venv
fi

pip() {
  $venv/bin/python -m pip --disable-pip-version-check --no-input install -q "$@" >$log 2>&1 || {
    tail -n 15 $log >&2
    fail "Die Installation der Python-Pakete ist gescheitert; ist das Netz erreichbar?" \
      "Installing the Python packages failed; can the network be reached?"
  }
}

if ! [ -f "$stamp" ] || [ "$(cat "$stamp")" != "$(fingerprint)" ]; then
  if [ "$mode" = dev ]; then extras='.[server,dev]'; else extras='.[server]'; fi
  say "Qt wird geladen (etwa 100 MB, einmalig)" "Fetching Qt (about 100 MB, once)"
  # The build needs Qt's translation compiler; without isolation Qt is fetched once and not twice.
  pip hatchling editables "$($venv/bin/python -c '
import tomllib
print(next(d for d in tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"] if d.startswith("PySide6")))')"
  say "ticketdesk und seine Bibliotheken werden installiert" "Installing ticketdesk and its libraries"
  pip --no-build-isolation -e "$extras"
  touch $venv/.resources
  fingerprint >"$stamp"
elif ! [ -d src/ticketdesk/_built ] || [ -n "$(find resources -newer $venv/.resources -print | head -n 1)" ]; then
  say "Texte und Symbole werden übersetzt" "Compiling texts and icons"
  touch $venv/.resources
  $venv/bin/python packaging/build_resources.py
fi

# --- does Qt really start? --------------------------------------------------------------------------------------------------

if [ "$(uname -s)" = Linux ]; then
  if ! QT_QPA_PLATFORM=offscreen $venv/bin/python -c 'from PySide6 import QtWidgets' 2>$log; then
    cat $log >&2
    fail "Qt lässt sich nicht laden; die fehlende Bibliothek steht darüber." "Qt cannot be loaded; the missing library is named above."
  fi
  if windows_wanted; then
    plugin=$(find $venv -path '*plugins/platforms/libqxcb.so' | head -n 1)
    if [ -n "$plugin" ] && ldd "$plugin" | grep 'not found' >&2; then
      fail "Für Fenster fehlen die genannten Bibliotheken." "The libraries named above are missing for windows."
    fi
    touch $venv/.windows-checked
  fi
fi
