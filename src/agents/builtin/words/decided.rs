//! What became of a proposal that the built-in coach made.

use super::{cut, list, sentence};
use crate::agents::builtin::turn::Outcome;
use crate::wording::texts;

/// What was proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Plan,
    Profile,
    Set,
    Swap,
}

impl What {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Profile => "profile",
            Self::Set => "set",
            Self::Swap => "swap",
        }
    }

    /// The texts of a no, and of one with the person's own words.
    const fn declined(self) -> (&'static str, &'static str) {
        match self {
            Self::Plan => ("builtin-plan-declined", "builtin-plan-declined-why"),
            Self::Profile => ("builtin-profile-declined", "builtin-profile-declined-why"),
            Self::Set => ("builtin-set-declined", "builtin-set-declined-why"),
            Self::Swap => ("builtin-swap-declined", "builtin-swap-declined-why"),
        }
    }
}

/// After the person decided on a plan.
#[must_use]
pub fn plan_decided(outcome: &Outcome, split: &str, weekdays: &[String]) -> String {
    if *outcome != Outcome::Executed {
        return not_done(outcome, What::Plan);
    }
    if weekdays.is_empty() {
        return texts::with("builtin-plan-saved", &[("split", split.into())]);
    }
    let facts = [("split", split.into()), ("weekdays", list(weekdays).into())];
    texts::with("builtin-plan-saved-on", &facts)
}

/// After the person decided on a profile change.
#[must_use]
pub fn profile_decided(outcome: &Outcome, replan: bool) -> String {
    let done = if replan { "builtin-profile-noted-replan" } else { "builtin-profile-noted" };
    decided(outcome, What::Profile, done)
}

/// After a set was to be logged.
#[must_use]
pub fn set_decided(outcome: &Outcome) -> String {
    decided(outcome, What::Set, "builtin-set-logged")
}

/// After an exercise was to be swapped.
#[must_use]
pub fn swap_decided(outcome: &Outcome) -> String {
    decided(outcome, What::Swap, "builtin-swapped")
}

fn decided(outcome: &Outcome, what: What, done: &str) -> String {
    if *outcome == Outcome::Executed { texts::with(done, &[]) } else { not_done(outcome, what) }
}

fn not_done(outcome: &Outcome, what: What) -> String {
    let (declined, declined_why) = what.declined();
    let about = |key: &str| texts::with(key, &[("what", what.as_str().into())]);
    match outcome {
        Outcome::Declined(Some(reason)) => texts::with(declined_why, &[("reason", cut(reason).into())]),
        Outcome::Declined(None) => texts::with(declined, &[]),
        Outcome::Superseded => about("builtin-superseded"),
        Outcome::Expired => about("builtin-expired"),
        Outcome::Stale => about("builtin-stale"),
        Outcome::Failed(Some(reason)) => {
            texts::with("builtin-refused", &[("reason", sentence(reason).into())])
        }
        Outcome::Failed(None) | Outcome::Executed => about("builtin-unfinished"),
    }
}
