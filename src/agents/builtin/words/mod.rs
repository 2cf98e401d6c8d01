//! Everything the built-in coach says. Short, in the second person, without exclamation marks,
//! blame or diagnosis. Facts come in as arguments; nothing here decides anything.

mod report;
mod shown;

pub use crate::domain::units::weight;
pub use report::{day_line, dose, found, next_day, plan_lines, profile_lines, progress, session_left};
pub use shown::{a, exercise, human, list, quoted, rest, sentence, short, split, weekday};

use super::turn::Outcome;

pub const HELP: &str = "I am the built-in coach: plain rules, no language model. I can make or change your weekly \
    plan (days, split, goal, minutes, equipment), note limitations and preferences in your profile, swap an \
    exercise, find exercises, explain a number, and tell you how you are doing and what is next.";
pub const COPILOT_HELP: &str = "I am the built-in coach: plain rules, no language model. Ask why a set is what it \
    is, tell me how it went (“8 at RPE 9”), or ask what is left.";
pub const GREETING: &str = "Hello. Tell me how you want to train, for example “a plan for 3 days, 45 minutes, only \
    dumbbells”, or ask what is next.";
pub const THANKS: &str = "You are welcome. I am here when you need the next step.";
pub const NO: &str = "All right, everything stays as it is.";
pub const LOG_ELSEWHERE: &str = "Starting, logging and finishing a workout happen on the workout page; there one tap \
    logs the suggested set.";
pub const FINISH: &str = "Use Finish on the workout page when you are ready; what you logged is kept. You can do the \
    sets in any order and leave some out.";
pub const COACH_ELSEWHERE: &str = "I cannot do that in the middle of a workout. I can say why a set is what it is, log \
    what you did, and tell you what is left; plans and your profile are on the coach page.";
pub const WHAT_CHANGES: &str = "What should change? Tell me the days a week, the minutes, the goal, the split or your \
    equipment, for example “make it three days”.";
pub const WHICH_PROFILE: &str = "What should I change in your profile? Tell me for example your equipment, minutes, \
    days, bodyweight, units, or what I should spare.";
pub const DAYS_RANGE: &str = "I plan 2 to 6 training days a week. How many should it be?";
pub const MINUTES_RANGE: &str = "I plan sessions of 20 to 180 minutes. How long should they be?";
pub const ALREADY_SO: &str = "Your profile says that already, so there is nothing to change.";
pub const NOTES_FULL: &str =
    "Your profile holds as many notes as it can. Remove one under Settings, then tell me again.";
pub const NO_NOTES: &str = "You have no standing notes. Tell me “remember that …” and I propose one.";
pub const WHICH_EXERCISE: &str = "Which exercise should go, and what should take its place? For example “swap back \
    squat for goblet squat”.";
pub const NO_SWAP_HERE: &str = "I cannot swap an exercise here. Go on with another exercise of today and come back to \
    this one later; sets may be logged in any order.";
pub const NO_PROGRESS: &str =
    "I cannot read your progress here; the progress page has your lifts and weekly sets.";
pub const NO_DATA: &str = "I could not read that just now. Please try again in a moment.";
pub const TELL_EFFORT: &str = "Good to know; log its RPE and the next load can follow it.";
pub const DONE_FOR_TODAY: &str =
    "Everything planned for today is done. Finish the workout when you are ready.";
pub const PAIN: &str = "Stop this exercise if it hurts, and mark the set as painful when you log it: the load then \
    stays where it is. If the pain stays or worries you, have someone qualified look at it.";
pub const PAIN_ELSEWHERE: &str = "I cannot say what it is, and pain that stays is for a doctor. Leave out what hurts. \
    Tell me which part to spare, for example “spare my knee”, and I plan around it.";
pub const MINOR: &str = "Under 18 the rules keep sets at 5 reps or more and effort at RPE 8 or less, with no single \
    heaviest lifts. Tell me the year you were born, for example “I was born in 2010”, so that they hold for you.";
pub const RULES: &str = "Loads follow fixed rules: when every set reaches the top of its range at the target effort, \
    the load goes up one step; when sets fall short it stays; after two misses running it comes down by a tenth.";
pub const CANNOT: &str = "I cannot do that. I can make or change your plan, update your profile, swap or find \
    exercises, explain a number, and say how you are doing and what is next.";
pub const PLAN_AGAIN: &str = "A plan is saved with Confirm on its card, so here it is once more.";

/// Before a drafted plan is proposed.
#[must_use]
pub fn drafted(split_name: &str, days: &[String], remarks: &[String]) -> String {
    let mut text =
        format!("Here is {} week on {}: {}.", a(&split(split_name)), count(days.len(), "day"), list(days));
    for remark in remarks.iter().take(3) {
        text.push(' ');
        text.push_str(&sentence(remark));
    }
    text
}

/// "1 day", "3 days".
#[must_use]
pub fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// After the person decided on a plan.
#[must_use]
pub fn plan_decided(outcome: &Outcome, split_name: &str, weekdays: &[String]) -> String {
    match outcome {
        Outcome::Executed if weekdays.is_empty() => {
            format!("Saved. Your {} week stands; the page Today has the next workout.", split(split_name))
        }
        Outcome::Executed => format!(
            "Saved. Your {} week stands, on {}. The page Today has the next workout.",
            split(split_name),
            list(weekdays)
        ),
        Outcome::Declined(Some(reason)) => format!(
            "All right, nothing was saved. You said {}. Tell me what to change: days, minutes, goal, split or equipment.",
            quoted(reason)
        ),
        Outcome::Declined(None) => {
            "All right, nothing was saved. Tell me what to change: days, minutes, goal, split or equipment."
                .to_owned()
        }
        other => not_done(other, "the plan"),
    }
}

/// After the person decided on a profile change.
#[must_use]
pub fn profile_decided(outcome: &Outcome, replan: bool) -> String {
    match outcome {
        Outcome::Executed if replan => {
            "Noted in your profile. Say “redo my plan” and I will draft a week that fits it.".to_owned()
        }
        Outcome::Executed => "Noted in your profile.".to_owned(),
        Outcome::Declined(Some(reason)) => {
            format!("All right, your profile stays as it is. You said {}.", quoted(reason))
        }
        Outcome::Declined(None) => "All right, your profile stays as it is.".to_owned(),
        other => not_done(other, "the profile change"),
    }
}

/// After a set was to be logged.
#[must_use]
pub fn set_decided(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Executed => "Logged. Rest, then take the next one.".to_owned(),
        Outcome::Declined(Some(reason)) => {
            format!("Not logged. You said {}. Tell me the numbers, or log it on the card.", quoted(reason))
        }
        Outcome::Declined(None) => {
            "Not logged. Tell me the numbers as they were, or log it on the card.".to_owned()
        }
        other => not_done(other, "the set"),
    }
}

/// After an exercise was to be swapped.
#[must_use]
pub fn swap_decided(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Executed => "Swapped. Its loads follow its own history from here.".to_owned(),
        Outcome::Declined(Some(reason)) => {
            format!(
                "All right, the exercise stays. You said {}. Name another and I will try that.",
                quoted(reason)
            )
        }
        Outcome::Declined(None) => {
            "All right, the exercise stays. Name another and I will try that.".to_owned()
        }
        other => not_done(other, "the swap"),
    }
}

fn not_done(outcome: &Outcome, what: &str) -> String {
    match outcome {
        Outcome::Superseded => format!("I left {what} aside; nothing was changed."),
        Outcome::Expired => {
            format!("Nobody decided on {what} in time, so nothing was changed. Ask again when you like.")
        }
        Outcome::Failed(Some(reason)) if reason.contains("stale") => {
            format!(
                "Something changed in the meantime, so {what} was not saved. Ask again and I will start from what stands now."
            )
        }
        Outcome::Failed(Some(reason)) => {
            format!("That did not go through, nothing was changed: {}", sentence(reason))
        }
        _ => format!("I could not finish {what}; nothing was changed. Please try again."),
    }
}

/// Before a profile change is proposed.
#[must_use]
pub fn profile_proposed(what: &[String], plan_follows: bool) -> String {
    let then = if plan_follows { " Once you confirm, I draft the plan with it." } else { "" };
    format!("I would note this in your profile: {}.{then}", list(what))
}

/// Before a swap in the plan is proposed.
#[must_use]
pub fn swap_proposed(old: &str, new: &str) -> String {
    format!("I would put {new} in the place of {old}; everything else in your week stays.")
}

/// No plan exercise by that name.
#[must_use]
pub fn not_in_plan(name: &str, plan: &[String]) -> String {
    format!("I do not find {} in your plan. It has {}.", quoted(name), list(plan))
}

/// Nothing suitable to take an exercise's place.
#[must_use]
pub fn no_replacement(name: &str) -> String {
    format!(
        "I found nothing suitable to take the place of {name} with your equipment. Name an exercise and I will try it."
    )
}

/// One step up or down, before it is confirmed.
#[must_use]
pub fn step_proposed(what: &str, up: bool) -> String {
    let way = if up { "up" } else { "down" };
    format!("One step {way} then, within the rules: {what}. Confirm it once you have lifted it.")
}

/// Before a set is proposed for logging.
#[must_use]
pub fn set_proposed(what: &str) -> String {
    format!("To log: {what}.")
}
