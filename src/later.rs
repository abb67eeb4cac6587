//! What is made once somebody asks for it. Knows nothing of what that is.

use std::sync::LazyLock;

/// A thing, or how it is made: most runs never ask.
pub type Later<T> = LazyLock<T, Box<dyn FnOnce() -> T + Send>>;

/// What `make` will make.
pub fn later<T>(make: impl FnOnce() -> T + Send + 'static) -> Later<T> {
    Later::new(Box::new(make))
}

/// What was made already.
pub fn made<T: Send + 'static>(it: T) -> Later<T> {
    later(move || it)
}
