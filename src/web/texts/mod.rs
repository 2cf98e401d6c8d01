//! What the pages say: every text of the templates, of the pages' code and of the scripts, in the
//! Fluent catalogues under `texts/`, one folder a language. Nothing here knows what a text is for.
//! What the rules decide and why, and the API's problem documents, are sentences of those layers.

mod scripts;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::Embed;
use sha2::{Digest as _, Sha256};
use tera::{Kwargs, State, Value};
use unic_langid::LanguageIdentifier;

pub use scripts::module;

/// The language of the one folder there is, for `lang` and the plural's categories.
pub const LANGUAGE: &str = "en";

/// Everything under `texts/en/`.
#[derive(Embed)]
#[folder = "texts/en/"]
struct Catalogues;

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle =
        FluentBundle::new_concurrent(vec![LANGUAGE.parse::<LanguageIdentifier>().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    for (name, text) in files() {
        let read = FluentResource::try_new(text).map_err(|(_, errors)| format!("{errors:?}"));
        let added = read.and_then(|texts| bundle.add_resource(texts).map_err(|errors| format!("{errors:?}")));
        if let Err(error) = added {
            tracing::error!(name, error, "a catalogue cannot be read");
        }
    }
    bundle
});

/// Names one state of the catalogues, for the tags of pages that have one.
pub static BUILD: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    files().for_each(|(_, text)| hash.update(text));
    hex::encode(hash.finalize())
});

/// Every catalogue's name and text, in the order of their names.
fn files() -> impl Iterator<Item = (String, String)> {
    let mut names: Vec<_> = Catalogues::iter().collect();
    names.sort_unstable();
    names.into_iter().filter_map(|name| {
        let file = Catalogues::get(&name)?;
        Some((name.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
    })
}

/// The text without arguments of this key; the key itself where there is none.
#[must_use]
pub fn say(key: &'static str) -> &'static str {
    match found(key, None) {
        Some(Cow::Borrowed(text)) => text,
        _ => key,
    }
}

/// The text of this key with its arguments in place; the key itself where there is none.
#[must_use]
pub fn with(key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
    found(key, Some(&arguments)).map_or_else(|| key.to_owned(), Cow::into_owned)
}

/// Whether there is a text of this key.
#[must_use]
pub fn known(key: &str) -> bool {
    BUNDLE.has_message(key)
}

fn found(key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<Cow<'static, str>> {
    let pattern = BUNDLE.get_message(key).and_then(|message| message.value());
    let Some(pattern) = pattern else {
        tracing::error!(key, "no text");
        return None;
    };
    let mut faults = Vec::new();
    let text = BUNDLE.format_pattern(pattern, arguments, &mut faults);
    if !faults.is_empty() {
        tracing::error!(key, ?faults, "a text lacks an argument");
    }
    Some(text)
}

/// The templates' `t(key="…", name=value)`. What comes back is escaped as every value is.
#[expect(clippy::needless_pass_by_value, reason = "tera calls its functions so")]
pub fn t(named: Kwargs, _: &State<'_>) -> String {
    let mut key = String::new();
    let mut arguments = FluentArgs::new();
    for (name, value) in named.iter() {
        match name.as_str() {
            Some("key") => key = value.to_string(),
            Some(name) => arguments.set(name.to_owned(), argument(value)),
            None => {}
        }
    }
    found(&key, Some(&arguments)).map_or(key, Cow::into_owned)
}

/// Whole numbers choose the plural's form; everything else is put in as it is shown.
fn argument(value: &Value) -> FluentValue<'static> {
    value.as_i64().map_or_else(|| value.to_string().into(), FluentValue::from)
}
