//! The profile: read, replaced as a whole under If-Match.

use std::collections::HashSet;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::core::{Core, Write};
use super::error::{Error, FieldError, Result};
use super::precondition::{IfMatch, Tag};
use super::safety;
use crate::domain::catalogue::Catalogue;
use crate::domain::profile::{NoteSource, Profile};
use crate::reason;
use crate::storage::{Conn, Tx, bodyweights, profiles as storage, users};

/// The profile as answered.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VersionedProfile {
    /// Every field.
    #[serde(flatten)]
    pub profile: Profile,
    /// From 1; moves with every change.
    pub version: i64,
}

impl VersionedProfile {
    /// Its entity tag, for the person whose it is.
    #[must_use]
    pub fn tag(&self, user_id: &str) -> Tag {
        tag(user_id, self.version)
    }
}

/// The tag of a version of a person's profile.
#[must_use]
pub fn tag(user_id: &str, version: i64) -> Tag {
    Tag::of(user_id, format_args!("profile.{version}"))
}

/// The default profile of a new account.
pub async fn insert_default(tx: &mut Tx, user_id: &str, now: Timestamp) -> Result<()> {
    Ok(storage::insert(tx, user_id, &Profile::default(), now).await?)
}

/// The profile, inside a read or a write.
pub async fn load(conn: &mut Conn, user_id: &str) -> Result<VersionedProfile> {
    let (profile, version) = storage::get(conn, user_id).await?.ok_or(Error::NotFound)?;
    Ok(VersionedProfile { profile, version })
}

/// The profile.
pub async fn get(core: &Core, user_id: &str) -> Result<VersionedProfile> {
    load(&mut core.read().await?, user_id).await
}

/// The current tag, by one indexed read.
pub async fn current_tag(core: &Core, user_id: &str) -> Result<Tag> {
    let versions = users::versions(&mut core.read().await?, user_id).await?.ok_or(Error::NotFound)?;
    Ok(tag(user_id, versions.profile_version))
}

/// Replaces the profile. Fields out of range are refused, all at once; notes without an id get one.
/// A red flag in what is newly said locks.
pub async fn replace(write: &mut Write, profile: Profile, if_match: &IfMatch) -> Result<VersionedProfile> {
    let before = load(&mut write.tx, &write.user_id).await?;
    if_match.honour(&before.tag(&write.user_id))?;
    let catalogue = catalogue(&write.core.catalogue, &mut write.tx, &write.user_id).await?;
    let mut profile = profile.tidied();
    check(&profile, &catalogue)?;
    for note in profile.notes.iter_mut().filter(|note| note.id.is_empty()) {
        note.id = write.core.clock.new_id();
    }
    let now = write.core.clock.now();
    storage::update(&mut write.tx, &write.user_id, &profile, now).await?;
    for text in newly_said(&before.profile, &profile) {
        safety::heed(write, text).await?;
    }
    if let Some(kg) = profile.bodyweight_kg.filter(|_| profile.bodyweight_kg != before.profile.bodyweight_kg)
    {
        // The log says the same as the profile, so that today's sets carry it.
        let today = now.to_zoned(profile.zone()).date();
        bodyweights::put(&mut write.tx, &write.user_id, today, kg).await?;
    }
    Ok(VersionedProfile { profile, version: before.version + 1 })
}

/// What the person says of themselves that was not there before; a flag that is resolved is not
/// raised again by what still stands.
fn newly_said<'p>(before: &'p Profile, after: &'p Profile) -> Vec<&'p str> {
    let known: HashSet<&str> = own_words(before).collect();
    own_words(after).filter(|text| !known.contains(text)).collect()
}

/// What the person wrote of themselves: notes of limitations, and their own notes.
fn own_words(profile: &Profile) -> impl Iterator<Item = &str> {
    let limitations = profile.limitations.iter().filter_map(|limitation| limitation.note.as_deref());
    let own = profile.notes.iter().filter(|note| note.source == NoteSource::Person);
    limitations.chain(own.map(|note| note.text.as_str()))
}

/// Whether null is a value of this field of a profile, which a profile keeps as it reads it; elsewhere it is as if the
/// field were missing.
pub(super) fn can_be_null(name: &str) -> bool {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(Profile::default()) else { return false };
    fields.insert(name.to_owned(), Value::Null);
    let kept = serde_json::from_value::<Profile>(fields.into()).and_then(serde_json::to_value);
    kept.is_ok_and(|kept| kept.get(name).is_none_or(Value::is_null))
}

fn check(profile: &Profile, catalogue: &Catalogue) -> Result<()> {
    let mut errors: Vec<FieldError> = profile.check();
    for (at, lift) in profile.known_lifts.iter().enumerate() {
        if catalogue.get(&lift.exercise_id).is_none() {
            let pointer = format!("/known_lifts/{at}/exercise_id");
            errors.push(FieldError::new(pointer, "unknown_exercise", reason!("input_no_such_exercise")));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
}

/// The embedded catalogue with the person's own exercises.
pub async fn catalogue(base: &Catalogue, conn: &mut Conn, user_id: &str) -> Result<Catalogue> {
    Ok(base.with_own(storage::own_exercises(conn, user_id).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_is_a_value_where_a_profile_keeps_it() {
        let nullable = ["weekdays", "bodyweight_kg", "birth_year", "language"];
        for name in nullable {
            assert!(can_be_null(name), "{name}");
        }
        for name in ["units", "split_preference", "split", "notes", "goal", "days_per_week", "no_such_field"]
        {
            assert!(!can_be_null(name), "{name}");
        }
    }
}
