//! What is said to people, in their language and units: the one room with sentences.
//!
//! Rules, use cases and tools give facts ([`Reason`](crate::domain::reason::Reason)); this turns them
//! into words at the edge, for pages, API and agents alike. It owns the catalogues under `texts/`, how
//! numbers, loads and dates are written, and the names of exercises. It refuses to decide anything, and
//! nothing anywhere reads a sentence again.
//!
//! Whom something is said to is known where a request or a run begins, and holds for all that is done
//! for it ([`scope`], [`speak`]); what is said outside of one is English, in kilograms.

pub mod change;
pub mod dates;
pub mod exercises;
pub mod focus;
pub mod numbers;
pub mod outcomes;
pub mod plan_diff;
pub mod reasons;
mod scripts;
pub mod set_kinds;
pub mod sets;
#[cfg(test)]
mod tests;
pub mod texts;
pub mod vocabulary;
mod word;

use std::cell::Cell;
use std::future::Future;

pub use reasons::reason;
pub use scripts::module;
pub use word::Word;

use crate::domain::language::Language;
use crate::domain::profile::{Profile, Units};

/// How something is said: in which language, with loads in which units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wording {
    /// The language.
    pub language: Language,
    /// Units of loads.
    pub units: Units,
}

impl Wording {
    /// As this person reads; `accepted` is the language where they chose none.
    #[must_use]
    pub fn of(profile: &Profile, accepted: Language) -> Self {
        Self { language: profile.language.unwrap_or(accepted), units: profile.units }
    }
}

tokio::task_local! {
    static CURRENT: Cell<Wording>;
}

/// Does this with everything in it said so.
pub async fn scope<F: Future>(wording: Wording, work: F) -> F::Output {
    CURRENT.scope(Cell::new(wording), work).await
}

/// Does this, which waits for nothing, with everything in it said so.
pub fn within<T>(wording: Wording, work: impl FnOnce() -> T) -> T {
    CURRENT.sync_scope(Cell::new(wording), work)
}

/// How things are said here.
#[must_use]
pub fn current() -> Wording {
    CURRENT.try_with(Cell::get).unwrap_or_default()
}

/// From here on, in the scope that this stands in, things are said so: who asks is known.
pub fn speak(wording: Wording) {
    let _outside = CURRENT.try_with(|current| current.set(wording));
}
