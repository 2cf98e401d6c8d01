//! Everything the built-in coach says, in the person's language and units: `texts/LANGUAGE/builtin.ftl`.
//! Facts come in as arguments; nothing here decides anything.

mod decided;
mod report;
mod set;
mod shown;

pub use decided::{plan_decided, profile_decided, set_decided, swap_decided};
pub use report::{day_line, found, next_day, plan_lines, profile_lines, progress, session_left, stands};
pub use set::described;
pub use shown::{cut, exercise, list, quoted, sentence, weekday, word};

use crate::wording::texts;

pub const HELP: &str = "builtin-help";
pub const COPILOT_HELP: &str = "builtin-copilot-help";
pub const GREETING: &str = "builtin-greeting";
pub const THANKS: &str = "builtin-thanks";
pub const NO: &str = "builtin-no";
pub const LOG_ELSEWHERE: &str = "builtin-log-elsewhere";
pub const FINISH: &str = "builtin-finish";
pub const COACH_ELSEWHERE: &str = "builtin-coach-elsewhere";
pub const WHAT_CHANGES: &str = "builtin-what-changes";
pub const WHICH_PROFILE: &str = "builtin-which-profile";
pub const DAYS_RANGE: &str = "builtin-days-range";
pub const MINUTES_RANGE: &str = "builtin-minutes-range";
pub const ALREADY_SO: &str = "builtin-already-so";
pub const NOTES_FULL: &str = "builtin-notes-full";
pub const NO_NOTES: &str = "builtin-no-notes";
pub const WHICH_NOTE: &str = "builtin-which-note";
pub const WHICH_EXERCISE: &str = "builtin-which-exercise";
pub const NO_SWAP_HERE: &str = "builtin-no-swap-here";
pub const NO_PROGRESS: &str = "builtin-no-progress";
pub const NO_DATA: &str = "builtin-no-data";
pub const TELL_EFFORT: &str = "builtin-tell-effort";
pub const DONE_FOR_TODAY: &str = "builtin-done-for-today";
pub const PAIN: &str = "builtin-pain";
pub const PAIN_ELSEWHERE: &str = "builtin-pain-elsewhere";
pub const MINOR: &str = "builtin-minor";
pub const RULES: &str = "builtin-rules";
pub const CANNOT: &str = "builtin-cannot";
pub const PLAN_AGAIN: &str = "builtin-plan-again";
pub const NOTHING_SAVED: &str = "builtin-nothing-saved";

/// A text without facts.
#[must_use]
pub fn say(key: &str) -> String {
    texts::with(key, &[])
}

/// Before a drafted plan is proposed; what the generator and the rules remark stands behind.
#[must_use]
pub fn drafted(split: &str, focus: &[String], remarks: &[String]) -> String {
    let facts = [("split", split.into()), ("days", focus.len().into()), ("focus", list(focus).into())];
    let said = std::iter::once(texts::with("builtin-drafted", &facts));
    said.chain(remarks.iter().take(3).map(|remark| sentence(remark))).collect::<Vec<_>>().join(" ")
}

/// Why a plan is proposed.
#[must_use]
pub fn plan_reason(is_change: bool, days: usize) -> String {
    let key = if is_change { "builtin-changed-reason" } else { "builtin-made-reason" };
    texts::with(key, &[("days", days.into())])
}

/// Before a profile change is proposed.
#[must_use]
pub fn profile_proposed(changes: &[String], plan_follows: bool) -> String {
    let key = if plan_follows { "builtin-profile-proposed-then-plan" } else { "builtin-profile-proposed" };
    texts::with(key, &[("changes", list(changes).into())])
}

/// Why it is proposed.
#[must_use]
pub fn profile_reason(changes: &[String]) -> String {
    texts::with("builtin-profile-reason", &[("changes", list(changes).into())])
}

/// Before a swap in the plan is proposed.
#[must_use]
pub fn swap_proposed(old: &str, new: &str) -> String {
    texts::with("builtin-swap-proposed", &[("old", old.into()), ("new", new.into())])
}

/// Why a plan with another exercise is proposed.
#[must_use]
pub fn swap_plan_reason(old: &str, new: &str) -> String {
    texts::with("builtin-swap-plan-reason", &[("old", old.into()), ("new", new.into())])
}

/// Why another exercise is proposed in a workout.
#[must_use]
pub fn swap_reason(old: &str) -> String {
    texts::with("builtin-swap-reason", &[("exercise", old.into())])
}

/// No plan exercise by that name.
#[must_use]
pub fn not_in_plan(name: &str, plan: &[String]) -> String {
    texts::with("builtin-not-in-plan", &[("name", cut(name).into()), ("plan", list(plan).into())])
}

/// Nothing suitable to take an exercise's place.
#[must_use]
pub fn no_replacement(name: &str) -> String {
    texts::with("builtin-no-replacement", &[("exercise", name.into())])
}

/// One step up or down, before it is confirmed.
#[must_use]
pub fn step_proposed(set: &str, up: bool) -> String {
    let key = if up { "builtin-step-up" } else { "builtin-step-down" };
    texts::with(key, &[("set", set.into())])
}

/// Before a set is proposed for logging.
#[must_use]
pub fn set_proposed(set: &str) -> String {
    texts::with("builtin-set-proposed", &[("set", set.into())])
}

/// The rest before the next set, said with it.
#[must_use]
pub fn rest_next(seconds: i64, set: &str) -> String {
    if seconds == 0 {
        return texts::with("builtin-no-rest-next", &[("set", set.into())]);
    }
    let time = crate::wording::numbers::clock(seconds);
    texts::with("builtin-rest-next", &[("time", time.into()), ("set", set.into())])
}

/// The rest before the next set.
#[must_use]
pub fn rest(seconds: i64) -> String {
    texts::with("builtin-rest", &[("time", crate::wording::numbers::clock(seconds).into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_split_is_said_with_the_article_of_its_sound() {
        for (split, words) in [
            ("upper_lower", "Here is an upper/lower week on 2 days: A and B."),
            ("full_body", "Here is a full body week on 2 days: A and B."),
            ("push_pull_legs", "Here is a push/pull/legs week on 2 days: A and B."),
            ("", "Here is a training week on 2 days: A and B."),
        ] {
            assert_eq!(drafted(split, &["A".to_owned(), "B".to_owned()], &[]), words);
        }
    }
}
