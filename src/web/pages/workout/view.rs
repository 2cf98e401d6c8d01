//! The values of the workout's three pages.

use serde::Serialize;

use crate::web::pages::coach::Message;
use crate::web::pages::page::Page;
use crate::web::pages::plan::DayCard;
use crate::web::pages::today::Line;

/// A day of the plan to begin with.
pub type Choice = DayCard;

/// The values of `workout_start.html`: no workout is active.
#[derive(Debug, Clone, Serialize)]
pub struct StartPage {
    /// One sentence.
    pub lead: String,
    /// The plan's days.
    pub days: Vec<Choice>,
    /// The day that is next; empty when all are done.
    pub next_day: String,
    /// Its focus.
    pub next_focus: String,
    /// Idempotency key.
    pub key: String,
    /// Idempotency key of the free workout.
    pub free_key: String,
    /// The latest workouts.
    pub recent: Vec<Recent>,
}

impl Page for StartPage {
    const TEMPLATE: &'static str = "workout_start.html";
}

/// A workout that is over.
#[derive(Debug, Clone, Serialize)]
pub struct Recent {
    /// UUID.
    pub id: String,
    /// `Upper A, Mon 23 Nov`.
    pub title: String,
    /// `17 sets · 58 min`.
    pub facts: String,
}

/// The values of `workout.html`: one workout is active.
#[derive(Debug, Clone, Serialize)]
pub struct ActivePage {
    /// The session's id.
    pub id: String,
    /// What the day is about.
    pub focus: String,
    /// The plan's day; empty for a free workout.
    pub split_day: String,
    /// Epoch milliseconds.
    pub started_ms: i64,
    /// The server's own time, epoch milliseconds: a phone's clock may be off.
    pub now_ms: i64,
    /// `12:40`.
    pub elapsed: String,
    /// Prescribed sets done.
    pub done: usize,
    /// Prescribed sets.
    pub total: usize,
    /// The next set; null when everything is done.
    pub suggestion: Option<Suggestion>,
    /// In order.
    pub exercises: Vec<ExerciseBlock>,
    /// Another exercise in the place of each that comes later.
    pub swaps: Vec<SwapForm>,
    /// Idempotency key of finishing.
    pub finish_key: String,
    /// The person's notes.
    pub notes: String,
    /// The copilot can be asked.
    pub copilot: bool,
    /// What was said.
    pub messages: Vec<Message>,
    /// The copilot's run that is going on; empty for none.
    pub run_id: String,
    /// Idempotency key of a question.
    pub ask_key: String,
    /// Exercises that can be added.
    pub offers: Vec<Offer>,
    /// An exercise and its card with `{names}` in the place of values, for the script to fill.
    pub blank: ExerciseBlock,
}

/// An exercise that can be added or take another's place, with what its cards say: without signal the
/// page draws them by itself.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Offer {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// To begin with, in the person's units.
    pub weight: String,
    /// The load to begin with, exactly, in kilograms.
    pub weight_kg: String,
    /// Repetitions or seconds to begin with.
    pub count: String,
    /// Counted in seconds.
    pub timed: bool,
    /// Rest after a set.
    pub rest_seconds: u32,
    /// What the load's stepper adds, in the person's units.
    pub step: String,
    /// What can be loaded.
    pub rack: Rack,
}

/// The form that swaps one exercise.
#[derive(Debug, Clone, Serialize)]
pub struct SwapForm {
    /// What goes.
    pub exercise_id: String,
    /// Its name.
    pub name: String,
    /// What may come, closest first.
    pub offers: Vec<Offer>,
    /// Idempotency key.
    pub key: String,
}

impl Page for ActivePage {
    const TEMPLATE: &'static str = "workout.html";
}

/// The next set, by the engine.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Suggestion {
    /// The proposal; empty without agents.
    pub proposal_id: String,
    /// Which exercise.
    pub exercise_id: String,
    /// Its name.
    pub name: String,
    /// `Set 2 of 4`.
    pub label: String,
    /// `60 kg × 8`.
    pub words: String,
    /// From 1.
    pub index: u16,
    /// `working`, `warmup`.
    pub kind: &'static str,
    /// In the person's units.
    pub weight: String,
    /// Exactly, in kilograms.
    pub weight_kg: String,
    /// Repetitions or seconds.
    pub count: String,
    /// `Reps` or `Seconds`.
    pub count_name: &'static str,
    /// What its stepper adds.
    pub count_step: &'static str,
    /// Counted in seconds.
    pub timed: bool,
    /// `2:30`.
    pub rest: String,
    /// Rest, in seconds.
    pub rest_seconds: u32,
    /// Target; empty for none.
    pub rpe: String,
    /// `+2.5 kg`, `held`; empty when there is nothing to compare with.
    pub change: String,
    /// `Last time 60 kg × 8, 8, 7`; empty when there was none.
    pub last: String,
    /// One sentence.
    pub because: String,
    /// What the load's stepper adds, in the person's units.
    pub step: String,
    /// Idempotency key.
    pub key: String,
    /// The set's id to be.
    pub new_id: String,
    /// Another exercise in its place.
    pub swap: Option<SwapForm>,
    /// What can be loaded.
    pub rack: Rack,
    /// `A1`; empty outside a superset.
    pub tag: String,
    /// Whose turn it is after it: `then Barbell row (A2)`; empty outside a superset.
    pub partner: String,
}

/// What can be loaded, for steppers and the plate calculator: kilograms as text.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Rack {
    /// The least load; of a barbell the bar.
    pub least_kg: String,
    /// The least change; `0` where nothing can be added.
    pub step_kg: String,
    /// Each a pair, separated by spaces; empty for anything but a bar with plates.
    pub plates: String,
}

/// One exercise with its sets.
#[derive(Debug, Clone, Serialize)]
pub struct ExerciseBlock {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `A1` in a superset; empty outside one.
    pub tag: String,
    /// `Take turns with Barbell row (A2).`; empty outside a superset.
    pub partner: String,
    /// At hand: the next set is of it or of its superset, or nobody prescribed it. Its fields are open.
    pub now: bool,
    /// What can be loaded.
    pub rack: Rack,
    /// `Rest 2:30 · Pause on the chest.`
    pub hint: String,
    /// `Last time …`; empty when there was none.
    pub last: String,
    /// Sets done.
    pub done: usize,
    /// Sets prescribed.
    pub total: usize,
    /// Rest after a set.
    pub rest_seconds: u32,
    /// Counted in seconds.
    pub timed: bool,
    /// `Reps` or `Seconds`.
    pub count_name: &'static str,
    /// What its stepper adds.
    pub count_step: &'static str,
    /// What the load's stepper adds, in the person's units.
    pub step: String,
    /// Whether some of the sets are there to be added.
    pub extra: bool,
    /// Prescribed; the last of them can be taken out.
    pub planned: usize,
    /// Idempotency key of taking the last set out; empty where it cannot be.
    pub remove_key: String,
    /// Warm-ups done, then the prescribed ones, then extra ones.
    pub sets: Vec<SetCard>,
}

/// What was said of a set besides its numbers; empty for one that is to be done.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Given {
    /// `8.5`, or empty.
    pub rpe: String,
    /// It hurt.
    pub pain: bool,
    /// In the person's words.
    pub note: String,
}

/// One set, done or to be done.
#[derive(Debug, Clone, Default, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by itself")]
pub struct SetCard {
    /// What a done set was logged with besides its numbers, so that taking it back loses none of it.
    pub given: Given,
    /// Part of the card's id: exercise, kind and index.
    pub slot: String,
    /// From 1.
    pub index: u16,
    /// `working`, `warmup`.
    pub kind: &'static str,
    /// `Set 2`.
    pub label: String,
    /// `6–8 at RPE 8`.
    pub target: String,
    /// Logged.
    pub done: bool,
    /// The suggestion is about it.
    pub current: bool,
    /// Beyond what is prescribed.
    pub extra: bool,
    /// The last prescribed one, open, with others before it: it can be taken out of this workout.
    pub removable: bool,
    /// What the same set was last time: `60 kg × 8`; empty when there was none.
    pub last: String,
    /// The logged set's id.
    pub id: String,
    /// `60 kg × 8`.
    pub result: String,
    /// `RPE 8.5 · it hurt`.
    pub detail: String,
    /// The suggestion that it would settle; empty for none.
    pub proposal_id: String,
    /// Prefilled, in the person's units.
    pub weight: String,
    /// Exactly, in kilograms.
    pub weight_kg: String,
    /// Prefilled repetitions or seconds.
    pub count: String,
    /// Idempotency key.
    pub key: String,
    /// The set's id to be.
    pub new_id: String,
}

/// The values of `workout_done.html`: what a workout came to.
#[derive(Debug, Clone, Serialize)]
pub struct DonePage {
    /// `Upper A, done`.
    pub title: String,
    /// `Mon 23 Nov`.
    pub date: String,
    /// In the person's units.
    pub volume: String,
    /// Hard sets.
    pub sets: String,
    /// Minutes.
    pub minutes: String,
    /// Bests beaten.
    pub records: Vec<RecordLine>,
    /// What comes next, by exercise.
    pub decisions: Vec<DecisionCard>,
    /// Said when nothing was decided.
    pub none: &'static str,
    /// What was lifted, by exercise.
    pub lines: Vec<Line>,
    /// The person's notes.
    pub notes: Option<String>,
    /// The workout that comes after; none where no day is planned.
    pub next: Option<NextUp>,
}

/// The workout that comes next.
#[derive(Debug, Clone, Serialize)]
pub struct NextUp {
    /// `Lower A`.
    pub focus: String,
    /// `Mon 23 Nov`.
    pub when: String,
    /// `55 min · 17 sets`.
    pub facts: String,
}

impl Page for DonePage {
    const TEMPLATE: &'static str = "workout_done.html";
}

/// A best.
#[derive(Debug, Clone, Serialize)]
pub struct RecordLine {
    /// The exercise.
    pub name: String,
    /// `e1RM 101 kg, before 99.5 kg`.
    pub words: String,
}

/// What was decided for one exercise.
#[derive(Debug, Clone, Serialize)]
pub struct DecisionCard {
    /// The exercise.
    pub name: String,
    /// `good`, `wait` or empty.
    pub tone: &'static str,
    /// `62.5 kg × 6–8`.
    pub next: String,
    /// `+2.5 kg`.
    pub change: String,
    /// One sentence.
    pub because: String,
    /// What would have decided otherwise.
    pub flips_if: String,
}
