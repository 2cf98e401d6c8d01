//! An exercise that a person adds: what they write of it, its checks, and the id minted for it.
//! Pure; whose it is and where it is kept is not known here.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exercise::{
    BodyweightUse, Contraindication, Equipment, Exercise, ExerciseId, Level, Measure, Mechanic, Muscle,
    Pattern,
};
use super::field_error::{Check, FieldError};
use super::rules::limits;
use super::serde_default::null_as_default;
use super::set_bounds::PLANNED;
use crate::reason;

/// Ids of own exercises begin with it; none of the catalogue's does.
pub const PREFIX: &str = "my-";
/// Most characters of a name or an alias.
const NAME_CHARS: usize = 100;
/// Most characters of a cue.
const CUE_CHARS: usize = 200;
/// Most characters of an id's own part.
const SLUG_CHARS: usize = 60;
/// The rank of an own exercise within its pattern, unless it says otherwise.
const RANK: u8 = 3;

/// An exercise as a person writes it. Name, primary muscles, equipment and pattern are needed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewExercise {
    /// 1 to 100 characters.
    #[schemars(length(min = 1, max = 100))]
    pub name: String,
    /// Other names; searched as well.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<Vec<String>>", length(max = 10))]
    pub aliases: Vec<String>,
    /// Muscles that get one set for a set.
    #[schemars(length(min = 1, max = 6))]
    pub primary_muscles: Vec<Muscle>,
    /// Muscles that get half a set for a set.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<Vec<Muscle>>", length(max = 8))]
    pub secondary_muscles: Vec<Muscle>,
    /// Everything it needs, what carries the load first; `bodyweight` for nothing at all.
    #[schemars(length(min = 1, max = 5))]
    pub equipment: Vec<Equipment>,
    /// Movement pattern.
    pub pattern: Pattern,
    /// Compound or isolation; by the pattern when absent.
    #[serde(default)]
    pub mechanic: Option<Mechanic>,
    /// One side at a time.
    #[serde(default)]
    pub unilateral: Option<bool>,
    /// Part of the load is the body itself; `full` when nothing but the body is needed.
    #[serde(default)]
    pub bodyweight: Option<BodyweightUse>,
    /// Repetitions when absent.
    #[serde(default)]
    pub measure: Option<Measure>,
    /// Beginner when absent.
    #[serde(default)]
    pub level: Option<Level>,
    /// Default rest, 0 to 900 seconds; 120 when absent.
    #[serde(default)]
    #[schemars(range(min = 0, max = limits::REST_MOST))]
    pub rest_seconds: Option<u32>,
    /// Default range: 1 to 100 repetitions, or 1 to 600 seconds; 8 to 12, or 20 to 40, when absent.
    #[serde(default)]
    #[schemars(range(min = PLANNED.fewest, max = PLANNED.most_seconds))]
    pub reps_min: Option<u16>,
    /// Upper end of the default range.
    #[serde(default)]
    #[schemars(range(min = PLANNED.fewest, max = PLANNED.most_seconds))]
    pub reps_max: Option<u16>,
    /// What may replace it, and what it may replace: the group of another exercise, or a new one of
    /// small letters, digits and hyphens. Its own when absent.
    #[serde(default)]
    #[schemars(length(max = 60))]
    pub variation_group: Option<String>,
    /// Limitations that rule it out.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<Vec<Contraindication>>", length(max = 11))]
    pub contraindications: Vec<Contraindication>,
    /// At most six short cues.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<Vec<String>>", length(max = 6))]
    pub cues: Vec<String>,
    /// Preference within its pattern, 1 (first choice) to 5; 3 when absent.
    #[serde(default)]
    #[schemars(range(min = 1, max = 5))]
    pub rank: Option<u8>,
}

impl Check {
    fn one_line(&mut self, pointer: &str, text: &str, most: usize) {
        let says = !text.trim().is_empty() && !text.chars().any(char::is_control);
        let fits = says && text.chars().count() <= most;
        self.that(fits, pointer, "length", reason!("input_text_length", most = most));
    }

    fn list<T: Ord + Copy>(&mut self, pointer: &str, items: &[T], most: usize) {
        self.that(items.len() <= most, pointer, "length", reason!("input_most_entries", most = most));
        let distinct: BTreeSet<T> = items.iter().copied().collect();
        self.that(distinct.len() == items.len(), pointer, "duplicate", reason!("input_each_once"));
    }

    fn texts(&mut self, pointer: &str, texts: &[String], most: usize, chars: usize) {
        self.that(texts.len() <= most, pointer, "length", reason!("input_most_entries", most = most));
        for (at, text) in texts.iter().enumerate() {
            self.one_line(&format!("{pointer}/{at}"), text, chars);
        }
    }
}

impl NewExercise {
    /// Every field that is out of range, all at once.
    #[must_use]
    pub fn check(&self) -> Vec<FieldError> {
        let mut check = Check::default();
        check.one_line("/name", &self.name, NAME_CHARS);
        check.texts("/aliases", &self.aliases, 10, NAME_CHARS);
        check.texts("/cues", &self.cues, 6, CUE_CHARS);
        self.check_lists(&mut check);
        self.check_numbers(&mut check);
        if let Some(group) = &self.variation_group {
            let slug = (1..=SLUG_CHARS).contains(&group.len())
                && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            let reason = reason!("exercise_group_slug", most = SLUG_CHARS);
            check.that(slug, "/variation_group", "invalid", reason);
        }
        check.0
    }

    fn check_lists(&self, check: &mut Check) {
        check.list("/primary_muscles", &self.primary_muscles, 6);
        check.list("/secondary_muscles", &self.secondary_muscles, 8);
        check.list("/equipment", &self.equipment, 5);
        check.list("/contraindications", &self.contraindications, 11);
        let trains = !self.primary_muscles.is_empty();
        check.that(trains, "/primary_muscles", "missing", reason!("exercise_muscle_missing"));
        let needs = !self.equipment.is_empty();
        check.that(needs, "/equipment", "missing", reason!("exercise_equipment_missing"));
        let once = !self.secondary_muscles.iter().any(|muscle| self.primary_muscles.contains(muscle));
        check.that(once, "/secondary_muscles", "duplicate", reason!("exercise_muscle_twice"));
    }

    fn check_numbers(&self, check: &mut Check) {
        let rest = self.rest_seconds.is_none_or(|rest| rest <= limits::REST_MOST);
        check.that(
            rest,
            "/rest_seconds",
            "out_of_range",
            reason!("exercise_rest_range", most = limits::REST_MOST),
        );
        let rank = self.rank.is_none_or(|rank| (1..=5).contains(&rank));
        check.that(rank, "/rank", "out_of_range", reason!("exercise_rank_range", most = 5));
        let most = if self.is_timed() { *limits::SECONDS.end() } else { *limits::REPS.end() };
        let (least_count, most_count) = self.range();
        for (pointer, count) in [("/reps_min", least_count), ("/reps_max", most_count)] {
            let fits = (1..=most).contains(&count);
            check.that(fits, pointer, "out_of_range", reason!("input_between", least = 1, most = most));
        }
        let ordered = least_count <= most_count;
        check.that(ordered, "/reps_min", "out_of_range", reason!("exercise_range_reversed"));
    }

    fn is_timed(&self) -> bool {
        self.measure == Some(Measure::Seconds)
    }

    fn range(&self) -> (u16, u16) {
        let (least, most) = if self.is_timed() { (20, 40) } else { (8, 12) };
        let reps_min = self.reps_min.unwrap_or_else(|| self.reps_max.map_or(least, |max| max.min(least)));
        (reps_min, self.reps_max.unwrap_or(most.max(reps_min)))
    }

    /// The exercise, under this id.
    #[must_use]
    pub fn into_exercise(self, id: ExerciseId) -> Exercise {
        let (reps_min, reps_max) = self.range();
        let body = self.equipment.iter().all(|item| {
            matches!(
                item,
                Equipment::Bodyweight | Equipment::PullUpBar | Equipment::DipBars | Equipment::Bench
            )
        });
        Exercise {
            name: self.name.trim().to_owned(),
            aliases: self.aliases,
            primary_muscles: self.primary_muscles,
            secondary_muscles: self.secondary_muscles,
            equipment: self.equipment,
            mechanic: self.mechanic.unwrap_or_else(|| mechanic(self.pattern)),
            pattern: self.pattern,
            unilateral: self.unilateral.unwrap_or(false),
            bodyweight: self.bodyweight.unwrap_or(if body {
                BodyweightUse::Full
            } else {
                BodyweightUse::None
            }),
            measure: self.measure.unwrap_or(Measure::Reps),
            level: self.level.unwrap_or(Level::Beginner),
            rest_seconds: self.rest_seconds.unwrap_or(120),
            reps_min,
            reps_max,
            variation_group: self.variation_group.unwrap_or_else(|| id.clone()),
            contraindications: self.contraindications,
            cues: self.cues,
            rank: self.rank.unwrap_or(RANK),
            own: true,
            id,
        }
    }
}

/// Several joints share the work of the big patterns.
const fn mechanic(pattern: Pattern) -> Mechanic {
    match pattern {
        Pattern::Squat
        | Pattern::Hinge
        | Pattern::Lunge
        | Pattern::HorizontalPush
        | Pattern::VerticalPush
        | Pattern::HorizontalPull
        | Pattern::VerticalPull
        | Pattern::Carry => Mechanic::Compound,
        _ => Mechanic::Isolation,
    }
}

/// A slug of the name that is not taken yet: `my-landmine-press`, then `my-landmine-press-2`.
#[must_use]
pub fn mint_id(name: &str, taken: impl Fn(&str) -> bool) -> ExerciseId {
    let base = slug(name);
    let free = |id: &String| !taken(id);
    let numbered = (2_u32..).map(|n| format!("{base}-{n}"));
    std::iter::once(base.clone()).chain(numbered).find(free).unwrap_or(base)
}

fn slug(name: &str) -> String {
    let lower = name.to_lowercase().replace(['\'', '’'], "");
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined: String = words.collect::<Vec<_>>().join("-").chars().take(SLUG_CHARS).collect();
    let own = joined.trim_matches('-');
    format!("{PREFIX}{}", if own.is_empty() { "exercise" } else { own })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    fn landmine() -> NewExercise {
        serde_json::from_value(serde_json::json!({
            "name": "Landmine press", "primary_muscles": ["shoulders"], "equipment": ["barbell"],
            "pattern": "vertical_push"
        }))
        .unwrap()
    }

    #[test]
    fn what_is_not_said_is_filled_in() {
        assert_eq!(landmine().check(), []);
        let made = landmine().into_exercise("my-landmine-press".into());
        assert_eq!(
            (made.mechanic, made.bodyweight, made.measure),
            (Mechanic::Compound, BodyweightUse::None, Measure::Reps)
        );
        assert_eq!((made.reps_min, made.reps_max, made.rest_seconds, made.rank), (8, 12, 120, 3));
        assert_eq!(made.variation_group, "my-landmine-press");
        assert!(made.own);
        let body = NewExercise { equipment: vec![Equipment::Bodyweight], ..landmine() };
        assert_eq!(body.into_exercise("my-x".into()).bodyweight, BodyweightUse::Full);
        for (least, most, range) in
            [(None, Some(5), (5, 5)), (Some(15), None, (15, 15)), (Some(3), None, (3, 12))]
        {
            let own = NewExercise { reps_min: least, reps_max: most, ..landmine() };
            assert_eq!(own.range(), range, "{least:?} {most:?}");
        }
    }

    #[test]
    fn ids_are_slugs_and_never_the_catalogues() {
        let catalogue = Catalogue::embedded();
        assert!(catalogue.iter().all(|exercise| !exercise.id.starts_with(PREFIX)));
        for (name, id) in [
            ("Landmine press", "my-landmine-press"),
            ("  Farmer's  walk!! ", "my-farmers-walk"),
            ("Übung", "my-bung"),
            ("懸垂", "my-exercise"),
            ("---", "my-exercise"),
        ] {
            assert_eq!(mint_id(name, |id| catalogue.get(id).is_some()), id, "{name}");
        }
        assert_eq!(mint_id("Landmine Press", |id| id == "my-landmine-press"), "my-landmine-press-2");
        assert!(mint_id(&"x".repeat(500), |_| false).len() <= PREFIX.len() + SLUG_CHARS);
    }
}
