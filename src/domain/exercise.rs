//! An exercise: what the catalogue says about one movement. Plain data and the closed vocabularies
//! it is written in; finding and choosing live in [`crate::domain::catalogue`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A catalogue slug (`barbell-back-squat`) or, for a person's own exercise, one that begins with `my-`.
pub type ExerciseId = String;

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$mark:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        #[schemars(inline)]
        pub enum $name { $(#[doc = $text] $(#[$mark])* $variant),+ }

        impl $name {
            /// Every value, in the order used everywhere.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in JSON, SQL and routes.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads the word back; `None` for any other text.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// A muscle group, the grain at which weekly sets are counted.
    Muscle {
        Chest = "chest", Shoulders = "shoulders", RearShoulders = "rear_shoulders", Triceps = "triceps",
        Biceps = "biceps", Forearms = "forearms", Lats = "lats", UpperBack = "upper_back", Traps = "traps",
        LowerBack = "lower_back", Abs = "abs", Obliques = "obliques", Glutes = "glutes", Quads = "quads",
        Hamstrings = "hamstrings", Adductors = "adductors", Abductors = "abductors", Calves = "calves",
    }
}

impl Muscle {
    /// Muscles that have a weekly target of their own. The others get their work from the compound
    /// lifts: they are counted and capped, never called too few.
    #[must_use]
    pub const fn has_target(self) -> bool {
        matches!(
            self,
            Self::Chest
                | Self::Shoulders
                | Self::Triceps
                | Self::Biceps
                | Self::Lats
                | Self::UpperBack
                | Self::Abs
                | Self::Glutes
                | Self::Quads
                | Self::Hamstrings
                | Self::Calves
        )
    }
}

vocabulary! {
    /// What a person owns and an exercise needs. A barbell comes with its rack; bodyweight is
    /// always there.
    Equipment {
        Barbell = "barbell", Dumbbell = "dumbbell", Kettlebell = "kettlebell", Cable = "cable",
        Machine = "machine", Band = "band", Bodyweight = "bodyweight", PullUpBar = "pull_up_bar",
        Bench = "bench", DipBars = "dip_bars",
    }
}

vocabulary! {
    /// The movement pattern; plan slots are filled by pattern.
    Pattern {
        Squat = "squat", Hinge = "hinge", Lunge = "lunge", HorizontalPush = "horizontal_push",
        VerticalPush = "vertical_push", HorizontalPull = "horizontal_pull", VerticalPull = "vertical_pull",
        ChestFly = "chest_fly", ShoulderRaise = "shoulder_raise", RearFly = "rear_fly", Shrug = "shrug",
        ElbowFlexion = "elbow_flexion", ElbowExtension = "elbow_extension", Wrist = "wrist",
        HipExtension = "hip_extension", HipAbduction = "hip_abduction", HipAdduction = "hip_adduction",
        KneeExtension = "knee_extension", KneeFlexion = "knee_flexion", CalfRaise = "calf_raise",
        TrunkFlexion = "trunk_flexion", TrunkStability = "trunk_stability", TrunkRotation = "trunk_rotation",
        BackExtension = "back_extension", Carry = "carry",
    }
}

vocabulary! {
    /// Whether several joints share the work.
    Mechanic { Compound = "compound", Isolation = "isolation" }
}

vocabulary! {
    /// What a set of it counts. A timed exercise has seconds where others have repetitions.
    Measure { Reps = "reps", Seconds = "seconds" }
}

vocabulary! {
    /// How much skill it asks for; a person trains what is at or below their experience.
    Level { Beginner = "beginner", Intermediate = "intermediate", Advanced = "advanced" }
}

vocabulary! {
    /// Something a person must spare: a body part, a state, or (see [`Limitation::covers`]) a
    /// whole movement pattern.
    ///
    /// [`Limitation::covers`]: crate::domain::profile::Limitation::covers
    Contraindication {
        Knee = "knee", LowerBack = "lower_back", Shoulder = "shoulder", Elbow = "elbow", Wrist = "wrist",
        Hip = "hip", Neck = "neck", Ankle = "ankle", Overhead = "overhead", Impact = "impact",
        Pregnancy = "pregnancy",
    }
}

vocabulary! {
    /// How bodyweight takes part. `assisted`: the load helps, so less of it is harder.
    BodyweightUse { None = "none", Full = "full", Assisted = "assisted" }
}

/// One movement, as held in the catalogue or added by a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Exercise {
    /// A slug.
    pub id: ExerciseId,
    /// Name shown to a person.
    pub name: String,
    /// Other names people use; searched as well.
    pub aliases: Vec<String>,
    /// Muscles that get one set for a set.
    pub primary_muscles: Vec<Muscle>,
    /// Muscles that get half a set for a set.
    pub secondary_muscles: Vec<Muscle>,
    /// Everything it needs; the first is what carries the load, see [`Exercise::load_equipment`].
    pub equipment: Vec<Equipment>,
    /// Movement pattern.
    pub pattern: Pattern,
    /// Compound or isolation.
    pub mechanic: Mechanic,
    /// One side at a time.
    pub unilateral: bool,
    /// Part of the load is the body itself.
    pub bodyweight: BodyweightUse,
    /// Repetitions or seconds.
    pub measure: Measure,
    /// Skill it asks for.
    pub level: Level,
    /// Default rest between sets, seconds.
    pub rest_seconds: u32,
    /// Default range: repetitions, or seconds for a timed one.
    pub reps_min: u16,
    /// Upper end of the default range.
    pub reps_max: u16,
    /// What may replace it: exercises of one variation group.
    pub variation_group: String,
    /// Limitations that rule it out.
    pub contraindications: Vec<Contraindication>,
    /// Two to four short cues.
    pub cues: Vec<String>,
    /// Preference within its pattern, 1 (first choice) to 5.
    pub rank: u8,
    /// Added by the person, not from the catalogue.
    pub own: bool,
}

impl Exercise {
    /// The equipment that carries the load, and so names the entry of `profile.loads`. Someone who
    /// hangs from a bar or stands between dip bars takes a belt; an exercise for beginners goes on
    /// to a harder variation instead.
    #[must_use]
    pub fn load_equipment(&self) -> Equipment {
        let belt = self.bodyweight == BodyweightUse::Full && self.level != Level::Beginner;
        let bar = self.equipment.iter().find(|one| matches!(one, Equipment::PullUpBar | Equipment::DipBars));
        if let (true, Some(bar)) = (belt, bar) {
            return *bar;
        }
        self.equipment.first().copied().unwrap_or(Equipment::Bodyweight)
    }

    /// Weekly sets that one set of it gives a muscle: 1, 0.5 or 0.
    #[must_use]
    pub fn share(&self, muscle: Muscle) -> f64 {
        if self.primary_muscles.contains(&muscle) {
            1.0
        } else if self.secondary_muscles.contains(&muscle) {
            0.5
        } else {
            0.0
        }
    }

    /// Whether an estimated one-repetition maximum says something of it. Where the whole body would
    /// count as the load it must be what is lifted: a pull-up, a dip, a push-up, not a crunch or a
    /// calf raise, of which it would say more than a squat. Help that is not weighed hides the load.
    #[must_use]
    pub fn has_e1rm(&self) -> bool {
        let trunk = matches!(
            self.pattern,
            Pattern::TrunkFlexion | Pattern::TrunkStability | Pattern::TrunkRotation | Pattern::BackExtension
        );
        let lifts_the_body = self.mechanic == Mechanic::Compound && !trunk;
        !self.is_timed()
            && match self.bodyweight {
                BodyweightUse::None => true,
                BodyweightUse::Full => lifts_the_body,
                BodyweightUse::Assisted => lifts_the_body && self.load_equipment() != Equipment::Band,
            }
    }

    /// Counted in seconds.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        self.measure == Measure::Seconds
    }
}
