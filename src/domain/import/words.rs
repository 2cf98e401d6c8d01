//! The words of a name, and which of them make another exercise of it.

use std::collections::BTreeSet;

/// A name's words, each once.
pub type Words = BTreeSet<String>;

/// Words that make another exercise of it: they must stand in both names or in neither.
const TELLING: [&str; 48] = [
    "arnold",
    "assisted",
    "behind",
    "bent",
    "box",
    "bulgarian",
    "calf",
    "close",
    "concentration",
    "cossack",
    "decline",
    "deficit",
    "diamond",
    "floor",
    "forward",
    "front",
    "goblet",
    "hack",
    "hammer",
    "hang",
    "hanging",
    "incline",
    "inverted",
    "jefferson",
    "jump",
    "lateral",
    "lying",
    "negative",
    "neutral",
    "one",
    "overhead",
    "pause",
    "pike",
    "preacher",
    "reverse",
    "romanian",
    "seated",
    "side",
    "split",
    "standing",
    "stiff",
    "straight",
    "sumo",
    "underhand",
    "upright",
    "walking",
    "wide",
    "zercher",
];
/// Words for the movement itself, likewise: a fly is no row, however much else the names share.
const MOVES: [&str; 53] = [
    "abduction",
    "adduction",
    "apart",
    "bridge",
    "carry",
    "chin",
    "chop",
    "clean",
    "climb",
    "crawl",
    "crossover",
    "crunch",
    "crusher",
    "curl",
    "deadlift",
    "dip",
    "down",
    "extension",
    "flexion",
    "fly",
    "hike",
    "hold",
    "hyperextension",
    "jerk",
    "kick",
    "lunge",
    "march",
    "morning",
    "over",
    "plank",
    "press",
    "pull",
    "push",
    "raise",
    "rollout",
    "rotation",
    "row",
    "run",
    "shrug",
    "sit",
    "snatch",
    "squat",
    "squeeze",
    "step",
    "swing",
    "through",
    "thrust",
    "thruster",
    "twist",
    "up",
    "walk",
    "walkout",
    "windmill",
];

/// Whether a word makes another exercise of it.
pub fn tells(word: &str) -> bool {
    TELLING.contains(&word) || MOVES.contains(&word)
}

/// Whether a word says what the movement is.
#[cfg(test)]
pub fn is_move(word: &str) -> bool {
    MOVES.contains(&word)
}

/// Small words without plurals; two spellings of one thing become one.
pub fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace(['\'', '’'], "");
    let split = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    split.flat_map(|word| spelled(&singular(word))).filter(|word| word != "the" && word != "with").collect()
}

fn singular(word: &str) -> String {
    let keeps = ["biceps", "triceps", "abs", "press", "cross", "ups"].contains(&word);
    if keeps || word.len() < 4 || word.ends_with("ss") {
        return word.to_owned();
    }
    for (many, one) in [("sses", "ss"), ("ches", "ch"), ("flies", "fly"), ("flyes", "fly"), ("s", "")] {
        if let Some(stem) = word.strip_suffix(many) {
            return format!("{stem}{one}");
        }
    }
    word.to_owned()
}

fn spelled(word: &str) -> Vec<String> {
    let parts: &[&str] = match word {
        "bicep" => &["biceps"],
        "tricep" => &["triceps"],
        "flye" => &["fly"],
        "db" => &["dumbbell"],
        "bb" => &["barbell"],
        "kb" => &["kettlebell"],
        "banded" => &["band"],
        "single" => &["one"],
        "ups" => &["up"],
        "rdl" => &["romanian", "deadlift"],
        "ohp" | "military" => &["overhead"],
        "pullup" => &["pull", "up"],
        "chinup" => &["chin", "up"],
        "pushup" | "pressup" => &["push", "up"],
        "situp" => &["sit", "up"],
        "stepup" => &["step", "up"],
        "pushdown" => &["push", "down"],
        "pulldown" => &["pull", "down"],
        "pullover" => &["pull", "over"],
        "pullthrough" => &["pull", "through"],
        "kickback" => &["kick", "back"],
        "skullcrusher" => &["skull", "crusher"],
        "tbar" => &["t", "bar"],
        "facepull" => &["face", "pull"],
        other => return vec![other.to_owned()],
    };
    parts.iter().map(|part| (*part).to_owned()).collect()
}
