//! Who answers for which paths: CODEOWNERS as GitHub reads it, and as GitLab does.

mod repository;

use pingless::owners::{self, Codeowners, Forge, Owner, Sort};
use proptest::prelude::*;
use repository::Repository;

fn names(owners: &Codeowners, path: &str) -> String {
    let names: Vec<&str> = owners.owners_of(path).into_iter().map(|it| it.name.as_str()).collect();
    names.join(" ")
}

/// Whether a pattern of GitHub matches a path.
fn matches(pattern: &str, path: &str) -> bool {
    names(&Codeowners::read(".github/CODEOWNERS", &format!("{pattern} @ada\n")), path) == "@ada"
}

#[test]
fn patterns_mean_what_github_says() {
    let table: &[(&str, &[&str], &[&str])] = &[
        ("*", &["a", "a/b", "a/b/c.md", ".hidden"], &[]),
        ("**", &["a", "a/b"], &[]),
        ("/", &[], &["a", "a/b"]),
        ("/*", &["a", "a.md"], &["a/b"]),
        ("*.js", &["a.js", "a/b.js", ".js"], &["a.jsx", "js"]),
        ("/*.js", &["a.js"], &["a/b.js"]),
        ("/build/logs/", &["build/logs/a", "build/logs/a/b"], &["build/logs", "a/build/logs/b"]),
        ("docs/*", &["docs/a.md"], &["docs/a/b.md", "a/docs/b.md"]),
        ("docs/**", &["docs/a.md", "docs/a/b.md"], &["docs", "a/docs/b.md"]),
        ("apps/", &["apps/a", "a/apps/b", "a/apps/b/c"], &["apps", "a/apps"]),
        ("apps", &["apps", "apps/a", "a/apps", "a/apps/b"], &["apps2", "myapps/a"]),
        ("/docs/", &["docs/a", "docs/a/b"], &["a/docs/b"]),
        ("/docs", &["docs", "docs/a/b"], &["a/docs"]),
        ("docs/api", &["docs/api", "docs/api/a"], &["a/docs/api", "docs/api2"]),
        ("**/logs", &["logs", "logs/a", "build/logs/a", "a/b/logs"], &["a/logs2"]),
        ("a/**/b", &["a/b", "a/x/b", "a/x/y/b", "a/x/b/c"], &["a/xb", "b", "x/a/b"]),
        ("a/*/c", &["a/b/c", "a/b/c/d"], &["a/c", "a/b/b/c"]),
        ("a?c", &["abc", "x/abc"], &["ac", "a/c", "abbc"]),
        ("a\\ b/c.md", &["a b/c.md"], &["a", "a\\ b/c.md"]),
        ("src/[id]/page.tsx", &["src/[id]/page.tsx"], &["src/i/page.tsx"]),
        ("{a,b}.md", &["{a,b}.md"], &["a.md"]),
        ("/src/**/*.rs", &["src/a.rs", "src/a/b.rs"], &["a.rs", "a/src/b.rs"]),
        ("a**b/c", &["ab/c", "axxb/c"], &["ax/yb/c"]),
        ("a//b", &[], &["a/b", "a//b"]),
        ("Docs/", &["Docs/a"], &["docs/a"]),
    ];
    for (pattern, yes, no) in table {
        yes.iter().for_each(|path| assert!(matches(pattern, path), "`{pattern}` matches `{path}`"));
        no.iter().for_each(|path| assert!(!matches(pattern, path), "`{pattern}` does not match `{path}`"));
    }
}

#[test]
fn the_last_line_that_matches_decides() {
    let text = "# Everybody\n* @acme/core\n\n*.md @acme/docs ada@example.com # and these\n/docs/old/\n/docs/old/keep.md\t@ada\n";
    let owners = Codeowners::read("CODEOWNERS", text);
    assert_eq!(owners.forge, Forge::GitHub);
    assert_eq!(names(&owners, "src/a.rs"), "@acme/core");
    assert_eq!(names(&owners, "docs/a.md"), "@acme/docs ada@example.com");
    assert_eq!(names(&owners, "docs/old/a.md"), "", "a pattern alone takes owners away");
    assert_eq!(names(&owners, "docs/old/keep.md"), "@ada");
    assert_eq!(owners.line_of("docs/a.md").map(|it| it.line), Some(4));
    assert_eq!(owners.line_of("docs/old/a.md").map(|it| it.line), Some(5));
    let sorts: Vec<Sort> = owners.all().into_iter().map(|it| it.sort).collect();
    assert_eq!(sorts, [Sort::Team, Sort::Team, Sort::Handle, Sort::Address]);
    assert_eq!(owners.entries().count(), 4);
    assert_eq!(owners.malformed, []);
}

#[test]
fn what_github_does_not_read_is_told() {
    let text = "* @acme/core\n!/docs/ @ada\n\\#a @ada\na/***/b @ada\n/b ada\n/c @ada, @li\n/d @acme/\n/e\\\n/f @acme/docs/api\n";
    let owners = Codeowners::read(".github/CODEOWNERS", text);
    let lines: Vec<usize> = owners.malformed.iter().map(|it| it.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8]);
    assert!(owners.malformed[3].message.contains("`ada` is no owner"), "{:?}", owners.malformed);
    assert_eq!(names(&owners, "b"), "@acme/core", "the line is skipped");
    assert_eq!(names(&owners, "docs/a"), "@acme/core");
}

#[test]
fn sections_of_gitlab_decide_each_on_its_own() {
    let text = "* @acme/all\n\n[Docs] @acme/docs\ndocs/\n*.md @ada\n!/docs/gen/\n/docs/gen/kept.md @li\n\n^[Ops][2] @@maintainer\n/deploy/\n[docs]\n/README.md nobody\n";
    let owners = Codeowners::read("CODEOWNERS", text);
    assert_eq!((owners.forge, owners.malformed.as_slice()), (Forge::GitLab, [].as_slice()));
    assert_eq!(names(&owners, "a.rs"), "@acme/all");
    assert_eq!(names(&owners, "docs/a.txt"), "@acme/all @acme/docs");
    assert_eq!(names(&owners, "docs/a.md"), "@acme/all @ada");
    assert_eq!(names(&owners, "docs/gen/a.md"), "@acme/all", "what is excluded has nobody of the section");
    assert_eq!(names(&owners, "docs/gen/kept.md"), "@acme/all", "and cannot be taken in again");
    assert_eq!(names(&owners, "deploy/x/y"), "@acme/all @@maintainer");
    assert_eq!(names(&owners, "README.md"), "@acme/all @acme/docs", "a section goes on where its name comes again");
}

#[test]
fn patterns_mean_what_gitlab_says() {
    let table: &[(&str, &[&str], &[&str])] = &[
        ("*", &["a", "a/b/c"], &[]),
        ("README.md", &["README.md", "a/README.md"], &["README.md/a"]),
        ("docs", &["docs", "a/docs"], &["docs/a"]),
        ("docs/", &["docs/a", "docs/a/b", "x/docs/a"], &["docs"]),
        ("/docs/", &["docs/a", "docs/a/b"], &["x/docs/a"]),
        ("docs/a.md", &["docs/a.md", "x/docs/a.md"], &["docs/b.md"]),
        ("/docs/*", &["docs/a"], &["docs/a/b"]),
        ("/docs/**", &["docs/a"], &["docs/a/b"]),
        ("/docs/**/*.md", &["docs/a.md", "docs/a/b.md"], &["a.md"]),
        ("*.rb", &["a.rb", "a/b.rb", ".rb"], &["a.rbx"]),
        ("/a[bc].md", &["ab.md", "ac.md"], &["ad.md", "a[bc].md"]),
        ("\\#a", &["#a"], &["a"]),
        ("a\\ b.md", &["a b.md"], &["b.md"]),
        ("{a,b}", &["{a,b}"], &["a"]),
    ];
    for (pattern, yes, no) in table {
        let owners = Codeowners::read(".gitlab/CODEOWNERS", &format!("{pattern} @ada\n"));
        yes.iter().for_each(|path| assert_eq!(names(&owners, path), "@ada", "`{pattern}` matches `{path}`"));
        no.iter().for_each(|path| assert_eq!(names(&owners, path), "", "`{pattern}` does not match `{path}`"));
    }
    let owners = Codeowners::read(".gitlab/CODEOWNERS", "/a[b @ada\n[ @li\n[X][y]\n");
    assert_eq!(owners.malformed.iter().map(|it| it.line).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn an_owner_is_known_by_its_form() {
    let sort = |word| Owner::parse(word).map(|it| it.sort);
    assert_eq!(sort("@ada"), Some(Sort::Handle));
    assert_eq!(sort("@acme/core-team"), Some(Sort::Team));
    assert_eq!(sort("@acme/sub/core"), Some(Sort::Team));
    assert_eq!(sort("@@developer"), Some(Sort::Role));
    assert_eq!(sort("ada@example.com"), Some(Sort::Address));
    for word in ["", "@", "ada", "@a/", "@/a", "a@b", "@ada,", "@@", "a@b@c.d", "#x"] {
        assert_eq!(sort(word), None, "{word}");
    }
}

/// The letters of a part against the letters of a name, without a glob library.
fn is_part(pattern: &[char], name: &[char]) -> bool {
    match pattern.split_first() {
        None => name.is_empty(),
        Some(('*', rest)) => (0..=name.len()).any(|skipped| is_part(rest, &name[skipped..])),
        Some(('?', rest)) => !name.is_empty() && is_part(rest, &name[1..]),
        Some((letter, rest)) => name.first() == Some(letter) && is_part(rest, &name[1..]),
    }
}

fn are_parts(pattern: &[&str], path: &[&str], is_open: bool) -> bool {
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    match pattern.split_first() {
        None => path.is_empty() || is_open,
        Some((&"**", [])) => !path.is_empty(),
        Some((&"**", rest)) => (0..=path.len()).any(|skipped| are_parts(rest, &path[skipped..], is_open)),
        Some((part, rest)) => path
            .split_first()
            .is_some_and(|(name, below)| is_part(&letters(part), &letters(name)) && are_parts(rest, below, is_open)),
    }
}

/// What GitHub's documentation says of a pattern, part by part: slow, and with nothing of the matcher in it.
fn is_matched(pattern: &str, path: &str) -> bool {
    let path: Vec<&str> = path.split('/').collect();
    let rooted = pattern.strip_prefix('/');
    let rest = rooted.unwrap_or(pattern);
    let folder = rest.strip_suffix('/');
    let mut parts: Vec<&str> = folder.unwrap_or(rest).split('/').collect();
    if parts.contains(&"") {
        return false;
    }
    if rooted.is_none() && parts.len() == 1 {
        parts.insert(0, "**");
    }
    match parts.last() {
        _ if folder.is_some() => (1..path.len()).any(|length| are_parts(&parts, &path[..length], false)),
        Some(&"*") => are_parts(&parts, &path, false),
        _ => are_parts(&parts, &path, true),
    }
}

fn path() -> impl Strategy<Value = String> {
    prop::collection::vec("[ab]\\.?|\\.[ab]{1,2}|[ab]{2}", 1..5).prop_map(|parts| parts.join("/"))
}

fn a_pattern() -> impl Strategy<Value = String> {
    let part = prop_oneof![4 => "[ab.*?]{1,3}", 1 => Just("*".to_owned()), 1 => Just("**".to_owned())];
    let part = part.prop_map(|it: String| if it.contains("***") { "*".to_owned() } else { it });
    (any::<bool>(), prop::collection::vec(part, 1..4), any::<bool>()).prop_map(|(is_rooted, parts, is_folder)| {
        format!("{}{}{}", if is_rooted { "/" } else { "" }, parts.join("/"), if is_folder { "/" } else { "" })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn a_pattern_matches_as_read_by_hand(pattern in a_pattern(), path in path()) {
        prop_assert_eq!(matches(&pattern, &path), is_matched(&pattern, &path), "`{}` and `{}`", pattern, path);
    }

    #[test]
    fn of_many_lines_the_last_decides(patterns in prop::collection::vec(a_pattern(), 1..40), path in path()) {
        let text: String = patterns.iter().enumerate().map(|(number, it)| format!("{it} @n{number}\n")).collect();
        let last = patterns.iter().rposition(|it| is_matched(it, &path)).map(|it| format!("@n{it}")).unwrap_or_default();
        prop_assert_eq!(names(&Codeowners::read(".github/CODEOWNERS", &text), &path), last);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,60}|[\\[\\]!^*?@/#\\\\ \\n a{}]{0,80}", path in "[a/*\\[\\\\]{0,8}") {
        for place in [".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS"] {
            let owners = Codeowners::read(place, &text);
            let lines = text.lines().count();
            prop_assert!(owners.malformed.iter().all(|it| (1..=lines).contains(&it.line)));
            let all = owners.all();
            prop_assert!(owners.owners_of(&path).into_iter().all(|it| all.contains(it)));
        }
    }
}

/// Thousands of lines are built and asked in time.
#[test]
fn large_files_are_read() {
    let text: String = (0..5000).map(|it| format!("/team{}/**/part{it}/*.rs @acme/team{it}\n", it % 50)).collect();
    let owners = Codeowners::read("CODEOWNERS", &text);
    for it in (0..5000).step_by(7) {
        assert_eq!(names(&owners, &format!("team{}/a/b/part{it}/x.rs", it % 50)), format!("@acme/team{it}"));
    }
}

/// Whoever writes without end is told what is not read, and what is read decides as before.
#[test]
fn what_nobody_writes_is_not_read() {
    let many = |line: &dyn Fn(usize) -> String, count: usize| (0..count).map(line).collect::<String>();
    let sections = "* @all\n".to_owned() + &many(&|it| format!("[s{it}] @s{it}\n*.md\n"), 1200);
    let owners = Codeowners::read(".gitlab/CODEOWNERS", &sections);
    assert_eq!(owners.owners_of("a.md").len(), 1001);
    assert_eq!(owners.malformed.len(), 200, "one for each section, and none for what stands in it");
    assert!(owners.malformed[0].message.contains("1000 sections") && owners.malformed[0].line == 2002);
    let owners = Codeowners::read("CODEOWNERS", &many(&|it| format!("?{it}* @t{it}\n"), 3000));
    assert_eq!((names(&owners, "a7.rs"), names(&owners, "a2999")), ("@t7".to_owned(), "@t299".to_owned()));
    assert_eq!(owners.malformed.len(), 3000 - 2048);
    let line = "*.md".to_owned() + &many(&|it| format!(" @t{it}"), 2000) + "\n*.rs @ada\n";
    let owners = Codeowners::read("CODEOWNERS", &line);
    assert_eq!((names(&owners, "a.md"), names(&owners, "a.rs")), (String::new(), "@ada".to_owned()));
}

#[test]
fn a_line_that_no_forge_reads_is_told() {
    let owners = "* @shop/core\n/billing/ billing-team\n!/docs/ @ada\n";
    let files = [("README.md", "# Shop\n\nIt sells books.\n"), (".github/CODEOWNERS", owners)];
    let shop = Repository::with("unread-owners", &files);
    let run = shop.pingless(&["check", "--isolated", "--format", "concise", "."]);
    let told: Vec<&str> = run.said.lines().filter(|it| it.starts_with("warning")).collect();
    assert_eq!(
        told,
        [
            "warning: .github/CODEOWNERS: line 2: `billing-team` is no owner: the whole line is skipped",
            "warning: .github/CODEOWNERS: line 3: GitHub reads no `!`: the whole line is skipped",
        ]
    );
    assert_eq!(run.status, 0, "it fails nothing");
    // Forms stay what they are.
    let json = shop.pingless(&["check", "--isolated", "--format", "json", "."]).out;
    assert!(json.trim_end().starts_with('{') && json.trim_end().ends_with('}'), "{json}");
    // Who asks for one file is not told of another.
    let one = shop.pingless(&["check", "--isolated", "--format", "concise", "README.md"]);
    assert!(!one.said.contains("CODEOWNERS"), "{}", one.said);
    // What GitLab reads is not unusual there.
    shop.remove(".github/CODEOWNERS");
    shop.write(".gitlab/CODEOWNERS", "[Docs][2] @ada\n/docs/\n^[Shop]\n!/docs/old/\n* @shop/core anybody\n");
    let run = shop.pingless(&["check", "--isolated", "--format", "concise", "."]);
    assert!(!run.said.contains("CODEOWNERS"), "{}", run.said);
}

#[test]
fn of_several_files_the_first_place_counts() {
    let first = |there: &[&str]| owners::first(|path| there.contains(&path).then_some(())).map(|it| it.0);
    assert_eq!(first(&["docs/CODEOWNERS", "CODEOWNERS", ".gitlab/CODEOWNERS"]), Some("CODEOWNERS"));
    assert_eq!(first(&["CODEOWNERS", ".github/CODEOWNERS"]), Some(".github/CODEOWNERS"));
    // One that cannot be read hides no other.
    let at_root = |path: &str| if path == ".github/CODEOWNERS" { None } else { Some(path.len()) };
    assert_eq!(owners::first(at_root), Some(("CODEOWNERS", 10)));
    assert_eq!(first(&[]), None);
}
