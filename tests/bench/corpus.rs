//! Texts to measure with: the same on every machine and in every run, and none of anybody else's. They are made of what
//! people write when they plan, decide and report, some of it with what rules look for.

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Headings, paragraphs and lists that are read by their lines.
    Plain,
    /// Paragraphs with links and code.
    Linked,
    /// Tables, quotes, HTML, emphasis and lists in lists: what only the grammar can read.
    Marked,
    /// Some of everything, as in a design document.
    Mixed,
}

const WHO: &[&str] = &["The platform team", "Ada Lovelace", "Somebody", "The importer", "Our queue", "@grace", "We"];
const DOES: &[&str] = &[
    "moves the nightly export to the new cluster",
    "keeps a copy of each order for thirty days",
    "decided against a second database",
    "will look at the failing job",
    "reads the ledger before it writes to it",
    "answers for the rollout in both regions",
    "should update the runbook",
    "is blocked on a review",
];
const WHY: &[&str] = &[
    "because the old one loses messages under load",
    "so that a restart costs no more than 90 s",
    "as discussed in the last call",
    "until every caller has moved",
    "by the end of the day tomorrow",
    "before 2026-11-24 17:00 UTC",
    "which nobody has measured yet",
    "while the table holds fewer than 40,000 rows",
];
const HEADINGS: &[&str] = &["Context", "Decision", "Rollout", "Open questions", "Next steps", "What we measured"];
/// What stands beside words: what a scan is certain of, what it is not, or nothing.
const CERTAIN: &[&str] = &["[the plan](docs/plan.md)", "`retry_after`", "[the notes][1]", "`a.b.c` of [it](#rollout)"];
const DOUBTFUL: &[&str] =
    &["*[soon](b.md)*, **not** _yet_", "<https://example.org/x>", "a<br>b `c`", "$x_1$ <!-- why? -->"];
const NOTHING: &[&str] = &[];

/// Numbers that look thrown, and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    fn sentence(&mut self, asides: &[&str]) -> String {
        let aside = if asides.is_empty() { String::new() } else { format!(", see {},", self.pick(asides)) };
        format!("{} {}{aside} {}.", self.pick(WHO), self.pick(DOES), self.pick(WHY))
    }

    fn paragraph(&mut self, asides: &[&str]) -> String {
        let sentences = 2 + self.below(4);
        (0..sentences).map(|_| self.sentence(asides)).collect::<Vec<_>>().join("\n") + "\n\n"
    }

    fn list(&mut self, mark: &str) -> String {
        let items = 2 + self.below(5);
        (0..items).map(|_| format!("{mark} {}\n", self.sentence(NOTHING))).collect::<String>() + "\n"
    }

    fn marked(&mut self) -> String {
        match self.below(4) {
            0 => {
                let rows = 2 + self.below(6);
                let row = |dice: &mut Self| format!("| {} | {} |\n", dice.pick(WHO), dice.pick(DOES));
                format!("| Who | What |\n|---|---|\n{}\n", (0..rows).map(|_| row(self)).collect::<String>())
            }
            1 => format!("> {}\n> {}\n\n", self.sentence(DOUBTFUL), self.sentence(NOTHING)),
            2 => format!(
                "<details>\n<summary>{}</summary>\n\n{}</details>\n\n",
                self.pick(DOES),
                self.paragraph(DOUBTFUL)
            ),
            _ => format!(
                "- {}\n  - {}\n\n    {}\n\n",
                self.sentence(NOTHING),
                self.sentence(DOUBTFUL),
                self.sentence(NOTHING)
            ),
        }
    }

    fn block(&mut self, form: Form) -> String {
        let form = match (form, self.below(10)) {
            (Form::Mixed, 0..6) => Form::Plain,
            (Form::Mixed, 6..9) => Form::Linked,
            (Form::Mixed, _) => Form::Marked,
            (form, _) => form,
        };
        match (form, self.below(6)) {
            (_, 0) => format!("## {}\n\n", self.pick(HEADINGS)),
            (Form::Marked, _) => self.marked(),
            (Form::Linked, _) => self.paragraph(CERTAIN),
            (_, 1) => self.list("-"),
            (_, 2) => self.list("- [ ]"),
            (_, 3) => format!("```sh\nexport --from=old --to=new --rows {}\n```\n\n", self.below(9000)),
            _ => self.paragraph(NOTHING),
        }
    }
}

/// A text of at least so many bytes; another for each number.
pub fn text(form: Form, number: u64, bytes: usize) -> String {
    let mut dice = Dice(number);
    let mut text = format!("# Design {number}: {}\n\n", dice.pick(DOES));
    while text.len() < bytes {
        text += &dice.block(form);
    }
    text + "[1]: https://example.org/notes\n"
}
