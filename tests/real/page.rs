//! The page of `pingless litmus` in a browser and before those who check pages: scripts are off, strangers have written
//! what they like, and nobody asks the network for anything.

#[path = "../litmus_page/sample.rs"]
mod sample;

use std::path::{Path, PathBuf};
use std::process::Command;

use pingless::report::litmus::html::{Page, print};
use sample::HOSTILE;

use crate::client;

fn page() -> PathBuf {
    let trend = sample::trend(HOSTILE);
    let commit = "4f1c09a6e2d75b8830c2f4a1b7d9e6053a8c1f24";
    let page = Page { name: "shop</title>", commit: Some(commit), root: Some("../"), trend: Some(&trend) };
    client::file("litmus.html", &print(&sample::litmus(HOSTILE), page))
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Opens the page at two widths, in light and dark, and on paper; counts what is there, asks axe what is hard to use
/// about it, and hears every request. Its pictures stay beside the page, for whoever wants to look.
#[test]
fn a_browser_shows_it_and_nothing_else_happens() {
    let Some(browser) = client::find("chromium", &["chromium", "chromium-browser", "google-chrome"]) else { return };
    let Some(puppeteer) = client::find("puppeteer-core", &["node_modules/puppeteer-core/package.json"]) else { return };
    let Some(axe) = client::find("axe-core", &["node_modules/axe-core/axe.min.js"]) else { return };
    let litmus = sample::litmus(HOSTILE);
    let look = |page: &Path| {
        let mut node = Command::new("node");
        node.arg(root("tests/real/page.js"));
        node.args([&*browser, puppeteer.parent().expect("a folder"), &axe, page]);
        let counts = [sample::listed(&litmus), litmus.systems.len()];
        let output = node.args(counts.map(|it| it.to_string())).output().expect("it starts");
        (output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
    };
    let page = page();
    let (is_content, said) = look(&page);
    assert!(is_content, "{said}");
    let bad = std::fs::read_to_string(&page).expect("it is there").replacen("</bdi>", "<b><img src=x></b></bdi>", 1);
    let (is_content, fault) = look(&client::file("litmus-worse.html", &bad));
    assert!(!is_content && fault.contains("it asks for nothing but itself"), "the fault goes unseen: {fault}");
    client::tell(said.trim());
}

#[test]
fn the_checker_of_html_finds_nothing() {
    let Some(jar) = client::find("vnu", &["node_modules/vnu-jar/build/dist/vnu.jar"]) else { return };
    let Some(java) = client::find("java", &["java"]) else { return };
    let page = page();
    // It is younger than the checker.
    let arguments = ["--filterpattern", ".*::details-content.*"];
    let check = |file: &Path| {
        let output = Command::new(&java).arg("-jar").arg(&jar).args(arguments).arg(file).output().expect("it starts");
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (is_content, said) = check(&page);
    assert!(is_content, "{said}");
    let bad = std::fs::read_to_string(&page).expect("it is there").replace("scope=\"col\"", "scope=\"column\"");
    assert!(!check(&client::file("litmus-bad.html", &bad)).0, "the fault goes unseen");
    client::tell("vnu on the page of litmus: nothing");
}

#[test]
fn html_validate_finds_nothing() {
    let Some(program) = client::find("html-validate", &["node_modules/html-validate/bin/html-validate.mjs"]) else {
        return;
    };
    let page = page();
    let rules = r#"{ "root": true, "extends": ["html-validate:standard", "html-validate:a11y"] }"#;
    let config = client::file("htmlvalidate.json", rules);
    let check = |file: &Path| {
        let output = Command::new("node").arg(&program).arg("--config").arg(&config).arg(file).output();
        let output = output.expect("it starts");
        (output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
    };
    let (is_content, said) = check(&page);
    assert!(is_content, "{said}");
    let bad = std::fs::read_to_string(&page).expect("it is there").replace("</figure>", "");
    assert!(!check(&client::file("litmus-bad-too.html", &bad)).0, "the fault goes unseen");
    client::tell("html-validate on the page of litmus: nothing");
}
