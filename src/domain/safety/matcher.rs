//! Puts text and rules together: finds phrases, checks that they belong together, and asks the
//! context whether they are a complaint.

use std::ops::Range;

use super::context;
use super::phrase::{mentions, phrase_at};
use super::rules::{Phrase, Reach, Rule};
use super::text::{Message, PAUSE, STOP, is_word};

/// Words that join two mentions of the same thing over a pause: "my chest, it hurts".
const TAKES_UP: &[&str] = &[
    "it", "its", "feels", "like", "really", "still", "which", "i", "im", "left", "right", "middle", "centre",
    "center", "side", "in", "on", "across", "kind", "kinda", "sort",
];

/// Mentions of one list that are looked at in one sentence.
const ENOUGH: usize = 64;

/// Whether the message raises the rule's flag. Sentences about long ago are not read.
pub(super) fn raises(rule: &Rule, message: &Message) -> bool {
    let mut sentences = message.sentences.iter().filter(|sentence| !context::is_long_ago(sentence));
    match rule.reach {
        Reach::Message => {
            let whole: Vec<_> = sentences.cloned().collect();
            raises_in(rule, &whole.join(&STOP.to_owned()), usize::MAX)
        }
        Reach::Words(limit) => sentences.any(|sentence| raises_in(rule, sentence, limit)),
    }
}

fn raises_in(rule: &Rule, words: &[String], limit: usize) -> bool {
    if excused(rule, words) {
        return false;
    }
    let first: Vec<_> =
        find(words, &rule.either).into_iter().filter(|hit| !followed_by(rule, words, hit)).collect();
    if rule.with.is_empty() {
        return first.iter().any(|hit| context::is_complaint(words, hit, hit));
    }
    let second = find(words, &rule.with);
    first.iter().any(|a| {
        second.iter().any(|b| {
            belong_together(rule, words, a, b, limit)
                && context::is_complaint(words, a, b)
                && context::is_complaint(words, b, a)
        })
    })
}

/// The sentence explains itself by training or everyday life, and nothing in it says otherwise.
fn excused(rule: &Rule, words: &[String]) -> bool {
    let explained = find(words, &rule.unless).iter().any(|hit| !context::is_denied(words, hit, hit));
    explained && !mentions(words, &rule.despite)
}

/// The word right after makes another thing of it: "chest press".
fn followed_by(rule: &Rule, words: &[String], hit: &Range<usize>) -> bool {
    rule.not_before.iter().any(|phrase| phrase_at(words, hit.end, phrase).is_some())
}

fn belong_together(rule: &Rule, words: &[String], a: &Range<usize>, b: &Range<usize>, limit: usize) -> bool {
    let gap = if a.start < b.start { a.end..b.start } else { b.end..a.start };
    let Some(between) = words.get(gap.clone()) else { return false };
    if limit == usize::MAX {
        return true;
    }
    between.len() <= limit
        && !between.iter().any(|word| rule.apart.iter().flatten().any(|named| is_word(word, named)))
        && between.iter().enumerate().all(|(at, word)| {
            word != PAUSE
                || words.get(gap.start + at + 1).is_some_and(|next| TAKES_UP.contains(&next.as_str()))
        })
}

/// The places where one of the phrases stands; the first [`ENOUGH`], so that no text takes long.
fn find(words: &[String], phrases: &[Phrase]) -> Vec<Range<usize>> {
    let at_each =
        (0..words.len()).flat_map(|at| phrases.iter().filter_map(move |phrase| phrase_at(words, at, phrase)));
    at_each.take(ENOUGH).collect()
}
