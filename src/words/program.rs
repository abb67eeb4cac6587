//! Which authors are programs, where nothing says it but the name of an account and an address: the one list of them.

use super::list::is_among;

/// Programs whose names do not end as those of programs do.
const NAMES: &str = "\
    bors codecov codecov-io codecov-commenter coveralls copilot dependabot drahtbot gemini-code-assist github-actions \
    gitguardian greenkeeper linux-foundation-easycla mergify netlify pre-commit-ci renovate slackbot sonarcloud \
    sonarqubecloud vercel web-flow cla-assistant cypress deepsource-autofix sourcery-ai";

/// Hosts that nobody has an address at but a program.
const HOSTS: &str = "dependabot.com greenkeeper.io renovateapp.com";

/// What programs are called at the forge itself, which people have no address at.
const AT_FORGE: &str = "action actions github-actions noreply";

/// Whether an author is a program: `release[bot]`, `ci-bot`, `k8s-ci-robot`. Either may be empty. Whoever is called
/// Talbot is none.
pub fn is_program(name: &str, address: &str) -> bool {
    is_name(&name.to_ascii_lowercase()) || is_address(&address.to_ascii_lowercase())
}

fn is_name(name: &str) -> bool {
    // `gh` writes `app/dependabot`, and people "GitHub Actions".
    name.starts_with("app/") || ends_as_program(name) || is_among(NAMES, name.replace(' ', "-").as_str())
}

fn ends_as_program(name: &str) -> bool {
    ["[bot]", "-bot", "_bot", " bot", "-robot"].iter().any(|end| name.ends_with(end))
}

fn is_address(address: &str) -> bool {
    let Some((account, host)) = address.rsplit_once('@') else { return false };
    // GitHub writes the number of an account before its name.
    let account = account.trim_start_matches(|it: char| it.is_ascii_digit()).trim_start_matches('+');
    // People may be called as a program is, and have an address of their own.
    let is_kept = host.contains("noreply");
    account == "bot"
        || ends_as_program(account)
        || is_of_token(account)
        || is_among(HOSTS, host)
        || host == "github.com" && is_among(AT_FORGE, account)
        || is_kept && is_among(NAMES, account)
}

/// GitLab calls the accounts of its tokens `project_12_bot_4f1c`.
fn is_of_token(account: &str) -> bool {
    let rest = account.strip_prefix("project_").or_else(|| account.strip_prefix("group_"));
    let (number, rest) = rest.and_then(|it| it.split_once("_bot")).unwrap_or_default();
    !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit()) && (rest.is_empty() || rest.starts_with('_'))
}

#[cfg(test)]
mod tests {
    use super::is_program;

    #[test]
    fn programs_are_told_by_their_names() {
        for (name, address) in [
            ("x[bot]", ""),
            ("app/renovate", ""),
            ("GitHub Actions", ""),
            ("Renovate Bot", "bot@example.com"),
            ("", "bot@example.com"),
            ("", "1+some-bot@example.com"),
            ("", "41898282+github-actions[bot]@users.noreply.github.com"),
            ("", "12+Copilot@users.noreply.github.com"),
            ("Copilot", ""),
            ("mergify", ""),
            ("", "support@dependabot.com"),
            ("GitHub", "noreply@github.com"),
            ("github-actions", "github-actions@github.com"),
            ("CI", "project_12_bot_4f1c@noreply.gitlab.com"),
            ("semantic-release-bot", "semantic-release-bot@example.com"),
            ("k8s-ci-robot", ""),
        ] {
            assert!(is_program(name, address), "{name} {address}");
        }
    }

    #[test]
    fn people_may_be_called_as_programs_are() {
        for (name, address) in [
            ("Ada", "ada@example.com"),
            ("Talbot", "talbot@example.com"),
            ("talbot", "7+talbot@users.noreply.github.com"),
            ("Ann Bors", "bors@example.com"),
            ("Ann", "project_x_bottle@example.com"),
            ("Ann", "ann.actions@example.com"),
            ("Ann", "ann@bot.example.com"),
            ("", ""),
        ] {
            assert!(!is_program(name, address), "{name} {address}");
        }
    }
}
