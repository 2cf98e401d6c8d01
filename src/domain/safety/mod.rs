//! Safety: symptoms that stop coaching, recognised by rule before any model sees the text.
//!
//! It owns the closed list of red flags and the words that raise them; the fixed text that answers each is
//! `texts/LANGUAGE/safety.ftl`. It refuses to diagnose, to ask back and to weigh: a message either raises a flag or does
//! not. Where a sentence is about the person's body now and could be read both ways, it raises it;
//! sentences that say no ("no chest pain"), speak of somebody else, of long ago, or of training
//! ("chest day", sore from benching) do not.
//!
//! It hears English alone so far. A text in another language raises nothing: the pages say so (`shell-safety-heard`),
//! and the fixed texts are there in every language all the same.
//!
//! The way of a text: [`text`] lowers it to words and clauses, [`rules`] say which words together
//! raise what, [`context`] says when a mention is not a complaint, [`matcher`] puts them together.
//!
//! What is on the list, and what the texts tell a person to do, follows public guidance; the wording
//! is ours:
//! - chest pain, fainting, dizziness during exertion: American College of Sports Medicine,
//!   *Guidelines for Exercise Testing and Prescription* (signs and symptoms that stop exercise);
//!   American Heart Association, *Warning Signs of a Heart Attack*; NHS, *Chest pain* and *Fainting*
//! - saddle numbness, loss of bladder or bowel control: NHS, *Back pain* and NICE Clinical Knowledge
//!   Summary *Sciatica*, red flags for cauda equina syndrome
//! - dark urine after hard exercise: US CDC / NIOSH, *Rhabdomyolysis*
//! - pregnancy: ACOG Committee Opinion 804, *Physical Activity and Exercise During Pregnancy and the
//!   Postpartum Period*, box of warning signs to discontinue exercise

mod context;
mod matcher;
mod phrase;
mod rules;
mod text;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exercise::vocabulary;

vocabulary! {
    /// A symptom that stops coaching.
    RedFlag {
        ChestPain = "chest_pain", Fainting = "fainting", DizzinessBalance = "dizziness_balance",
        SaddleNumbness = "saddle_numbness", BladderBowel = "bladder_bowel", DarkUrine = "dark_urine",
        PregnancyBleeding = "pregnancy_bleeding", PregnancyFluid = "pregnancy_fluid",
        PregnancyContractions = "pregnancy_contractions",
    }
}

impl RedFlag {
    /// Raised only for a person who is pregnant.
    #[must_use]
    pub const fn needs_pregnancy(self) -> bool {
        matches!(self, Self::PregnancyBleeding | Self::PregnancyFluid | Self::PregnancyContractions)
    }
}

/// The red flag that a text raises, the gravest first in the order of [`RedFlag::ALL`].
///
/// `pregnant` comes from the profile's limitations; a text that says "I'm pregnant" counts as well.
/// Total: any text is read, in bounded time (of each list the first 64 mentions in a sentence count).
#[must_use]
pub fn scan(text: &str, pregnant: bool) -> Option<RedFlag> {
    let message = text::Message::read(text);
    let pregnant = pregnant || context::speaks_of_own_pregnancy(&message);
    rules::RULES
        .iter()
        .filter(|rule| pregnant || !rule.flag.needs_pregnancy())
        .find(|rule| matcher::raises(rule, &message))
        .map(|rule| rule.flag)
}

#[cfg(test)]
mod corpus_test;
