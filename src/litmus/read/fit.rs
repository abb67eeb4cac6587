//! Which of some commands answers a question here: the one that the text announces, or the first whose words say so; about
//! the whole before a piece. Which parts of the text are asked, it does not know.

use super::Reader;
use super::announced::is_announced;
use super::aside::{
    asks_for_help, is_for_needs, is_of_a_piece, is_of_other_matter, is_to_be_typed, only_builds, writes_expectations,
};
use super::typed::{Typed, is_own, names_itself};
use crate::litmus::Question::{self, Deploy, Run};
use crate::litmus::command::{Aim, aims_at, only_makes, only_publishes, runs_one_part, stays_local};

/// The first command with an aim that is about the whole, or else the first that is about a piece of it.
pub fn fittest<'t>(
    reader: &Reader,
    question: Question,
    aim: Aim,
    lines: impl Iterator<Item = &'t Typed> + Clone,
) -> Option<(&'t Typed, u8)> {
    let is_fit = |it: &&Typed| {
        let line = reader.doc.at(it.span);
        aims_at(line, aim)
            && !(aim == Aim::Run && (only_makes(line) || runs_one_part(line) && !names_itself(reader, it.span)))
            && is_fit(reader, question, aim, **it)
            && (it.in_block || is_spelt_out(aim, line) && is_to_be_typed(reader, it.span))
    };
    let fit = lines.filter(is_fit);
    let whole = fit.clone().find(|it| is_of_whole(reader.doc.at(it.span), aim)).map(|it| (it, 0));
    whole.or_else(|| fit.clone().next().map(|it| (it, 1)))
}

/// The first command, known or not, of which the text says that it is the way.
pub fn announced<'t>(reader: &Reader, question: Question, aim: Aim, lines: &'t [Typed]) -> Option<(&'t Typed, u8)> {
    let is_way = |it: &&Typed| {
        is_announced(reader, question, **it)
            && is_fit(reader, question, aim, **it)
            && is_of_whole(reader.doc.at(it.span), aim)
    };
    lines.iter().find(is_way).map(|it| (it, 0))
}

/// Whether a command, whatever it does, may answer a question here.
fn is_fit(reader: &Reader, question: Question, aim: Aim, it: Typed) -> bool {
    let line = reader.doc.at(it.span);
    is_own(reader, aim, it.span)
        && !asks_for_help(line)
        && !(question == Run && aim == Aim::Deploy && only_publishes(line))
        && !(question == Deploy && stays_local(line))
        && !(aim == Aim::Test && (writes_expectations(line) || only_builds(reader, it.span)))
        && !(aim == Aim::Run && is_for_needs(reader, it))
        && !is_of_other_matter(reader, question, it.span)
}

fn is_of_whole(line: &str, aim: Aim) -> bool {
    match aim {
        Aim::Test => !is_of_a_piece(line),
        // It is set up, and may have to be started yet.
        Aim::Run => !line.ends_with("bin/setup"),
        _ => true,
    }
}

/// Whether what stands in the midst of a sentence is a command: a single word may be the name of anything, and `dev*` is
/// that of many.
fn is_spelt_out(aim: Aim, line: &str) -> bool {
    if aim == Aim::Run && line.contains(['*', '<']) {
        return false;
    }
    line.contains([' ', '/']) || aim == Aim::Test && (line.contains("test") || line.contains("spec"))
}
