//! Where configurations are found, and which of several counts: in real folders.

use std::fs;
use std::path::Path;

mod folder;
use folder::folder;

/// Exit status and all that is said.
fn run(root: &Path, args: &[&str], variable: Option<&str>) -> (Option<i32>, String) {
    let (code, out, said) = folder::run(root, args, variable);
    (code, out + &said)
}

const TEXT: &str = "Please merge it by EOD tomorrow.\n";

#[test]
fn the_forges_folder_is_asked_last() {
    const FORGE: &str = "exclude = [\"old/**\"]\nlevels.ambiguous-deadline = \"error\"\n";
    let files = [(".git/HEAD", ""), (".github/pingless.toml", FORGE), ("docs/a.md", TEXT), ("old/b.md", TEXT)];
    let root = folder("forge", &files);
    let (code, said) = run(&root, &["check", "--quiet", "--format", "concise"], None);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.starts_with("docs/a.md:1:17: error[ambiguous-deadline]") && said.lines().count() == 1, "{said}");
    let (_, said) = run(&root.join("docs"), &["config", "a.md"], None);
    assert!(said.contains(".github/pingless.toml"), "{said}");
    fs::write(root.join("pingless.toml"), "ignore = [\"when\"]\n").expect("it can be written");
    assert_eq!(run(&root, &["check", "--quiet"], None), (Some(0), String::new()));
}

#[test]
fn a_name_on_the_command_line_is_one_whatever_it_holds() {
    let root = folder("letters", &[("a.md", TEXT)]);
    for name in ["vagu\u{200b}ask", "a\"b\\", "a\nb", "\u{7f}"] {
        for flag in ["--select", "--ignore", "--extend-select"] {
            let (code, said) = run(&root, &["check", flag, name, "a.md"], None);
            assert!(code == Some(2) && said.contains("there is no rule"), "{said}");
        }
    }
}

#[test]
fn the_command_line_is_above_the_environment() {
    let files = [
        ("pingless.toml", "levels.ambiguous-deadline = \"error\"\n"),
        ("one.toml", "ignore = [\"when\"]\n"),
        ("two.toml", "levels.ambiguous-deadline = \"note\"\n"),
        ("a.md", TEXT),
    ];
    let root = folder("environment", &files);
    let check = ["check", "--quiet", "--format", "concise", "a.md"];
    assert!(run(&root, &check, None).1.contains("error["));
    assert_eq!(run(&root, &check, Some("one.toml")), (Some(0), String::new()));
    assert!(run(&root, &check, Some("")).1.contains("error["), "an empty variable names nothing");
    let both = [&check[..], &["--config", "two.toml"]].concat();
    assert!(run(&root, &both, Some("one.toml")).1.contains("note["));
    let alone = [&check[..], &["--isolated"]].concat();
    assert!(run(&root, &alone, Some("one.toml")).1.contains("warn["));
    let told = run(&root, &["config", "a.md"], Some("one.toml")).1;
    assert!(told.contains("configuration: one.toml") && told.contains("ignore = [\"when\"] (one.toml)"), "{told}");
}

#[test]
fn configurations_build_on_each_other() {
    let files = [
        ("a/pingless.toml", "extend = [\"../base.toml\", \"../team/team.toml\"]\n"),
        ("a/a.md", TEXT),
        ("base.toml", "levels.ambiguous-deadline = \"error\"\nfail-on = \"error\"\n"),
        ("team/team.toml", "extend = \"../deep.toml\"\nlevels.ambiguous-deadline = \"note\"\n"),
        ("deep.toml", "fail-on = \"never\"\nlevels.ambiguous-deadline = \"warn\"\n"),
        ("round/one.toml", "extend = \"two.toml\"\n"),
        ("round/two.toml", "extend = [\"../deep.toml\", \"one.toml\"]\n"),
        ("twice.toml", "extend = [\"deep.toml\", \"deep.toml\"]\n"),
        ("wrong.toml", "extend = 3\n"),
        ("folder.toml", "extend = \"team\"\n"),
    ];
    let root = folder("extend", &files);
    let said = run(&root, &["config", "a/a.md"], None).1;
    assert!(said.contains("levels.ambiguous-deadline = \"note\" (team/team.toml)"), "{said}");
    assert!(said.contains("fail-on = \"never\" (deep.toml)"), "{said}");
    let (code, said) = run(&root, &["check", "--config", "round/one.toml", "a"], None);
    assert!(code == Some(2) && said.contains("this configuration extends itself") && said.contains("round/two.toml:1"));
    let (code, said) = run(&root, &["check", "--config", "folder.toml", "a"], None);
    assert!(code == Some(2) && said.contains("this is a folder") && said.contains("folder.toml:1"), "{said}");
    assert_eq!(run(&root, &["check", "--quiet", "--config", "twice.toml", "a"], None).0, Some(0));
    let (code, said) = run(&root, &["check", "--config", "wrong.toml", "a"], None);
    assert!(code == Some(2) && said.contains("this is neither a path nor a list of paths"), "{said}");
}

#[test]
fn what_somebody_names_is_read_wherever_it_lies() {
    let files = [
        ("own/.git/HEAD", ""),
        ("own/a.md", TEXT),
        ("team/pingless.toml", "extend = \"base.toml\"\n"),
        ("team/base.toml", "levels.ambiguous-deadline = \"note\"\n"),
    ];
    let root = folder("beside", &files).join("own");
    let check = ["check", "--quiet", "--format", "concise"];
    let named = [&check[..], &["--config", "../team/pingless.toml"]].concat();
    for (code, said) in [run(&root, &named, None), run(&root, &check, Some("../team/pingless.toml"))] {
        assert!(code == Some(0) && said.contains("note[ambiguous-deadline]"), "{said}");
    }
    // What a repository says of itself is another thing, and the cure is the command line.
    fs::write(root.join("pingless.toml"), "extend = [\"../team/pingless.toml\"]\n").expect("it can be written");
    let (code, said) = run(&root, &check, None);
    assert!(code == Some(2) && said.contains("can be named with `--config`"), "{said}");
}

/// Somebody may name what a stranger has made a link.
#[test]
#[cfg(unix)]
fn a_link_out_of_the_repository_is_not_read_though_it_is_named() {
    let root = folder("link", &[("own/.git/HEAD", ""), ("own/a.md", TEXT), ("team.toml", "pedantic = true\n")]);
    let own = root.join("own");
    std::os::unix::fs::symlink("../team.toml", own.join("team.toml")).expect("a link can be made");
    let (code, said) = run(&own, &["check", "--config", "team.toml"], None);
    assert!(code == Some(2) && said.contains("it leads out of the repository"), "{said}");
    assert!(said.contains("name what the link leads to"), "{said}");
}

#[test]
fn a_version_is_asked_for_in_every_form() {
    let files = [
        ("pyproject.toml", "[tool.pingless]\nrequired-version = \">=7\"\nlater = 1\n"),
        ("fits.toml", "required-version = \">=0.1\"\n"),
        ("a.md", TEXT),
    ];
    let root = folder("version", &files);
    let (code, said) = run(&root, &["check", "a.md"], None);
    assert!(code == Some(2) && said.contains("`>=7` is asked for here"), "{said}");
    assert_eq!(run(&root, &["check", "--config", "fits.toml", "a.md"], None).0, Some(0));
}

#[test]
fn a_folder_stands_for_all_in_it() {
    let files = [(".git/HEAD", ""), ("docs/a.md", TEXT), ("notes/docs/b.md", TEXT), ("c.md", TEXT)];
    let root = folder("folders", &files);
    let check = |setting: &str, expected: &str| {
        fs::write(root.join("pingless.toml"), setting).expect("it can be written");
        let said = run(&root, &["check", "--quiet", "--format", "concise"], None).1;
        let files: Vec<&str> = said.lines().filter_map(|it| it.split(':').next()).collect();
        assert_eq!(files.join(" "), expected, "{setting}: {said}");
    };
    for setting in
        ["exclude = [\"docs\"]", "exclude = [\"docs/\"]", "overrides = [{ paths = [\"docs\"], ignore = [\"all\"] }]"]
    {
        check(setting, "c.md");
    }
    for setting in [
        "exclude = [\"/docs\"]",
        "exclude = [\"./docs\"]",
        "exclude = [\"./docs/\"]",
        "exclude = [\"./docs/**\"]",
        "exclude = [\"/docs/**\"]",
    ] {
        check(setting, "c.md notes/docs/b.md");
    }
    fs::write(root.join("pingless.toml"), "kinds.docs = \"adr\"\n").expect("it can be written");
    let said = run(&root, &["check", "--show-files", "docs"], None).1;
    assert_eq!(said, "docs/a.md: adr (1.00: given for this file)\n");
}

#[test]
fn paths_of_the_command_line_are_those_of_the_current_folder() {
    let root = folder("alone", &[(".git/HEAD", ""), ("docs/a.md", TEXT), ("b.md", TEXT)]);
    for setting in ["exclude=['docs/**']", "overrides=[{paths=['docs'],ignore=['all']}]"] {
        let said = run(&root, &["check", "--quiet", "--format", "concise", "--config", setting], None).1;
        assert!(said.starts_with("b.md:") && said.lines().count() == 1, "{setting}: {said}");
    }
    let said = run(&root, &["check", "--show-files", "--config", "kinds={docs='adr'}", "docs"], None).1;
    assert_eq!(said, "docs/a.md: adr (1.00: given for this file)\n");
}

#[test]
fn a_configuration_that_the_one_around_it_excludes_is_not_read() {
    let files = [
        (".git/HEAD", ""),
        ("pingless.toml", "exclude = [\"vendor\"]\n"),
        ("vendor/z/pingless.toml", "ignroe = []\n"),
        ("vendor/z/b.md", TEXT),
        ("vendor/y/pingless.toml", "pedantic = true\n"),
        ("vendor/y/c.md", TEXT),
        ("a.md", TEXT),
    ];
    let root = folder("excluded", &files);
    let check = ["check", "--quiet", "--format", "concise"];
    let (code, said) = run(&root, &check, None);
    assert!(code == Some(0) && said.starts_with("a.md:") && said.lines().count() == 1, "{said}");
    // Whoever goes into it wants to know.
    let (code, said) = run(&root.join("vendor/z"), &check, None);
    assert!(code == Some(2) && said.contains("there is no key `ignroe` here"), "{said}");
    assert!(run(&root.join("vendor/y"), &check, None).1.starts_with("c.md:"));
}

#[test]
fn what_a_file_ignores_a_later_one_brings_back() {
    let files = [
        (".git/HEAD", ""),
        ("pingless.toml", "ignore = [\"ambiguous-deadline\"]\n"),
        ("docs/pingless.toml", "extend = \"../pingless.toml\"\nselect = [\"ambiguous-deadline\"]\n"),
        ("docs/a.md", TEXT),
        ("b.md", TEXT),
    ];
    let root = folder("brought-back", &files);
    let check = ["check", "--quiet", "--format", "concise"];
    let said = run(&root, &check, None).1;
    assert!(said.starts_with("docs/a.md:") && said.lines().count() == 1, "{said}");
    for flag in ["--select", "--extend-select"] {
        let said = run(&root, &[&check[..], &[flag, "ambiguous-deadline", "b.md"]].concat(), None).1;
        assert!(said.starts_with("b.md:1:17: warn[ambiguous-deadline]"), "{said}");
    }
    let both = [&check[..], &["--select", "when", "--ignore", "ambiguous-deadline", "b.md"]].concat();
    assert_eq!(run(&root, &both, None).1, "");
    // Only what is still kept silent is counted.
    let said = run(&root, &["allows"], None).1;
    assert!(said.contains("1 finding)") && !said.contains("2 findings"), "{said}");
    let said = run(&root, &["config", "docs/a.md"], None).1;
    assert!(said.contains("select = ") && !said.contains("ignore = "), "{said}");
}

#[test]
fn a_group_has_a_level_and_phrases() {
    let root = folder("group", &[(".git/HEAD", ""), ("a.md", TEXT)]);
    let check = |settings: &str| {
        fs::write(root.join("pingless.toml"), settings).expect("it can be written");
        run(&root, &["check", "--quiet", "--format", "concise"], None)
    };
    assert!(check("levels.when = 'error'").1.contains("error[ambiguous-deadline]"));
    assert!(check("levels.all = 'error'\nlevels.when = 'note'").1.contains("note[ambiguous-deadline]"));
    // The more exact word counts, wherever it stands.
    let (code, said) = check("levels.ambiguous-deadline = 'note'\nlevels.when = 'error'");
    assert!(code == Some(0) && said.contains("note[ambiguous-deadline]"), "{said}");
    assert_eq!(check("[allow]\nwhen = ['eod']"), (Some(0), String::new()));
    assert_eq!(check("[allow]\nwhen = ['merge it by EOD tomorrow']"), (Some(0), String::new()), "around what is found");
    assert!(check("[allow]\nwho = ['eod']").1.contains("[ambiguous-deadline]"));
}

#[test]
fn a_phrase_is_one_of_whole_words_with_and_without_marks() {
    let text = "Please merge it by **EOD** tomorrow.\n";
    let root = folder("phrases", &[(".git/HEAD", ""), ("a.md", text)]);
    let check = |phrase: &str| {
        let settings = format!("[allow]\nambiguous-deadline = ['{phrase}']\n");
        fs::write(root.join("pingless.toml"), settings).expect("it can be written");
        let said = run(&root, &["allows"], None).1;
        let is_silent = run(&root, &["check", "--quiet", "--format", "concise"], None) == (Some(0), String::new());
        assert_eq!(said.contains("1 finding)"), is_silent, "{phrase}: {said}");
        is_silent
    };
    for phrase in ["e", "mor", "EO", "EOD tom", "y EOD tomorrow", "by EO"] {
        assert!(!check(phrase), "{phrase}");
    }
    for phrase in ["EOD", "eod tomorrow", "by EOD tomorrow", "by **EOD** tomorrow", "tomorrow"] {
        assert!(check(phrase), "{phrase}");
    }
}

#[test]
fn whoever_is_on_the_team_owns_what_they_take_on() {
    let minutes = "# Meeting 2026-11-18\n\n## Action items\n\n- [ ] on-call: silence the alert by 2026-11-24\n- [ ] Bo calls the bank by 2026-11-25\n- [ ] Rotate the keys (kim) by 2026-11-26\n- [ ] Bow to the king by 2026-11-27\n- [ ] @ada: document the failover, by 2026-11-27\n";
    let team = "[team]\nmembers = ['Bo', 'kim']\ngroups = { on-call = 'the rota in OPS.md' }\n";
    let root = folder("team", &[(".git/HEAD", ""), ("meetings/2026-11-18.md", minutes), ("pingless.toml", team)]);
    let lines = |args: &[&str]| {
        let all = ["check", "--quiet", "--format", "concise", "--select", "unowned-action"];
        let (_, said) = run(&root, &[&all[..], args].concat(), None);
        said.lines().filter_map(|it| it.split(':').nth(1)?.parse().ok()).collect::<Vec<u32>>()
    };
    assert_eq!(lines(&["--isolated"]), [5, 6, 7, 8]);
    assert_eq!(lines(&[]), [8]);
}

#[test]
fn settings_that_mean_nothing_are_mistakes() {
    let root = folder("nothing", &[(".git/HEAD", ""), ("a.md", TEXT)]);
    for (settings, message) in [
        ("[allow]\nambiguous-deadline = [\"\"]", "an empty phrase stands in every text"),
        ("[allow]\nwhen = [\"EOD\", \" \"]", "an empty phrase stands in every text"),
        ("[vocab]\nEOD = \"\"", "`EOD` is a word that means nothing"),
        ("[vocab]\n\"\" = \"18:00 UTC\"", "`` is no word"),
        ("[[overrides]]\nignore = [\"when\"]", "`paths` is missing here"),
        ("[[overrides]]\npaths = []\nignore = [\"when\"]", "these settings are for no path"),
        ("levels.when = \"off\"", "use one of error, warn, note; `ignore = [\"when\"]` turns it off"),
        ("exclude = [\"../ext/docs\"]", "`../ext/docs` goes up, and matches nothing"),
        ("exclude = ['docs\\old']", "write `docs/old`"),
        ("exclude = ['docs', '!docs/a.md']", "`!docs/a.md` matches nothing"),
        ("exclude = ['']", "`` names no file and no folder"),
        ("[[overrides]]\npaths = ['./']\nignore = [\"when\"]", "for all below this folder write `**`"),
        ("kinds.'../a.md' = 'adr'", "goes up, and matches nothing"),
        ("[overrides]\npaths = ['a']", "write `[[overrides]]`, in two brackets"),
        ("[pull-request]\nsmall = 500\nlarge = 400", "a small change is larger here than a large one"),
        ("[team]\nmembers = [\"@ada\"]\nformer = [\"Ada\"]", "`Ada` is a member here, and has left"),
    ] {
        fs::write(root.join("pingless.toml"), settings).expect("it can be written");
        let (code, said) = run(&root, &["check", "--quiet"], None);
        assert!(code == Some(2) && said.contains(message), "{settings}: {said}");
    }
}

/// A stranger may write them.
#[test]
fn what_nobody_writes_by_hand_is_refused_or_soon_read() {
    let wide = "*?".repeat(100_000);
    let page = "---\nsummary: The fault.\nquestion: What is it?\nsince: 0.1.0\nhelp: \"mend it\"\nphrases:\n  label: which one?\n  any: [PHRASE]\n---\n\nWhy.\n\n\
                ````md bad\nFault\n````\n\n````md good\nNone\n````\n";
    let root = folder("long", &[(".git/HEAD", ""), ("a.md", TEXT)]);
    let says = |settings: &str, message: &str| {
        fs::write(root.join("pingless.toml"), settings).expect("it can be written");
        let (code, said) = run(&root, &["check", "--quiet"], None);
        assert!(code == Some(2) && said.contains(message) && said.len() < 2000, "{:?}", said.get(..2000));
    };
    says(&format!("exclude = [\"{wide}\"]"), "it has more than 1024 bytes");
    says(&format!("[[overrides]]\npaths = [\"{wide}\"]"), "it has more than 1024 bytes");
    let phrases = |count: usize| (0..count).map(|it| format!("\"by EOD PT{it}\", ")).collect::<String>();
    says(&format!("[allow]\nwhen = [{}]", phrases(1025)), "more than 1024 phrases are allowed here");
    let words: String = (0..1025).map(|it| format!("EOD{it} = \"18:00 UTC\"\n")).collect();
    says(&format!("[vocab]\n{words}"), "more than 1024 words are explained here");
    fs::write(root.join("pingless.toml"), format!("[allow]\nwhen = [{}]", phrases(1024))).expect("it can be written");
    assert_eq!(run(&root, &["check", "--quiet"], None).0, Some(0));
    fs::write(root.join("pingless.toml"), "").expect("it can be written");
    fs::create_dir_all(root.join(".pingless/rules/when")).expect("it can be made");
    let page = page.replace("PHRASE", "a* ".repeat(500).trim_end());
    fs::write(root.join(".pingless/rules/when/fault.md"), page).expect("it can be written");
    let (code, said) = run(&root, &["check", "--quiet"], None);
    assert!(code == Some(2) && said.contains("this phrase has more than 400 bytes"), "{:?}", said.get(..2000));
}

#[test]
fn a_path_that_goes_up_obeys_what_lies_around_its_file() {
    let files = [
        (".git/HEAD", ""),
        ("pingless.toml", "[[overrides]]\npaths = [\"a/docs/**\"]\nignore = [\"ambiguous-deadline\"]\n"),
        ("a/b/pingless.toml", "levels.ambiguous-deadline = \"error\"\n"),
        ("a/b/c.md", TEXT),
        ("a/docs/x.md", TEXT),
        ("a/other/y.md", TEXT),
    ];
    let root = folder("up", &files);
    let check = |folder: &str, path: &str| {
        let (_, said) = run(&root.join(folder), &["check", "--quiet", "--format", "concise", path], None);
        said
    };
    for path in ["../docs/x.md", "../docs", "../b/../docs/x.md"] {
        assert_eq!(check("a/b", path), "", "{path}");
    }
    assert!(check("a/b", "../other/y.md").contains("warn[ambiguous-deadline]"));
    assert!(check("a/docs", "../b/c.md").contains("error[ambiguous-deadline]"));
    let said = run(&root.join("a/b"), &["config", "../docs/x.md"], None).1;
    assert!(said.contains("configuration: ") && !said.contains("a/b/pingless.toml"), "{said}");
}

#[test]
fn a_configuration_around_another_means_what_it_means_there() {
    const OUTER: &str = "exclude = [\"sub/docs/old\", \"docs/gone\"]\nextend = \"conf/base.toml\"\n[kinds]\n\
        \"sub/docs/n.md\" = \"status-update\"\n\"/n.md\" = \"adr\"\n\
        [[overrides]]\npaths = [\"sub/**\"]\nignore = [\"ambiguous-deadline\"]\n";
    let files = [
        (".git/HEAD", ""),
        ("pingless.toml", OUTER),
        ("conf/base.toml", "exclude = [\"/sub/deep\"]\nkinds.\"/sub/b.md\" = \"runbook\"\n"),
        ("docs/n.md", TEXT),
        ("docs/gone/n.md", TEXT),
        ("sub/n.md", TEXT),
        ("sub/b.md", TEXT),
        ("sub/deep/n.md", TEXT),
        ("sub/docs/n.md", TEXT),
        ("sub/docs/gone/n.md", TEXT),
        ("sub/docs/old/n.md", TEXT),
    ];
    let root = folder("around", &files);
    let said = || {
        ["", "sub", "sub/docs/old"].map(|folder| {
            let root = root.join(folder);
            let (_, files) = run(&root, &["check", "--quiet", "--show-files"], None);
            let (_, found) = run(&root, &["check", "--quiet", "--format", "concise"], None);
            let (_, kept) = run(&root, &["allows", "--format", "json"], None);
            (files, found, kept)
        })
    };
    let before = said();
    assert!(before[0].0.contains("sub/docs/n.md: status-update") && before[0].0.contains("sub/b.md: runbook"));
    assert!(!before[0].0.contains("old/n.md") && !before[0].0.contains("docs/n.md: adr"), "{}", before[0].0);
    assert!(before[0].0.contains("sub/docs/gone/n.md") && !before[0].0.contains("sub/deep"), "{}", before[0].0);
    // A file that says nothing else changes nothing.
    fs::write(root.join("sub/pingless.toml"), "extend = [\"../pingless.toml\"]\n").expect("it can be written");
    assert_eq!(said(), before);
    // What the forge keeps speaks of its repository as well.
    fs::rename(root.join("pingless.toml"), root.join(".github.toml")).expect("it can be moved");
    fs::create_dir(root.join(".github")).expect("it can be made");
    let forge = OUTER.replace("conf/base.toml", "../conf/base.toml");
    fs::write(root.join(".github/pingless.toml"), forge).expect("it can be written");
    fs::write(root.join("sub/pingless.toml"), "extend = \"../.github/pingless.toml\"\n").expect("it can be written");
    for ((files, found, _), (files_before, found_before, _)) in said().iter().zip(&before) {
        assert_eq!((files, found), (files_before, found_before));
    }
}

#[test]
fn a_configuration_that_lies_elsewhere_speaks_of_the_folder_that_builds_on_it() {
    let files = [
        (".git/HEAD", ""),
        ("conf/base.toml", "exclude = [\"/docs/old\"]\n"),
        ("sub/pingless.toml", "extend = \"../conf/base.toml\"\nkinds.\"n.md\" = \"adr\"\n"),
        ("sub/docs/n.md", TEXT),
        ("sub/docs/old/n.md", TEXT),
        ("docs/old/n.md", TEXT),
    ];
    let root = folder("aside", &files);
    let (_, said) = run(&root, &["check", "--quiet", "--show-files"], None);
    assert!(said.contains("sub/docs/n.md: adr") && !said.contains("sub/docs/old"), "{said}");
    assert!(said.contains("\ndocs/old/n.md") || said.starts_with("docs/old/n.md"), "{said}");
}

#[test]
fn of_two_files_that_name_the_same_glob_the_nearer_counts() {
    let files = [
        (".git/HEAD", ""),
        ("base.toml", "kinds.\"n.md\" = \"adr\"\n"),
        ("pingless.toml", "extend = \"base.toml\"\nkinds.\"n.md\" = \"runbook\"\n"),
        ("n.md", TEXT),
    ];
    let said = run(&folder("nearer", &files), &["check", "--quiet", "--show-files"], None).1;
    assert!(said.starts_with("n.md: runbook"), "{said}");
}

#[test]
fn whoever_wants_nothing_to_fail_is_not_sent_to_notes() {
    let root = folder("never", &[(".git/HEAD", ""), ("a.md", TEXT)]);
    for word in ["none", "off"] {
        let (code, said) = run(&root, &["check", "--fail-on", word], None);
        assert!(code == Some(2) && said.contains("never") && !said.contains("similar value exists: 'note'"), "{said}");
    }
    let (_, said) = run(&root, &["check", "--fail-on", "not"], None);
    assert!(said.contains("similar value exists: 'note'"), "{said}");
}

#[test]
fn a_folder_has_no_policy_of_its_own() {
    let root = folder("of-folder", &[(".git/HEAD", ""), ("a/pingless.toml", "pedantic = true\n"), ("a/b.md", TEXT)]);
    let (code, said) = run(&root, &["config", "a"], None);
    assert!(code == Some(2) && said.contains("a is a folder") && said.contains("`a/README.md`"), "{said}");
    let (code, said) = run(&root, &["config", "a/README.md"], None);
    assert!(code == Some(0) && said.contains("configuration: a/pingless.toml"), "{said}");
}

#[test]
fn the_cure_fits_what_cannot_be_read() {
    let large = format!("{}\n", "# a line\n".repeat(200_000));
    let root = folder("large", &[(".git/HEAD", ""), ("pingless.toml", &large), ("a.md", TEXT)]);
    let (code, said) = run(&root, &["check"], None);
    assert!(
        code == Some(2) && said.contains("larger than 1 MiB") && said.contains("people write smaller ones"),
        "{said}"
    );
}

#[test]
fn a_run_in_which_no_rule_is_on_says_so() {
    let root = folder("idle", &[(".git/HEAD", ""), ("docs/a.md", TEXT)]);
    let check = |settings: &str, args: &[&str]| {
        fs::write(root.join("pingless.toml"), settings).expect("it can be written");
        run(&root, &[&["check", "--quiet"], args].concat(), None)
    };
    for settings in ["select = []", "ignore = ['all']"] {
        let (code, said) = check(settings, &[]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.starts_with("warning: pingless.toml: no rule is on\n") && said.lines().count() == 2, "{said}");
    }
    let (_, said) = run(&root, &["issue", "--title", "Slow", "--body", "docs/a.md"], None);
    assert!(said.contains("pingless.toml: no rule is on"), "{said}");
    let on = "select = []\n[[overrides]]\npaths = ['docs']\nextend-select = ['ambiguous-deadline']\n";
    for (settings, args) in [(on, &[][..]), ("select = []", &["--select", "when"])] {
        let (_, said) = check(settings, args);
        assert!(said.contains("[ambiguous-deadline]") && !said.contains("no rule"), "{said}");
    }
}

#[test]
fn a_folder_in_the_place_of_a_configuration_is_told() {
    for name in ["pingless.toml", ".pingless.toml"] {
        let root = folder("taken", &[(".git/HEAD", ""), ("a.md", TEXT), (&format!("{name}/notes.txt"), "")]);
        let (code, said) = run(&root, &["check", "--quiet"], None);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(name) && said.contains("this configuration cannot be read: it is no file"), "{said}");
        assert!(said.contains("give the folder another name"), "{said}");
    }
    let root = folder("taken", &[(".git/HEAD", ""), ("a.md", TEXT), ("pyproject.toml/notes.txt", "")]);
    assert!(run(&root, &["check", "--quiet"], None).1.contains("[ambiguous-deadline]"), "it may be anybody's");
}

#[test]
fn a_table_of_pyproject_counts_however_it_is_spelt() {
    let spelt = [
        "[tool.pingless]\nignore = [\"when\"]\n",
        "[tool]\npingless = { ignore = [\"when\"] }\n",
        "[tool]\npingless.ignore = [\"when\"]\n",
        "[ tool.pingless ]\nignore = [\"when\"]\n",
    ];
    for text in spelt {
        let root = folder("spelt", &[(".git/HEAD", ""), ("pyproject.toml", text), ("a.md", TEXT)]);
        assert_eq!(run(&root, &["check", "--quiet"], None), (Some(0), String::new()), "{text}");
    }
    // Whoever only depends on it has none, in however broken a file.
    for text in ["[project]\ndependencies = [\"pingless\"]\n", "[tool]\nx = pingless\n"] {
        let root = folder("spelt", &[(".git/HEAD", ""), ("pyproject.toml", text), ("a.md", TEXT)]);
        let (code, said) = run(&root, &["check", "--quiet", "--format", "concise"], None);
        assert!(code == Some(0) && said.starts_with("a.md:1:17: warn[ambiguous-deadline]"), "{said}");
    }
}

#[test]
fn each_setting_of_the_command_line_is_over_those_before_it() {
    let root =
        folder("settings", &[(".git/HEAD", ""), ("label=linux/x.toml", "ignore = [\"when\"]\n"), ("a.md", TEXT)]);
    let found = |args: &[&str]| {
        let (code, said) = run(&root, &[&["check", "--quiet", "--format", "concise"], args].concat(), None);
        assert_eq!(code, Some(0), "{args:?}: {said}");
        said.contains("ambiguous-deadline")
    };
    assert!(!found(&["--config", "label=linux/x.toml"]), "a file may be called so");
    // Somebody else's file does not take the place of a setting.
    fs::write(root.join("ignore = ['when']"), "").expect("a file");
    assert!(!found(&["--config", "ignore = ['when']", "--config", "ignore = ['who']"]));
    assert!(found(&["--config", "ignore = ['when']", "--extend-select", "when"]));
    assert!(found(&["--config", "ignore = ['when']", "--config", "extend-select = ['when']"]));
    assert!(!found(&["--config", "[kinds]\n'b.md' = 'adr'", "--ignore", "when"]));
    let (code, said) = run(&root, &["check", "--config", "."], None);
    assert!(code == Some(2) && said.contains("a folder, and no configuration"), "{said}");
}

#[test]
fn a_mistake_beside_code_is_told_once() {
    const FACT: &str =
        "# A\n\nIt lives long. <!-- pingless: fact a.life = 60 min owner=@a since=2026-11-17T21:40Z -->\n";
    let code = "# pingless: assumes a.life = 15 min owner=@b seen=2026-11-18T09:00Z\n";
    let files = [
        (".git/HEAD", ""),
        ("a.md", FACT),
        ("code/x.py", code),
        ("code/y.py", code),
        ("code/pingless.toml", "ignroe = []\n"),
    ];
    let root = folder("beside", &files);
    for command in ["check", "facts"] {
        let (code, said) = run(&root, &[command, "."], None);
        assert!(code == Some(2) && said.contains("ignroe"), "{said}");
        assert_eq!(said.matches("code/pingless.toml").count(), 1, "{said}");
    }
}
