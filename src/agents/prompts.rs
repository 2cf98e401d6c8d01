//! The system prompts: tera templates with a typed context. Nothing that a person or an import
//! wrote stands in them; such text reaches a model only as data inside tool results.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tera::{Context, Tera};

use super::roster::Agent;
use crate::domain::profile::Units;
use crate::wording::{self, Wording, texts};

/// What a prompt may say of the person.
#[derive(Debug, Clone, Serialize)]
struct PromptContext {
    /// ISO date in the person's time zone.
    today: String,
    /// Its weekday.
    weekday: String,
    /// Units to speak in.
    units: Units,
    /// The name of the person's language, in English.
    language: &'static str,
    /// Of the instructions.
    mark: String,
}

static TEMPLATES: LazyLock<Option<Tera>> = LazyLock::new(|| {
    let mut tera = Tera::default();
    tera.autoescape_on(Vec::<&'static str>::new());
    let files = vec![
        ("coach", include_str!("../../prompts/coach.md")),
        ("copilot", include_str!("../../prompts/copilot.md")),
    ];
    match tera.add_raw_templates(files) {
        Ok(()) => Some(tera),
        Err(error) => {
            tracing::error!(%error, "the prompts cannot be read");
            None
        }
    }
});

/// The mark in the prompts of a person's agents: a model that says it repeats its instructions, and
/// is stopped. It stays the same, so that servers can go on from what they have read before.
#[must_use]
pub fn mark(user_id: &str) -> String {
    let digest = hex::encode(Sha256::digest(format!("the mark of the prompts for {user_id}")));
    format!("zq{}", digest.get(..14).unwrap_or_default())
}

/// The system prompt of an agent for a person, today.
#[must_use]
pub fn system(agent: Agent, reads: Wording, today: Date, mark: &str) -> String {
    let context = PromptContext {
        today: today.to_string(),
        weekday: today.strftime("%A").to_string(),
        units: reads.units,
        language: wording::within(reads, || texts::say("language-in-english")),
        mark: mark.to_owned(),
    };
    let rendered = Context::from_serialize(&context)
        .ok()
        .zip(TEMPLATES.as_ref())
        .and_then(|(context, tera)| tera.render(agent.as_str(), &context).ok());
    rendered.unwrap_or_else(|| "You are a strength coach. Use the tools; never invent numbers.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use jiff::civil::date;

    #[test]
    fn every_prompt_renders_in_the_persons_language_and_units() {
        for agent in Agent::ALL {
            let mark = mark("someone");
            let say = |reads| system(*agent, reads, date(2026, 3, 4), &mark);
            let text = say(Wording::default());
            assert_eq!(text.matches(&mark).count(), 1, "{text}");
            assert!(text.contains("2026-03-04") && text.contains("Wednesday"), "{text}");
            assert!(text.contains("reads English") && !text.contains("{{"), "{text}");
            assert!(text.len() < 3000, "short enough for small models");
            assert!(!text.contains("2.2046"), "in kilograms there is nothing to convert");
            let german = say(Wording { language: Language::parse("de").unwrap(), units: Units::Lb });
            assert!(german.contains("reads German") && german.contains("Wednesday"), "{german}");
            assert!(german.contains("Speak in lb. Tools take and give kilograms"), "{german}");
            assert!(german.len() < 3000, "short enough for small models");
        }
    }
}
