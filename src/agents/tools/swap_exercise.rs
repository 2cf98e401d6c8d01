//! swapExercise (gated): another exercise in the place of one of the workout at hand.

use serde_json::{Value, json};

use super::base::{Base, own, session_base};
use super::card::Card;
use super::choice::Choice;
use super::spec::{Call, WriteTool};
use crate::agents::roster::Agent;
use crate::domain::profile::Units;
pub use crate::domain::swap::SwapExerciseArgs as Args;
use crate::domain::swap::SwapPreview;
use crate::service::sessions::{self, Swap};
use crate::service::{Result, Write};
use crate::storage::sessions::Session;
use crate::wording::change::{ChangeLine, DayChange};
use crate::wording::numbers::weight;
use crate::wording::vocabulary::count;
use crate::wording::{Word as _, exercises, texts};

/// swapExercise.
pub struct SwapExercise;

impl WriteTool for SwapExercise {
    type Args = Args;
    type Preview = SwapPreview;
    const NAME: &'static str = "swapExercise";
    const AGENTS: &'static [Agent] = &[Agent::Copilot];
    const CHOICES: &'static [(&'static str, Choice)] =
        &[("exercise_id", Choice::Prescribed), ("replacement_id", Choice::Replacement)];
    const SEEN_AT: Option<&'static str> = Some("/workout");

    async fn base(write: &mut Write, session: Option<&str>) -> Result<Base> {
        session_base(write, session).await
    }

    /// What goes, what comes, and with which loads.
    async fn preview(write: &mut Write, call: Call<'_>, args: &Args) -> Result<SwapPreview> {
        sessions::preview_swap(write, own(call.session)?, &wanted(args)).await
    }

    /// Swaps, by the same rules as a person's own.
    async fn perform(
        write: &mut Write,
        call: Call<'_>,
        _found: Option<Session>,
        args: Args,
    ) -> Result<Value> {
        let session = sessions::swap(write, own(call.session)?, &wanted(&args)).await?;
        Ok(json!({ "prescribed": session.prescribed.worded() }))
    }

    fn word(swap: &mut SwapPreview, exercise_id: &str) {
        exercises::rename(&mut swap.exercise, exercise_id);
        swap.replacement.word();
    }

    fn card(preview: SwapPreview, units: Units) -> Card {
        Card { days: vec![swapped(preview, units)], ..Card::default() }
    }
}

fn wanted(args: &Args) -> Swap {
    Swap { exercise_id: args.exercise_id.clone(), replacement_id: args.replacement_id.clone() }
}

/// What goes and what comes.
fn swapped(swap: SwapPreview, units: Units) -> DayChange {
    let goes = match swap.sets_logged {
        0 => String::new(),
        many => texts::with("proposal-stay-logged", &[("n", many.into())]),
    };
    let sets = swap.replacement.sets.len();
    let load = swap.replacement.sets.first().and_then(|set| set.weight_kg).filter(|kg| *kg > 0.0);
    let comes = match load {
        Some(kg) => {
            let numbers = [("n", sets.into()), ("weight", weight(kg, units).into())];
            texts::with("proposal-sets-with", &numbers)
        }
        None => count(sets, "count-sets"),
    };
    DayChange {
        title: texts::say("proposal-in-workout").to_owned(),
        removed: vec![ChangeLine { name: swap.exercise, detail: goes }],
        added: vec![ChangeLine { name: swap.replacement.name, detail: comes }],
        ..DayChange::default()
    }
}
