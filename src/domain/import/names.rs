//! Which exercise a name of another program means, and how sure that is. Names are compared as sets of
//! words; what stands in brackets (`Bench Press (Barbell)`) names the equipment and must agree.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::{BodyweightUse, Equipment, Exercise, vocabulary};

vocabulary! {
    /// How sure it is that a name means an exercise.
    Certainty { Exact = "exact", Likely = "likely", None = "none" }
}

/// Share of words in common from which a name is likely the same.
const ALIKE: f64 = 0.5;
/// How much less an alias counts than a name.
const LESS: f64 = 0.001;
/// Words that make another exercise of it: they must stand in both names or in neither.
const TELLING: [&str; 48] = [
    "arnold",
    "assisted",
    "behind",
    "bent",
    "box",
    "bulgarian",
    "calf",
    "close",
    "concentration",
    "cossack",
    "decline",
    "deficit",
    "diamond",
    "floor",
    "forward",
    "front",
    "goblet",
    "hack",
    "hammer",
    "hang",
    "hanging",
    "incline",
    "inverted",
    "jefferson",
    "jump",
    "lateral",
    "lying",
    "negative",
    "neutral",
    "one",
    "overhead",
    "pause",
    "pike",
    "preacher",
    "reverse",
    "romanian",
    "seated",
    "side",
    "split",
    "standing",
    "stiff",
    "straight",
    "sumo",
    "underhand",
    "upright",
    "walking",
    "wide",
    "zercher",
];

/// What a name came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Meant<'a> {
    /// The exercise; none where nothing is alike.
    pub exercise: Option<&'a Exercise>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// What the brackets say of the load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gear {
    Item(Equipment),
    Body,
    Weighted,
    Assisted,
    /// Something that the catalogue does not tell apart from an item: a trap bar is a barbell.
    Akin(Equipment),
}

type Words = BTreeSet<String>;

/// A name, taken apart.
pub(super) struct Asked {
    whole: Words,
    base: Words,
    pub(super) gear: Option<Gear>,
    /// The last word before the brackets: what kind of movement it is.
    pub(super) head: Option<String>,
}

impl Asked {
    pub(super) fn of(name: &str) -> Self {
        let (base, brackets) = match name.split_once('(') {
            Some((base, rest)) if !base.trim().is_empty() => (base, rest),
            _ => (name, ""),
        };
        let listed = words(base);
        let head = listed.last().cloned();
        let qualifiers = words(brackets);
        let gear = qualifiers.iter().find_map(|word| gear(word));
        // A word that names no equipment says more of the movement: `Row (Wide Grip)`.
        let further = qualifiers.iter().filter(|word| self::gear(word).is_none()).cloned();
        let base: Words = listed.into_iter().chain(further).collect();
        Self { whole: base.iter().cloned().chain(qualifiers).collect(), base, gear, head }
    }
}

fn gear(word: &str) -> Option<Gear> {
    Some(match word {
        "barbell" => Gear::Item(Equipment::Barbell),
        "dumbbell" => Gear::Item(Equipment::Dumbbell),
        "kettlebell" => Gear::Item(Equipment::Kettlebell),
        "cable" => Gear::Item(Equipment::Cable),
        "machine" => Gear::Item(Equipment::Machine),
        "band" => Gear::Item(Equipment::Band),
        "smith" | "plate" => Gear::Akin(Equipment::Machine),
        "ez" | "trap" | "hex" => Gear::Akin(Equipment::Barbell),
        "bodyweight" | "body" => Gear::Body,
        "weighted" => Gear::Weighted,
        "assisted" => Gear::Assisted,
        _ => return None,
    })
}

/// Small words without plurals; two spellings of one thing become one.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace(['\'', '’'], "");
    let split = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    split.flat_map(|word| spelled(&singular(word))).filter(|word| word != "the" && word != "with").collect()
}

fn singular(word: &str) -> String {
    let keeps = ["biceps", "triceps", "abs", "press", "cross", "ups"].contains(&word);
    if keeps || word.len() < 4 || word.ends_with("ss") {
        return word.to_owned();
    }
    for (many, one) in [("sses", "ss"), ("ches", "ch"), ("flies", "fly"), ("flyes", "fly"), ("s", "")] {
        if let Some(stem) = word.strip_suffix(many) {
            return format!("{stem}{one}");
        }
    }
    word.to_owned()
}

fn spelled(word: &str) -> Vec<String> {
    let parts: &[&str] = match word {
        "bicep" => &["biceps"],
        "tricep" => &["triceps"],
        "flye" => &["fly"],
        "db" => &["dumbbell"],
        "bb" => &["barbell"],
        "kb" => &["kettlebell"],
        "banded" => &["band"],
        "single" => &["one"],
        "ups" => &["up"],
        "rdl" => &["romanian", "deadlift"],
        "ohp" | "military" => &["overhead"],
        "pullup" => &["pull", "up"],
        "chinup" => &["chin", "up"],
        "pushup" | "pressup" => &["push", "up"],
        "situp" => &["sit", "up"],
        "stepup" => &["step", "up"],
        "pushdown" => &["push", "down"],
        "pulldown" => &["pull", "down"],
        "pullover" => &["pull", "over"],
        "pullthrough" => &["pull", "through"],
        "kickback" => &["kick", "back"],
        "skullcrusher" => &["skull", "crusher"],
        "tbar" => &["t", "bar"],
        "facepull" => &["face", "pull"],
        other => return vec![other.to_owned()],
    };
    parts.iter().map(|part| (*part).to_owned()).collect()
}

/// The words that name an exercise's load.
fn gear_words(exercise: &Exercise) -> Words {
    let named =
        exercise.equipment.iter().filter(|item| !matches!(item, Equipment::Bench)).map(|item| item.as_str());
    let mut found: Words = named.flat_map(words).collect();
    if exercise.bodyweight == BodyweightUse::Assisted {
        found.insert("assisted".to_owned());
    }
    found
}

/// Whether the brackets fit, and how sure that is.
fn agrees(exercise: &Exercise, gear: Option<Gear>) -> Certainty {
    let (holds, certainty) = match gear {
        None => (true, Certainty::Exact),
        Some(Gear::Item(item)) => (exercise.equipment.contains(&item), Certainty::Exact),
        Some(Gear::Akin(item)) => (exercise.equipment.contains(&item), Certainty::Likely),
        Some(Gear::Body | Gear::Weighted) => (exercise.bodyweight == BodyweightUse::Full, Certainty::Exact),
        Some(Gear::Assisted) => (exercise.bodyweight == BodyweightUse::Assisted, Certainty::Exact),
    };
    if holds { certainty } else { Certainty::None }
}

/// How alike a name and one title of an exercise are, 0 to 1, and how sure that makes it.
fn fit(asked: &Asked, exercise: &Exercise, title: &str) -> (Certainty, f64) {
    let title: Words = words(title).into_iter().collect();
    if title == asked.whole {
        return (Certainty::Exact, 1.0);
    }
    let sure = agrees(exercise, asked.gear);
    if sure == Certainty::None {
        return (sure, 0.0);
    }
    if title == asked.base {
        return (sure, 1.0);
    }
    // Where the name says what it is done with, the title need not say it again.
    let own = if asked.gear.is_some() { gear_words(exercise) } else { Words::new() };
    let bare: Words = title.difference(&own).cloned().collect();
    if bare == asked.base {
        return (sure, 1.0);
    }
    let tells = |word: &String| TELLING.contains(&word.as_str());
    if bare.symmetric_difference(&asked.base).any(tells) {
        return (Certainty::None, 0.0);
    }
    let alike = alike(&bare, &asked.base).max(alike(&title, &asked.base));
    if alike >= ALIKE { (Certainty::Likely, alike) } else { (Certainty::None, alike) }
}

fn alike(one: &Words, other: &Words) -> f64 {
    let (both, either) = (one.intersection(other).count(), one.union(other).count());
    let share = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if either == 0 { 0.0 } else { share(both) / share(either) }
}

fn titles(exercise: &Exercise) -> impl Iterator<Item = &String> {
    std::iter::once(&exercise.name).chain(&exercise.aliases)
}

/// What a name means. A name that several exercises bear equally well is likely the most common of
/// them when it is spelled as theirs, and none of them otherwise. Timed and counted exercises are
/// never taken for one another.
#[must_use]
pub fn meant<'a>(name: &str, timed: bool, catalogue: &'a Catalogue) -> Meant<'a> {
    let asked = Asked::of(name);
    let mut best: Option<(Certainty, f64, &Exercise)> = None;
    let mut shared = false;
    for exercise in catalogue.iter().filter(|exercise| exercise.is_timed() == timed) {
        let fits =
            titles(exercise).enumerate().map(|(at, title)| named(fit(&asked, exercise, title), at == 0));
        let Some((certainty, alike)) = fits.max_by(better) else { continue };
        if certainty == Certainty::None {
            continue;
        }
        match best.as_ref().map(|(sure, score, _)| better(&(certainty, alike), &(*sure, *score))) {
            None | Some(std::cmp::Ordering::Greater) => {
                best = Some((certainty, alike, exercise));
                shared = false;
            }
            Some(std::cmp::Ordering::Equal) => shared = true,
            Some(std::cmp::Ordering::Less) => {}
        }
    }
    match best {
        Some((Certainty::Exact, _, exercise)) if shared => {
            Meant { exercise: Some(exercise), certainty: Certainty::Likely }
        }
        Some((certainty, alike, exercise)) if !shared || alike >= 1.0 - LESS => {
            Meant { exercise: Some(exercise), certainty }
        }
        _ => Meant { exercise: None, certainty: Certainty::None },
    }
}

/// A name counts a little more than an alias: two exercises may share one.
fn named((certainty, alike): (Certainty, f64), is_name: bool) -> (Certainty, f64) {
    (certainty, if is_name { alike } else { alike - LESS })
}

/// Exact before likely, then by likeness.
fn better(one: &(Certainty, f64), other: &(Certainty, f64)) -> std::cmp::Ordering {
    other.0.cmp(&one.0).then(one.1.total_cmp(&other.1))
}

/// The exercise whose name is closest, of the same kind of movement. It says what an exercise of the
/// person's own most likely trains.
#[must_use]
pub fn closest<'a>(name: &str, catalogue: &'a Catalogue) -> Option<&'a Exercise> {
    let asked = Asked::of(name);
    let head = asked.head.as_ref()?;
    let score = |exercise: &Exercise| {
        let all = titles(exercise).map(|title| words(title).into_iter().collect::<Words>());
        all.filter(|title| title.contains(head))
            .map(|title| alike(&title, &asked.whole))
            .max_by(f64::total_cmp)
    };
    let others = catalogue.iter().filter(|exercise| !exercise.own);
    let scored = others.filter_map(|one| Some((score(one)?, one)));
    scored.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, one)| one)
}
