//! How many threads a run has. For one text none is begun: that takes longer than to judge a message. Of texts it knows
//! nothing.

use rayon::prelude::*;

/// More threads than this speed nothing up, and many more of them no machine can start.
pub const MOST: usize = 256;

/// Works with so many threads; with none said, with as many as the machine has cores.
pub fn share(jobs: usize) {
    // Those for each core begin once there is work for them.
    if jobs > 0 {
        begin(jobs.min(MOST));
    }
}

/// Begins so many threads, of which whoever begins them is one: it would only wait, and each keeps memory of its own.
fn begin(threads: usize) {
    // It fails only where they run already, and then those serve.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).use_current_thread().build_global();
}

/// What comes out of each, in order. One text may be a thousand times as long as the next, so whoever has nothing left to do
/// takes over any of them that nobody has begun: in parts of many, the last is waited for.
pub fn each<'t, T: Sync, R: Send>(all: &'t [T], one: impl Fn(usize, &'t T) -> R + Sync) -> Vec<R> {
    match all {
        [] => Vec::new(),
        [only] => vec![one(0, only)],
        _ => {
            begin(0);
            all.par_iter().enumerate().with_max_len(1).map(|(at, it)| one(at, it)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::thread::{self, sleep};
    use std::time::Duration;

    use super::*;

    /// The first eight take long and all others no time: whoever is done with those helps.
    #[test]
    fn nobody_is_idle_while_a_text_waits() {
        let all: Vec<u64> = (0..32).map(|at| if at < 8 { 20 } else { 0 }).collect();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads begin");
        let at_work = pool.install(|| {
            each(&all, |_, milliseconds| {
                sleep(Duration::from_millis(*milliseconds));
                thread::current().id()
            })
        });
        let on_the_long_ones: HashSet<_> = at_work[..8].iter().collect();
        assert_eq!(on_the_long_ones.len(), 2, "one thread took all that takes long: {at_work:?}");
    }
}
