//! Which authors are programs, where nothing says it but their names.

/// Programs whose names do not end as those of programs do.
const BOTS: &[&str] = &[
    "bors",
    "codecov",
    "codecov-io",
    "codecov-commenter",
    "coveralls",
    "copilot",
    "dependabot",
    "drahtbot",
    "gemini-code-assist",
    "github-actions",
    "gitguardian",
    "greenkeeper",
    "linux-foundation-easycla",
    "mergify",
    "netlify",
    "renovate",
    "slackbot",
    "sonarcloud",
    "sonarqubecloud",
    "vercel",
    "web-flow",
    "cla-assistant",
    "cypress",
    "deepsource-autofix",
    "sourcery-ai",
];

/// Whether an account of this name is a program: `release[bot]`, `ci-bot`, `k8s-ci-robot`.
pub fn is_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let ends = ["[bot]", "-bot", "_bot", "-robot", " bot"];
    ends.iter().any(|end| name.ends_with(end)) || BOTS.contains(&name.as_str())
}
