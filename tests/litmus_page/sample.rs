//! An outcome of the litmus test in which every form of a page occurs, and whatever a stranger may choose is chosen by
//! one.

use jiff::Timestamp;
use pingless::litmus::trend::{Point, Trend};
use pingless::litmus::{Ages, Answer, Authors, By, Evidence, Figures, Litmus, Question, Share, System, Threads};

/// Names that would be more than names where one of them slips through.
pub const HOSTILE: &[&str] = &[
    "<script>document.title='run'</script>",
    "\"><img src=x onerror=document.title='run'>",
    "' onmouseover='document.title=1",
    "</style><style>body{background:url(http://127.0.0.1:9/x)}</style>",
    "</title></head><body><h1>Mine</h1>",
    "pay\u{202e}txt.exe\u{2066}",
    "javascript:document.title='run'",
    "//example.invalid/a",
    "-->]]><!--",
    "&lt;b&gt;&#60;i&#62;&amp",
    "##[error]::stop-commands::x",
    "\u{0}\r\n\u{b}\u{ffff}\u{fdd0}",
    "../../../etc/passwd",
    "שלום/עולם",
];

/// How many systems of the sample have nothing to do with strangers.
const PLAIN: &[(&str, usize)] =
    &[("billing", 11), ("checkout", 6), ("docs", 13), ("identity", 8), ("mobile", 9), ("search", 5)];

fn evidence(path: &str, quote: &str, line: usize) -> Evidence {
    Evidence { path: path.to_owned(), line, quote: quote.to_owned(), is_shared: line.is_multiple_of(4) }
}

/// A system of which every question but the last `open` is answered, in an order of its own.
pub fn system(name: &str, path: &str, quote: &str, answered: usize) -> System {
    let all = Question::ALL.iter().enumerate();
    let answers = all.map(|(at, question)| {
        let is_answered = (at * 5 + name.len()) % Question::ALL.len() < answered;
        let evidence = is_answered.then(|| evidence(path, quote, at * 7 + 3));
        Answer { question: *question, evidence }
    });
    System {
        name: name.to_owned(),
        paths: vec![format!("at/{name}")],
        by: By::Folder,
        answers: answers.collect(),
        authors: Some(if answered > 6 { Authors::AtLeastThree } else { Authors::FewerThanThree }),
        documents: answered + 1,
    }
}

/// A repository with plain systems and one for each hostile name.
pub fn litmus(hostile: &[&str]) -> Litmus {
    let plain = PLAIN.iter().map(|(name, answered)| {
        let mut system = system(
            name,
            &format!("{name}/README.md"),
            "Run `make up` here, then open the address that it prints.",
            *answered,
        );
        system.paths = vec![(*name).to_owned()];
        system
    });
    let strange = hostile.iter().enumerate().map(|(at, name)| system(name, name, name, at % 9 + 1));
    let mut systems: Vec<System> = plain.chain(strange).collect();
    systems[1].by = By::Owners;
    systems[2].by = By::Configuration;
    systems[3].answers.truncate(12);
    Litmus { now: "2026-11-20T18:00:00Z".parse().ok(), systems, figures: figures(), documents: 214, unread: 3 }
}

/// How many open questions a page lists: what is open in every system once.
pub fn listed(litmus: &Litmus) -> usize {
    let share = litmus.answered();
    let open = |question| {
        let answers = litmus.systems.iter().filter_map(|it| it.answers.iter().find(|it| it.question == question));
        answers.filter(|it| it.evidence.is_none()).count()
    };
    let systems = litmus.systems.len();
    let everywhere = Question::ALL.into_iter().filter(|it| systems > 1 && open(*it) == systems).count();
    share.all - share.part - everywhere * systems.saturating_sub(1)
}

pub fn figures() -> Figures {
    let share = |part, all| Some(Share { part, all });
    Figures {
        chat_only: share(3, 21),
        open_decisions: Some(Ages { count: 5, median: 41, oldest: 122 }),
        reviewed: share(14, 19),
        threads: Some(Threads {
            count: 312,
            reviewed_in_time: share(81, 140),
            first_review: Some(385),
            designs_in_time: share(9, 16),
            designs: Some(Ages { count: 16, median: 5, oldest: 34 }),
            with_outcome: share(187, 230),
            by_page: share(44, 198),
        }),
    }
}

/// Eighteen points, a month apart; a system comes late, and another goes.
pub fn trend(hostile: &[&str]) -> Trend {
    let point = |at: i64| {
        let share = |part: i64| Share { part: part.clamp(0, 13) as usize, all: 13 };
        let mut systems: Vec<(String, Share)> = PLAIN
            .iter()
            .enumerate()
            .filter(|(number, _)| (*number != 4 || at > 6) && (*number != 5 || at < 15))
            .map(|(number, (name, end))| {
                let number = number as i64;
                ((*name).to_owned(), share(*end as i64 - (17 - at) * (number % 3 + 1) / 5 + (at + number) % 2))
            })
            .collect();
        systems.extend(hostile.iter().map(|name| ((*name).to_owned(), share(at / 3))));
        systems.sort_by(|one, other| one.0.cmp(&other.0));
        let at = Timestamp::from_second(1_748_750_000 + at * 30 * 86_400).expect("a moment");
        Point { commit: format!("{:040x}", at.as_second() * 7_919), at, systems }
    };
    Trend { points: (0..18).map(point).collect() }
}
