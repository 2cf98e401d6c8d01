//! The Fluent catalogues under `texts/`, one folder a language: a text by its key, with its arguments
//! in place. Nothing here knows what a text is for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use sha2::{Digest as _, Sha256};
use tera::{Kwargs, State, Value};
use unic_langid::LanguageIdentifier;

use super::current;
use crate::domain::language::Language;

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<BTreeMap<Language, Bundle>> =
    LazyLock::new(|| Language::all().map(|language| (language, bundle(language))).collect());

fn bundle(language: Language) -> Bundle {
    let tag = language.tag().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    for (name, text) in catalogues(language) {
        let read = FluentResource::try_new(text).map_err(|(_, errors)| format!("{errors:?}"));
        let added = read.and_then(|texts| bundle.add_resource(texts).map_err(|errors| format!("{errors:?}")));
        if let Err(error) = added {
            tracing::error!(%language, name, error, "a catalogue cannot be read");
        }
    }
    bundle
}

/// Names one state of the catalogues, for the tags of pages that have one.
pub static BUILD: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for language in Language::all() {
        for name in language.files() {
            hash.update(language.file(&name).unwrap_or_default().as_bytes());
        }
    }
    hex::encode(hash.finalize())
});

/// Every catalogue's name and text of a language, in the order of their names.
pub(super) fn catalogues(language: Language) -> impl Iterator<Item = (String, String)> {
    let names = language.files().into_iter().filter(|name| name.strip_suffix(".ftl").is_some());
    names.filter_map(move |name| Some((name.clone(), language.file(&name)?.into_owned())))
}

/// The keys of one catalogue of a language.
#[cfg(test)]
pub fn keys_of(language: Language, name: &str) -> impl Iterator<Item = String> {
    let text = language.file(name).unwrap_or_default().into_owned();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let keys = lines.into_iter().filter(|line| line.starts_with(char::is_alphabetic));
    keys.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()))
}

/// The text without arguments of this key in the language of whom it is said to; the key itself where
/// there is none.
#[must_use]
pub fn say(key: &'static str) -> &'static str {
    match found(key, None, current().language) {
        Some(Cow::Borrowed(text)) => text,
        _ => key,
    }
}

/// The text of this key with its arguments in place, in the language of whom it is said to; the key
/// itself where there is none.
#[must_use]
pub fn with(key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    within(current().language, key, arguments)
}

/// The text of this key with its arguments in place, in this language; the key itself where there is
/// none.
#[must_use]
pub fn within(language: Language, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
    found(key, Some(&arguments), language).map_or_else(|| key.to_owned(), Cow::into_owned)
}

/// Whether there is a text of this key in this language.
#[must_use]
pub fn known(language: Language, key: &str) -> bool {
    BUNDLES.get(&language).is_some_and(|bundle| bundle.has_message(key))
}

/// A key that a language lacks is said in English: a word of another language is better than none.
fn found(key: &str, arguments: Option<&FluentArgs<'_>>, language: Language) -> Option<Cow<'static, str>> {
    let mut bundles =
        [language, Language::default()].into_iter().filter_map(|language| BUNDLES.get(&language));
    let text = bundles
        .find_map(|bundle| Some((bundle, bundle.get_message(key).and_then(|message| message.value())?)));
    let Some((bundle, pattern)) = text else {
        tracing::error!(key, "no text");
        return None;
    };
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, arguments, &mut faults);
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
    found(&key, Some(&arguments), current().language).map_or(key, Cow::into_owned)
}

/// Whole numbers choose the plural's form; everything else is put in as it is shown.
fn argument(value: &Value) -> FluentValue<'static> {
    value.as_i64().map_or_else(|| value.to_string().into(), FluentValue::from)
}
