//! The profile: who trains, with what, how often and under which limits. Checks its own ranges.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::de::IntoDeserializer as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::exercise::{Contraindication, Equipment, Exercise, ExerciseId, Level, Pattern, vocabulary};
use super::field_error::{Check, FieldError};
use super::language::Language;
use super::serde_default::null_as_default;
use super::set_bounds::MOST_KG;
use crate::reason;

vocabulary! {
    /// Training experience.
    Experience { Beginner = "beginner", Intermediate = "intermediate", Advanced = "advanced" }
}

impl Experience {
    /// The hardest exercise level offered to it.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::Beginner => Level::Beginner,
            Self::Intermediate => Level::Intermediate,
            Self::Advanced => Level::Advanced,
        }
    }
}

vocabulary! {
    /// What the person trains for.
    Goal { Strength = "strength", Hypertrophy = "hypertrophy", GeneralFitness = "general_fitness" }
}

vocabulary! {
    /// Day of the week.
    Weekday {
        Monday = "monday", Tuesday = "tuesday", Wednesday = "wednesday", Thursday = "thursday",
        Friday = "friday", Saturday = "saturday", Sunday = "sunday",
    }
}

impl Weekday {
    /// Days after Monday, 0 to 6.
    #[must_use]
    pub fn offset(self) -> i8 {
        Self::ALL.iter().position(|day| *day == self).and_then(|at| i8::try_from(at).ok()).unwrap_or(0)
    }
}

vocabulary! {
    /// How the person would like the week split.
    #[derive(Default)]
    SplitPreference {
        #[default]
        Auto = "auto", FullBody = "full_body", UpperLower = "upper_lower", PushPullLegs = "push_pull_legs",
    }
}

vocabulary! {
    /// Units for display and input. Inside, everything is kilograms.
    #[derive(Default)]
    Units { #[default] Kg = "kg", Lb = "lb" }
}

vocabulary! {
    /// Who wrote a note.
    #[derive(Default)]
    NoteSource { #[default] Person = "person", Coach = "coach" }
}

/// What a limitation spares: a body part or state, or a whole movement pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Spared {
    /// A body part or a state.
    Body(Contraindication),
    /// A movement pattern.
    Movement(Pattern),
}

impl Spared {
    /// The word used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Body(value) => value.as_str(),
            Self::Movement(value) => value.as_str(),
        }
    }
}

/// Something the person must spare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limitation {
    /// What is spared.
    pub pattern: Spared,
    /// In the person's own words.
    #[serde(default)]
    #[schemars(length(max = 500))]
    pub note: Option<String>,
}

impl Limitation {
    /// Whether it rules the exercise out.
    #[must_use]
    pub fn covers(&self, exercise: &Exercise) -> bool {
        match self.pattern {
            Spared::Body(part) => exercise.contraindications.contains(&part),
            Spared::Movement(pattern) => exercise.pattern == pattern,
        }
    }
}

/// What can be loaded with one kind of equipment, in kilograms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoadSpec {
    /// The least load, 0 to 200 kg (the bar, the lightest dumbbell).
    #[schemars(range(min = 0.0, max = 200.0))]
    pub min_kg: f64,
    /// The least change, 0.25 to 50 kg.
    #[schemars(range(min = 0.25, max = 50.0))]
    pub step_kg: f64,
    /// Plates owned, kilograms each, in pairs (barbell).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 20))]
    pub plates_kg: Option<Vec<f64>>,
}

/// A lift the person knows, to start from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownLift {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// Load, kilograms.
    #[schemars(range(min = 0.0, max = MOST_KG))]
    pub weight_kg: f64,
    /// Repetitions done with it.
    #[schemars(range(min = 1, max = 30))]
    pub reps: u16,
}

/// A standing preference the coach keeps in mind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// UUID; minted when absent.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<String>", length(max = 64))]
    pub id: String,
    /// At most 500 characters.
    #[schemars(length(min = 1, max = 500))]
    pub text: String,
    /// Who wrote it.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<NoteSource>")]
    pub source: NoteSource,
}

/// The whole profile, as stored and (with a version) as answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Training experience.
    pub experience: Experience,
    /// What for.
    pub goal: Goal,
    /// Training days a week, 2 to 6.
    #[schemars(range(min = 2, max = 6))]
    pub days_per_week: u8,
    /// Which days; null lets the generator spread them.
    #[serde(default)]
    pub weekdays: Option<Vec<Weekday>>,
    /// Minutes for a session, 20 to 180.
    #[schemars(range(min = 20, max = 180))]
    pub session_minutes: u16,
    /// Equipment at hand; bodyweight is always there.
    pub equipment: Vec<Equipment>,
    /// Preferred split.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<SplitPreference>")]
    pub split_preference: SplitPreference,
    /// Bodyweight, 20 to 400 kg.
    #[serde(default)]
    #[schemars(range(min = 20.0, max = 400.0))]
    pub bodyweight_kg: Option<f64>,
    /// Year of birth; unknown counts as adult.
    #[serde(default)]
    #[schemars(range(min = 1900, max = 2100))]
    pub birth_year: Option<i16>,
    /// Units for display.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<Units>")]
    pub units: Units,
    /// Language of everything that is said to them; null leaves it to what their browser accepts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// IANA name; weeks and days are counted in it.
    #[serde(default = "utc", deserialize_with = "zone_name")]
    #[schemars(with = "Option<String>")]
    pub time_zone: String,
    /// What to spare.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<Vec<Limitation>>", length(max = 20))]
    pub limitations: Vec<Limitation>,
    /// Loads by equipment; absent ones use the defaults.
    #[serde(default, deserialize_with = "by_equipment")]
    #[schemars(with = "Option<BTreeMap<Equipment, LoadSpec>>")]
    #[schemars(extend("propertyNames" = serde_json::json!({"enum": Equipment::ALL})))]
    pub loads: BTreeMap<Equipment, LoadSpec>,
    /// Lifts to start from.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<Vec<KnownLift>>", length(max = 50))]
    pub known_lifts: Vec<KnownLift>,
    /// Standing preferences.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<Vec<Note>>", length(max = 50))]
    pub notes: Vec<Note>,
}

/// Reads the keys as words, so that an error inside an entry knows under which key it is.
fn by_equipment<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<Equipment, LoadSpec>, D::Error> {
    let read: BTreeMap<String, LoadSpec> = null_as_default(from)?;
    let known = |word: &str| Equipment::deserialize(word.into_deserializer());
    read.into_iter().map(|(word, spec)| Ok((known(&word)?, spec))).collect()
}

fn utc() -> String {
    "UTC".to_owned()
}

fn zone_name<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Option::deserialize(from).map(|name| name.unwrap_or_else(utc))
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            experience: Experience::Beginner,
            goal: Goal::GeneralFitness,
            days_per_week: 3,
            weekdays: None,
            session_minutes: 60,
            equipment: Equipment::ALL.to_vec(),
            split_preference: SplitPreference::Auto,
            bodyweight_kg: None,
            birth_year: None,
            units: Units::Kg,
            language: None,
            time_zone: utc(),
            limitations: Vec::new(),
            loads: BTreeMap::new(),
            known_lifts: Vec::new(),
            notes: Vec::new(),
        }
    }
}

impl Profile {
    /// The person's time zone; UTC if the name is unknown (which [`Profile::check`] refuses).
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// Minors train with gentler limits: year − birth year ≤ 18.
    #[must_use]
    pub fn is_minor(&self, year: i16) -> bool {
        self.birth_year.is_some_and(|born| year.saturating_sub(born) <= 18)
    }

    /// Pregnancy is among the limitations; some red flags are raised only then.
    #[must_use]
    pub fn is_pregnant(&self) -> bool {
        let pregnancy = Spared::Body(Contraindication::Pregnancy);
        self.limitations.iter().any(|limitation| limitation.pattern == pregnancy)
    }

    /// Whether the person has everything the exercise needs.
    #[must_use]
    pub fn owns(&self, exercise: &Exercise) -> bool {
        exercise.equipment.iter().all(|item| *item == Equipment::Bodyweight || self.equipment.contains(item))
    }

    /// The profile, said in one way: each equipment once, the time zone by its own name.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        let mut seen = BTreeSet::new();
        self.equipment.retain(|item| seen.insert(*item));
        if let Some(name) = TimeZone::get(&self.time_zone).ok().as_ref().and_then(TimeZone::iana_name) {
            name.clone_into(&mut self.time_zone);
        }
        self
    }

    /// The limitation that rules the exercise out, if any.
    #[must_use]
    pub fn barred_by(&self, exercise: &Exercise) -> Option<&Limitation> {
        self.limitations.iter().find(|limitation| limitation.covers(exercise))
    }
}

impl Check {
    fn range(&mut self, pointer: &str, value: f64, least: f64, most: f64) {
        if !(least..=most).contains(&value) {
            let reason = if pointer.contains("_kg") {
                reason!("input_load_between", least_kg = least, most_kg = most)
            } else {
                reason!("input_between", least = least, most = most)
            };
            self.0.push(FieldError::new(pointer, "out_of_range", reason));
        }
    }

    fn free_text(&mut self, pointer: &str, text: &str, most: usize) {
        let fits = text.chars().count() <= most && !text.contains('\0');
        self.that(fits, pointer, "length", reason!("input_most_characters_no_nul", most = most));
    }
}

impl Profile {
    /// Every field that is out of range. What depends on the catalogue is checked by the use case.
    #[must_use]
    pub fn check(&self) -> Vec<FieldError> {
        let mut check = Check::default();
        check.range("/days_per_week", f64::from(self.days_per_week), 2.0, 6.0);
        check.range("/session_minutes", f64::from(self.session_minutes), 20.0, 180.0);
        if let Some(weight) = self.bodyweight_kg {
            check.range("/bodyweight_kg", weight, 20.0, 400.0);
        }
        if let Some(year) = self.birth_year {
            check.range("/birth_year", f64::from(year), 1900.0, 2100.0);
        }
        let zone = TimeZone::get(&self.time_zone).is_ok_and(|zone| !zone.is_unknown());
        check.that(zone, "/time_zone", "unknown_time_zone", reason!("profile_time_zone"));
        self.check_weekdays(&mut check);
        self.check_lists(&mut check);
        self.check_loads(&mut check);
        check.0
    }

    fn check_weekdays(&self, check: &mut Check) {
        let Some(days) = &self.weekdays else { return };
        let mut seen = days.clone();
        seen.sort_unstable();
        seen.dedup();
        check.that(seen.len() == days.len(), "/weekdays", "duplicate", reason!("profile_weekdays_once"));
        let fits = days.len() == usize::from(self.days_per_week);
        check.that(fits, "/weekdays", "length", reason!("profile_weekdays_count"));
    }

    fn check_lists(&self, check: &mut Check) {
        let lists = [
            ("/limitations", self.limitations.len(), 20),
            ("/known_lifts", self.known_lifts.len(), 50),
            ("/notes", self.notes.len(), 50),
            ("/equipment", self.equipment.len(), 50),
        ];
        for (pointer, length, most) in lists {
            check.that(length <= most, pointer, "length", reason!("input_most_entries", most = most));
        }
        for (at, limitation) in self.limitations.iter().enumerate() {
            let note = limitation.note.as_deref().unwrap_or_default();
            check.free_text(&format!("/limitations/{at}/note"), note, 500);
        }
        for (at, note) in self.notes.iter().enumerate() {
            check.free_text(&format!("/notes/{at}/text"), &note.text, 500);
            check.free_text(&format!("/notes/{at}/id"), &note.id, 64);
            let says = !note.text.trim().is_empty();
            check.that(says, &format!("/notes/{at}/text"), "length", reason!("profile_note_empty"));
        }
    }

    fn check_loads(&self, check: &mut Check) {
        for (equipment, spec) in &self.loads {
            let at = format!("/loads/{equipment}");
            check.range(&format!("{at}/min_kg"), spec.min_kg, 0.0, 200.0);
            check.range(&format!("{at}/step_kg"), spec.step_kg, 0.25, 50.0);
            let plates = spec.plates_kg.as_deref().unwrap_or_default();
            let few = plates.len() <= 20;
            check.that(few, &format!("{at}/plates_kg"), "length", reason!("profile_most_plates", most = 20));
            for (index, plate) in plates.iter().enumerate() {
                check.range(&format!("{at}/plates_kg/{index}"), *plate, 0.1, 100.0);
            }
        }
        for (at, lift) in self.known_lifts.iter().enumerate() {
            check.range(&format!("/known_lifts/{at}/weight_kg"), lift.weight_kg, 0.0, MOST_KG);
            check.range(&format!("/known_lifts/{at}/reps"), f64::from(lift.reps), 1.0, 30.0);
        }
    }
}
