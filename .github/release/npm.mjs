// Makes the npm packages of a release: one a platform, with the program in it, and the one that people install, which
// names the others as optional dependencies. npm installs the one that fits; nothing is downloaded at install.
//
//     node npm.mjs platform TARGET PROGRAM FOLDER
//     node npm.mjs wrapper FOLDER

import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
// The Linux programs are static: they run on every C library.
const PLATFORMS = {
  "x86_64-unknown-linux-musl": { os: "linux", cpu: "x64" },
  "aarch64-unknown-linux-musl": { os: "linux", cpu: "arm64" },
  "x86_64-apple-darwin": { os: "darwin", cpu: "x64" },
  "aarch64-apple-darwin": { os: "darwin", cpu: "arm64" },
  "x86_64-pc-windows-msvc": { os: "win32", cpu: "x64" },
};
const name = ({ os, cpu }) => `@pingless/cli-${os}-${cpu}`;
const version = /^version = "(\d+\.\d+\.\d+)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"))[1];

function write(folder, fields) {
  const common = {
    version,
    description: /^description = "(.*)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"))[1],
    license: "MIT OR Apache-2.0",
    repository: { type: "git", url: "git+https://github.com/pingless/pingless.git" },
    engines: { node: ">=18" },
    publishConfig: { access: "public", provenance: true },
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...fields, ...common }, null, 2)}\n`);
  for (const file of ["LICENSE-APACHE", "LICENSE-MIT", "README.md"]) copyFileSync(join(ROOT, file), join(folder, file));
}

function platform(target, program, folder) {
  const it = PLATFORMS[target];
  if (!it) throw new Error(`no package is made for ${target}`);
  const file = it.os === "win32" ? "pingless.exe" : "pingless";
  mkdirSync(folder, { recursive: true });
  copyFileSync(program, join(folder, file));
  chmodSync(join(folder, file), 0o755);
  write(folder, { name: name(it), os: [it.os], cpu: [it.cpu], files: [file], preferUnplugged: true });
}

function wrapper(folder) {
  mkdirSync(join(folder, "bin"), { recursive: true });
  const start = fileURLToPath(new URL("pingless.cjs", import.meta.url));
  copyFileSync(start, join(folder, "bin", "pingless.cjs"));
  chmodSync(join(folder, "bin", "pingless.cjs"), 0o755);
  const optionalDependencies = Object.fromEntries(Object.values(PLATFORMS).map((it) => [name(it), version]));
  write(folder, { name: "pingless", bin: { pingless: "bin/pingless.cjs" }, files: ["bin"], optionalDependencies });
}

const [what, ...rest] = process.argv.slice(2);
if (what === "platform" && rest.length === 3) platform(...rest);
else if (what === "wrapper" && rest.length === 1) wrapper(...rest);
else throw new Error("npm.mjs: say `platform TARGET PROGRAM FOLDER` or `wrapper FOLDER`");
