#!/usr/bin/env node
// Starts the program of the package that fits this platform, and ends as it does.
"use strict";

const { spawnSync } = require("node:child_process");

const file = process.platform === "win32" ? "pingless.exe" : "pingless";
const name = `@pingless/cli-${process.platform}-${process.arch}`;

let program;
try {
  program = require.resolve(`${name}/${file}`);
} catch {
  console.error(`error: the package ${name} is not installed
  = help: install without \`--omit=optional\`; on other platforms build it with \`cargo install pingless\``);
  process.exit(2);
}

const { error, signal, status } = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (error) {
  console.error(`error: ${program} cannot be started: ${error.message}
  = help: install the package anew`);
  process.exit(2);
}
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 2);
