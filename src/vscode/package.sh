#!/bin/sh
# Makes the extension for VS Code: one script, bundled, in a package that `code --install-extension` takes.
#   sh src/vscode/package.sh [FOLDER]
# It works below FOLDER (target/vscode), and leaves pingless.vsix there.
set -eu
cd "$(dirname "$0")/../.."
into=${1:-${CARGO_TARGET_DIR:-target}/vscode}
mkdir -p "$into/dist"
cp src/vscode/package.json src/vscode/extension.js src/vscode/README.md LICENSE-MIT LICENSE-APACHE "$into/"
cd "$into"
npm install --loglevel error --no-audit --no-fund
npx esbuild extension.js --bundle --minify --platform=node --format=cjs --external:vscode --outfile=dist/extension.js --log-level=warning
printf '**\n!package.json\n!README.md\n!LICENSE*\n!dist/extension.js\n' > .vscodeignore
npx vsce package --allow-missing-repository --skip-license --no-dependencies --out pingless.vsix
