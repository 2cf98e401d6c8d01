//! Exercises with their sets, done and to be done, as cards.

use super::parts::{self, count_name, count_step, label};
use crate::clock::Clock;
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::Exercise;
use crate::domain::plan::{Prescribed, WeeklyPlan};
use crate::domain::profile::Units;
use crate::domain::proposal::{LogSetArgs, Proposal, SetPreview};
use crate::domain::session::{NextSet, SetKind};
use crate::service::athlete::Athlete;
use crate::service::sessions::SessionView;
use crate::web::pages::words;
use crate::web::pages::workout::last::{self, Last};
use crate::web::pages::workout::view::{ExerciseBlock, Rack};
use crate::wording::{exercises, texts};

/// What to lift now.
#[derive(Debug, Clone)]
pub struct Aim {
    /// The open suggestion; empty for none.
    pub proposal_id: String,
    /// Which exercise.
    pub exercise_id: String,
    /// From 1.
    pub index: u16,
    /// Warm-up or working.
    pub kind: SetKind,
    /// Kilograms.
    pub weight_kg: f64,
    /// Repetitions or seconds.
    pub count: u32,
    /// Counted in seconds.
    pub timed: bool,
    /// Rest before it.
    pub rest_seconds: u32,
    /// Target.
    pub rpe: Option<f64>,
    /// One sentence.
    pub because: String,
}

impl Aim {
    /// From the engine's own proposal; None if it cannot be read.
    pub fn of_proposal(proposal: &Proposal) -> Option<Self> {
        let args: LogSetArgs = serde_json::from_value(proposal.args.clone()).ok()?;
        let preview: SetPreview = serde_json::from_value(proposal.preview.clone()).ok()?;
        Some(Self {
            proposal_id: proposal.id.clone(),
            exercise_id: args.exercise_id,
            index: args.set_index,
            kind: args.kind.unwrap_or(SetKind::Working),
            weight_kg: args.weight_kg,
            count: args.duration_seconds.or(args.reps.map(u32::from)).unwrap_or(0),
            timed: args.duration_seconds.is_some(),
            rest_seconds: preview.rest_seconds.unwrap_or(0),
            rpe: preview.target_rpe,
            because: preview.because.unwrap_or_default(),
        })
    }

    /// From the engine; None when everything is done.
    pub fn of_engine(next: &NextSet) -> Option<Self> {
        if next.done {
            return None;
        }
        Some(Self {
            proposal_id: String::new(),
            exercise_id: next.exercise_id.clone()?,
            index: next.set_index?,
            kind: next.kind,
            weight_kg: next.weight_kg.unwrap_or(0.0),
            count: next.duration_seconds.or(next.reps.map(u32::from)).unwrap_or(0),
            timed: next.duration_seconds.is_some(),
            rest_seconds: next.rest_seconds,
            rpe: next.rpe,
            because: next.because.clone(),
        })
    }

    pub(super) fn is_about(&self, exercise_id: &str, kind: SetKind, index: u16) -> bool {
        let warmup = |kind: SetKind| kind.is_warmup();
        self.exercise_id == exercise_id && warmup(self.kind) == warmup(kind) && self.index == index
    }
}

/// What cards are made from.
pub struct WorkoutView<'a> {
    /// The active session.
    pub session: &'a SessionView,
    /// Who lifts.
    pub athlete: &'a Athlete,
    /// What was lifted last time.
    pub last: Last,
    /// What to lift now.
    pub aim: Option<&'a Aim>,
    /// Mints keys and ids.
    pub clock: &'a Clock,
    /// For display.
    pub units: Units,
}

/// What the session's day is about.
#[must_use]
pub fn focus(session: &SessionView, week: &WeeklyPlan) -> String {
    let Some(key) = &session.split_day else { return texts::say("workout-free").to_owned() };
    week.day(key).map_or_else(|| key.clone(), |day| day.focus.clone())
}

/// An exercise's name: as prescribed, as the catalogue has it, or its id.
#[must_use]
pub fn name(id: &str, session: &SessionView, catalogue: &Catalogue) -> String {
    let prescribed = session.prescribed.iter().find(|prescribed| prescribed.exercise_id == id);
    let known = prescribed.map(|prescribed| prescribed.name.clone());
    known
        .or_else(|| catalogue.get(id).map(|exercise| exercises::name_of(exercise).to_owned()))
        .unwrap_or_else(|| id.to_owned())
}

impl WorkoutView<'_> {
    /// Every exercise of the session: prescribed ones, others that were lifted, and one to add.
    pub fn blocks(&self, add: &str) -> Vec<ExerciseBlock> {
        let mut blocks: Vec<ExerciseBlock> =
            self.session.prescribed.iter().map(|prescribed| self.block(prescribed)).collect();
        let known = |id: &str| self.athlete.catalogue.get(id).is_some();
        let lifted = self.session.sets.iter().map(|set| set.exercise_id.as_str());
        for id in lifted.chain(Some(add).filter(|id| known(id))) {
            if !blocks.iter().any(|block| block.id == id) {
                blocks.push(self.block(&self.unprescribed(id)));
            }
        }
        blocks
    }

    fn unprescribed(&self, id: &str) -> Prescribed {
        Prescribed {
            exercise_id: id.to_owned(),
            name: name(id, self.session, &self.athlete.catalogue),
            group: None,
            rest_seconds: self.athlete.catalogue.get(id).map_or(120, |exercise| exercise.rest_seconds),
            note: None,
            sets: Vec::new(),
        }
    }

    /// Rest after a set of the exercise.
    pub fn rest(&self, id: &str) -> u32 {
        let prescribed = self.session.prescribed.iter().find(|prescribed| prescribed.exercise_id == id);
        prescribed.map_or_else(|| self.unprescribed(id).rest_seconds, |prescribed| prescribed.rest_seconds)
    }

    /// `Set 2 of 4` or `Warm-up 1`.
    pub fn label(&self, aim: &Aim) -> String {
        if aim.kind.is_warmup() {
            return label(aim.kind, aim.index);
        }
        let prescribed =
            self.session.prescribed.iter().find(|prescribed| prescribed.exercise_id == aim.exercise_id);
        prescribed.map_or_else(
            || label(aim.kind, aim.index),
            |prescribed| {
                let numbers = [("n", aim.index.into()), ("total", prescribed.sets.len().into())];
                texts::with("workout-set-of-total", &numbers)
            },
        )
    }

    fn block(&self, prescribed: &Prescribed) -> ExerciseBlock {
        let id = &prescribed.exercise_id;
        let exercise = self.athlete.catalogue.get(id);
        let timed = exercise.is_some_and(Exercise::is_timed);
        let rest = words::clock(prescribed.rest_seconds.into());
        let rest = texts::with("workout-rest", &[("time", rest.into())]);
        let note = prescribed.note.as_ref().map_or_else(String::new, |note| format!(" · {note}"));
        let sets = self.cards(prescribed, timed);
        let hard = sets.iter().filter(|card| !SetKind::parse(card.kind).is_some_and(SetKind::is_warmup));
        let done = hard.filter(|card| card.done).count();
        let last = self.last.get(id).map_or_else(String::new, |sets| last::time(sets));
        ExerciseBlock {
            id: id.clone(),
            name: prescribed.name.clone(),
            tag: self.tag(id),
            partner: self.partners(id),
            now: self.is_at_hand(prescribed),
            rack: exercise.map_or_else(Rack::default, |exercise| parts::rack(self.athlete, exercise)),
            hint: format!("{rest}{note}"),
            last,
            done,
            total: prescribed.sets.len().max(done),
            rest_seconds: prescribed.rest_seconds,
            timed,
            count_name: count_name(timed),
            count_step: count_step(timed),
            step: exercise
                .map_or_else(|| "1".to_owned(), |exercise| parts::step(self.athlete, exercise, self.units)),
            extra: sets.iter().any(|card| card.extra),
            planned: prescribed.sets.len(),
            remove_key: if sets.iter().any(|card| card.removable) {
                self.clock.new_id()
            } else {
                String::new()
            },
            sets,
        }
    }
}
