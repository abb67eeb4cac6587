//! What other programs write about pull requests, issues and threads (webhook events, `gh --json`, GitHub's REST, chat
//! exports), read into our own data. The only place that knows their forms; it reads no file and judges nothing.

pub mod thread;
