//! [`Word`]: what is answered, with the sentences and names in it put in. Rules leave the field of a
//! sentence empty beside its reason; what a row kept from before there were reasons stays as it is.

use super::{exercises, focus, reasons};
use crate::domain::exercise::Exercise;
use crate::domain::field_error::FieldError;
use crate::domain::forecast::{Futures, LiftLine};
use crate::domain::import::Refusal;
use crate::domain::plan::{
    DeloadWeek, PlanDoc, PlanMeta, PlannedDay, Prescribed, Violation, WeekDay, WeeklyPlan,
};
use crate::domain::proposal::SetPreview;
use crate::domain::reason::Reason;
use crate::domain::session::{Decision, NextSet, SessionSummary};
use crate::domain::simulate::{SimulatedDay, SimulatedExercise, SimulatedWeek};

/// Puts words in, in the language and units of whom it is said to (`wording::current`).
pub trait Word {
    /// Puts the words in.
    fn word(&mut self);

    /// With the words in it.
    #[must_use]
    fn worded(mut self) -> Self
    where
        Self: Sized,
    {
        self.word();
        self
    }
}

/// Says a reason in the field of its sentence. Without a reason what stands there stays.
fn fill(sentence: &mut String, reason: Option<&Reason>) {
    if let Some(reason) = reason {
        *sentence = reasons::reason(reason);
    }
}

impl<T: Word> Word for Vec<T> {
    fn word(&mut self) {
        self.iter_mut().for_each(Word::word);
    }
}

impl<T: Word> Word for Option<T> {
    fn word(&mut self) {
        self.iter_mut().for_each(Word::word);
    }
}

impl Word for FieldError {
    fn word(&mut self) {
        self.message = reasons::reason(&self.reason);
    }
}

impl Word for Refusal {
    fn word(&mut self) {
        self.message = reasons::reason(&self.reason);
    }
}

impl Word for Exercise {
    fn word(&mut self) {
        exercises::word(self);
    }
}

impl Word for Prescribed {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
    }
}

impl Word for WeekDay {
    fn word(&mut self) {
        focus::word(&mut self.focus);
        self.exercises.word();
    }
}

impl Word for WeeklyPlan {
    fn word(&mut self) {
        self.days.word();
        self.meta.word();
    }
}

impl Word for PlanMeta {
    fn word(&mut self) {
        self.notes = self.note_reasons.iter().map(reasons::reason).collect();
        self.deload_suggested.word();
    }
}

impl Word for PlannedDay {
    fn word(&mut self) {
        focus::word(&mut self.focus);
    }
}

impl Word for PlanDoc {
    fn word(&mut self) {
        self.days.word();
    }
}

impl Word for Futures {
    fn word(&mut self) {
        self.success.word();
        self.mixed.word();
        self.miss.word();
    }
}

impl Word for LiftLine {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
    }
}

impl Word for Violation {
    fn word(&mut self) {
        fill(&mut self.message, self.reason.as_ref());
    }
}

impl Word for DeloadWeek {
    fn word(&mut self) {
        fill(&mut self.because, self.reason.as_ref());
    }
}

impl Word for Decision {
    fn word(&mut self) {
        fill(&mut self.because, self.reason.as_ref());
        fill(&mut self.flips_if, self.flips.as_ref());
    }
}

impl Word for SessionSummary {
    fn word(&mut self) {
        self.decisions.word();
    }
}

impl Word for NextSet {
    fn word(&mut self) {
        fill(&mut self.because, self.reason.as_ref());
    }
}

impl Word for SetPreview {
    fn word(&mut self) {
        if let Some(reason) = &self.reason {
            self.because = Some(reasons::reason(reason));
        }
    }
}

impl Word for SimulatedExercise {
    fn word(&mut self) {
        exercises::rename(&mut self.name, &self.exercise_id);
        self.because = self.reason.as_ref().map(reasons::reason);
    }
}

impl Word for SimulatedDay {
    fn word(&mut self) {
        self.exercises.word();
    }
}

impl Word for SimulatedWeek {
    fn word(&mut self) {
        self.days.word();
        self.exercises.word();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::language::Language;
    use crate::domain::profile::Units;
    use crate::reason;
    use crate::wording::{Wording, within};

    fn german() -> Wording {
        Wording { language: Language::parse("de").unwrap(), units: Units::Lb }
    }

    fn decision(more: &Value) -> Value {
        let point = json!({"weight_kg": 60.0, "reps_min": 5, "reps_max": 8});
        let mut decision = json!({
            "exercise_id": "barbell-back-squat", "rule": "hold", "from": point, "next": point, "set_ids": ["s"],
        });
        decision.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        decision
    }

    fn summary(decision: &Value) -> Value {
        json!({
            "volume_kg": 960.0, "working_sets": 2, "duration_seconds": 480, "records": [],
            "decisions": [decision],
        })
    }

    #[test]
    fn a_row_from_before_there_were_reasons_is_answered_as_it_was() {
        let row = summary(&decision(&json!({
            "because": "8, 8, 7: stay at 60 kg, one rep more on set 3.",
            "flips_if": "Every set at 8 reps with the planned load would have moved it up.",
        })));
        let read = || serde_json::from_value::<SessionSummary>(row.clone()).unwrap();
        for answered in [read().worded(), within(german(), || read().worded())] {
            assert_eq!(serde_json::to_value(answered).unwrap(), row);
        }
    }

    #[test]
    fn a_row_of_today_keeps_facts_and_is_said_to_whoever_asks() {
        let mut made: Decision = serde_json::from_value(decision(&json!({}))).unwrap();
        let load = reason!("load_whole", weight_kg = 60.0);
        made.reason = Some(reason!("hold_pain", load = load));
        made.flips = Some(reason!("flips_without_pain"));
        let row = serde_json::to_value(&made).unwrap();
        assert!(row.get("because").is_none() && row.get("flips_if").is_none(), "{row}");
        let read = || serde_json::from_value::<SessionSummary>(summary(&row)).unwrap().worded();
        let english = read().decisions.remove(0);
        assert!(english.because.starts_with("You reported pain, so it stays at 60 kg;"), "{english:?}");
        assert_eq!(english.flips_if, "Without pain the repetitions would have decided.");
        let german = within(german(), read).decisions.remove(0);
        assert!(german.because.contains("132,3 lb"), "{german:?}");
        assert_eq!((german.reason, german.flips), (made.reason, made.flips));
    }
}
