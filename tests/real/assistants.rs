//! Our server for assistants in the hands of the protocol's own client.

use std::path::Path;
use std::process::Command;

use crate::client;

#[test]
fn the_client_of_the_protocol_uses_our_tools() {
    let Some(marker) = client::find("the MCP client", &["assistants/bin/mcp", "assistants/Scripts/mcp.exe"]) else {
        return;
    };
    let python = ["python", "python.exe"].map(|it| marker.with_file_name(it)).into_iter().find(|it| it.is_file());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/assistant.py");
    let mut run = Command::new(python.expect("it lies beside the client"));
    let output = run.arg(script).env("PINGLESS", env!("CARGO_BIN_EXE_pingless")).output().expect("it starts");
    let told = String::from_utf8_lossy(&output.stdout);
    let expected = [
        "pingless True",
        "check_text explain_rule outline missing_parts declared_facts",
        "False ['ambiguous-deadline']",
        "# Use a queue",
        "True",
    ];
    assert_eq!(told.lines().collect::<Vec<_>>(), expected, "{}", String::from_utf8_lossy(&output.stderr));
}
