//! Which exercise a name of another program means, and how sure that is. Names are compared as sets of
//! words; what stands in brackets (`Bench Press (Barbell)`) names the equipment and must agree.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::words::{Words, tells, words};
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

/// An exercise's titles, taken apart.
struct Entry<'a> {
    exercise: &'a Exercise,
    gear: Words,
    /// Its name first, then its aliases.
    titles: Vec<Words>,
}

impl Entry<'_> {
    /// How alike a name and the closest title are, 0 to 1, and how sure that makes it. A name counts a
    /// little more than an alias: two exercises may share one.
    fn best(&self, asked: &Asked) -> (Certainty, f64) {
        let less =
            |at: usize, (sure, alike): (Certainty, f64)| (sure, if at == 0 { alike } else { alike - LESS });
        let fits = self.titles.iter().enumerate().map(|(at, title)| less(at, self.fit(asked, title)));
        fits.max_by(better).unwrap_or((Certainty::None, 0.0))
    }

    fn fit(&self, asked: &Asked, title: &Words) -> (Certainty, f64) {
        if *title == asked.whole {
            return (Certainty::Exact, 1.0);
        }
        let sure = agrees(self.exercise, asked.gear);
        if sure == Certainty::None || title.is_disjoint(&asked.base) {
            return (Certainty::None, 0.0);
        }
        if *title == asked.base {
            return (sure, 1.0);
        }
        // Where the name says what it is done with, the title need not say it again.
        let spoken = |word: &&String| asked.gear.is_some() && self.gear.contains(*word);
        let bare: Words = title.iter().filter(|word| !spoken(word)).cloned().collect();
        if bare == asked.base {
            return (sure, 1.0);
        }
        let alike = alike(&bare, &asked.base).max(alike(title, &asked.base));
        if alike < ALIKE || bare.symmetric_difference(&asked.base).any(|word| tells(word)) {
            return (Certainty::None, 0.0);
        }
        (Certainty::Likely, alike)
    }
}

fn alike(one: &Words, other: &Words) -> f64 {
    let (both, either) = (one.intersection(other).count(), one.union(other).count());
    let share = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if either == 0 { 0.0 } else { share(both) / share(either) }
}

fn titles(exercise: &Exercise) -> impl Iterator<Item = &String> {
    std::iter::once(&exercise.name).chain(&exercise.aliases)
}

/// A catalogue's titles, taken apart once for many names.
pub struct Titles<'a>(Vec<Entry<'a>>);

impl<'a> Titles<'a> {
    /// Of a catalogue.
    #[must_use]
    pub fn of(catalogue: &'a Catalogue) -> Self {
        let entry = |exercise: &'a Exercise| {
            let titles = titles(exercise).map(|title| words(title).into_iter().collect());
            Entry { exercise, gear: gear_words(exercise), titles: titles.collect() }
        };
        Self(catalogue.iter().map(entry).collect())
    }

    /// What a name means. A name that several exercises bear equally well is likely the most common of
    /// them when it is spelled as theirs, and none of them otherwise. Timed and counted exercises are
    /// never taken for one another.
    #[must_use]
    pub fn meant(&self, name: &str, timed: bool) -> Meant<'a> {
        let asked = Asked::of(name);
        let mut best: Option<((Certainty, f64), &'a Exercise)> = None;
        let mut shared = false;
        for entry in self.0.iter().filter(|entry| entry.exercise.is_timed() == timed) {
            let found = entry.best(&asked);
            if found.0 == Certainty::None {
                continue;
            }
            match best.as_ref().map(|(standing, _)| better(&found, standing)) {
                None | Some(Ordering::Greater) => (best, shared) = (Some((found, entry.exercise)), false),
                Some(Ordering::Equal) => shared = true,
                Some(Ordering::Less) => {}
            }
        }
        match best {
            Some(((Certainty::Exact, _), exercise)) if shared => {
                Meant { exercise: Some(exercise), certainty: Certainty::Likely }
            }
            Some(((certainty, alike), exercise)) if !shared || alike >= 1.0 - LESS => {
                Meant { exercise: Some(exercise), certainty }
            }
            _ => Meant { exercise: None, certainty: Certainty::None },
        }
    }
}

/// Exact before likely, then by likeness.
fn better(one: &(Certainty, f64), other: &(Certainty, f64)) -> Ordering {
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
