// Starts the server and shows what a text owes its readers in the status bar. What is found, and what can be done about
// it, the server says in the protocol that VS Code speaks anyway.
const fs = require("fs");
const path = require("path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const HOW = "https://github.com/pingless/pingless#two-commands";
const NAME = process.platform === "win32" ? "pingless.exe" : "pingless";
// Where a workspace keeps programs of its own.
const KEPT = [".venv/bin", ".venv/Scripts", "node_modules/.bin", "target/release"];

let client;
let contract;

/** The program: of the settings, of the workspace, or on the path; nothing where there is none. */
function program() {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((it) => it.uri.fsPath);
  const named = vscode.workspace.getConfiguration("pingless").get("path");
  if (named) {
    const places = path.isAbsolute(named) ? [named] : folders.map((it) => path.join(it, named));
    return { found: places.find(isFile), named };
  }
  // A workspace that nobody trusts brings no program of its own.
  const kept = vscode.workspace.isTrusted ? folders.flatMap((it) => KEPT.map((place) => path.join(it, place))) : [];
  const onPath = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return { found: [...kept, ...onPath].map((it) => path.join(it, NAME)).find(isFile) };
}

function isFile(place) {
  return fs.statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
}

async function start() {
  const { found, named } = program();
  if (!found) {
    return complain(named);
  }
  const settings = vscode.workspace.getConfiguration("pingless");
  client = new LanguageClient("pingless", { command: found, args: ["lsp"] }, {
    documentSelector: [{ scheme: "file", language: "markdown" }, { scheme: "untitled", language: "markdown" }],
    initializationOptions: JSON.parse(JSON.stringify(settings)),
    synchronize: { configurationSection: "pingless" },
  });
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(`pingless does not start from ${found}: ${error.message}`);
    return;
  }
  await show();
}

async function complain(named) {
  const what = named ? `There is no program at ${named}.` : "pingless is not installed, neither in this workspace nor on the path.";
  const [how, choose] = ["How to install it", "Choose the program"];
  contract.text = "$(warning) pingless";
  contract.tooltip = what;
  contract.show();
  const chosen = await vscode.window.showErrorMessage(what, how, choose);
  if (chosen === how) {
    vscode.env.openExternal(vscode.Uri.parse(HOW));
  } else if (chosen === choose) {
    const [file] = (await vscode.window.showOpenDialog({ canSelectMany: false, openLabel: "Use this program" })) ?? [];
    if (file) {
      await vscode.workspace.getConfiguration("pingless").update("path", file.fsPath, vscode.ConfigurationTarget.Global);
    }
  }
}

async function restart() {
  await client?.stop();
  client = undefined;
  await start();
}

/** What the text in front owes its readers, as the lenses above it say. */
async function show() {
  const text = vscode.window.activeTextEditor?.document;
  if (!client?.isRunning() || text?.languageId !== "markdown") {
    contract.hide();
    return;
  }
  const params = { textDocument: { uri: text.uri.toString() } };
  const lenses = (await client.sendRequest("textDocument/codeLens", params).catch(() => null)) ?? [];
  const titles = lenses.map((it) => it.command?.title ?? "");
  const [summary] = titles;
  if (!summary) {
    contract.hide();
    return;
  }
  const missing = titles.filter((it) => it.startsWith("missing: ")).map((it) => it.slice("missing: ".length));
  contract.text = `$(checklist) ${summary}`;
  contract.tooltip = missing.length ? `Missing: ${missing.join(", ")}` : "Nothing is left to ask.";
  contract.show();
}

exports.activate = async (context) => {
  contract = vscode.window.createStatusBarItem("pingless.contract", vscode.StatusBarAlignment.Right, 90);
  contract.name = "pingless: what this text owes its readers";
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
  };
  context.subscriptions.push(
    contract,
    vscode.commands.registerCommand("pingless.restart", restart),
    vscode.commands.registerCommand("pingless.showLog", () => client?.outputChannel.show()),
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.languages.onDidChangeDiagnostics(soon),
    vscode.workspace.onDidGrantWorkspaceTrust(() => client ?? restart()),
    vscode.workspace.onDidChangeConfiguration((it) => it.affectsConfiguration("pingless.path") && restart()),
  );
  await start();
};

exports.deactivate = () => client?.stop();
