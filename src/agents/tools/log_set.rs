//! logSet (gated): one set of the workout at hand.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::base::{Base, own, session_base};
use super::card::{Card, EditableField, Edits};
use super::choice::Choice;
use super::spec::{Call, WriteTool};
use crate::agents::roster::Agent;
use crate::domain::exercise::Exercise;
use crate::domain::profile::Units;
pub use crate::domain::proposal::LogSetArgs as Args;
use crate::domain::proposal::SetPreview;
use crate::domain::rules::Author;
use crate::domain::session::{NextSet, SetKind};
use crate::domain::units::to_kg;
use crate::reason;
use crate::service::athlete::Athlete;
use crate::service::proposals::SET_LASTS;
use crate::service::sets::{self, SetInput};
use crate::service::{Error, Result, Write, sessions};
use crate::storage::sessions::Session;
use crate::wording::change::{ChangeLine, DayChange};
use crate::wording::numbers::{load, weight};
use crate::wording::{self, Word as _, exercises, texts};

/// logSet.
pub struct LogSet;

impl WriteTool for LogSet {
    type Args = Args;
    type Preview = SetPreview;
    const NAME: &'static str = "logSet";
    const AGENTS: &'static [Agent] = &[Agent::Copilot];
    const CHOICES: &'static [(&'static str, Choice)] = &[("exercise_id", Choice::Any)];
    const LASTS: SignedDuration = SET_LASTS;
    // The card stands where the set then is.
    const SEEN_AT: Option<&'static str> = None;

    async fn base(write: &mut Write, session: Option<&str>) -> Result<Base> {
        session_base(write, session).await
    }

    /// The set, and what the engine says beside it.
    async fn preview(write: &mut Write, call: Call<'_>, args: &Args) -> Result<SetPreview> {
        let Looked { exercise, next, is_next, .. } = looked_up(write, call.session, args).await?;
        Ok(SetPreview {
            exercise: exercise.name,
            set_index: args.set_index,
            kind: args.kind.unwrap_or(SetKind::Working),
            reps: args.reps,
            duration_seconds: args.duration_seconds,
            weight_kg: args.weight_kg,
            target_rpe: next.rpe.filter(|_| is_next),
            rest_seconds: is_next.then_some(next.rest_seconds),
            reason: None,
            because: None,
        })
    }

    /// Logs the set, by the same rules as a person's own tap; a load that an agent proposed is held to
    /// the cap, when it is drafted and once more when it is confirmed. `found` is the session, where it
    /// was just read.
    async fn perform(
        write: &mut Write,
        Call { session, author }: Call<'_>,
        found: Option<Session>,
        args: Args,
    ) -> Result<Value> {
        if author == Author::Agent {
            check_cap(&looked_up(write, session, &args).await?, &args)?;
        }
        let found = match found {
            Some(found) => found,
            None => sessions::find(&mut write.tx, &write.user_id, own(session)?).await?,
        };
        let input = SetInput {
            id: None,
            exercise_id: args.exercise_id,
            set_index: args.set_index,
            reps: args.reps,
            duration_seconds: args.duration_seconds,
            weight_kg: Some(args.weight_kg),
            rpe: args.rpe,
            kind: args.kind,
            pain: None,
            note: None,
            logged_at: None,
            proposal_id: None,
        };
        let set = sets::log_in(write, found, input).await?;
        Ok(json!({ "set": set }))
    }

    fn word(set: &mut SetPreview, exercise_id: &str) {
        exercises::rename(&mut set.exercise, exercise_id);
        set.word();
    }

    fn card(set: SetPreview, units: Units) -> Card {
        let detail = match (set.reps, set.duration_seconds) {
            (_, Some(seconds)) => wording::sets::lifted(set.weight_kg, &[seconds], true),
            (Some(reps), None) => wording::sets::lifted(set.weight_kg, &[reps.into()], false),
            (None, None) => weight(set.weight_kg, units),
        };
        let of = [("exercise", set.exercise.as_str().into()), ("n", set.set_index.into())];
        let name = if set.kind.is_warmup() {
            texts::with("proposal-warmup-line", &of)
        } else {
            texts::with("proposal-set-line", &of)
        };
        let line = ChangeLine { name, detail };
        let day =
            DayChange { title: set.because.unwrap_or_default(), added: vec![line], ..DayChange::default() };
        Card { days: vec![day], ..Card::default() }
    }

    fn fields(args: &Value, units: Units) -> Vec<EditableField> {
        set_fields(args, units)
    }

    fn edit(args: &mut Value, edits: &Edits<'_>, units: Units) {
        for field in set_fields(args, units) {
            let typed = edits.text(&field.name);
            if typed.is_empty() || typed == field.value {
                continue;
            }
            let number = edits.number(&field.name);
            let (name, value) = match (field.name.as_str(), number) {
                ("weight", Some(typed)) => ("weight_kg", json!(to_kg(typed, units))),
                ("weight", _) => ("weight_kg", json!(typed)),
                (count, _) => {
                    (count, typed.parse::<u64>().map_or_else(|_| json!(typed), |count| json!(count)))
                }
            };
            if let Some(place) = args.get_mut(name) {
                *place = value;
            }
        }
    }
}

/// What a set is judged and shown by.
struct Looked {
    session: Session,
    athlete: Athlete,
    exercise: Exercise,
    /// The engine's next set.
    next: NextSet,
    /// It is this one.
    is_next: bool,
}

async fn looked_up(write: &mut Write, session: Option<&str>, args: &Args) -> Result<Looked> {
    let user_id = write.user_id.clone();
    let found = sessions::find(&mut write.tx, &user_id, own(session)?).await?;
    let athlete = Athlete::load(&mut write.tx, &write.core, &user_id).await?;
    let unknown = || Error::field("/exercise_id", "unknown_exercise", reason!("input_no_such_exercise"));
    let exercise = athlete.catalogue.get(&args.exercise_id).ok_or_else(unknown)?.clone();
    let next = sessions::next_set_of(&mut write.tx, &athlete, &found).await?;
    let is_next =
        next.exercise_id.as_ref() == Some(&args.exercise_id) && next.set_index == Some(args.set_index);
    Ok(Looked { session: found, athlete, exercise, next, is_next })
}

/// A load that an agent proposes is held to the cap as it stands now, or to what the engine itself says.
fn check_cap(looked: &Looked, args: &Args) -> Result<()> {
    let engine = looked.next.weight_kg.filter(|_| looked.is_next);
    let caps = sessions::caps(&looked.athlete, &looked.session, &looked.exercise, engine);
    if sessions::fits(args.weight_kg, &caps, &looked.exercise) {
        return Ok(());
    }
    let most = caps.into_iter().fold(0.0, f64::max);
    Err(Error::field("/weight_kg", "load_cap", reason!("input_above_cap", most_kg = most)))
}

fn set_fields(args: &Value, units: Units) -> Vec<EditableField> {
    let field = |name: &str, label: &str, value: String, unit| EditableField {
        name: name.to_owned(),
        label: label.to_owned(),
        value,
        unit,
    };
    let weight = args.get("weight_kg").and_then(Value::as_f64);
    let of_weight = |kg| field("weight", texts::say("proposal-weight"), load(kg, units), units.as_str());
    let mut fields: Vec<_> = weight.map(of_weight).into_iter().collect();
    let counts = [
        ("reps", texts::say("proposal-reps"), texts::say("proposal-unit-reps")),
        ("duration_seconds", texts::say("proposal-seconds"), "s"),
    ];
    for (name, label, unit) in counts {
        if let Some(count) = args.get(name).and_then(Value::as_u64) {
            fields.push(field(name, label, count.to_string(), unit));
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agents::tools::card::typed;

    #[test]
    fn a_set_keeps_what_was_not_touched_to_the_letter() {
        let mut args =
            json!({"exercise_id": "pull-up", "weight_kg": 20.41, "reps": 8, "duration_seconds": null});
        LogSet::edit(&mut args, &Edits(&typed(&[("weight", "45"), ("reps", "6")])), Units::Lb);
        assert_eq!((&args["weight_kg"], &args["reps"]), (&json!(20.41), &json!(6)));
        LogSet::edit(&mut args, &Edits(&typed(&[("weight", "heavy"), ("reps", "many")])), Units::Kg);
        assert_eq!((&args["weight_kg"], &args["reps"]), (&json!("heavy"), &json!("many")));
    }
}
