//! The Action as the runner would run it: every script of `action.yml`, with stand-ins for what reaches out, on a
//! repository that the test makes. Needs bash and git.
#![cfg(unix)]

#[path = "action/comment.rs"]
mod comment;
#[path = "action/definition.rs"]
mod definition;
#[path = "action/events.rs"]
mod events;
#[path = "action/expression.rs"]
mod expression;
#[path = "action/fork.rs"]
mod fork;
#[path = "action/install.rs"]
mod install;
#[path = "action/program.rs"]
mod program;
#[path = "action/runner.rs"]
mod runner;
#[path = "action/world.rs"]
mod world;
