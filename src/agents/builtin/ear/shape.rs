//! The shape of an ear: lists, tables and rows of phrases, each named by what it is asked for.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Deserialize, Deserializer};

use super::super::wish::Intent;
use crate::domain::exercise::{Contraindication, Equipment, Muscle};
use crate::domain::profile::{Experience, Goal, SplitPreference, Weekday};

/// Alternatives (`a_b|c`): in the file a list of them.
#[derive(Debug, Default, Clone)]
pub struct Phrases(String);

impl Deref for Phrases {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Phrases {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(Vec::<String>::deserialize(from)?.join("|")))
    }
}

impl Phrases {
    /// Whether the word is one of them.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        !word.is_empty() && self.split('|').any(|known| known == word)
    }

    /// The first of them as it is typed.
    #[must_use]
    pub fn first(&self) -> String {
        self.split('|').next().unwrap_or_default().replace('_', " ")
    }
}

/// Phrases and what they mean, the more specific ones first.
pub type Table<T> = Vec<(Phrases, T)>;

/// What must have been said for a row to count.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// Nothing beside the pattern.
    #[default]
    Nothing,
    /// Something that shapes a plan.
    Plan,
    /// Days or a split.
    Days,
    /// Nothing that shapes a plan.
    NoPlan,
    /// Something that belongs into the profile.
    Profile,
    /// Nothing that belongs into the profile.
    NoProfile,
    /// A muscle or equipment.
    Muscle,
    /// A set's numbers.
    Numbers,
    /// Something to spare.
    Limitation,
}

/// An intent, what it needs, and the patterns that show it (their language is in [`super::pattern`]).
/// The empty pattern matches everything. Order matters, the first row that matches wins.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What is wanted.
    pub intent: Intent,
    /// What must have been said beside it.
    #[serde(default)]
    pub needs: Needs,
    /// How it is said.
    pub patterns: Vec<String>,
}

/// Words of no one matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Short forms of a word and what they are short for.
    pub short: BTreeMap<String, String>,
    /// Neighbours that mean something else together, and what.
    pub together: Vec<(String, String)>,
    /// Right as they stand, and no near miss of another word.
    pub common: Phrases,
    /// Endings that a name's words may have or lack.
    pub endings: Vec<String>,
    /// Words of a name that tell nothing.
    pub filler: Phrases,
    /// Words that ask for exercises and name none.
    pub question: Phrases,
    /// A pause between sets.
    pub rest: Phrases,
    /// A plan made once more, from the profile.
    pub afresh: Phrases,
    /// All of several.
    pub all: Phrases,
}

/// One exercise for another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swap {
    /// Swap, replace.
    pub verbs: Phrases,
    /// The verb may come behind what it is about.
    pub verbs_last: bool,
    /// Between what goes and what comes.
    pub join: Phrases,
    /// Between what comes and what goes.
    pub instead_of: Phrases,
    /// An alternative.
    pub alternative: Phrases,
    /// Words that name no exercise.
    pub filler: Phrases,
    /// What may be taken, and what it is needed for.
    pub stations: Table<Vec<Equipment>>,
}

/// Numbers, and what they count.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// Number words.
    pub values: BTreeMap<String, f64>,
    /// Behind a number below ten: times a hundred.
    pub hundred: Phrases,
    /// Between hundreds and the rest; what a plus sign is.
    pub and: Phrases,
    /// Between tens and ones.
    pub tens_and: Phrases,
    /// Behind a number: and a half.
    pub half: Phrases,
    /// Days.
    pub day: Phrases,
    /// In front of days.
    pub training: Phrases,
    /// Times, workouts: days where a week is near.
    pub times: Phrases,
    /// In front of a week.
    pub per: Phrases,
    /// A week.
    pub week: Phrases,
    /// Rather.
    pub instead: Phrases,
    /// In front of a number that counts no days of a plan.
    pub not_before: Phrases,
    /// Two words behind such a one.
    pub not_after: Phrases,
    /// More, fewer.
    pub delta: Phrases,
    /// Behind days that are a difference.
    pub not_days: Phrases,
    /// Between days and their number.
    pub names_days: Phrases,
    /// In front of a number alone.
    pub make_it: Phrases,
    /// Days a week in words.
    pub days_worded: Table<u8>,
    /// Minutes.
    pub minute: Phrases,
    /// Hours.
    pub hour: Phrases,
    /// Minutes in words.
    pub minutes_worded: Table<u16>,
    /// Between minutes and their number.
    pub names_minutes: Phrases,
    /// In front of minutes that are a pause.
    pub rest: Phrases,
    /// Kilograms behind a number.
    pub kg: Phrases,
    /// Pounds behind a number.
    pub lb: Phrases,
    /// Stones behind a number.
    pub stone: Phrases,
}

/// How to train.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// Splits.
    pub splits: Table<SplitPreference>,
    /// Goals.
    pub goals: Table<Goal>,
    /// Days of the week.
    pub weekdays: Table<Weekday>,
    /// Muscles.
    pub muscles: Table<Muscle>,
    /// Meant for longer than one plan.
    pub durable: Phrases,
    /// Patterns of a day more.
    pub more_days: Vec<String>,
    /// Patterns of a day fewer.
    pub fewer_days: Vec<String>,
    /// Less time.
    pub shorter: Phrases,
    /// More time.
    pub longer: Phrases,
    /// What is no wish for more time.
    pub not_longer: Phrases,
}

/// What to train with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gear {
    /// Equipment.
    pub equipment: Table<Equipment>,
    /// Everything a commercial gym has.
    pub full_gym: Phrases,
    /// A set is spoken of, not what there is.
    pub lifted: Phrases,
    /// Patterns of that.
    pub can_lift: Vec<String>,
    /// It is what there is, all the same.
    pub owns: Phrases,
    /// Behind equipment that is a part of an exercise's name.
    pub lifts: Phrases,
    /// Behind equipment that is all there is.
    pub alone: Phrases,
    /// On top of what there was.
    pub added: Phrases,
    /// Nothing else.
    pub only: Phrases,
    /// In front of what there is not.
    pub not: Phrases,
    /// Ends what such a word reaches.
    pub not_ends: Phrases,
}

/// Who trains.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Experience.
    pub experience: Table<Experience>,
    /// Parts of the body, and movements, to spare.
    pub body_parts: Table<Contraindication>,
    /// Expecting a child.
    pub pregnant: Phrases,
    /// Makes a body part something to spare.
    pub hurts: Phrases,
    /// Takes that back.
    pub healed: Phrases,
    /// Behind a body part that is a part of an exercise's name.
    pub lifts: Phrases,
    /// Behind "overhead" in an exercise's name.
    pub raises: Phrases,
    /// In front of a word that is no body part.
    pub motions: Phrases,
    /// Patterns of a bodyweight.
    pub weighs: Vec<String>,
    /// In front of a weight that is one's own.
    pub am: String,
    /// Units are asked for.
    pub units_asked: Phrases,
    /// Kilograms as units to show.
    pub kg: Phrases,
    /// Pounds as units to show.
    pub lb: Phrases,
    /// A year of birth is told.
    pub born: Phrases,
}

/// A set that was lifted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lifted {
    /// The effort.
    pub rpe: Phrases,
    /// Between the effort and its number.
    pub rpe_is: Phrases,
    /// In front of a set's number.
    pub set: Phrases,
    /// Repetitions.
    pub reps: Phrases,
    /// Seconds.
    pub seconds: Phrases,
    /// Behind a number that is none of a set's.
    pub counts_else: Phrases,
    /// Repetitions that were left.
    pub in_reserve: Phrases,
}

/// Standing notes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notes {
    /// Words of a wish to forget that say nothing about what.
    pub says_nothing: Phrases,
    /// What stands in front of a note, as it is typed.
    pub leads: Vec<String>,
}
