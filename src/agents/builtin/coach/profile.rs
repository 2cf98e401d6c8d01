//! Changes of the profile: only what differs is proposed, lists are sent whole.

use serde_json::{Map, Value, json};

use crate::agents::builtin::intent::Understood;
use crate::agents::builtin::slots::{Contraindication, Equipment, Slots, Units, Weekday, numbers};
use crate::agents::builtin::turn::{Outcome, Step, Turn};
use crate::agents::builtin::words::{self, list, word};
use crate::wording::{numbers::weight, texts};

/// Fields to change and how to say so.
#[derive(Debug, Clone, Default)]
pub struct Change {
    pub fields: Map<String, Value>,
    pub said: Vec<String>,
    /// A plan must not be drafted without it.
    pub plan_depends_on_it: bool,
    /// The plan that stands may no longer fit.
    pub replan: bool,
}

impl Change {
    pub fn set(&mut self, profile: &Value, field: &str, value: Value, said: String) {
        let same = profile.get(field).is_some_and(|old| *old == value || number_equal(old, &value));
        if !same {
            self.fields.insert(field.to_owned(), value);
            self.said.push(said);
        }
    }

    /// The gated call.
    #[must_use]
    pub fn propose(&self, turn: &Turn<'_>, plan_follows: bool) -> Step {
        let mut wanted = self.fields.clone();
        wanted.insert("reason".to_owned(), json!(words::profile_reason(&self.said)));
        let text = words::profile_proposed(&self.said, plan_follows);
        Step::Call { text, calls: vec![turn.call("updateProfile", &wanted)] }
    }
}

fn number_equal(a: &Value, b: &Value) -> bool {
    matches!((a.as_f64(), b.as_f64()), (Some(a), Some(b)) if (a - b).abs() < 1e-9)
}

/// The equipment in a profile; everything when it is not told.
#[must_use]
pub fn owned(profile: &Value) -> Vec<Equipment> {
    let list = profile.get("equipment").and_then(Value::as_array);
    list.map_or_else(
        || Equipment::ALL.to_vec(),
        |list| list.iter().filter_map(Value::as_str).filter_map(Equipment::parse).collect(),
    )
}

/// What was said that differs from the profile.
#[must_use]
pub fn changes(slots: &Slots, profile: &Value, units: Units) -> Change {
    let mut change = Change::default();
    training(slots, profile, &mut change);
    equipment(slots, profile, &mut change);
    limitations(slots, profile, &mut change);
    change.replan = !change.fields.is_empty();
    person(slots, profile, units, &mut change);
    change
}

fn training(slots: &Slots, profile: &Value, change: &mut Change) {
    if let Some(days) = slots.days {
        let said = texts::with("builtin-change-days", &[("days", days.into())]);
        change.set(profile, "days_per_week", json!(days), said);
    }
    if let Some(weekdays) = weekdays(slots, profile) {
        let names: Vec<String> = weekdays.iter().map(|day| words::weekday(day.as_str())).collect();
        let said = texts::with("builtin-change-weekdays", &[("weekdays", list(&names).into())]);
        change.set(profile, "weekdays", json!(weekdays), said);
    }
    if let Some(minutes) = slots.minutes {
        let said = texts::with("builtin-change-minutes", &[("minutes", minutes.into())]);
        change.set(profile, "session_minutes", json!(minutes), said);
    }
    if let Some(goal) = slots.goal {
        let said = texts::with("builtin-change-goal", &[("goal", word(goal.as_str()).into())]);
        change.set(profile, "goal", json!(goal), said);
    }
    if let Some(split) = slots.split {
        let said = texts::with("builtin-change-split", &[("split", word(split.as_str()).into())]);
        change.set(profile, "split_preference", json!(split), said);
    }
    if let Some(experience) = slots.experience {
        let facts = [("experience", word(experience.as_str()).into())];
        change.set(
            profile,
            "experience",
            json!(experience),
            texts::with("builtin-change-experience", &facts),
        );
    }
}

fn equipment(slots: &Slots, profile: &Value, change: &mut Change) {
    let Some(gear) = &slots.equipment else { return };
    let before = owned(profile);
    let after = gear.on_top_of(&before);
    let same = after.iter().all(|item| *item == Equipment::Bodyweight || before.contains(item))
        && before.iter().all(|item| after.contains(item));
    if !same {
        change.plan_depends_on_it = after.iter().any(|item| !before.contains(item));
        let names: Vec<String> = after.iter().map(|item| word(item.as_str())).collect();
        let said = texts::with("builtin-change-equipment", &[("equipment", list(&names).into())]);
        change.set(profile, "equipment", json!(after), said);
    }
}

/// The weekdays said; or, when the number of days no longer fits those on file, an even spread.
fn weekdays(slots: &Slots, profile: &Value) -> Option<Vec<Weekday>> {
    use Weekday::{Friday, Monday, Saturday, Thursday, Tuesday, Wednesday};
    if slots.weekdays.is_some() {
        return slots.weekdays.clone();
    }
    let days = usize::from(slots.days?);
    profile.get("weekdays").and_then(Value::as_array).filter(|on_file| on_file.len() != days)?;
    let spread: &[Weekday] = match days {
        2 => &[Monday, Thursday],
        3 => &[Monday, Wednesday, Friday],
        4 => &[Monday, Tuesday, Thursday, Friday],
        5 => &[Monday, Tuesday, Wednesday, Friday, Saturday],
        6 => &[Monday, Tuesday, Wednesday, Thursday, Friday, Saturday],
        _ => return None,
    };
    Some(spread.to_vec())
}

fn limitations(slots: &Slots, profile: &Value, change: &mut Change) {
    // Movement patterns that the person spares stay as they are whatever is proposed.
    let is_part = |item: &Value| {
        item.get("pattern").and_then(Value::as_str).and_then(Contraindication::parse).is_some()
    };
    let mut before = profile.get("limitations").and_then(Value::as_array).cloned().unwrap_or_default();
    before.retain(is_part);
    let spares = |item: &Value, part: Contraindication| {
        item.get("pattern").and_then(Value::as_str) == Some(part.as_str())
    };
    let mut after = before.clone();
    after.retain(|item| !slots.healed.iter().any(|part| spares(item, *part)));
    let mut added = Vec::new();
    for part in &slots.limitations {
        if !after.iter().any(|item| spares(item, *part)) {
            after.push(json!({"pattern": part, "note": null}));
            added.push(word(part.as_str()));
        }
    }
    if after == before {
        return;
    }
    change.plan_depends_on_it |= !added.is_empty();
    let said = if added.is_empty() {
        texts::with("builtin-change-healed", &[])
    } else {
        texts::with("builtin-change-spare", &[("parts", list(&added).into())])
    };
    change.set(profile, "limitations", Value::Array(after), said);
}

fn person(slots: &Slots, profile: &Value, shown: Units, change: &mut Change) {
    if let Some((value, unit)) = slots.bodyweight {
        let kilograms = numbers::kilograms(value, unit.unwrap_or(shown));
        if (20.0..=400.0).contains(&kilograms) {
            let facts = [("weight", weight(kilograms, shown).into())];
            let said = texts::with("builtin-change-bodyweight", &facts);
            change.set(profile, "bodyweight_kg", json!(kilograms), said);
        }
    }
    if let Some(units) = slots.units {
        let said = texts::with("builtin-change-units", &[("units", units.to_string().into())]);
        change.set(profile, "units", json!(units), said);
    }
    if let Some(year) = slots.birth_year {
        let said = texts::with("builtin-change-birth-year", &[("year", year.to_string().into())]);
        change.set(profile, "birth_year", json!(year), said);
    }
}

/// "I now have only dumbbells", "my shoulder hurts, spare it".
#[must_use]
pub fn change(turn: &Turn<'_>, said: &Understood) -> Step {
    if !turn.offers("updateProfile") {
        return Step::Say(words::say(words::CANNOT));
    }
    let slots = &said.slots;
    if !slots.shapes_profile() && slots.split.is_none() {
        return Step::Say(words::say(words::WHICH_PROFILE));
    }
    if slots.days.is_some_and(|days| !(2..=6).contains(&days)) {
        return Step::Say(words::say(words::DAYS_RANGE));
    }
    if slots.minutes.is_some_and(|minutes| !(20..=180).contains(&minutes)) {
        return Step::Say(words::say(words::MINUTES_RANGE));
    }
    let reads = turn.missing(&["getProfile"]);
    if !reads.is_empty() {
        return turn.reads(&reads);
    }
    let unknown = json!({});
    let change = changes(slots, turn.data("getProfile").unwrap_or(&unknown), turn.units());
    if let Some(result) = turn.result("updateProfile") {
        return Step::Say(words::profile_decided(&Outcome::read(result), change.replan));
    }
    if change.fields.is_empty() {
        return Step::Say(words::say(words::ALREADY_SO));
    }
    change.propose(turn, false)
}
