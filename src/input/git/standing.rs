//! A `git` that stays and answers as often as it is asked. What is asked, and how an answer is read, is for others to say.

use std::io::{self, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::{Refusal, Repository};

/// It ends with its process.
#[derive(Debug)]
pub struct Standing {
    child: Child,
    /// Closed before the end is waited for.
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
}

impl Standing {
    pub fn start<const N: usize>(repository: &Repository, args: [&str; N]) -> Result<Self, Refusal> {
        let mut child = repository.started(args, Stdio::piped(), Stdio::null())?;
        let stdin = child.stdin.take();
        let stdout = child.stdout.take().map(BufReader::new);
        let stdout = stdout.ok_or_else(|| Refusal::Failed("its answers cannot be read".to_owned()))?;
        Ok(Self { child, stdin, stdout })
    }

    /// Asks one question, with what ends it, and hands out where its answer is read.
    pub fn ask(&mut self, question: &[u8]) -> io::Result<&mut BufReader<ChildStdout>> {
        let stdin = self.stdin.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        stdin.write_all(question)?;
        stdin.flush()?;
        Ok(&mut self.stdout)
    }
}

impl Drop for Standing {
    fn drop(&mut self) {
        drop(self.stdin.take());
        let _ = self.child.wait();
    }
}
