#!/bin/sh
# Sees to the system packages that the suite needs: a browser, PostgreSQL's server programs, and Dovecot, a
# real mailbox server.
# Installs them only as root or by sudo without a password; otherwise it prints the one line to give
# to whoever may, and ends with status 3.
set -eu

missing=""
command -v chromium >/dev/null || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -x /usr/lib/dovecot/imap ] || missing="$missing dovecot-imapd"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "The suite needs$missing. Please run: sudo apt-get install --no-install-recommends$missing" >&2
    exit 3
fi
if ! command -v apt-get >/dev/null; then
    echo "The suite needs$missing; this system has no apt-get, so please install them by hand." >&2
    exit 3
fi
$as_root apt-get update --quiet --quiet
# shellcheck disable=SC2086  # the list and the command are words on purpose
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet --no-install-recommends $missing
