//! Which split a week takes. What its days are made of stands in [`super::tables`].

use std::collections::BTreeSet;

use crate::domain::plan::Split;
use crate::domain::profile::{Experience, SplitPreference};
use crate::domain::reason::Reason;
use crate::reason;

use super::tables;
use super::template::Template;

/// The split that the number of days asks for by itself.
#[must_use]
pub const fn by_days(days: u8, experience: Experience) -> Split {
    match days {
        0..=2 => Split::FullBody,
        3 if matches!(experience, Experience::Beginner) => Split::FullBody,
        4 => Split::UpperLower,
        5 => Split::PushPullLegsUpperLower,
        _ => Split::PushPullLegs,
    }
}

/// The split for a week: the preferred one if it fits the days, else the one the days ask for,
/// with a note that says so.
#[must_use]
pub fn choose(preference: SplitPreference, days: u8, experience: Experience) -> (Split, Option<Reason>) {
    let fallback = by_days(days, experience);
    let (wanted, fits) = match preference {
        SplitPreference::Auto => return (fallback, None),
        SplitPreference::FullBody => (Split::FullBody, days <= 3),
        SplitPreference::UpperLower => (Split::UpperLower, true),
        SplitPreference::PushPullLegs => (Split::PushPullLegs, days == 3 || days == 6),
    };
    if fits { (wanted, None) } else { (fallback, Some(misfit(wanted, days, fallback))) }
}

fn misfit(wanted: Split, days: u8, fallback: Split) -> Reason {
    reason!("note_split", split_capital = wanted.as_str(), days = days, split = fallback.as_str())
}

/// Everything that a day of a generated plan can be about.
#[must_use]
pub fn focuses() -> BTreeSet<String> {
    let days = (2..=6).flat_map(|days| Split::ALL.iter().map(move |split| (*split, days)));
    let weeks = days.map(|(split, days)| tables::templates(split, days).collect::<Vec<_>>());
    weeks.flat_map(|week| week.iter().map(|day| focus(day, &week)).collect::<Vec<_>>()).collect()
}

/// What a day is about, as it is stored: in English, which `wording` says in other languages. Its letter is kept only where the week has another day of the kind.
#[must_use]
pub fn focus(template: &Template, week: &[&Template]) -> String {
    let Some((kind, _letter)) = template.focus.rsplit_once(' ') else { return template.focus.to_owned() };
    let alike = week.iter().filter(|other| other.focus.starts_with(kind)).count();
    if alike > 1 { template.focus.to_owned() } else { kind.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::tables::templates;
    use super::*;
    use SplitPreference as P;

    #[test]
    fn days_and_preference_give_the_split() {
        let (beginner, trained) = (Experience::Beginner, Experience::Intermediate);
        let cases = [
            (2, beginner, P::Auto, Split::FullBody, false),
            (3, beginner, P::Auto, Split::FullBody, false),
            (3, trained, P::Auto, Split::PushPullLegs, false),
            (3, Experience::Advanced, P::Auto, Split::PushPullLegs, false),
            (4, beginner, P::Auto, Split::UpperLower, false),
            (5, beginner, P::Auto, Split::PushPullLegsUpperLower, false),
            (6, beginner, P::Auto, Split::PushPullLegs, false),
            (3, trained, P::FullBody, Split::FullBody, false),
            (4, trained, P::FullBody, Split::UpperLower, true),
            (6, trained, P::FullBody, Split::PushPullLegs, true),
            (3, beginner, P::PushPullLegs, Split::PushPullLegs, false),
            (6, beginner, P::PushPullLegs, Split::PushPullLegs, false),
            (2, trained, P::PushPullLegs, Split::FullBody, true),
            (4, trained, P::PushPullLegs, Split::UpperLower, true),
            (5, trained, P::PushPullLegs, Split::PushPullLegsUpperLower, true),
            (3, beginner, P::UpperLower, Split::UpperLower, false),
            (5, trained, P::UpperLower, Split::UpperLower, false),
        ];
        for (days, experience, preference, split, noted) in cases {
            let (chosen, note) = choose(preference, days, experience);
            assert_eq!((chosen, note.is_some()), (split, noted), "{days} {experience} {preference}");
        }
    }

    #[test]
    fn a_letter_tells_days_of_a_kind_apart() {
        let focuses = |split, days| {
            let week: Vec<_> = templates(split, days).collect();
            week.iter().map(|day| focus(day, &week)).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(focuses(Split::PushPullLegs, 3), "Push, Pull, Legs");
        assert_eq!(focuses(Split::FullBody, 2), "Full body A, Full body B");
        let five = "Push, Pull, Legs, Upper body, Lower body";
        assert_eq!(focuses(Split::PushPullLegsUpperLower, 5), five);
        // A week of three returns to the first kind: the same letter never names two contents.
        assert_eq!(focuses(Split::UpperLower, 3), "Upper body A, Lower body, Upper body B");
    }

    #[test]
    fn every_split_gives_as_many_days_as_asked() {
        for &split in Split::ALL {
            for days in 2..=6 {
                assert_eq!(templates(split, days).count(), usize::from(days), "{split}");
            }
        }
    }
}
