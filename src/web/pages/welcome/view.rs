//! The values of `welcome.html`.

#[cfg(test)]
mod samples;

use serde::Serialize;

use crate::domain::exercise::Equipment;
use crate::domain::profile::{Experience, Goal, Profile};
use crate::web::pages::page::Page;
use crate::web::pages::settings::{Item, items, languages, units};
use crate::web::pages::words::load;
use crate::wording::texts;

/// Lengths of a workout to choose from, minutes.
const MINUTES: [&str; 5] = ["30", "45", "60", "75", "90"];

/// The whole page.
#[derive(Debug, Clone, Serialize)]
pub struct WelcomePage {
    /// What was wrong, where it is not about fields.
    pub problem: String,
    /// What was wrong, field by field.
    pub errors: Vec<String>,
    /// Questions with one answer.
    pub questions: Vec<Question>,
    /// What there is to lift with.
    pub equipment: Vec<Item>,
    /// In the person's units; empty for none.
    pub bodyweight: String,
    /// `kg` and `lb`.
    pub units: Vec<Item>,
}

impl Page for WelcomePage {
    const TEMPLATE: &'static str = "welcome.html";
}

/// A question with one answer.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    name: &'static str,
    asks: &'static str,
    options: Vec<Item>,
}

/// The six questions, answered as the profile stands.
pub fn questions(profile: &Profile) -> WelcomePage {
    let ask = |name, asks, options| Question { name, asks, options };
    let counted = |all: &[&'static str], now: String| {
        all.iter().map(|one| Item { value: one, label: (*one).to_owned(), chosen: *one == now }).collect()
    };
    WelcomePage {
        problem: String::new(),
        errors: Vec::new(),
        questions: vec![
            ask(
                "goal",
                texts::say("shell-welcome-goal"),
                items(Goal::ALL, Goal::as_str, |one| one == profile.goal),
            ),
            ask(
                "experience",
                texts::say("shell-welcome-experience"),
                items(Experience::ALL, Experience::as_str, |one| one == profile.experience),
            ),
            ask(
                "days_per_week",
                texts::say("shell-welcome-days"),
                counted(&["2", "3", "4", "5", "6"], profile.days_per_week.to_string()),
            ),
            ask(
                "session_minutes",
                texts::say("shell-welcome-minutes"),
                counted(&MINUTES, profile.session_minutes.to_string()),
            ),
            ask("language", texts::say("settings-language"), languages(profile)),
        ],
        equipment: items(Equipment::ALL, Equipment::as_str, |one| profile.equipment.contains(&one)),
        bodyweight: profile.bodyweight_kg.map_or_else(String::new, |kg| load(kg, profile.units)),
        units: units(profile),
    }
}
