//! The languages that Spotter speaks: one folder each under `texts/`, and nothing else names them.
//! What is said in them is the matter of `wording`; the names of exercises in each, which searching
//! needs, are read by the catalogue.

use std::borrow::Cow;
use std::sync::LazyLock;

use rust_embed::Embed;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Every file under `texts/`, as `de/coach.ftl`.
#[derive(Embed)]
#[folder = "texts/"]
struct Texts;

/// The tag of the language that every other is measured by, and that is spoken where none is chosen.
const FIRST: &str = "en";

/// The folders' names, English first.
static TAGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut tags: Vec<String> =
        Texts::iter().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
    tags.sort_by_key(|tag| (tag != FIRST, tag.clone()));
    tags.dedup();
    tags.into_iter().map(|tag| &*tag.leak()).collect()
});

/// A language that there is a folder of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(&'static str);

impl Default for Language {
    fn default() -> Self {
        Self(FIRST)
    }
}

impl Language {
    /// Every language, English first.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        TAGS.iter().map(|tag| Self(tag))
    }

    /// Its tag (BCP 47): `en`, `de`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.0
    }

    /// The language of a tag; regions and scripts of it (`de-CH`, `es_MX`) are the language itself.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::all().find(|language| language.tag() == primary)
    }

    /// The first language of an Accept-Language header that there is, by its weights (RFC 9110,
    /// section 12.5.4); English where none of them is spoken.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut asked: Vec<(f64, &str)> = header.split(',').filter_map(weighted).collect();
        asked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        asked.into_iter().find_map(|(_, tag)| Self::parse(tag)).unwrap_or_default()
    }

    /// The text of a file of its folder.
    #[must_use]
    pub fn file(self, name: &str) -> Option<Cow<'static, str>> {
        let file = Texts::get(&format!("{}/{name}", self.0))?;
        Some(match file.data {
            Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
            Cow::Owned(bytes) => String::from_utf8_lossy(&bytes).into_owned().into(),
        })
    }

    /// The names of the files of its folder, in their order.
    #[must_use]
    pub fn files(self) -> Vec<String> {
        let within = format!("{}/", self.0);
        let mut names: Vec<String> =
            Texts::iter().filter_map(|path| path.strip_prefix(&within).map(str::to_owned)).collect();
        names.sort_unstable();
        names
    }
}

/// `de;q=0.8` as weight and tag; what is not wanted (`q=0`) or cannot be read is none.
fn weighted(part: &str) -> Option<(f64, &str)> {
    let (tag, rest) = part.split_once(';').unwrap_or((part, ""));
    let weight = rest.trim().strip_prefix("q=").map_or(Some(1.0), |weight| weight.trim().parse().ok())?;
    (weight > 0.0).then_some((weight, tag.trim()))
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let tag = Cow::<'_, str>::deserialize(from)?;
        Self::all().find(|language| language.tag() == tag).ok_or_else(|| {
            let known: Vec<_> = Self::all().map(|language| language.to_string()).collect();
            de::Error::invalid_value(Unexpected::Str(&tag), &known.join(", ").as_str())
        })
    }
}

impl JsonSchema for Language {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Language".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": TAGS.as_slice() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_first_and_every_folder_is_a_language() {
        let tags: Vec<_> = Language::all().map(Language::tag).collect();
        assert_eq!(tags.first(), Some(&"en"));
        assert!(tags.contains(&"de") && tags.contains(&"es"), "{tags:?}");
    }

    #[test]
    fn what_a_browser_accepts_is_found_by_its_weights() {
        for (header, tag) in [
            ("de", "de"),
            ("de-CH,de;q=0.9,en;q=0.8", "de"),
            ("fr, es-MX;q=0.7, en;q=0.3", "es"),
            ("en;q=0.2, ES;q=0.9", "es"),
            ("de;q=0, es", "es"),
            ("fr,ja", "en"),
            ("", "en"),
            (";;,q=1,de;q=x,*", "en"),
        ] {
            assert_eq!(Language::accepted(header).tag(), tag, "{header}");
        }
    }

    #[test]
    fn an_unknown_language_is_refused_by_name() {
        let error = serde_json::from_str::<Language>("\"fr\"").unwrap_err().to_string();
        assert!(error.contains("\"fr\"") && error.contains("de, "), "{error}");
        assert_eq!(serde_json::from_str::<Language>("\"es\"").unwrap().tag(), "es");
    }
}
