//! The cards of one exercise: warm-ups, prescribed sets, what was lifted beyond them, and what can be added.

use super::blocks::WorkoutView;
use super::parts::{self, label, slot_of};
use crate::domain::next_set;
use crate::domain::plan::{PlannedSet, Prescribed};
use crate::domain::session::{LoggedSet, SetKind};
use crate::service::sessions;
use crate::web::pages::words;
use crate::web::pages::workout::last;
use crate::web::pages::workout::view::{Given, SetCard};
use crate::wording::{set_kinds, texts};

/// What an open card is about.
struct Slot<'a> {
    prescribed: &'a Prescribed,
    kind: SetKind,
    index: u16,
    planned: Option<&'a PlannedSet>,
    timed: bool,
}

impl WorkoutView<'_> {
    /// Warm-ups, the prescribed sets, what was lifted beyond them, and what can be added.
    pub(super) fn cards(&self, prescribed: &Prescribed, timed: bool) -> Vec<SetCard> {
        let own: Vec<&LoggedSet> =
            self.session.sets.iter().filter(|set| set.exercise_id == prescribed.exercise_id).collect();
        let is_warmup = |set: &&&LoggedSet| set.is_warmup();
        let mut cards: Vec<SetCard> = own.iter().filter(is_warmup).map(|set| self.done(set, None)).collect();
        cards.extend(self.warmups_ahead(prescribed));
        let hard = |index: u16| own.iter().find(|set| !set.is_warmup() && set.set_index == index);
        let planned = u16::try_from(prescribed.sets.len()).unwrap_or(u16::MAX);
        for (index, set) in (1_u16..).zip(&prescribed.sets) {
            cards.push(match hard(index) {
                Some(logged) => self.done(logged, Some(set)),
                None => SetCard {
                    removable: index == planned && planned > 1,
                    ..self.open(&Slot {
                        prescribed,
                        kind: SetKind::Working,
                        index,
                        planned: Some(set),
                        timed,
                    })
                },
            });
        }
        let beyond = own.iter().filter(|set| !set.is_warmup() && set.set_index > planned);
        cards.extend(beyond.map(|set| self.done(set, None)));
        let begun = own.iter().any(|set| !set.is_warmup());
        if begun || self.is_at_hand(prescribed) {
            cards.extend(self.more(prescribed, &own, timed));
        }
        cards
    }

    /// The steps to the working load that the engine suggests now.
    fn warmups_ahead(&self, prescribed: &Prescribed) -> Vec<SetCard> {
        let about = |kind: SetKind, id: &str| kind.is_warmup() && id == prescribed.exercise_id;
        let Some(aim) = self.aim.filter(|aim| about(aim.kind, &aim.exercise_id)) else { return Vec::new() };
        let first = Slot { prescribed, kind: SetKind::Warmup, index: aim.index, planned: None, timed: false };
        let mut cards = vec![self.open(&first)];
        for (index, (kg, reps)) in (1_u16..).zip(self.ladder(prescribed)).skip(usize::from(aim.index)) {
            cards.push(self.warmup(prescribed, index, kg, reps));
        }
        cards
    }

    /// Every warm-up on the way to the first prescribed load, kilograms and repetitions.
    fn ladder(&self, prescribed: &Prescribed) -> Vec<(f64, u16)> {
        let exercise = self.athlete.catalogue.get(&prescribed.exercise_id);
        let working = prescribed.sets.first().and_then(|set| set.weight_kg);
        let (Some(exercise), Some(kg)) = (exercise, working) else { return Vec::new() };
        let spec = self.athlete.loads(exercise);
        next_set::warmups(&self.athlete.context(exercise, &spec), kg)
    }

    fn warmup(&self, prescribed: &Prescribed, index: u16, kg: f64, reps: u16) -> SetCard {
        let slot = Slot { prescribed, kind: SetKind::Warmup, index, planned: None, timed: false };
        let card = self.open(&slot);
        let weight = words::load(kg, self.units);
        SetCard { weight, weight_kg: kg.to_string(), count: reps.to_string(), ..card }
    }

    /// One set more, and one warm-up more before the first hard set.
    fn more(&self, prescribed: &Prescribed, own: &[&LoggedSet], timed: bool) -> Vec<SetCard> {
        let last = |warmup: bool| {
            let same = own.iter().filter(|set| set.is_warmup() == warmup);
            same.map(|set| set.set_index).max().unwrap_or(0)
        };
        let planned = u16::try_from(prescribed.sets.len()).unwrap_or(u16::MAX);
        let index = last(false).max(planned).saturating_add(1);
        // Of what nobody prescribed there is always one more to log.
        let extra = index > 1 && !prescribed.sets.is_empty();
        let slot = Slot { prescribed, kind: SetKind::Working, index, planned: None, timed };
        let mut cards = vec![SetCard { extra, ..self.open(&slot) }];
        let warm = !timed && last(false) == 0;
        let ahead =
            self.aim.is_some_and(|aim| aim.kind.is_warmup() && aim.exercise_id == prescribed.exercise_id);
        let kg = cards.first().and_then(|card| card.weight_kg.parse::<f64>().ok()).unwrap_or(0.0);
        if warm && !ahead && kg > 0.0 {
            let steps = self.ladder(prescribed);
            let step = steps.get(usize::from(last(true))).or_else(|| steps.last()).copied();
            let half = || (self.loadable(prescribed, kg / 2.0), 5);
            let (kg, reps) = step.unwrap_or_else(half);
            let card = self.warmup(prescribed, last(true).saturating_add(1), kg, reps);
            cards.push(SetCard { extra: true, ..card });
        }
        cards
    }

    fn loadable(&self, prescribed: &Prescribed, kg: f64) -> f64 {
        let exercise = self.athlete.catalogue.get(&prescribed.exercise_id);
        exercise.map_or(kg, |exercise| self.athlete.loads(exercise).nearest(kg))
    }

    fn done(&self, set: &LoggedSet, planned: Option<&PlannedSet>) -> SetCard {
        let mut detail: Vec<String> = set_kinds::lifted(set.kind).map(str::to_owned).into_iter().collect();
        if let Some(rpe) = set.rpe {
            detail.push(texts::with("workout-set-rpe", &[("rpe", words::number(rpe, 1).into())]));
        }
        if set.pain {
            detail.push(texts::say("workout-hurt").to_owned());
        }
        detail.extend(set.note.clone());
        SetCard {
            slot: slot(&set.exercise_id, set.kind, set.set_index),
            index: set.set_index,
            kind: set.kind.as_str(),
            label: label(set.kind, set.set_index),
            target: planned.map_or_else(String::new, target),
            done: true,
            id: set.id.clone(),
            weight: words::load(set.weight_kg, self.units),
            weight_kg: set.weight_kg.to_string(),
            count: set.count().to_string(),
            result: last::in_words(std::slice::from_ref(set)),
            detail: detail.join(" · "),
            given: Given {
                rpe: set.rpe.map_or_else(String::new, |rpe| rpe.to_string()),
                pain: set.pain,
                note: set.note.clone().unwrap_or_default(),
            },
            key: self.clock.new_id(),
            ..SetCard::default()
        }
    }

    fn open(&self, at: &Slot<'_>) -> SetCard {
        let id = &at.prescribed.exercise_id;
        let aim = self.aim.filter(|aim| aim.is_about(id, at.kind, at.index));
        let before = self.session.sets.iter().rfind(|set| set.exercise_id == *id && !set.is_warmup());
        let usual = self.usual(at.prescribed);
        let first = at.prescribed.sets.first().or_else(|| usual.as_ref()?.sets.first());
        let weight_kg = aim
            .map(|aim| aim.weight_kg)
            .or_else(|| before.map(|set| set.weight_kg))
            .or_else(|| at.planned.or(first).and_then(|set| set.weight_kg))
            .unwrap_or(0.0);
        let again = || before.filter(|_| at.planned.is_none()).map(LoggedSet::count);
        let count = aim
            .map(|aim| aim.count)
            .or_else(|| at.planned.map(|set| set.reps_min.into()))
            .or_else(again)
            .or_else(|| first.map(|set| set.reps_min.into()));
        SetCard {
            slot: slot(id, at.kind, at.index),
            index: at.index,
            kind: at.kind.as_str(),
            label: label(at.kind, at.index),
            target: at.planned.map_or_else(String::new, target),
            current: aim.is_some(),
            last: self.last_of(id, at.kind, at.index),
            proposal_id: aim.map_or_else(String::new, |aim| aim.proposal_id.clone()),
            weight: words::load(weight_kg, self.units),
            weight_kg: weight_kg.to_string(),
            count: count.unwrap_or(parts::fallback(at.timed)).to_string(),
            key: self.clock.new_id(),
            new_id: self.clock.new_id(),
            ..SetCard::default()
        }
    }

    /// What an exercise begins with that nobody prescribed and that was not lifted yet.
    fn usual(&self, prescribed: &Prescribed) -> Option<Prescribed> {
        let exercise = self.athlete.catalogue.get(&prescribed.exercise_id)?;
        prescribed.sets.is_empty().then(|| sessions::usual(self.athlete, exercise))
    }

    /// What the set of this index was the last time, in words.
    fn last_of(&self, id: &str, kind: SetKind, index: u16) -> String {
        let sets = self.last.get(id).filter(|_| !kind.is_warmup());
        let same = sets.and_then(|sets| sets.iter().find(|set| set.set_index == index));
        same.map_or_else(String::new, |set| last::in_words(std::slice::from_ref(set)))
    }
}

fn slot(id: &str, kind: SetKind, index: u16) -> String {
    let kind = if kind.is_warmup() { "warmup" } else { "working" };
    slot_of(id, kind, &index.to_string())
}

/// `6–8 at RPE 8`.
fn target(set: &PlannedSet) -> String {
    let reps = words::range(set.reps_min, set.reps_max);
    let Some(rpe) = set.rpe else { return reps };
    texts::with("workout-target", &[("reps", reps.into()), ("rpe", words::number(rpe, 1).into())])
}
