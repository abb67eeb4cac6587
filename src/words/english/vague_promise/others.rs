//! What other people's software will do, as the reason for a change: "it is deprecated since Python 3.12 and will be removed
//! in a future version". The author promises nothing of it; and what they will be able to do is a prospect.

use std::sync::LazyLock;

use crate::words::pattern::{Pattern, in_pieces};

/// What nobody who reads this works on, by its name, with a version.
const OTHERS: &str = r"(?:upstream|the (?:vendor|upstream (?:project|maintainers?|authors?))|ubuntu|debian|fedora|centos|rhel|alpine|mac ?os|windows(?: server)?|ios|android|node(?:\.?js)?|python|ruby|php|java|jdk|gcc|clang|llvm|postgres(?:ql)?|mysql|mariadb|django|rails|react|angular|kubernetes|docker|github(?: actions)?|gitlab|travis(?: ci)?|circleci|appveyor|google|apple|microsoft|amazon|aws|azure|mozilla|openssl|glibc|chrome|firefox|safari|xcode|npm|numpy|pandas)(?:[ -]v?\d[\w.]*)?(?: (?:lts|images?|runners?))?";

/// "Ubuntu 20.04 will go away", "upstream plans to fix it": who does it, and no deed of ours to it.
static THEIRS: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?:^\W*|[,;:(] ?|(?-u:\b)(?:and|as|because|since|but|that|while|so|now) )",
        OTHERS,
        r" (?:(?:will|shall)(?: \w+ly| also| soon)?|is going to|are going to|(?:plan|intend|want|hope|expect|promise)(?:s|ed)? to) ",
        r"(?:be (?:removed|dropped|retired|gone|deprecated|unsupported|discontinued|sunset|out of support|end[ -]of[ -]life|eol)|(?:go away|disappear|vanish|expire|drop|remove|retire|deprecate|stop|end|reach|leave|lose|fix|change|switch|flip|require|refuse|reject|release|publish|ship|break|discontinue|sunset|block|disable|enforce))(?-u:\b)",
    ])
});

/// Whatever its name: what loses its support does so by the plan of whoever gave it.
static ENDING: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:leav|los|reach|near|approach|go|end)ing (?:out of |its |their |the )?(?:(?:lts|active|security|long[- ]term) )?(?:support|maintenance|end[- ]of[- ](?:life|support)|eol)(?-u:\b)[^.;:]{0,20}$",
    ])
});

/// "Deprecated since Python 3.12": by whom, where the name is no word for a version of this very thing.
static OLD: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:deprecated|obsolete|discouraged)(?: (?:since|in|as of|from|by|with))? (?P<name>(?-i:[A-Z])[\w+#]*)(?:[.-]\w+)? v?\d[\w.]*[^;:]{0,60} be (?:removed|dropped|deleted) $",
    ])
});

/// "We'll be able to drop it soon."
static PROSPECT: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[r"(?-u:\b)(?:i|we)(?:'ll| will) (?:(?:then|also|finally) )?be able to(?-u:\b)[^.;:]*$"])
});

/// Before "soon", where "be able to" or "flip to" stands behind it.
static OURS: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)(?:i|we)(?:'ll| will) (?:also |then )?$"]));

/// "Projects like Foo are dropping it", "that'll hopefully get fixed", "we skip it, since I expect the tool to fail": whoever
/// writes reports, hopes or reckons.
static REPORTED: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:projects|libraries|tools|vendors|distributions|distros|browsers|packages) (?:like|such as) [^.;:]* (?:are|will|plan to) [^.;:]*$",
        r"|(?:['\x{2019}]ll| will) hopefully get [a-z]+ $|(?-u:\b)(?:others|(?:other|many) [\w-]+(?: [\w-]+s)?) will hopefully [a-z]+(?-u:\b)[^.;:]*$",
        r"|(?-u:\b)(?:since|as|because) (?:i|we) expect (?:the )?[\w-]+ to(?-u:\b)[^.;:]*$|(?-u:\b)(?:i|we) hope (?:that )?(?:other|others|many|more) [^.;:]*$|(?-u:\b)(?:my|our) hope (?:is )?that (?:the|this|that|other|others|it|they|more|all) [^.;:]*$|(?-u:\b)there will be many [^.;:]*$|(?-u:\b)in all likel[iy]hood(?-u:\b)[^.;:]*$",
    ])
});

/// "The report is expected to be published soon", "we expect to get a request soon", "all of them have it, or will soon", "Rosa
/// has to leave soon": what is looked for from others, and what nobody is to bring about.
static LOOKED_FOR: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        r"(?-u:\b)(?:is|are) (?:also |still |now )?expected (?:to (?:be )?[a-z]+ |this |in |out )?$",
        // What a whole field may bring, nobody brings about.
        r"|(?-u:\b)(?:is|are) (?:also |still |now |widely )?expected to (?:bring|have|play|become|remain|grow|rise|increase|decrease|see|gain|benefit|lead|drive|affect|influence|shape|change|transform|dominate|help|open up|make it) [^.;:]*$",
        r"|(?-u:\b)(?:i|we|they|he|she) expects? (?:to (?:get|receive|see|hear|have|find)|them|him|her|people|others|you)(?-u:\b)[^.;:]*$",
        r"|(?-u:\b)(?:or|nor) (?:likely |probably |maybe )?will $",
        r"|(?-u:\b)(?:have|has) to (?:go|leave|drop off|drop|run|head out|jump off|hop off|sign off) $",
    ])
});

/// "Should we break them in the future", "we mend it soon, should it break": an "if" that is turned round.
static SUPPOSED: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"(?:^|[,;:] )should (?:i|we|it|they|this|that|any\w+|some\w+)(?-u:\b)[^,.;:?]*$"]));
static SUPPOSED_BEHIND: LazyLock<Pattern> =
    LazyLock::new(|| in_pieces(&[r"^,? should (?:i|we|it|they|this|that|any\w+|some\w+)(?-u:\b)"]));

/// "It should find the record soon": what a program does by itself.
pub fn takes_its_course(verb: &str) -> bool {
    static COURSE: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"^ ?(?:also |then )?(?:detect|find|see|show|appear|update|refresh|propagate|load|recogni[sz]e|resolve|connect|come up|start up|turn up)(?-u:\b)",
        ])
    });
    COURSE.is_match(verb)
}

/// Whether others do what a sentence speaks of, or nobody does more than look forward to it.
pub fn is_of_others(before: &str, after: &str) -> bool {
    const OWN: &[&str] = &["version", "release", "v", "api", "protocol", "step", "phase"];
    let is_old = || {
        let name = OLD.captures(before).and_then(|it| it.name("name"));
        name.is_some_and(|it| !OWN.contains(&it.as_str().to_ascii_lowercase().as_str()))
    };
    let is_ours = || OURS.is_match(before);
    // "`latest` will soon flip to 24.04": whoever keeps the name flips it.
    let is_flip = || before.trim_end().ends_with("will") && after.starts_with(" flip to ") && !is_ours();
    // "Upstream plans to fix it soon" has its verb before the time, "will soon drop it" behind it.
    let is_theirs =
        || THEIRS.is_match(before) || !after.is_empty() && THEIRS.is_match(&format!("{}{after}", before.trim_end()));
    let is_supposed =
        || SUPPOSED.is_match(before) && !after.trim_end().ends_with('?') || SUPPOSED_BEHIND.is_match(after);
    is_theirs()
        || LOOKED_FOR.is_match(before)
        || REPORTED.is_match(before)
        || is_supposed()
        || ENDING.is_match(before)
        || is_old()
        || is_flip()
        || PROSPECT.is_match(before)
        || after.starts_with(" be able to") && is_ours()
}

/// Whether a sentence speaks neither of whoever writes nor of whoever reads it.
pub fn names_nobody_here(sentence: &str) -> bool {
    const OURS: &[&str] = &["i", "we", "us", "our", "my", "you", "your", "this"];
    let mut words = sentence.split(|it: char| !it.is_alphanumeric());
    !words.any(|word| OURS.iter().any(|it| word.eq_ignore_ascii_case(it)))
}

#[cfg(test)]
mod tests {
    use super::is_of_others;

    #[test]
    fn what_others_do_is_nobodys_promise() {
        for (before, after) in [
            ("The `now` helper is deprecated since Ruby 4.1 and will be removed ", "."),
            ("Debian 11 will go away ", ", so bump it."),
            ("windows-2019 is leaving support ", "; use the next one."),
            ("\u{fffc} points to 22.04 and will ", " flip to 24.04."),
            ("We'll be able to drop the copy ", "."),
            ("We will ", " be able to drop the copy."),
            ("I left it out, because projects like Door are dropping it ", "."),
            ("This is a fault of Door that'll hopefully get fixed ", "."),
            ("It ignores most faults since I expect doord to fail ", "."),
            ("It is not there but will in all likelihood be included ", "."),
            ("Both cases are asserted, should we break them ", "."),
            ("We will mend it ", ", should it break."),
            ("Upstream intends to mend it, and upstream plans to fix that ", "."),
            ("We pin it, because GitHub will ", " drop the old image."),
            ("The second edition is expected ", "."),
            ("Their audits are expected to be published ", ", at the fair."),
            ("We expect to receive a request for it ", "."),
            ("Every shell has it, or will ", "."),
            ("Rosa has to leave ", "."),
            ("Such lamps are expected to bring more light to small towns ", "."),
        ] {
            assert!(is_of_others(before, after), "{before}|{after}");
        }
        for (before, after) in [
            ("We will remove it ", "."),
            ("Ana will hopefully mend this ", "."),
            ("The fix will hopefully land ", "."),
            ("Should we remove it ", "?"),
            ("They should remove it ", "."),
            ("The flag is deprecated since Version 2 and will be removed ", "."),
            ("Windows support will land ", "."),
            ("Windows will be supported ", "."),
            ("The job on Debian 11 will be removed ", "."),
            ("We will ", " flip to the new pool."),
            ("You will ", " be able to list them."),
            ("Expect a first draft ", "."),
            ("It is expected now, and will be mended ", "."),
            ("We have to leave the old host ", "."),
            ("The port is expected to land in the main tree ", "."),
        ] {
            assert!(!is_of_others(before, after), "{before}|{after}");
        }
    }
}
