//! What days of a plan are about. A generated plan stores it in English, as `generator::focuses` lists
//! it, and is said in the language of whom it is said to; what a person typed stays as they typed it.
//! A worded plan that comes back to be saved is stored as it was ([`unword`]), so that it goes on being
//! said in whatever language is asked for.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::texts;
use crate::domain::generator;
use crate::domain::plan::PlanDoc;

static FOCUSES: LazyLock<BTreeSet<String>> = LazyLock::new(generator::focuses);

/// `Upper body A`, as whom it is said to calls it.
#[must_use]
pub fn named(text: &str) -> String {
    if FOCUSES.contains(text) { say(text) } else { text.to_owned() }
}

fn say(focus: &str) -> String {
    let key = format!("focus-{}", focus.to_lowercase().replace(' ', "-"));
    texts::with(&key, &[])
}

/// Puts what a day is about into the language of whom it is said to.
pub fn word(focus: &mut String) {
    if FOCUSES.contains(focus.as_str()) {
        *focus = say(focus);
    }
}

/// Takes back what [`word`] did to the days of a plan.
pub fn unword(doc: &mut PlanDoc) {
    for day in &mut doc.days {
        if let Some(stored) = FOCUSES.iter().find(|focus| say(focus) == day.focus) {
            day.focus.clone_from(stored);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::plan::{PlannedDay, Split};
    use crate::wording::{Word as _, Wording, within};

    fn doc(focus: &str) -> PlanDoc {
        let day = PlannedDay { day: "Day1".into(), focus: focus.into(), weekday: None, exercises: vec![] };
        PlanDoc { split: Split::Custom, days: vec![day] }
    }

    #[test]
    fn generated_days_are_said_in_each_language_and_come_back_as_they_were_stored() {
        assert!(FOCUSES.contains("Upper body A") && FOCUSES.contains("Legs"), "{FOCUSES:?}");
        for language in Language::all() {
            within(Wording { language, ..Wording::default() }, || {
                let said: BTreeSet<String> = FOCUSES.iter().map(|focus| say(focus)).collect();
                assert_eq!(said.len(), FOCUSES.len(), "{language}: two days of a week have one name");
                for focus in FOCUSES.iter() {
                    let mut there = doc(focus);
                    there.word();
                    assert_eq!(there.days[0].focus, named(focus));
                    assert!(!there.days[0].focus.starts_with("focus-"), "{language} has no {focus}");
                    assert!(language != Language::default() || there == doc(focus), "{focus}");
                    unword(&mut there);
                    assert_eq!(there, doc(focus), "{language}");
                }
            });
        }
    }

    #[test]
    fn what_a_person_typed_stays() {
        let spanish = Language::parse("es").unwrap();
        within(Wording { language: spanish, ..Wording::default() }, || {
            assert_eq!(named("Upper body A"), "Torso A");
            for typed in ["Upper body a", "upper body A", "Upper body A ", "Sunday <b>long</b>", ""] {
                let mut plan = doc(typed);
                plan.word();
                assert_eq!(plan, doc(typed));
                unword(&mut plan);
                assert_eq!(plan, doc(typed));
            }
        });
        let mut torso = doc("Torso A");
        unword(&mut torso);
        assert_eq!(torso, doc("Torso A"), "in English nobody else's word is taken for it");
    }
}
