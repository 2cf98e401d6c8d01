//! Standing notes: kept in the person's own words, and let go again. Both are proposed.

use serde_json::{Value, json};

use super::profile::Change;
use crate::agents::builtin::ear::Ear;
use crate::agents::builtin::intent::Understood;
use crate::agents::builtin::text::tokens;
use crate::agents::builtin::turn::{Outcome, Step, Turn};
use crate::agents::builtin::words::{self, list};
use crate::wording::texts;

/// The most notes a profile holds.
const MOST_NOTES: usize = 50;

/// The profile and its notes, or the step that comes before a change of them or after it was decided.
fn read<'t>(turn: &'t Turn<'_>) -> Result<(&'t Value, Vec<Value>), Step> {
    if !turn.offers("updateProfile") {
        return Err(Step::Say(words::say(words::CANNOT)));
    }
    if let Some(result) = turn.result("updateProfile") {
        return Err(Step::Say(words::profile_decided(&Outcome::read(result), false)));
    }
    let reads = turn.missing(&["getProfile"]);
    if !reads.is_empty() {
        return Err(turn.reads(&reads));
    }
    let profile = turn.data("getProfile").ok_or_else(|| Step::Say(words::say(words::NO_DATA)))?;
    let notes = profile.get("notes").and_then(Value::as_array).cloned().unwrap_or_default();
    Ok((profile, notes))
}

/// "Remember that I train early": a note in the person's own words.
#[must_use]
pub fn remember(turn: &Turn<'_>, said: &Understood) -> Step {
    let (profile, mut notes) = match read(turn) {
        Ok(read) => read,
        Err(step) => return step,
    };
    let older = profile.get("older_notes").and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
    if notes.len() + older.unwrap_or(0) >= MOST_NOTES {
        return Step::Say(words::say(words::NOTES_FULL));
    }
    let text = note_text(turn.text, said.ear);
    notes.push(json!({"id": "", "text": text, "source": "coach"}));
    let mut change = Change::default();
    let note = texts::with("builtin-change-note", &[("note", words::quoted(&text).into())]);
    change.set(profile, "notes", Value::Array(notes), note);
    change.propose(turn, false)
}

/// The message without its "remember that".
fn note_text(text: &str, ear: &Ear) -> String {
    let mut rest: &str = text.trim();
    while let Some(shorter) = ear.notes.leads.iter().find_map(|lead| {
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
pub fn forget(turn: &Turn<'_>, said: &Understood) -> Step {
    let (profile, notes) = match read(turn) {
        Ok(read) => read,
        Err(step) => return step,
    };
    if notes.is_empty() {
        return Step::Say(words::say(words::NO_NOTES));
    }
    let (gone, kept): (Vec<Value>, Vec<Value>) = match meant(turn.text, &notes, said.ear) {
        Some(at) => {
            let mut kept = notes.clone();
            (vec![kept.remove(at)], kept)
        }
        None if said.tokens.iter().any(|word| said.ear.words.all.is(word)) => (notes.clone(), Vec::new()),
        None => return Step::Say(which(&notes)),
    };
    let names: Vec<String> = gone.iter().map(|note| words::quoted(text_of(note))).collect();
    let mut change = Change::default();
    let without = texts::with("builtin-change-without-note", &[("notes", list(&names).into())]);
    change.set(profile, "notes", Value::Array(kept), without);
    change.propose(turn, false)
}

fn text_of(note: &Value) -> &str {
    note.get("text").and_then(Value::as_str).unwrap_or_default()
}

fn which(notes: &[Value]) -> String {
    let lines: Vec<String> = notes.iter().map(|note| format!("- {}", words::quoted(text_of(note)))).collect();
    format!("{}\n\n{}", words::say(words::WHICH_NOTE), lines.join("\n"))
}

/// The one note that shares the most words with what was said; the only one there is when nothing
/// more was said.
fn meant(text: &str, notes: &[Value], ear: &Ear) -> Option<usize> {
    let said = tokens(text, ear);
    let telling: Vec<&String> = said.iter().filter(|word| !ear.notes.says_nothing.is(word)).collect();
    if telling.is_empty() {
        let all = said.iter().any(|word| ear.words.all.is(word));
        return (notes.len() == 1 && !all).then_some(0);
    }
    let shared = |note: &Value| {
        let words = tokens(text_of(note), ear);
        telling.iter().filter(|word| words.contains(word)).count()
    };
    let scores: Vec<usize> = notes.iter().map(shared).collect();
    let best = scores.iter().copied().max().filter(|best| *best > 0)?;
    let mut at = scores.iter().enumerate().filter(|(_, score)| **score == best).map(|(at, _)| at);
    at.next().filter(|_| at.next().is_none())
}
