//! A summary is read as it was written: of texts, and of values that no text is needed for.

use jiff::Timestamp;
use jiff::civil::Date;
use proptest::prelude::*;

use pingless::config::Policy;
use pingless::lint::{self, Beside, Detail};
use pingless::report::summary_row;
use pingless::rule::Catalog;
use pingless::summary::{
    Citation, Claim, Constant, Deadline, Decision, Evidence, Exception, Export, Form, Import, Link, Mention, Owner,
    Paragraph, Problem, Quantity, Rare, Sort, Spot, Stated, Summary, Who,
};
use pingless::text::Source;
use pingless::words::english::status::Standing;
use pingless::words::serial::{Serial, Series};

fn summary(text: &str, kind: Option<&str>) -> Summary {
    let source = Source { kind: kind.map(str::to_owned), ..Source::file("docs/adr/0007-queue.md", text) };
    let beside = Beside { summary: Detail::Whole, ..Beside::default() };
    let checked = lint::check_beside(&source, beside, &Catalog::builtin(), &Policy::default());
    *checked.summary.expect("it was wanted")
}

fn is_kept(summary: &Summary) -> bool {
    let json = serde_json::to_string(&summary_row::write(summary)).expect("plain data");
    summary_row::read(&json).as_ref() == Ok(summary)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_summary_is_read_as_it_was_written(parts in prop::collection::vec(prop::sample::select(PARTS), 0..12), any in "\\PC{0,60}") {
        let text = parts.join("\n\n") + "\n\n" + &any;
        for kind in [None, Some("adr"), Some("decision-log"), Some("runbook")] {
            prop_assert!(is_kept(&summary(&text, kind)), "{text}");
        }
    }
}

/// What the parts of summaries are made of.
const PARTS: &[&str] = &[
    "---\nstatus: accepted\ndate: 2026-11-18\nowner: \"@identity\"\nreview-by: 2027-01-01\nassumes:\n  - auth.token.refresh = 15 min\n---",
    "# 7. Keep jobs in a queue",
    "Status: superseded by [ADR 9](0009-table.md)",
    "Status: proposed\nDate: 2026-11-17\nDeciders: @ana, @ben\nFeedback by: 2026-11-20T17:00Z",
    "<!-- pingless: fact auth.token.refresh = 60 min owner=@identity since=2026-11-17T21:40Z alias=\"token refresh\" -->",
    "<!-- pingless: assumes auth.token.refresh = 15 min seen=2026-11-17T09:00Z -->",
    "<!-- pingless: allow contradicting-fact, duplicate-explanation: both are kept while we move -->",
    "| fact | value | owner | since | decided by |\n|---|---|---|---|---|\n| limits.upload | 20 MB | @storage | 2026-11-01 | [ADR 3](0003-limits.md) |",
    "| ADR | Title | Status | Date |\n|---|---|---|---|\n| [3](0003-limits.md) | Limits | accepted | 2026-11-01 |",
    "The token refresh happens every 15 minutes, and each retry waits for 30 seconds, up to 20 MB at a time.",
    "Owner: @storage. Last reviewed: 2026-05-01. Review every 6 months. See [the guide](../guide.md#limits) and #12.",
    "A job that fails is taken up again by the next worker that is free, after a pause that doubles each time, until it has failed five times; then somebody has to look at it, and until they did nothing else of the same customer is taken up.",
];

#[test]
fn every_part_of_a_summary_is_written() {
    let whole = summary(&PARTS.join("\n\n"), Some("adr"));
    assert!(is_kept(&whole), "{whole:#?}");
    let bare = Summary { name: Some("a/docs/x.md".into()), path: "docs/x.md".into(), ..Summary::default() };
    assert!(is_kept(&bare));
}

/// Values, each unlike those before it, and none of them empty.
struct Pen {
    next: u64,
    text: String,
}

impl Pen {
    fn number(&mut self) -> u64 {
        // The steps of splitmix64.
        self.next = self.next.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.next ^ (self.next >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)) | 1
    }

    fn small(&mut self) -> u32 {
        (self.number() >> 33) as u32 | 1
    }

    fn word(&mut self) -> String {
        let number = self.number() % 997;
        format!("{}{number}", self.text)
    }

    fn spot(&mut self) -> Spot {
        let start = self.small();
        Spot { start, end: start + self.small() % 1000, line: self.small() }
    }

    fn day(&mut self) -> Date {
        let mut part = |most: u64| (self.number() % most) as i8 + 1;
        Date::new(2000 + i16::from(part(99)), part(12), part(28)).expect("a day of each month")
    }

    fn moment(&mut self) -> Timestamp {
        Timestamp::from_nanosecond(i128::from(self.number() >> 1)).expect("a moment")
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[(self.number() >> 7) as usize % of.len()]
    }

    fn list<T>(&mut self, one: fn(&mut Self) -> T) -> Vec<T> {
        (0..1 + (self.number() >> 5) % 3).map(|_| one(self)).collect()
    }

    fn serial(&mut self) -> Option<Serial> {
        Some(Serial { series: Series::of(&format!("s{}", self.number() % 997)), number: self.small() })
    }

    fn stated(&mut self) -> Option<Stated> {
        Some(Stated { value: self.word(), spot: self.spot() })
    }

    fn form(&mut self) -> Form {
        self.one(&[Form::Marker, Form::Row, Form::Link, Form::FrontMatter])
    }

    fn mention(&mut self) -> Mention {
        Mention { written: self.word(), serial: self.serial(), path: Some(self.word()), spot: self.spot() }
    }

    fn evidence(&mut self) -> Evidence {
        Evidence { target: self.word(), sort: self.one(&[Sort::Page, Sort::Chat]), spot: self.spot() }
    }

    fn decision(&mut self) -> Decision {
        Decision {
            serial: self.serial(),
            title: self.word().into(),
            spot: self.spot(),
            path: Some(self.word().into()),
            standing: Some(self.one(&[Standing::Open, Standing::Settled, Standing::Dropped, Standing::Replaced])),
            status: Some((self.word().into(), self.spot())),
            date: Some(self.day()),
            deciders: self.list(Self::word).into(),
            deadline: Some(Deadline { day: self.day(), spot: self.spot() }),
            supersedes: self.list(Self::mention).into(),
            superseded_by: self.list(Self::mention).into(),
            is_superseded: true,
            holds_on: true,
            says_no_more: true,
            evidence: self.list(Self::evidence).into(),
            told: self.list(Self::word).into(),
        }
    }

    fn owner(&mut self) -> Owner {
        let who = self.one(&[Who::Person, Who::Team, Who::Channel, Who::Unknown]);
        Owner { name: self.word(), who, is_listed: true, spot: self.spot() }
    }

    fn export(&mut self) -> Export {
        Export {
            id: self.word(),
            value: self.word(),
            owner: Some(self.word()),
            since: Some(self.word()),
            until: Some(self.word()),
            decided_by: Some(self.word()),
            superseded_by: Some(self.word()),
            page_status: Some(self.word()),
            aliases: self.list(Self::word),
            form: self.form(),
            spot: self.spot(),
            since_spot: Some(self.spot()),
            whole: self.spot(),
            beside: self.stated(),
        }
    }

    fn import(&mut self) -> Import {
        Import {
            id: self.word(),
            value: Some(self.word()),
            owner: Some(self.word()),
            seen: Some(self.word()),
            form: self.form(),
            spot: self.spot(),
            id_spot: self.spot(),
            seen_spot: Some(self.spot()),
            whole: self.spot(),
            target: Some(self.word()),
            constant: Some(Constant { value: Some(self.word()), spot: self.spot() }),
            beside: self.stated(),
        }
    }

    fn quantity(&mut self) -> Quantity {
        let (before, behind) = (self.list(Self::small).into(), self.list(Self::small).into());
        Quantity { spot: self.spot(), text: self.word().into(), sentence: self.small(), before, behind }
    }

    fn paragraph(&mut self) -> Paragraph {
        let minima = std::array::from_fn(|_| self.number() as u8);
        Paragraph { exact: self.number(), spot: self.spot(), words: self.number() as u16, minima }
    }

    fn citation(&mut self) -> Citation {
        let (serial, path) = (self.serial(), Some(self.word().into()));
        Citation { serial, path, spot: self.spot(), is_relied_on: true }
    }

    /// Each field is named, so that a new one does not compile before it is here.
    fn summary(&mut self) -> Summary {
        let link = |it: &mut Self| Link { path: it.word().into(), spot: it.spot() };
        let claim =
            |it: &mut Self| Claim { topic: it.list(Self::word), said: it.word(), source: it.word(), spot: it.spot() };
        let exception = |it: &mut Self| Exception { rules: it.list(Self::word), comment: it.spot(), spot: it.spot() };
        let rare = Rare {
            title: Some(self.word().into()),
            written: Some(self.moment()),
            exports: self.list(Self::export).into(),
            imports: self.list(Self::import).into(),
            problems: self.list(|it| Problem { spot: it.spot(), text: it.word() }).into(),
            quantities: self.list(Self::quantity).into(),
            feedback: Some(Deadline { day: self.day(), spot: self.spot() }),
            log: self.list(Self::decision).into(),
            former: self.list(Self::owner).into(),
            claims: self.list(claim).into(),
            exceptions: self.list(exception).into(),
        };
        Summary {
            name: Some(self.word().into()),
            path: self.word().into(),
            kind: Some(self.word().into()),
            is_guess: true,
            head: self.spot(),
            is_english: true,
            is_plain: true,
            is_story: true,
            is_record: true,
            links: self.list(link).into(),
            citations: self.list(Self::citation).into(),
            decision: Some(Box::new(self.decision())),
            owners: self.list(Self::owner).into(),
            paragraphs: self.list(Self::paragraph).into(),
            rare: rare.kept(),
        }
    }
}

proptest! {
    #[test]
    fn a_full_summary_is_read_as_it_was_written(next: u64, text in "\\PC{1,20}") {
        let full = Pen { next, text }.summary();
        prop_assert!(is_kept(&full), "{full:#?}");
    }
}
