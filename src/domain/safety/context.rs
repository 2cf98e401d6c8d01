//! When a mention is not a complaint: it is denied, somebody else's, long ago, or only feared.

use std::ops::Range;
use std::sync::LazyLock;

use super::phrase::mentions;
use super::rules::{Phrase, phrases};
use super::text::{Message, PAUSE, STOP};

const NEGATORS: &[&str] = &[
    "no", "not", "never", "without", "dont", "didnt", "doesnt", "havent", "hasnt", "hadnt", "isnt", "wasnt",
    "arent", "aint", "zero", "neither", "nor", "nothing", "wont",
];

/// What may stand between a negator and what it denies; any other word ends its reach.
const DENIED_THROUGH: &[&str] = &[
    "have",
    "had",
    "has",
    "having",
    "get",
    "got",
    "getting",
    "feel",
    "felt",
    "feeling",
    "any",
    "a",
    "an",
    "real",
    "the",
    "my",
    "of",
    "experienced",
    "experience",
    "experiencing",
    "to",
    "been",
    "really",
    "actually",
    "in",
    "make",
    "made",
    "makes",
    "me",
    "ever",
    "even",
    "more",
    "longer",
    "sign",
    "signs",
    "kind",
    "sort",
    "at",
    "all",
    "history",
    "or",
    "nor",
    "feels",
    "noticed",
    "like",
    "notice",
    "hint",
    "trace",
    "sharp",
    "bad",
    "new",
    "serious",
    "strange",
    "weird",
];

/// Other complaints in a list that is denied as a whole: "no dizziness, chest pain or fainting".
const LISTED: &[&str] = &[
    "pain",
    "pains",
    "chest",
    "dizzy",
    "dizziness",
    "faint",
    "fainting",
    "fainted",
    "numb",
    "numbness",
    "bleeding",
    "blood",
    "spotting",
    "nausea",
    "breath",
    "shortness",
    "symptoms",
    "fluid",
    "leaking",
    "cramps",
    "cramping",
    "contractions",
    "headache",
    "headaches",
    "tingling",
    "palpitations",
    "sore",
    "soreness",
    "doms",
    "swelling",
    "discomfort",
    "tightness",
    "pressure",
    "lightheaded",
    "groin",
    "saddle",
    "injuries",
    "issues",
    "problems",
    "fever",
];

const OTHERS: &[&str] = &[
    "dad",
    "father",
    "mom",
    "mum",
    "mother",
    "brother",
    "sister",
    "friend",
    "friends",
    "wife",
    "husband",
    "partner",
    "girlfriend",
    "boyfriend",
    "son",
    "daughter",
    "uncle",
    "aunt",
    "grandpa",
    "grandma",
    "grandfather",
    "grandmother",
    "coworker",
    "colleague",
    "neighbour",
    "neighbor",
    "client",
    "dog",
    "cat",
    "buddy",
    "mate",
    "guy",
    "man",
    "woman",
    "girl",
    "he",
    "she",
    "they",
    "someone",
    "somebody",
    "people",
    "teammate",
    "player",
    "character",
    "actor",
    "cousin",
    "kid",
    "boss",
];

const ONESELF: &[&str] = &["i", "im", "ive", "id", "my", "me", "mine", "myself"];

static LONG_AGO: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    phrases(
        "years ago, year ago, months ago, last year, as kid, as child, as teenager, decade ago, \
    in high school, in school, in college, when i was, back in 19*, back in 20*, in 19*, in \
    20*, decades ago, in my twenties, previous pregnancy, first pregnancy, last pregnancy",
    )
});
static STILL: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    phrases(
        "again, still, now, today, since, yesterday, this morning, tonight, keeps, currently, \
    came back, is back, just now, when i was training, when i was squatting, when i was \
    benching, when i was lifting, when i was running, when i was deadlifting, when i was \
    doing, when i was at, when i was working, when i was pressing",
    )
});

static ONLY_FEARED: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    phrases(
        "what if, dont want, dont wanna, do if, in case, how to avoid, avoid, prevent, \
    preventing, risk of, afraid of, scared of, fear of, signs of, symptoms of, what is, what \
    are, whats, what causes, worried about future, so i dont, so that i dont, without \
    risking, does creatine cause, could cause, can cause",
    )
});

static REPEATED: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases("again, still, keeps"));
static UNHEARD_OF: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| phrases("like this, before, until, till, this bad, so bad"));

/// Whether the words at `hit` are this person's complaint of today. A "no" that is part of the other
/// half of the complaint ("no feeling in my groin") denies nothing.
pub(super) fn is_complaint(words: &[String], hit: &Range<usize>, other: &Range<usize>) -> bool {
    !(is_denied(words, hit, other)
        || is_anothers(words, &(hit.start..hit.end.max(other.end)))
        || is_only_feared(words, hit))
}

/// "I'm pregnant", "20 weeks pregnant", "my second trimester"; not "my wife is pregnant".
pub(super) fn speaks_of_own_pregnancy(message: &Message) -> bool {
    message.sentences.iter().any(|words| {
        words.iter().enumerate().any(|(at, word)| {
            let hit = at..at + 1;
            let said = names_pregnancy(word) || expects(word, words.get(at + 1));
            said && !is_denied(words, &hit, &hit) && !is_anothers(words, &hit) && !is_long_ago(words)
        })
    })
}

fn names_pregnancy(word: &str) -> bool {
    const OTHER_WAYS: &[&str] =
        &["trimester", "pregant", "pregnat", "pregnent", "preggers", "preggo", "prego"];
    word.starts_with("pregnan") || OTHER_WAYS.contains(&word)
}

/// "I'm expecting", "expecting a baby"; not "expecting a record".
fn expects(word: &str, next: Option<&String>) -> bool {
    let ends = next.is_none_or(|next| [PAUSE, STOP, "and", "baby", "twins", "my"].contains(&next.as_str()));
    word == "expecting" && ends
}

/// Whether the words at `hit` are said not to be; a "no" within `other` does not count.
pub(super) fn is_denied(words: &[String], hit: &Range<usize>, other: &Range<usize>) -> bool {
    denied_before(words, hit, other) || denied_after(words, hit)
}

fn denied_before(words: &[String], hit: &Range<usize>, other: &Range<usize>) -> bool {
    let before = words.get(..hit.start).unwrap_or_default();
    let Some(at) = before.iter().rposition(|word| !lets_denial_through(word)) else { return false };
    let is_negator = before.get(at).is_some_and(|word| NEGATORS.contains(&word.as_str()));
    let between = before.get(at + 1..).unwrap_or_default();
    is_negator
        && !other.contains(&at)
        && !is_unheard_of(words, hit, before.get(at))
        && is_one_list(words, hit, between)
}

fn lets_denial_through(word: &str) -> bool {
    word == PAUSE || DENIED_THROUGH.contains(&word) || LISTED.contains(&word)
}

/// "I never had chest pain like this", "not until today": the opposite of a denial.
fn is_unheard_of(words: &[String], hit: &Range<usize>, negator: Option<&String>) -> bool {
    let after = words.get(hit.end..).unwrap_or_default();
    negator.is_some_and(|word| word == "never" || word == "havent" || word == "hadnt")
        && mentions(after, &UNHEARD_OF)
}

/// A pause ends a denial ("No, chest pain", "no sleep, chest pain") unless an "or" ties the list.
fn is_one_list(words: &[String], hit: &Range<usize>, between: &[String]) -> bool {
    let Some(pause) = between.iter().rposition(|word| word == PAUSE) else { return true };
    let from = hit.start - (between.len() - pause);
    let tied = words.get(from..).unwrap_or_default().iter().any(|word| word == "or" || word == "nor");
    tied && between.first().is_some_and(|word| word != PAUSE)
}

/// "Chest pain: none" at the end of a sentence.
fn denied_after(words: &[String], hit: &Range<usize>) -> bool {
    const ANSWERS: &[&str] =
        &["no", "none", "nope", "never", "negative", "zero", "never had it", "not at all"];
    let after = words.get(hit.end..).unwrap_or_default();
    let said: Vec<_> = after.iter().map(String::as_str).filter(|word| *word != PAUSE).collect();
    ANSWERS.contains(&said.join(" ").as_str())
}

/// The nearest person named before it is somebody else: "my dad had …", but "she says I …" is mine.
fn is_anothers(words: &[String], hit: &Range<usize>) -> bool {
    let before = words.get(..hit.start).unwrap_or_default();
    let Some(other) = before.iter().rposition(|word| OTHERS.contains(&word.as_str())) else { return false };
    let since = words.get(other + 1..hit.end).unwrap_or_default();
    !since.iter().any(|word| ONESELF.contains(&word.as_str()))
}

pub(super) fn is_long_ago(words: &[String]) -> bool {
    mentions(words, &LONG_AGO) && !mentions(words, &STILL)
}

/// A question about what might be, close before the words: "what should I do if I get …".
fn is_only_feared(words: &[String], hit: &Range<usize>) -> bool {
    let from = hit.start.saturating_sub(6);
    let before = words.get(from..hit.start).unwrap_or_default();
    let cut = before.iter().rposition(|word| word == "because" || word == "but" || word == PAUSE);
    let near = before.get(cut.map_or(0, |at| at + 1)..).unwrap_or_default();
    mentions(near, &ONLY_FEARED) && !mentions(words, &REPEATED)
}
