//! Making and changing the plan: read what is needed, put lasting changes into the profile, draft,
//! propose exactly the draft, say what became of it.

use serde_json::{Map, Value, json};

use super::profile::{self, Change};
use crate::agents::builtin::intent::Understood;
use crate::agents::builtin::slots::{Equipment, Slots, SplitPreference, Units};
use crate::agents::builtin::turn::{Outcome, Step, Turn, fault};
use crate::agents::builtin::words;

/// What kind of plan is wished for.
#[derive(Debug, Clone)]
pub struct Wish {
    pub slots: Slots,
    /// Starts from the plan that stands: what is not said stays.
    pub change: bool,
    /// Shows the draft and proposes nothing.
    pub only_draft: bool,
    /// The text of a sentence before the proposal.
    pub lead: Option<&'static str>,
}

impl Wish {
    /// A new plan by what the message says.
    #[must_use]
    pub fn new(said: &Understood) -> Self {
        Self { slots: said.slots.clone(), change: false, only_draft: false, lead: None }
    }

    /// Nothing to change was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let slots = &self.slots;
        !slots.shapes_plan() && slots.limitations.is_empty() && slots.healed.is_empty() && !slots.durable
    }

    /// Whether the profile has to be read first.
    fn needs_profile(&self) -> bool {
        let slots = &self.slots;
        slots.equipment.is_some()
            || !slots.limitations.is_empty()
            || !slots.healed.is_empty()
            || slots.weekdays.is_some()
            || slots.minutes_delta.is_some()
            || (slots.days_delta.is_some() && slots.days.is_none())
            || (slots.durable && slots.shapes_plan())
    }

    fn needs_plan(&self) -> bool {
        self.change && self.slots.days.is_none()
    }
}

/// The next step towards the plan.
#[must_use]
pub fn step(turn: &Turn<'_>, wish: &Wish) -> Step {
    let mut wanted = Vec::new();
    wanted.extend(wish.needs_profile().then_some("getProfile"));
    wanted.extend(wish.needs_plan().then_some("getWeeklyPlan"));
    let reads = turn.missing(&wanted);
    if !reads.is_empty() {
        return turn.reads(&reads);
    }
    let profile = turn.data("getProfile");
    let plan = turn.data("getWeeklyPlan");
    let slots = settled(&wish.slots, profile, plan);
    if slots.days.is_some_and(|days| !(2..=6).contains(&days)) {
        return Step::Say(words::say(words::DAYS_RANGE));
    }
    if slots.minutes.is_some_and(|minutes| !(20..=180).contains(&minutes)) {
        return Step::Say(words::say(words::MINUTES_RANGE));
    }
    let change =
        profile.map(|profile| lasting(&slots, &wish.slots, profile, turn.units())).unwrap_or_default();
    if let Some(first) = profile_first(turn, &change) {
        return first;
    }
    draft(turn, wish, &slots, profile)
}

/// The wish with "one day more" and "shorter" turned into numbers, and days from the plan.
fn settled(slots: &Slots, profile: Option<&Value>, plan: Option<&Value>) -> Slots {
    let mut slots = slots.clone();
    let number = |value: Option<&Value>, key: &str| value.and_then(|v| v.get(key)).and_then(Value::as_u64);
    let saved = plan.filter(|_| number(plan, "plan_version").is_some_and(|version| version > 0));
    let planned = saved.and_then(|p| p.get("days")).and_then(Value::as_array).map(|days| days.len() as u64);
    let now = slots.days.or_else(|| {
        planned.or_else(|| number(profile, "days_per_week")).and_then(|days| u8::try_from(days).ok())
    });
    if let Some(delta) = slots.days_delta {
        slots.days = now.map(|days| days.saturating_add_signed(delta));
        slots.split = None;
    } else if slots.days.is_none() && planned.is_some_and(|days| (2..=6).contains(&days)) {
        slots.days = now;
        slots.split = slots.split.or_else(|| {
            saved.and_then(|p| p.get("split")).and_then(Value::as_str).and_then(SplitPreference::parse)
        });
    }
    if let Some(delta) = slots.minutes_delta {
        let minutes =
            slots.minutes.or_else(|| number(profile, "session_minutes").and_then(|m| u16::try_from(m).ok()));
        slots.minutes = minutes.map(|m| m.saturating_add_signed(delta).clamp(20, 180));
    }
    slots
}

/// What of the wish belongs into the profile: what a plan is checked against (equipment that is not
/// owned, limitations, weekdays), and what was said to last.
fn lasting(slots: &Slots, said: &Slots, profile: &Value, units: Units) -> Change {
    let owned = profile::owned(profile);
    let gear = slots.equipment.as_ref().filter(|gear| {
        slots.durable || gear.added || gear.on_top_of(&owned).iter().any(|item| !owned.contains(item))
    });
    let days_said = said.days.is_some() || said.days_delta.is_some();
    let kept = Slots {
        days: slots.days.filter(|_| days_said && (slots.durable || slots.weekdays.is_some())),
        minutes: slots.minutes.filter(|_| slots.durable),
        equipment: gear.cloned(),
        weekdays: slots.weekdays.clone(),
        limitations: slots.limitations.clone(),
        healed: slots.healed.clone(),
        experience: slots.experience,
        ..Slots::default()
    };
    profile::changes(&kept, profile, units)
}

/// The proposal of the profile change, or the end of the turn when the plan cannot go on without it.
fn profile_first(turn: &Turn<'_>, change: &Change) -> Option<Step> {
    if change.fields.is_empty() || !turn.offers("updateProfile") {
        return None;
    }
    match turn.result("updateProfile").map(Outcome::read) {
        None => Some(change.propose(turn, true)),
        Some(Outcome::Executed) => None,
        Some(Outcome::Declined(_)) if !change.plan_depends_on_it => None,
        Some(other) => Some(Step::Say(words::profile_decided(&other, false))),
    }
}

fn draft(turn: &Turn<'_>, wish: &Wish, slots: &Slots, profile: Option<&Value>) -> Step {
    if !turn.offers("draftWeeklyPlan") {
        return Step::Say(words::say(words::CANNOT));
    }
    let Some(result) = turn.result("draftWeeklyPlan") else {
        let call = turn.call("draftWeeklyPlan", &overrides(slots, profile));
        return Step::Call { text: String::new(), calls: vec![call] };
    };
    let days = result.get("days").and_then(Value::as_array).filter(|days| !days.is_empty());
    let Some(days) = days else {
        return Step::Say(words::plan_decided(&Outcome::Failed(fault(result)), "", &[]));
    };
    propose(turn, wish, result, days)
}

fn overrides(slots: &Slots, profile: Option<&Value>) -> Map<String, Value> {
    let owned = profile.map_or_else(|| Equipment::ALL.to_vec(), profile::owned);
    let mut out = Map::new();
    out.insert("days_per_week".to_owned(), json!(slots.days));
    out.insert("split".to_owned(), json!(slots.split));
    out.insert("goal".to_owned(), json!(slots.goal));
    out.insert("session_minutes".to_owned(), json!(slots.minutes));
    out.insert("equipment".to_owned(), json!(slots.equipment.as_ref().map(|gear| gear.on_top_of(&owned))));
    out
}

/// Proposes the draft as it is, then says what became of it.
fn propose(turn: &Turn<'_>, wish: &Wish, drafted: &Value, days: &[Value]) -> Step {
    let split = drafted.get("split").and_then(Value::as_str).unwrap_or_default();
    let of = |key: &'static str| days.iter().filter_map(move |day| day.get(key)).filter_map(Value::as_str);
    if let Some(result) = turn.result("saveWeeklyPlan") {
        let weekdays: Vec<String> = of("weekday").map(words::weekday).collect();
        return Step::Say(words::plan_decided(&Outcome::read(result), split, &weekdays));
    }
    let focus: Vec<String> = of("focus").map(str::to_owned).collect();
    let text = words::drafted(split, &focus, &remarks(drafted));
    if wish.only_draft {
        let lines: Vec<String> = days.iter().map(|day| format!("- {}", words::day_line(day))).collect();
        return Step::Say(format!("{text} {}\n{}", words::say(words::NOTHING_SAVED), lines.join("\n")));
    }
    if !turn.offers("saveWeeklyPlan") {
        return Step::Say(text);
    }
    let mut wanted = Map::new();
    wanted.insert("split".to_owned(), drafted.get("split").cloned().unwrap_or(Value::Null));
    wanted.insert("days".to_owned(), Value::Array(days.to_vec()));
    wanted.insert("reason".to_owned(), json!(words::plan_reason(wish.change, days.len())));
    let text = wish.lead.map_or_else(|| text.clone(), |lead| format!("{} {text}", words::say(lead)));
    Step::Call { text, calls: vec![turn.call("saveWeeklyPlan", &wanted)] }
}

/// What the generator and the rules have to say about a draft.
fn remarks(drafted: &Value) -> Vec<String> {
    let all = |key: &str| drafted.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let sentence = |value: &Value| {
        value.as_str().or_else(|| value.get("message").and_then(Value::as_str)).map(str::to_owned)
    };
    all("notes").iter().chain(&all("warnings")).filter_map(sentence).collect()
}
