//! What the days of a split are made of: tables of slots by movement pattern. A day lists its main
//! lifts first and isolation last. The tables are generous: how many sets a slot gets, and whether
//! it is used at all, is decided by the week's volume and the person's minutes.

use crate::domain::exercise::Pattern;
use crate::domain::plan::Split;

use super::template::{Role, Slot, Template};

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
