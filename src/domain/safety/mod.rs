//! Safety: symptoms that stop coaching, recognised by rule before any model sees the text.
//!
//! It owns the closed list of red flags, the words that raise them and the fixed text that answers
//! each. It refuses to diagnose, to ask back and to weigh: a message either raises a flag or does
//! not. Where a sentence is about the person's body now and could be read both ways, it raises it;
//! sentences that say no ("no chest pain"), speak of somebody else, of long ago, or of training
//! ("chest day", sore from benching) do not.
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

    /// The fixed answer: stop, and who to call. Plain text, names no disease.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::ChestPain => {
                "Stop training now and sit down. Chest pain, tightness or pressure needs a doctor's eyes \
                 straight away, whatever its cause. Call your emergency number (112 in Europe, 911 in the \
                 US, 999 in the UK), do not drive yourself, and tell somebody near you. I will not coach \
                 until you say that this is resolved; logging still works."
            }
            Self::Fainting => {
                "Stop training now and lie down where you cannot fall. Fainting, or nearly fainting, has to \
                 be checked by a doctor today. If it came during effort, comes back, or you also feel chest \
                 pain, short breath or a racing heart, call your emergency number (112, 911 or 999) now. \
                 Stay with somebody. I will not coach until you say that this is resolved; logging still \
                 works."
            }
            Self::DizzinessBalance => {
                "Stop training now, put the weights down and sit or lie where you cannot fall. Dizziness \
                 together with trouble keeping your balance needs a doctor today. Call your emergency number \
                 (112, 911 or 999) at once if it came suddenly, or with a bad headache, trouble speaking or \
                 seeing, or weakness on one side. I will not coach until you say that this is resolved; \
                 logging still works."
            }
            Self::SaddleNumbness => {
                "Stop training now. Numbness or lost feeling between the legs or around the seat must be \
                 seen in an emergency department today, not tomorrow: waiting can do lasting harm. Go there \
                 or call your emergency number (112, 911 or 999). I will not coach until you say that this \
                 is resolved; logging still works."
            }
            Self::BladderBowel => {
                "Stop training now. A change in how you control your bladder or bowels must be seen by a \
                 doctor today. If you also have back pain, or numb or weak legs, go to an emergency \
                 department or call your emergency number (112, 911 or 999) now. I will not coach until you \
                 say that this is resolved; logging still works."
            }
            Self::DarkUrine => {
                "Stop training now. Dark, brown or red urine needs a doctor and a blood test today, above \
                 all after hard training or with strong muscle pain or swelling. Go to urgent care or an \
                 emergency department, or call your emergency number (112, 911 or 999), and say that you \
                 trained. I will not coach until you say that this is resolved; logging still works."
            }
            Self::PregnancyBleeding => {
                "Stop training now and rest. Bleeding in pregnancy must be checked at once: call your \
                 midwife, doctor or maternity unit now, and your emergency number (112, 911 or 999) if it is \
                 heavy, or you are in pain or feel faint. I will not coach until you say that this is \
                 resolved; logging still works."
            }
            Self::PregnancyFluid => {
                "Stop training now and rest. Fluid that leaks or gushes in pregnancy must be checked at \
                 once: call your midwife, doctor or maternity unit now, and your emergency number (112, 911 \
                 or 999) if you cannot reach them. I will not coach until you say that this is resolved; \
                 logging still works."
            }
            Self::PregnancyContractions => {
                "Stop training now and rest. Contractions or regular, painful tightenings during pregnancy \
                 must be checked: call your midwife, doctor or maternity unit now, and your emergency number \
                 (112, 911 or 999) if you cannot reach them. I will not coach until you say that this is \
                 resolved; logging still works."
            }
        }
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
