//! What somebody with a clock is told while a text is judged. Nobody here reads one.

/// What was done since the lap before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lap<'l> {
    /// The text was parsed, its kind recognised, and all that several rules ask answered.
    Reading,
    Rule(&'l str),
    /// Exceptions, fingerprints, confidence.
    Settling,
}

/// Told at the end of each lap.
pub trait Stopwatch {
    fn lap(&self, lap: Lap);

    /// Whether anybody looks at it: then the first rule that asks for something does not pay for the others.
    fn is_running(&self) -> bool {
        true
    }
}

/// No clock at all.
impl Stopwatch for () {
    fn lap(&self, _: Lap) {}

    fn is_running(&self) -> bool {
        false
    }
}
