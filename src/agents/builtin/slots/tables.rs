//! The words people use for what the domain has names for.

use super::{Contraindication, Equipment, Experience, Goal, Muscle, SplitPreference, Weekday};

/// Phrases (`a_b|c`) and what they mean, the more specific ones first.
pub type Table<T> = &'static [(&'static str, T)];

pub const EQUIPMENT: Table<Equipment> = &[
    ("barbell|barbells|squat_rack|power_rack|rack|bar_and_plates", Equipment::Barbell),
    ("dumbbell|dumbbells|db|dbs", Equipment::Dumbbell),
    ("kettlebell|kettlebells|kb|kbs", Equipment::Kettlebell),
    ("cable|cables|pulley|cable_machine|cable_tower", Equipment::Cable),
    ("machine|machines", Equipment::Machine),
    ("band|bands|resistance_band|resistance_bands", Equipment::Band),
    ("bodyweight|body_weight|calisthenics|no_equipment|no_gear|no_weights|own_body", Equipment::Bodyweight),
    ("pull_up_bar|pullup_bar|chin_up_bar|chinup_bar|pull_bar", Equipment::PullUpBar),
    ("bench|benches", Equipment::Bench),
    ("dip_bars|dip_bar|dip_station|parallel_bars", Equipment::DipBars),
];

/// Everything a commercial gym has.
pub const FULL_GYM: &str = "full_gym|commercial_gym|gym_membership|all_equipment|all_the_equipment|joined_a_gym|\
    joined_the_gym|every_machine|fully_equipped|normal_gym|proper_gym";

pub const GOALS: Table<Goal> = &[
    ("strength|strong|stronger|powerlifting|max_strength|heavier_lifts", Goal::Strength),
    (
        "hypertrophy|muscle_growth|build_muscle|gain_muscle|more_muscle|put_on_muscle|muscle_mass|building_muscle|\
         size|mass|bigger|bodybuilding|bulk|bulking|grow|muscular",
        Goal::Hypertrophy,
    ),
    (
        "general_fitness|fitness|get_fit|be_fit|getting_fit|stay_fit|keep_fit|fitter|health|healthy|general|tone|toned|in_shape|lose_weight|lose_fat|fat_loss",
        Goal::GeneralFitness,
    ),
];

pub const SPLITS: Table<SplitPreference> = &[
    ("full_body|whole_body|total_body|fullbody|fully_body", SplitPreference::FullBody),
    (
        "upper_lower|upper_and_lower|upper_body_lower_body|upper_body_and_lower_body",
        SplitPreference::UpperLower,
    ),
    (
        "push_pull_legs|push_pull_leg|push_pull_and_legs|ppl|push_and_pull_and_legs|pull_push_legs|legs_push_pull",
        SplitPreference::PushPullLegs,
    ),
    (
        "auto|automatic|best_split|any_split|whatever_split|you_choose|you_pick|you_decide",
        SplitPreference::Auto,
    ),
];

pub const EXPERIENCE: Table<Experience> = &[
    (
        "beginner|novice|new_to_lifting|new_to_this|new_to_training|never_trained|never_lifted|just_started|just_starting",
        Experience::Beginner,
    ),
    ("intermediate", Experience::Intermediate),
    ("advanced|experienced|expert", Experience::Advanced),
];

pub const WEEKDAYS: Table<Weekday> = &[
    ("monday|mondays|mon", Weekday::Monday),
    ("tuesday|tuesdays|tue|tues", Weekday::Tuesday),
    ("wednesday|wednesdays|wed|weds", Weekday::Wednesday),
    ("thursday|thursdays|thu|thur|thurs", Weekday::Thursday),
    ("friday|fridays|fri", Weekday::Friday),
    ("saturday|saturdays|sat", Weekday::Saturday),
    ("sunday|sundays|sun", Weekday::Sunday),
];

pub const MUSCLES: Table<Muscle> = &[
    ("rear_shoulders|rear_delts|rear_delt|rear_deltoids|rear_shoulder", Muscle::RearShoulders),
    ("upper_back|rhomboids|mid_back|middle_back", Muscle::UpperBack),
    ("lower_back|spinal_erectors|erectors", Muscle::LowerBack),
    ("chest|pecs|pec|pectorals", Muscle::Chest),
    ("shoulder|shoulders|delts|deltoids", Muscle::Shoulders),
    ("triceps|tricep|tris", Muscle::Triceps),
    ("biceps|bicep|bis|guns", Muscle::Biceps),
    ("forearms|forearm|grip", Muscle::Forearms),
    ("lats|lat|back|wings", Muscle::Lats),
    ("traps|trap|trapezius", Muscle::Traps),
    ("obliques|oblique|side_abs|love_handles", Muscle::Obliques),
    ("abs|ab|core|stomach|belly|abdominals|six_pack", Muscle::Abs),
    ("glutes|glute|butt|bum|booty", Muscle::Glutes),
    ("quads|quad|quadriceps|legs|leg|thighs|thigh", Muscle::Quads),
    ("hamstrings|hamstring|hams", Muscle::Hamstrings),
    ("adductors|adductor|inner_thigh|inner_thighs|groin", Muscle::Adductors),
    ("abductors|abductor|outer_hip|outer_thighs", Muscle::Abductors),
    ("calves|calf", Muscle::Calves),
];

pub const BODY_PARTS: Table<Contraindication> = &[
    ("knee|knees", Contraindication::Knee),
    ("lower_back|low_back|back|spine|lumbar", Contraindication::LowerBack),
    ("shoulder|shoulders|rotator_cuff", Contraindication::Shoulder),
    ("elbow|elbows", Contraindication::Elbow),
    ("wrist|wrists", Contraindication::Wrist),
    ("hip|hips", Contraindication::Hip),
    ("neck", Contraindication::Neck),
    ("ankle|ankles|achilles", Contraindication::Ankle),
    ("overhead", Contraindication::Overhead),
    ("impact|jumping|jumps", Contraindication::Impact),
];

pub const PREGNANT: &str = "pregnant|pregnancy|expecting_a_baby|expecting_a_child";

/// Words that make a body part something to spare.
pub const HURTS: &str = "hurt|hurts|hurting|pain|pains|painful|sore|injured|injury|bad|spare|sparing|protect|avoid|\
    careful|ache|aches|aching|achy|tweaked|problem|problems|issue|issues|bothers|bothering|limitation|limitations|\
    sprained|strained|surgery|easy_on|can_not|no|trouble|stiff|tender|irritated|weak|without";

/// Words that take a limitation back.
pub const HEALED: &str = "healed|recovered|fine_again|better_again|good_again|okay_again|ok_again|fine_now|better_now|\
    good_now|okay_now|ok_now|not_anymore_hurts|not_anymore_hurting|does_not_hurt|do_not_hurt|not_hurting|pain_free|not_anymore_pregnant|\
    stopped_hurting|back_to_normal|not_pregnant";
