//! The parts of a summary as they are written.

use crate::report::form::{Hex, form, words};
use crate::summary::{
    self, Citation, Claim, Constant, Deadline, Decision, Evidence, Exception, Export, Import, Link, Mention, Owner,
    Paragraph, Problem, Quantity, Rare, Sort, Stated, Summary, Who,
};
use crate::words::english::status::Standing;
use crate::words::serial::Serial;

/// Start, end and line of a place.
type At = [u32; 3];

form! {
    /// What is kept of a text: what `pingless link` has to know. A place is a list of its start, its end (in bytes of
    /// UTF-8) and its line.
    pub SummaryForm of Summary {
        name: Option<String>,
        path: String,
        kind: Option<String>,
        is_guess: bool,
        head: At,
        is_english: bool,
        is_story: bool,
        is_record: bool,
        is_plain: bool,
        links: Vec<LinkForm>,
        citations: Vec<CitationForm>,
        decision: Option<DecisionForm>,
        owners: Vec<OwnerForm>,
        paragraphs: Vec<ParagraphForm>,
    } and rare: Rare {
        title: Option<Box<str>>,
        written: Option<String>,
        exports: Vec<ExportForm>,
        imports: Vec<ImportForm>,
        problems: Vec<ProblemForm>,
        quantities: Vec<QuantityForm>,
        feedback: Option<DeadlineForm>,
        log: Vec<DecisionForm>,
        former: Vec<OwnerForm>,
        claims: Vec<ClaimForm>,
        exceptions: Vec<ExceptionForm>,
    } { version: u32 }
}

form! {
    LinkForm of Link { path: Box<str>, spot: At }
}

form! {
    CitationForm of Citation { serial: Option<SerialForm>, path: Option<Box<str>>, spot: At, is_relied_on: bool }
}

form! {
    /// The number of a record, and the word before it.
    SerialForm of Serial { series: Option<String>, number: u32 }
}

form! {
    ExportForm of Export {
        id: String,
        value: String,
        owner: Option<String>,
        since: Option<String>,
        until: Option<String>,
        decided_by: Option<String>,
        superseded_by: Option<String>,
        page_status: Option<String>,
        aliases: Vec<String>,
        form: FactWord,
        spot: At,
        since_spot: Option<At>,
        whole: At,
        beside: Option<StatedForm>,
    }
}

words! {
    /// How a fact is written down.
    FactWord of summary::Form { Marker: "marker", Row: "row", Link: "link", FrontMatter: "front-matter" }
}

form! {
    StatedForm of Stated { value: String, spot: At }
}

form! {
    ConstantForm of Constant { value: Option<String>, spot: At }
}

form! {
    ImportForm of Import {
        id: String,
        value: Option<String>,
        owner: Option<String>,
        seen: Option<String>,
        form: FactWord,
        id_spot: At,
        spot: At,
        seen_spot: Option<At>,
        whole: At,
        target: Option<String>,
        constant: Option<ConstantForm>,
        beside: Option<StatedForm>,
    }
}

form! {
    ProblemForm of Problem { spot: At, text: String }
}

form! {
    QuantityForm of Quantity { spot: At, text: Box<str>, sentence: u32, before: Box<[u32]>, behind: Box<[u32]> }
}

form! {
    DecisionForm of Decision {
        serial: Option<SerialForm>,
        title: Box<str>,
        spot: At,
        path: Option<Box<str>>,
        standing: Option<StandingWord>,
        status: Option<(Box<str>, At)>,
        date: Option<String>,
        deciders: Vec<String>,
        deadline: Option<DeadlineForm>,
        supersedes: Vec<MentionForm>,
        superseded_by: Vec<MentionForm>,
        is_superseded: bool,
        holds_on: bool,
        says_no_more: bool,
        evidence: Vec<EvidenceForm>,
        told: Vec<String>,
    }
}

words! {
    /// Where a decision stands.
    StandingWord of Standing { Open: "open", Settled: "settled", Dropped: "dropped", Replaced: "replaced" }
}

form! {
    DeadlineForm of Deadline { day: String, spot: At }
}

form! {
    MentionForm of Mention { written: String, serial: Option<SerialForm>, path: Option<String>, spot: At }
}

form! {
    EvidenceForm of Evidence { target: String, sort: SortWord, spot: At }
}

words! {
    /// Whether others find it again.
    SortWord of Sort { Page: "page", Chat: "chat" }
}

form! {
    OwnerForm of Owner { name: String, who: WhoWord, is_listed: bool, spot: At }
}

words! {
    /// What sort of owner it is.
    WhoWord of Who { Unknown: "unknown", Person: "person", Team: "team", Channel: "channel" }
}

form! {
    ClaimForm of Claim { topic: Vec<String>, said: String, source: String, spot: At }
}

form! {
    ParagraphForm of Paragraph { exact: Hex, spot: At, words: u16, minima: Hex }
}

form! {
    ExceptionForm of Exception { rules: Vec<String>, comment: At, spot: At }
}
