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

/// What comes out of each, in order.
pub fn each<'t, T: Sync, R: Send>(all: &'t [T], one: impl Fn(usize, &'t T) -> R + Sync) -> Vec<R> {
    match all {
        [] => Vec::new(),
        [only] => vec![one(0, only)],
        _ => {
            begin(0);
            all.par_iter().enumerate().map(|(at, it)| one(at, it)).collect()
        }
    }
}
