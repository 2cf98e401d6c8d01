//! Standing notes: kept in the person's own words, and let go again. Both are proposed.

use serde_json::{Value, json};

use super::profile::Change;
use crate::agents::builtin::text::tokens;
use crate::agents::builtin::turn::{Step, Turn};
use crate::agents::builtin::words::{self, list};

/// The most notes a profile holds.
const MOST_NOTES: usize = 50;
/// Words of a wish to forget that say nothing about what.
const SAYS_NOTHING: &str = "forget remember note notes delete remove drop clear erase scratch the a an my that this \
    about i it is am do not can you please could of on to for any more what said told me all every of";

/// The profile and its notes, or the step that comes before a change of them or after it was decided.
fn read<'t>(turn: &'t Turn<'_>) -> Result<(&'t Value, Vec<Value>), Step> {
    if !turn.offers("updateProfile") {
        return Err(Step::Say(words::CANNOT.to_owned()));
    }
    if let Some(result) = turn.result("updateProfile") {
        return Err(Step::Say(words::profile_decided(&turn.outcome(result), false)));
    }
    let reads = turn.missing(&["getProfile"]);
    if !reads.is_empty() {
        return Err(turn.reads(&reads));
    }
    let profile = turn.data("getProfile").ok_or_else(|| Step::Say(words::NO_DATA.to_owned()))?;
    let notes = profile.get("notes").and_then(Value::as_array).cloned().unwrap_or_default();
    Ok((profile, notes))
}

/// "Remember that I train early": a note in the person's own words.
#[must_use]
pub fn remember(turn: &Turn<'_>) -> Step {
    let (profile, mut notes) = match read(turn) {
        Ok(read) => read,
        Err(step) => return step,
    };
    let older = profile.get("older_notes").and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
    if notes.len() + older.unwrap_or(0) >= MOST_NOTES {
        return Step::Say(words::NOTES_FULL.to_owned());
    }
    let text = note_text(turn.text);
    notes.push(json!({"id": "", "text": text, "source": "coach"}));
    let mut change = Change::default();
    change.set(profile, "notes", Value::Array(notes), format!("the note {}", words::quoted(&text)));
    change.propose(turn, false)
}

/// The message without its "remember that".
fn note_text(text: &str) -> String {
    const LEADS: &[&str] = &[
        "please ",
        "can you ",
        "could you ",
        "remember ",
        "keep in mind ",
        "note down ",
        "note ",
        "make a note ",
        "don't forget ",
        "do not forget ",
        "for the record ",
        "that ",
        "of this ",
        "this ",
        ": ",
        ", ",
    ];
    let mut rest: &str = text.trim();
    while let Some(shorter) = LEADS.iter().find_map(|lead| {
        let head = rest.get(..lead.len())?;
        let colon = lead.trim_end();
        if head.eq_ignore_ascii_case(lead) {
            return rest.get(lead.len()..);
        }
        rest.get(..=colon.len())
            .filter(|h| h.eq_ignore_ascii_case(&format!("{colon}:")))
            .and(rest.get(colon.len() + 1..))
    }) {
        rest = shorter.trim_start();
    }
    let kept = if rest.is_empty() { text.trim() } else { rest };
    kept.chars().take(500).collect()
}

/// "Forget that I train early", "delete the note about mornings".
#[must_use]
pub fn forget(turn: &Turn<'_>) -> Step {
    let (profile, notes) = match read(turn) {
        Ok(read) => read,
        Err(step) => return step,
    };
    if notes.is_empty() {
        return Step::Say(words::NO_NOTES.to_owned());
    }
    let (gone, kept): (Vec<Value>, Vec<Value>) = match meant(turn.text, &notes) {
        Some(at) => {
            let mut kept = notes.clone();
            (vec![kept.remove(at)], kept)
        }
        None if tokens(turn.text).iter().any(|word| word == "all" || word == "every") => {
            (notes.clone(), Vec::new())
        }
        None => return Step::Say(which(&notes)),
    };
    let names: Vec<String> = gone.iter().map(|note| words::quoted(text_of(note))).collect();
    let mut change = Change::default();
    change.set(profile, "notes", Value::Array(kept), format!("without the note {}", list(&names)));
    change.propose(turn, false)
}

fn text_of(note: &Value) -> &str {
    note.get("text").and_then(Value::as_str).unwrap_or_default()
}

fn which(notes: &[Value]) -> String {
    let lines: Vec<String> = notes.iter().map(|note| format!("- {}", words::quoted(text_of(note)))).collect();
    format!("Which note shall go? These are yours:\n\n{}", lines.join("\n"))
}

/// The one note that shares the most words with what was said; the only one there is when nothing
/// more was said.
fn meant(text: &str, notes: &[Value]) -> Option<usize> {
    let idle: Vec<&str> = SAYS_NOTHING.split_whitespace().collect();
    let telling: Vec<String> =
        tokens(text).into_iter().filter(|word| !idle.contains(&word.as_str())).collect();
    if telling.is_empty() {
        let all = tokens(text).iter().any(|word| word == "all" || word == "every");
        return (notes.len() == 1 && !all).then_some(0);
    }
    let shared = |note: &Value| {
        let words = tokens(text_of(note));
        telling.iter().filter(|word| words.contains(word)).count()
    };
    let scores: Vec<usize> = notes.iter().map(shared).collect();
    let best = scores.iter().copied().max().filter(|best| *best > 0)?;
    let mut at = scores.iter().enumerate().filter(|(_, score)| **score == best).map(|(at, _)| at);
    at.next().filter(|_| at.next().is_none())
}
