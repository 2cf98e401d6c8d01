//! Questions that are answered by reading: the plan, what is next, progress, exercises, reasons.

use serde_json::{Map, Value, json};

use crate::agents::builtin::intent::Understood;
use crate::agents::builtin::names::best;
use crate::agents::builtin::turn::{Step, Turn, fault};
use crate::agents::builtin::words;

/// Reads one tool, then says what `tell` makes of it.
fn read_and_tell(turn: &Turn<'_>, tool: &str, tell: impl Fn(&Value) -> String) -> Step {
    if !turn.offers(tool) {
        return Step::Say(words::say(words::CANNOT));
    }
    if !turn.called(tool) {
        return turn.reads(&[tool]);
    }
    Step::Say(turn.data(tool).map_or_else(|| words::say(words::NO_DATA), tell))
}

/// The whole week.
#[must_use]
pub fn plan(turn: &Turn<'_>) -> Step {
    read_and_tell(turn, "getWeeklyPlan", words::plan_lines)
}

/// The next training day.
#[must_use]
pub fn next(turn: &Turn<'_>) -> Step {
    read_and_tell(turn, "getWeeklyPlan", |plan| words::next_day(plan, turn.today()))
}

/// What is on file.
#[must_use]
pub fn profile(turn: &Turn<'_>) -> Step {
    read_and_tell(turn, "getProfile", words::profile_lines)
}

/// How it goes; without the tool for it, at least what the plan says.
#[must_use]
pub fn progress(turn: &Turn<'_>) -> Step {
    if turn.offers("getProgress") {
        return read_and_tell(turn, "getProgress", words::progress);
    }
    read_and_tell(turn, "getWeeklyPlan", |plan| {
        format!("{} {}", words::say(words::NO_PROGRESS), words::next_day(plan, turn.today()))
    })
}

/// Why a number is what it is: what stands, and the rule that moves it.
#[must_use]
pub fn why(turn: &Turn<'_>, said: &Understood) -> Step {
    read_and_tell(turn, "getWeeklyPlan", |plan| {
        let list =
            |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let exercises: Vec<Value> =
            list(plan, "days").iter().flat_map(|day| list(day, "exercises")).collect();
        let text = |value: &'static str| {
            move |item: &Value| item.get(value).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let named: Vec<(String, String)> =
            exercises.iter().map(|e| (text("exercise_id")(e), text("name")(e))).collect();
        let candidates: Vec<(&str, &str)> =
            named.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
        let asked =
            said.tokens.iter().find_map(|word| best(word, &candidates, said.ear).filter(|_| word.len() > 3));
        let exercise = asked.and_then(|(id, _)| exercises.iter().find(|e| text("exercise_id")(e) == id));
        let stands = exercise.and_then(words::stands);
        let notes = plan.pointer("/meta/notes").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let notes = notes.iter().filter(|_| exercise.is_none()).filter_map(Value::as_str).take(2);
        let rules = std::iter::once(words::say(words::RULES));
        stands.into_iter().chain(rules).chain(notes.map(words::sentence)).collect::<Vec<_>>().join(" ")
    })
}

/// Exercises for a muscle, with some equipment, or by name.
#[must_use]
pub fn find(turn: &Turn<'_>, said: &Understood) -> Step {
    if !turn.offers("getExercises") {
        return Step::Say(words::say(words::CANNOT));
    }
    let Some(result) = turn.result("getExercises") else {
        let slots = &said.slots;
        let equipment = slots.equipment.as_ref().and_then(|gear| gear.has.first());
        let mut wanted = Map::new();
        wanted.insert("muscle".to_owned(), json!(slots.muscle));
        wanted.insert("equipment".to_owned(), json!(equipment));
        let query = if slots.muscle.is_none() && equipment.is_none() { words_to_find(said) } else { None };
        wanted.insert("query".to_owned(), json!(query));
        wanted.insert("limit".to_owned(), json!(8));
        return Step::Call { text: String::new(), calls: vec![turn.call("getExercises", &wanted)] };
    };
    Step::Say(fault(result).map_or_else(|| words::found(result), |reason| words::sentence(&reason)))
}

/// What is left of a question for exercises once the question is taken away.
fn words_to_find(said: &Understood) -> Option<String> {
    let names = |word: &&str| !said.ear.words.question.is(word);
    let left: Vec<&str> = said.tokens.iter().map(String::as_str).filter(names).collect();
    (!left.is_empty()).then(|| left.join(" ").chars().take(60).collect())
}
