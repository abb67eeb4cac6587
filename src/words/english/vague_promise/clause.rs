//! The clause that holds a time without an end: who does what in it, and whether it is promised.

use std::ops::Range;
use std::sync::LazyLock;

use super::mode::{AUXILIARY, Mode, mode, mode_behind};
use super::others;
use crate::words::english::{mood, verb};
use crate::words::pattern::{Pattern, any_of, in_pieces};

pub struct Clause<'t> {
    /// Up to the time, from the last mark or conjunction.
    pub text: &'t str,
    /// Before the auxiliary.
    pub subject: &'t str,
    /// Between the auxiliary and the time.
    pub verb: &'t str,
    /// What stands behind the time, up to the next mark.
    pub after: &'t str,
    pub mode: Mode,
}

impl<'t> Clause<'t> {
    pub fn of(before: &'t str, after: &'t str) -> Self {
        let text = cut(before);
        // "In a future release, we will drop it": a comma ends no clause that the time only opens.
        let opens = !text.contains(char::is_alphanumeric);
        let after = after.strip_prefix(',').filter(|_| opens).unwrap_or(after);
        let after =
            after.split(['.', ',', ';', ':', '(', ')', '!', '?', '\u{2014}', '\u{2013}']).next().unwrap_or_default();
        let (mode, at) = mode(text);
        let (mode, at, verb) = match at {
            Some(at) => (mode, at.start, &text[at.end..]),
            // "Soon we will announce it": the verb stands behind the time.
            None => match mode_behind(after) {
                Some((mode, at)) => (mode, text.len(), &after[at.end..]),
                None => (Mode::None, text.len(), ""),
            },
        };
        Self { text, subject: &text[..at], verb, after, mode }
    }

    /// It depends: "if …", "once …".
    pub fn is_conditional(&self) -> bool {
        static CONDITION: LazyLock<Pattern> = LazyLock::new(|| {
            any_of(&[r"if|unless|whether|until|once|when|whenever|in case|as long as|assuming|suppose"])
        });
        CONDITION.is_match(self.text)
    }

    pub fn is_negated(&self) -> bool {
        static NOT: LazyLock<Pattern> = LazyLock::new(|| {
            any_of(&[
                r"not|never|cannot|no (?:\w+ )?plans?|no longer|unlikely|nobody|nothing|don't|doesn't|didn't|won't|wouldn't|can't|isn't|aren't|wasn't|weren't|shouldn't|haven't|hasn't|hadn't|couldn't|needn't|hardly|without|rather than|instead of",
            ])
        });
        NOT.is_match(self.text)
    }

    /// It goes on as before, is only possible, or is a farewell: "keep updating it", "see you".
    pub fn is_idle(&self) -> bool {
        static IDLE: LazyLock<Pattern> = LazyLock::new(|| {
            any_of(&[
                r"possible (?:to|that)|implies (?:that )?(?:they|it)|there (?:may|might|could) be|(?:talk|speak|write) to (?:you|ya|y'all)|(?:see|catch|meet|hear from) (?:you|ya|y'all|everyone|all)|gets? (?:well|better)|feel better|where you(?:'ll| will)|you(?:'ll| will) (?:need|want|have|be|get|find)|help(?:s|ed|ing)? you|what to expect|what(?:'s| is) coming|what (?:we|they)(?:'re| are) (?:\w+ )?(?:working on|looking at|looking into|planning|doing|building|up to)|should (?:indicate|state|say|mention|note|explain)",
            ])
        });
        mood::goes_on(self.text) || IDLE.is_match(self.text)
    }

    /// Nobody is sure of it.
    pub fn is_doubtful(&self) -> bool {
        static DOUBT: LazyLock<Pattern> = LazyLock::new(|| {
            any_of(&[r"possib\w+|maybe|perhaps|potential(?:ly)?|likely|probably|might|may|could|would"])
        });
        DOUBT.is_match(self.text)
    }

    pub fn is_habit(&self) -> bool {
        mood::is_habit(self.text)
    }

    /// "Soon we will announce it": the time opens the clause, and who does it stands behind.
    fn opens_with_time(&self) -> bool {
        self.subject.len() == self.text.len() && self.mode != Mode::None
    }

    /// Whoever writes does it, or a person who is named by a pronoun; a clause may leave "we" out.
    pub fn is_own(&self) -> bool {
        static OWN: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[
                r"(?-u:\b)(?:i|we|they|he|she|(?:our|the|my) team|us|everyone|all of us)(?:'m|'re| am| are| is| was| were)?,? ?(?:(?:\w+ly|also|all|then|both|still|just|now|currently|do|think|hope|guess) ){0,3}$",
            ])
        });
        static LEFT_OUT: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[r"^\W*(?:(?:and|but|so|then|also|hopefully),? ?)*$|^\W*(?:@[\w-]+|(?-i:[A-Z]{2,4})):? ?$"])
        });
        static OWN_BEHIND: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"^,? ?(?:i|we|they|he|she)(?-u:\b)"]));
        if self.opens_with_time() {
            return OWN_BEHIND.is_match(self.after);
        }
        let is_left_out = self.mode != Mode::None && !self.verb.starts_with(" be ");
        OWN.is_match(self.subject) || is_left_out && LEFT_OUT.is_match(self.subject)
    }

    /// Somebody is asked: "please", "could you".
    pub fn is_plea(&self) -> bool {
        static PLEA: LazyLock<Pattern> = LazyLock::new(|| {
            any_of(&[
                r"please|pls|plz|kindly|(?:can|could|would|will) (?:you|someone|somebody|anyone|we|i)|(?:i|we)(?:'d| would)? (?:really |also |just )?(?:need|want|like|love|appreciate)|let's|let us",
            ])
        });
        PLEA.is_match(self.text)
    }

    /// It begins with a verb that tells its reader what to do.
    pub fn is_order(&self) -> bool {
        self.is_plea() || verb::opens_order(self.text)
    }

    /// Nothing stands there but the thing: "a fix when I have time".
    pub fn is_elliptic(&self) -> bool {
        const FEW_WORDS: usize = 6;
        self.text.split_whitespace().count() <= FEW_WORDS
    }

    /// "is landing soon", "are publishing it shortly"
    pub fn is_under_way(&self) -> bool {
        static PROGRESS: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[
                r"(?:(?-u:\b)(?:is|are|am|be)|'(?:s|re|m)) (?:(?:also|now|then|hopefully|still|both|all) )?(?P<verb>\w+ing)(?-u:\b)(?: [^\s]+){0,8} ?$",
            ])
        });
        const STATES: &[&str] = &[
            "using",
            "being",
            "having",
            "becoming",
            "missing",
            "during",
            "nothing",
            "something",
            "running",
            "working",
        ];
        PROGRESS.captures(self.text).is_some_and(|found| !STATES.contains(&found["verb"].to_lowercase().as_str()))
    }

    /// A few words that announce: "more on this soon", "Coming soon", "release soon".
    pub fn announces(&self, sentence: &str, range: &Range<usize>) -> bool {
        static ANNOUNCED: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[
                r"(?-u:\b)(?:coming|arriving|landing|launching|shipping|releasing|available|ready|out|starting|happening|following|live|due|merged|published|released) ?$",
                r"|(?:^|[^\w])(?:more|details?|updates?|news|docs|documentation|releases?|instructions|information|support|examples?|announcement|stay tuned)(?: [^\s]+){0,6} ?$",
            ])
        });
        let ends = sentence[range.end..].trim_matches(|it: char| !it.is_alphanumeric()).is_empty();
        let is_alone = ends && self.text.trim_matches(|it: char| !it.is_alphanumeric()).is_empty();
        let has_verb = self
            .text
            .split(' ')
            .any(|word| matches!(word.to_lowercase().as_str(), "is" | "are" | "was" | "were" | "has" | "have" | "had"));
        let is_short = self.text.split_whitespace().count() <= 8;
        let is_adjective = self.text.ends_with("available ") || self.text.ends_with("ready ");
        is_alone && self.text.len() == range.start
            || is_short && (ends || self.ends_aside()) && (!has_verb || is_adjective) && ANNOUNCED.is_match(self.text)
    }

    /// "A button that we will add soon": the words of who explains a thing that others see grow.
    pub fn is_of_thing(&self) -> bool {
        static THING: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[r"(?-u:\b)(?:an?|the) (?:[\w'-]+ ){1,6}(?:that |which )?we(?: will|['\x{2019}]ll) [a-z]+ ?$"])
        });
        THING.is_match(self.text)
    }

    /// "The format that will soon be the default": which one is told, and not that it will be.
    pub fn is_relative(&self) -> bool {
        ["that will ", "which will "].iter().any(|it| self.text.ends_with(it))
    }

    /// It leads to what is told elsewhere: "more on that in a moment".
    pub fn leads_to_more(&self) -> bool {
        static MORE: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)more (?:on|about|of)(?-u:\b)"]));
        self.mode == Mode::None && MORE.is_match(self.text)
    }

    fn ends_aside(&self) -> bool {
        self.after.trim().is_empty()
    }

    /// It will happen by itself, and nobody promises it: "the disk will soon be full".
    pub fn is_consequence(&self) -> bool {
        static HAPPENS: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[
                r"^ ?(?:\w+ly |also |soon |shortly |eventually |later |then )*(?:be |start |begin |to |have |get )*(?:becom(?:e|ing)|change|end|lay|runs? out|running out|fill|find (?:that|out|your)|reali[sz]e|notice|fail|break|expire|exceed|learn|discover|forget|regret|expiring|ending|grow|wish|crash|collapse|converge|lead|cause|result|face|suffer|encounter|hit|turn|wonder|feel|happen|terminate|time out|timeout|overflow|exhaust|disappear|vanish|die|full|obsolete|outdated|stale|equal|consistent|garbage|freed|reclaimed|evicted|flushed|swapped|overwritten|deleted|exit|re-?queued?|re-?enqueued?|retry|try|restart|complete|switching|fire|trigger|evaluate|need|want|have to|receiv(?:e|ed)|arrive|reconciled?|take effect|pick up|in an? (?:block|batch|queue|cache))(?-u:\b)",
            ])
        });
        HAPPENS.is_match(self.verb)
            || self.verb.trim().is_empty() && HAPPENS.is_match(self.after)
            || HAPPENS.is_match(self.after) && self.is_split()
    }

    /// The time stands between the auxiliary and its verb: "will soon be".
    pub fn is_split(&self) -> bool {
        self.verb.split_whitespace().all(|word| word == "be" || word == "not" || word == "also")
    }

    /// "Should soon be ready", "it should find it soon": what is expected, and nobody is to do.
    pub fn is_presumed(&self) -> bool {
        static STATE: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[r"^ ?(?:also )?be (?:available|ready|visible|reachable|accessible|listed)(?-u:\b)"])
        });
        self.is_split() && STATE.is_match(self.after) || others::takes_its_course(self.verb) && !self.is_own()
    }

    /// A text that speaks of itself: "we will see later", "is described shortly".
    pub fn is_about_text(&self) -> bool {
        static TELLS: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[
                r"^ ?(?:\w+ly |also |soon |shortly |eventually |later |then |all |both |be |more |in more detail |further )*(?:see|seen|show|shown|describe|described|explain|explained|mention|mentioned|discuss|discussed|discuss|cover|covered|introduce|introduced|define|defined|elaborate|detail|detailed|look at|learn|learnt|demonstrate|demonstrated|illustrate|illustrated|present|presented|return to|go (?:through|over) (?:it|this|that|these|those|them)|come back|come to (?:it|that|those|them)|be meeting|get to|get back to|get into|go into|(?:talk|talking)(?: more)? (?:about|how)|use|used|refer|touch on|examine|examined|explore|explored|encounter|meet|(?:more )?to say(?-u:\b)[^.;]{0,30}|say|dig)(?-u:\b)",
            ])
        });
        let is_talk = self.verb == " talk " && self.after.starts_with(" about ");
        !self.is_answer() && (is_talk || TELLS.is_match(self.verb) || self.is_split() && TELLS.is_match(self.after))
    }

    /// Whoever asked gets an answer: "we'll get back to you".
    pub fn is_answer(&self) -> bool {
        ["get back to you", "come back to you"].iter().any(|it| self.verb.trim_start().starts_with(it))
    }

    /// The reader's own next step: "you will soon create the model".
    pub fn is_of_reader(&self) -> bool {
        static YOU: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"(?-u:\b)you(?: \w+ly)? ?$"]));
        static YOU_BEHIND: LazyLock<Pattern> = LazyLock::new(|| in_pieces(&[r"^,? ?you(?-u:\b)"]));
        // What somebody is going to be able to do, others have to make.
        let is_made_able = self.verb.trim_start().starts_with("be able") || self.after.starts_with(" be able");
        !is_made_able
            && if self.opens_with_time() { YOU_BEHIND.is_match(self.after) } else { YOU.is_match(self.subject) }
    }

    /// Something stands still: "the stream is paused".
    pub fn is_halt(&self) -> bool {
        static HALT: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[
                r"(?-u:\b)(?:paused?|blocked|stop(?:ped)?|unavailable|interrupted|suspended|halted|frozen|down) ?$",
            ])
        });
        HALT.is_match(self.text)
    }

    /// Somebody is to do a deed, and not only to have or to get something.
    pub fn is_deed(&self) -> bool {
        let verb = self.verb.trim_start();
        verb::follows(verb) || verb::opens_in_ing(verb.strip_prefix("be ").unwrap_or(verb))
    }

    /// Something is to be made, published, changed: the work of people.
    pub fn is_of_work(&self) -> bool {
        static WORK: LazyLock<Pattern> = LazyLock::new(|| {
            any_of(&[
                r"(?:be|been|get) (?:\w+ly |also |soon |shortly |eventually |later )*(?:\w+ and )?(?:created|written|implemented|published|announced|released|merged|landed|documented|added|removed|dropped|deleted|made|scheduled|decided|determined|finali[sz]ed|discussed|revisited|addressed|tackled|shared|posted|updated|deprecated|supported|provided|introduced|extended|enabled|migrated|fixed|solved|handled|improved|replaced|renamed|moved|refactored|cleaned|changed|reviewed|considered|proposed|submitted|filed|opened|closed|ported|backported|included|available|ready|done|started|deployed|rolled out|launched|shipped|stabili[sz]ed|linked|tracked|investigated|evaluated)",
                r"land|ship|launch|follow",
            ])
        });
        WORK.is_match(self.verb) || self.is_split() && WORK.is_match(&format!("be{}", self.after))
    }

    /// The thing is one that people write or release: a document, an issue, a feature.
    pub fn is_of_artefact(&self) -> bool {
        static ARTEFACT: LazyLock<Pattern> = LazyLock::new(|| {
            in_pieces(&[
                r"(?-u:\b)(?:KEP|RFC|ADR|EIP|PEP|issues?|tickets?|PRs?|pull requests?|proposals?|docs?|documents?|documentation|post|guides?|page|tutorial|tests?|test plan|support|features?|implementation|follow-?ups?|plan|details|design|spec|specification|date|schedule|recording|slides|notes|minutes|examples?|benchmarks?|video|article|report|survey|announcement)(?: [\w'-]+){0,5} ?$",
            ])
        });
        ARTEFACT.is_match(self.subject)
    }

    /// Something is put off, with no auxiliary: "deferred to a later release".
    pub fn defers(&self) -> bool {
        mood::defers(self.text)
    }
}

/// The clause at the end of a text: from the last hard mark or conjunction, and from the last comma behind which an
/// auxiliary stands.
fn cut(before: &str) -> &str {
    static BORDER: LazyLock<Pattern> = LazyLock::new(|| {
        in_pieces(&[
            r"[;:(\u{2014}\u{2013}.?!] |[;(\u{2014}\u{2013}]| (?:but|because|which|who|although|though|whereas|while|since) ",
        ])
    });
    // "We'll (re-)enable it": the bracket holds a part of a word.
    let borders = BORDER.find_iter(before).filter(|found| !before[found.end()..].starts_with("re-)"));
    let start = borders.last().map_or(0, |found| found.end());
    let whole = &before[start..];
    let commas = whole.match_indices(", ").map(|(at, mark)| at + mark.len());
    let last = commas.filter(|at| AUXILIARY.is_match(&whole[*at..])).last();
    last.map_or(whole, |at| &whole[at..])
}
