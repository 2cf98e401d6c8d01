//! The values of `settings.html`.

#[cfg(test)]
mod samples;

use serde::Serialize;

use super::form::{LOADED, languages};
use super::item::Item;
use super::lifts::{LiftRow, Offer, plates};
use crate::domain::exercise::{Contraindication, Equipment, Pattern};
use crate::domain::loads::default_spec;
use crate::domain::profile::{self, Experience, Goal, Note, NoteSource, Profile, Spared, Units, Weekday};
use crate::service::accounts::{ApiToken, Login};
use crate::web::pages::logins::LoginRow;
use crate::web::pages::page::Page;
use crate::web::pages::tokens::view::TokenRow;
use crate::web::pages::visitor::Visitor;
use crate::web::pages::words::{load, plain};
use crate::wording::texts;

/// The whole page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SettingsPage {
    /// What was wrong, where it is not about fields.
    pub problem: String,
    /// What was wrong, field by field.
    pub errors: Vec<String>,
    /// A new token's secret, shown this once.
    pub secret: String,
    /// The profile's entity tag, unquoted: what a save must name.
    pub etag: String,
    /// Choices of one value.
    pub choices: Vec<Choice>,
    /// Typed values.
    pub entries: Vec<Entry>,
    /// Choices of several values.
    pub groups: Vec<Group>,
    /// Loads by equipment.
    pub loads: Vec<LoadRow>,
    /// Lifts they said they can do.
    pub lifts: Vec<LiftRow>,
    /// Exercises for another.
    pub offers: Vec<Offer>,
    /// Standing notes.
    pub notes: Vec<NoteRow>,
    /// There is a coach.
    pub coached: bool,
    /// API tokens.
    pub tokens: Vec<TokenRow>,
    /// Logins.
    pub logins: Vec<LoginRow>,
    /// Units of an import.
    pub weights: Vec<Item>,
}

impl Page for SettingsPage {
    const TEMPLATE: &'static str = "settings.html";
}

/// A choice of one value.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    name: &'static str,
    label: &'static str,
    options: Vec<Item>,
}

/// A standing note.
#[derive(Debug, Clone, Serialize)]
pub struct NoteRow {
    id: String,
    text: String,
    by: &'static str,
}

fn note_row(note: &Note) -> NoteRow {
    let by = match note.source {
        NoteSource::Person => texts::say("settings-note-by-you"),
        NoteSource::Coach => texts::say("settings-note-by-coach"),
    };
    NoteRow { id: note.id.clone(), text: note.text.clone(), by }
}

/// A typed value.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    name: &'static str,
    label: &'static str,
    unit: &'static str,
    value: String,
    mode: &'static str,
    required: bool,
    list: &'static str,
}

/// A choice of several values.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    name: &'static str,
    legend: &'static str,
    hint: &'static str,
    options: Vec<Item>,
}

/// What can be loaded with one kind of equipment.
#[derive(Debug, Clone, Serialize)]
pub struct LoadRow {
    name: &'static str,
    label: String,
    min: String,
    step: String,
    usual_min: String,
    usual_step: String,
    plates: String,
    usual_plates: String,
}

/// From what is stored.
pub fn settings(visitor: &Visitor, tokens: &[ApiToken], logins: &[Login]) -> SettingsPage {
    let (profile, zone) = (&visitor.profile, visitor.zone());
    SettingsPage {
        etag: visitor.profile_tag.as_str().to_owned(),
        choices: choices(profile),
        entries: entries(profile),
        groups: groups(profile),
        loads: LOADED.into_iter().map(|equipment| load_row(profile, equipment)).collect(),
        notes: profile.notes.iter().map(note_row).collect(),
        coached: visitor.agents,
        tokens: tokens.iter().map(|token| TokenRow::of(token, &zone)).collect(),
        logins: logins
            .iter()
            .map(|login| LoginRow::of(login, &zone, &visitor.caller.credential_id))
            .collect(),
        weights: units(profile),
        ..SettingsPage::default()
    }
}

pub fn items<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str, chosen: impl Fn(T) -> bool) -> Vec<Item> {
    all.iter()
        .map(|value| Item { value: word(*value), label: plain(word(*value)), chosen: chosen(*value) })
        .collect()
}

/// `kg` and `lb` keep their small letters.
pub fn units(profile: &Profile) -> Vec<Item> {
    let item = |unit: Units| {
        let value = Units::as_str(unit);
        Item { value, label: value.to_owned(), chosen: unit == profile.units }
    };
    Units::ALL.iter().copied().map(item).collect()
}

fn choices(profile: &Profile) -> Vec<Choice> {
    let choice = |name, label, options| Choice { name, label, options };
    let days: Vec<Item> = ["2", "3", "4", "5", "6"]
        .into_iter()
        .map(|day| Item {
            value: day,
            label: day.to_owned(),
            chosen: day == profile.days_per_week.to_string(),
        })
        .collect();
    vec![
        choice(
            "experience",
            texts::say("settings-experience"),
            items(Experience::ALL, Experience::as_str, |it| it == profile.experience),
        ),
        choice("goal", texts::say("settings-goal"), items(Goal::ALL, Goal::as_str, |it| it == profile.goal)),
        choice("days_per_week", texts::say("settings-days"), days),
        choice(
            "split_preference",
            texts::say("settings-split"),
            items(profile::SplitPreference::ALL, profile::SplitPreference::as_str, |it| {
                it == profile.split_preference
            }),
        ),
        choice("units", texts::say("settings-units"), units(profile)),
        choice("language", texts::say("settings-language"), languages(profile)),
    ]
}

fn entries(profile: &Profile) -> Vec<Entry> {
    let entry = |name, label, unit, value: String, mode, required| Entry {
        name,
        label,
        unit,
        value,
        mode,
        required,
        list: "",
    };
    let weight = profile.bodyweight_kg.map_or_else(String::new, |kg| load(kg, profile.units));
    let year = profile.birth_year.map_or_else(String::new, |year| year.to_string());
    vec![
        entry(
            "session_minutes",
            texts::say("settings-minutes"),
            "",
            profile.session_minutes.to_string(),
            "numeric",
            true,
        ),
        entry(
            "bodyweight",
            texts::say("settings-bodyweight"),
            profile.units.as_str(),
            weight,
            "decimal",
            false,
        ),
        entry("birth_year", texts::say("settings-birth-year"), "", year, "numeric", false),
        entry("time_zone", texts::say("settings-time-zone"), "", profile.time_zone.clone(), "text", true),
    ]
}

fn groups(profile: &Profile) -> Vec<Group> {
    let days = |day| profile.weekdays.as_ref().is_some_and(|days| days.contains(&day));
    let moved = |pattern| {
        profile.limitations.iter().any(|limitation| limitation.pattern == Spared::Movement(pattern))
    };
    let spared = |part| profile.limitations.iter().any(|limitation| limitation.pattern == Spared::Body(part));
    vec![
        Group {
            name: "weekdays",
            legend: texts::say("settings-weekdays"),
            hint: texts::say("settings-weekdays-hint"),
            options: items(Weekday::ALL, Weekday::as_str, days),
        },
        Group {
            name: "equipment",
            legend: texts::say("settings-equipment"),
            hint: texts::say("settings-equipment-hint"),
            options: items(Equipment::ALL, Equipment::as_str, |it| profile.equipment.contains(&it)),
        },
        Group {
            name: "limitations",
            legend: texts::say("settings-limitations"),
            hint: texts::say("settings-limitations-hint"),
            options: items(Contraindication::ALL, Contraindication::as_str, spared),
        },
        Group {
            name: "movements",
            legend: texts::say("settings-movements"),
            hint: texts::say("settings-movements-hint"),
            options: items(Pattern::ALL, Pattern::as_str, moved),
        },
    ]
}

fn load_row(profile: &Profile, equipment: Equipment) -> LoadRow {
    let (usual, own, units) =
        (default_spec(equipment, profile.units), profile.loads.get(&equipment), profile.units);
    LoadRow {
        name: equipment.as_str(),
        label: plain(equipment.as_str()),
        min: own.map_or_else(String::new, |spec| load(spec.min_kg, units)),
        step: own.map_or_else(String::new, |spec| load(spec.step_kg, units)),
        usual_min: load(usual.min_kg, units),
        usual_step: load(usual.step_kg, units),
        plates: own
            .and_then(|spec| spec.plates_kg.as_deref())
            .map_or_else(String::new, |kg| plates(kg, units)),
        usual_plates: usual.plates_kg.as_deref().map_or_else(String::new, |kg| plates(kg, units)),
    }
}
