//! Which split a week takes, and what its days are made of: tables of slots by movement pattern.
//! A day lists its main lifts first and isolation last, so that what is dropped for time stands at
//! the end. The tables are generous; how many sets a slot gets, and whether it is used at all,
//! is decided by [`super::volume`] and [`super::time`].

use crate::domain::exercise::Pattern;
use crate::domain::plan::Split;
use crate::domain::profile::{Experience, SplitPreference};

/// What a slot is for; the order in which slots are spared when minutes are short, last first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The day is about it; it is kept whenever the minutes hold it.
    Main,
    /// A second compound lift.
    Assist,
    /// Work for one muscle; the first to go.
    Isolation,
}

/// A place in a day for one exercise of a movement pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The movement wanted.
    pub pattern: Pattern,
    /// What for.
    pub role: Role,
}

/// A day before it has exercises.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// What the day is about, as shown.
    pub focus: &'static str,
    /// Its slots, in training order.
    pub slots: &'static [Slot],
}

const fn main(pattern: Pattern) -> Slot {
    Slot { pattern, role: Role::Main }
}

const fn assist(pattern: Pattern) -> Slot {
    Slot { pattern, role: Role::Assist }
}

const fn isolation(pattern: Pattern) -> Slot {
    Slot { pattern, role: Role::Isolation }
}

const FULL_A: Template = Template {
    focus: "Full body A",
    slots: &[
        main(Pattern::Squat),
        main(Pattern::HorizontalPush),
        main(Pattern::HorizontalPull),
        assist(Pattern::Hinge),
        assist(Pattern::VerticalPull),
        isolation(Pattern::ShoulderRaise),
        isolation(Pattern::ElbowExtension),
        isolation(Pattern::ElbowFlexion),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkStability),
    ],
};

const FULL_B: Template = Template {
    focus: "Full body B",
    slots: &[
        main(Pattern::Hinge),
        main(Pattern::VerticalPush),
        main(Pattern::VerticalPull),
        assist(Pattern::Lunge),
        assist(Pattern::HorizontalPush),
        isolation(Pattern::KneeFlexion),
        isolation(Pattern::ElbowFlexion),
        isolation(Pattern::ElbowExtension),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkFlexion),
    ],
};

const FULL_C: Template = Template {
    focus: "Full body C",
    slots: &[
        main(Pattern::Squat),
        main(Pattern::HorizontalPush),
        main(Pattern::HorizontalPull),
        assist(Pattern::HipExtension),
        assist(Pattern::VerticalPush),
        isolation(Pattern::KneeFlexion),
        isolation(Pattern::ShoulderRaise),
        isolation(Pattern::ElbowFlexion),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkFlexion),
    ],
};

const UPPER_A: Template = Template {
    focus: "Upper body A",
    slots: &[
        main(Pattern::HorizontalPush),
        main(Pattern::HorizontalPull),
        assist(Pattern::VerticalPush),
        assist(Pattern::VerticalPull),
        isolation(Pattern::ChestFly),
        isolation(Pattern::ShoulderRaise),
        isolation(Pattern::ElbowFlexion),
        isolation(Pattern::ElbowExtension),
        isolation(Pattern::RearFly),
    ],
};

const UPPER_B: Template = Template {
    focus: "Upper body B",
    slots: &[
        main(Pattern::VerticalPush),
        main(Pattern::VerticalPull),
        assist(Pattern::HorizontalPush),
        assist(Pattern::HorizontalPull),
        isolation(Pattern::ChestFly),
        isolation(Pattern::ShoulderRaise),
        isolation(Pattern::ElbowExtension),
        isolation(Pattern::ElbowFlexion),
        isolation(Pattern::RearFly),
    ],
};

const LOWER_A: Template = Template {
    focus: "Lower body A",
    slots: &[
        main(Pattern::Squat),
        main(Pattern::Hinge),
        assist(Pattern::Lunge),
        isolation(Pattern::KneeFlexion),
        isolation(Pattern::KneeExtension),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkFlexion),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkStability),
    ],
};

const LOWER_B: Template = Template {
    focus: "Lower body B",
    slots: &[
        main(Pattern::Hinge),
        main(Pattern::Squat),
        assist(Pattern::HipExtension),
        isolation(Pattern::KneeExtension),
        isolation(Pattern::KneeFlexion),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkStability),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkFlexion),
    ],
};

const PUSH_A: Template = Template {
    focus: "Push A",
    slots: &[
        main(Pattern::HorizontalPush),
        main(Pattern::VerticalPush),
        assist(Pattern::HorizontalPush),
        isolation(Pattern::ShoulderRaise),
        isolation(Pattern::ElbowExtension),
        isolation(Pattern::ChestFly),
        isolation(Pattern::ElbowExtension),
    ],
};

const PUSH_B: Template = Template {
    focus: "Push B",
    slots: &[
        main(Pattern::VerticalPush),
        main(Pattern::HorizontalPush),
        assist(Pattern::HorizontalPush),
        isolation(Pattern::ChestFly),
        isolation(Pattern::ElbowExtension),
        isolation(Pattern::ShoulderRaise),
        isolation(Pattern::ElbowExtension),
    ],
};

const PULL_A: Template = Template {
    focus: "Pull A",
    slots: &[
        main(Pattern::VerticalPull),
        main(Pattern::HorizontalPull),
        assist(Pattern::HorizontalPull),
        isolation(Pattern::RearFly),
        isolation(Pattern::ElbowFlexion),
        isolation(Pattern::TrunkFlexion),
        isolation(Pattern::ElbowFlexion),
    ],
};

const PULL_B: Template = Template {
    focus: "Pull B",
    slots: &[
        main(Pattern::HorizontalPull),
        main(Pattern::VerticalPull),
        assist(Pattern::VerticalPull),
        isolation(Pattern::RearFly),
        isolation(Pattern::ElbowFlexion),
        isolation(Pattern::TrunkStability),
        isolation(Pattern::ElbowFlexion),
    ],
};

const LEGS_A: Template = Template {
    focus: "Legs A",
    slots: &[
        main(Pattern::Squat),
        main(Pattern::Hinge),
        assist(Pattern::Lunge),
        isolation(Pattern::KneeFlexion),
        isolation(Pattern::KneeExtension),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkFlexion),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkStability),
    ],
};

const LEGS_B: Template = Template {
    focus: "Legs B",
    slots: &[
        main(Pattern::Hinge),
        main(Pattern::Squat),
        assist(Pattern::HipExtension),
        isolation(Pattern::KneeExtension),
        isolation(Pattern::KneeFlexion),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkFlexion),
        isolation(Pattern::CalfRaise),
        isolation(Pattern::TrunkStability),
    ],
};

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
pub fn choose(preference: SplitPreference, days: u8, experience: Experience) -> (Split, Option<String>) {
    let fallback = by_days(days, experience);
    let (wanted, fits) = match preference {
        SplitPreference::Auto => return (fallback, None),
        SplitPreference::FullBody => (Split::FullBody, days <= 3),
        SplitPreference::UpperLower => (Split::UpperLower, true),
        SplitPreference::PushPullLegs => (Split::PushPullLegs, days == 3 || days == 6),
    };
    if fits { (wanted, None) } else { (fallback, Some(misfit(wanted, days, fallback))) }
}

fn misfit(wanted: Split, days: u8, fallback: Split) -> String {
    let (wanted, fallback) = (title(wanted), title(fallback));
    format!("{wanted} does not fit {days} days a week, so this plan is {fallback}.")
}

/// A split's name in a sentence.
#[must_use]
pub const fn title(split: Split) -> &'static str {
    match split {
        Split::FullBody => "full body",
        Split::UpperLower => "upper/lower",
        Split::PushPullLegs => "push/pull/legs",
        Split::PushPullLegsUpperLower => "push/pull/legs with upper/lower",
        Split::Custom => "a split of its own",
    }
}

/// The days of a split, `days` of them, in order.
pub fn templates(split: Split, days: u8) -> impl Iterator<Item = &'static Template> {
    let cycle: &'static [Template] = match split {
        Split::FullBody | Split::Custom if days <= 2 => &[FULL_A, FULL_B],
        Split::FullBody | Split::Custom => &[FULL_A, FULL_B, FULL_C],
        Split::UpperLower => &[UPPER_A, LOWER_A, UPPER_B, LOWER_B],
        Split::PushPullLegs => &[PUSH_A, PULL_A, LEGS_A, PUSH_B, PULL_B, LEGS_B],
        Split::PushPullLegsUpperLower => &[PUSH_A, PULL_A, LEGS_A, UPPER_B, LOWER_B],
    };
    cycle.iter().cycle().take(usize::from(days))
}

/// Patterns that may stand in for one that has no exercise, best first.
#[must_use]
pub const fn stand_ins(pattern: Pattern) -> &'static [Pattern] {
    match pattern {
        Pattern::Squat => &[Pattern::Lunge, Pattern::KneeExtension, Pattern::HipExtension],
        Pattern::Lunge => &[Pattern::Squat, Pattern::KneeExtension],
        Pattern::Hinge => &[Pattern::HipExtension, Pattern::KneeFlexion, Pattern::BackExtension],
        Pattern::HipExtension | Pattern::KneeFlexion => &[Pattern::Hinge, Pattern::HipExtension],
        Pattern::KneeExtension => &[Pattern::Lunge, Pattern::Squat],
        Pattern::HorizontalPush => &[Pattern::ChestFly, Pattern::VerticalPush],
        Pattern::VerticalPush => &[Pattern::ShoulderRaise, Pattern::HorizontalPush],
        Pattern::HorizontalPull => &[Pattern::VerticalPull, Pattern::RearFly, Pattern::BackExtension],
        Pattern::VerticalPull => &[Pattern::HorizontalPull, Pattern::RearFly, Pattern::BackExtension],
        Pattern::ChestFly => &[Pattern::HorizontalPush],
        Pattern::ShoulderRaise => &[Pattern::VerticalPush],
        Pattern::RearFly => &[Pattern::HorizontalPull],
        Pattern::TrunkFlexion => &[Pattern::TrunkStability, Pattern::TrunkRotation],
        Pattern::TrunkStability => &[Pattern::TrunkFlexion, Pattern::TrunkRotation],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
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
    fn every_split_gives_as_many_days_as_asked() {
        for &split in Split::ALL {
            for days in 2..=6 {
                assert_eq!(templates(split, days).count(), usize::from(days), "{split}");
            }
        }
    }
}
