// VS Code's own engine in a browser without a screen: opens a text, counts its problems, mends one of them by its quick
// fix, and takes a picture. What it saw, it prints as JSON.
//   node vscode.js CODE_SERVER EXTENSION PROGRAM CHROMIUM FOLDER
const { execFileSync, spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const [server, extension, program, chromium, folder] = process.argv.slice(2);
const modules = path.join(server, "..");
const puppeteer = require(path.join(modules, "puppeteer-core"));
const port = 18000 + (process.pid % 1000);
const data = path.join(folder, "data");
const text = path.join(folder, "work", "docs", "adr", "0001-queue.md");
const code = [path.join(server, "out/node/entry.js"), "--user-data-dir", data, "--extensions-dir", path.join(data, "extensions")];
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function prepare() {
  fs.mkdirSync(path.join(data, "User"), { recursive: true });
  fs.writeFileSync(path.join(data, "User", "settings.json"), JSON.stringify({
    "pingless.path": program,
    "workbench.startupEditor": "none",
    "workbench.colorTheme": "Default Light Modern",
    "telemetry.telemetryLevel": "off",
    "security.workspace.trust.enabled": false,
    "editor.minimap.enabled": false,
    "editor.fontSize": 13,
    "editor.wordWrap": "on",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "chat.disableAIFeatures": true,
  }));
  execFileSync(process.execPath, [...code, "--install-extension", extension], { stdio: "ignore" });
}

/** Waits until a question has an answer, and asks it again and again. */
async function until(what, ask, patience = 60000) {
  for (let waited = 0; waited < patience; waited += 250) {
    const answer = await ask().catch(() => null);
    if (answer) {
      return answer;
    }
    await sleep(250);
  }
  throw new Error(`${what}: nothing came of it`);
}

const label = (page, selector) => page.$eval(selector, (it) => it.getAttribute("aria-label") ?? it.textContent);

async function look(page) {
  const address = `http://127.0.0.1:${port}/?folder=${folder}/work`;
  const payload = encodeURIComponent(JSON.stringify([["openFile", `vscode-remote://127.0.0.1:${port}${text}`]]));
  await page.goto(`${address}&payload=${payload}`);
  const saw = {};
  const counted = () => label(page, "#status\\.problems");
  saw.problems = await until("problems", async () => {
    const words = await counted();
    return /[1-9]/.test(words) && words;
  });
  saw.contract = await until("the contract", () => label(page, "[id='pingless.pingless.pingless.contract'], [id*='contract']"));
  saw.lenses = await until("lenses", () => page.$$eval(".codelens-decoration", (all) => all.map((it) => it.textContent).join(" | ")));
  await sleep(1500);
  await page.screenshot({ path: path.join(folder, "before.png") });
  // To the line of the status, and its one preferred fix.
  await page.click(".monaco-editor .view-lines");
  await page.keyboard.down("Control");
  await page.keyboard.press("Home");
  await page.keyboard.up("Control");
  for (let line = 0; line < 2; line += 1) {
    await page.keyboard.press("ArrowDown");
  }
  for (let letter = 0; letter < 10; letter += 1) {
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.down("Control");
  await page.keyboard.press(".");
  await page.keyboard.up("Control");
  saw.actions = await until("actions", () => page.$$eval(".action-widget .action-list-item, .action-widget .monaco-list-row",
    (all) => all.map((it) => it.textContent.trim()).filter(Boolean).join(" | ")));
  await sleep(500);
  await page.screenshot({ path: path.join(folder, "actions.png") });
  await page.keyboard.press("Enter");
  await sleep(1000);
  await page.keyboard.down("Control");
  await page.keyboard.press("s");
  await page.keyboard.up("Control");
  saw.after = await until("fewer problems", async () => {
    const words = await counted();
    return words !== saw.problems && words;
  });
  saw.text = await until("a saved text", async () => {
    const saved = fs.readFileSync(text, "utf8");
    return saved.includes("accepted") && saved;
  });
  return saw;
}

async function main() {
  prepare();
  const running = spawn(process.execPath, [...code, "--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust", "--bind-addr", `127.0.0.1:${port}`],
    { stdio: ["ignore", fs.openSync(path.join(folder, "server.log"), "w"), "inherit"] });
  let browser;
  try {
    await until("the server", async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok);
    browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-dev-shm-usage"], defaultViewport: { width: 1180, height: 640 } });
    const page = await browser.newPage();
    try {
      console.log(JSON.stringify(await look(page)));
    } catch (error) {
      await page.screenshot({ path: path.join(folder, "failed.png") });
      throw error;
    }
  } finally {
    await browser?.close();
    running.kill();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
