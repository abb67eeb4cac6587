//! The automaton that stored steps were made of, for whoever searches it in another way than step by step.

use regex_automata::nfa::thompson::{Builder, NFA, Transition};
use regex_automata::util::primitives::StateID;

use super::{BYTES, FAIL, GROUP, LOOK, Program, UNION};

impl Program {
    /// The automaton that it was made of.
    pub fn automaton(&self) -> Option<NFA> {
        let mut builder = Builder::new();
        builder.set_utf8(true);
        builder.set_reverse(self.word(0) == 1);
        builder.start_pattern().ok()?;
        let names = self.names();
        let id = |at: usize| StateID::must(self.word(at).into());
        for state in 0..self.word(4) {
            let (at, sort, count) = self.step(state);
            match sort {
                BYTES => {
                    let transition = |it: usize| {
                        let [start, end] = self.words[it];
                        Transition { start, end, next: id(it + 1) }
                    };
                    match count {
                        1 => builder.add_range(transition(at)),
                        _ => builder.add_sparse((0..count).map(|it| transition(at + 2 * it)).collect()),
                    }
                }
                LOOK => builder.add_look(id(at + 1), self.look(at)?),
                UNION => builder.add_union((at..at + count).map(id).collect()),
                GROUP => {
                    let (end, next) = (usize::from(self.word(at)), id(at + 1));
                    let group = (end / 2) as u32;
                    let name = names.iter().find(|it| it.0 == end / 2).map(|it| it.1.as_str().into());
                    match end % 2 {
                        0 => builder.add_capture_start(next, group, name),
                        _ => builder.add_capture_end(next, group),
                    }
                }
                FAIL => builder.add_fail(),
                _ => builder.add_match(),
            }
            .ok()?;
        }
        let starts = [id(1), id(2)];
        builder.finish_pattern(starts[0]).ok()?;
        builder.build(starts[0], starts[1]).ok()
    }
}
