//! The catalogue as a person sees it: the embedded exercises and their own.

use super::core::{Core, Write};
use super::error::{Conflict, Error, Result};
use super::pagination::{Ask, Page};
use super::precondition::Tag;
use super::profiles;
use crate::domain::catalogue::{Catalogue, Query};
use crate::domain::exercise::Exercise;
use crate::domain::own_exercise::mint_id;
use crate::reason;
use crate::storage::profiles as storage;
use crate::storage::users::{self, Counter};

pub use crate::domain::catalogue::Query as Find;
pub use crate::domain::own_exercise::NewExercise;

/// Most exercises of one person's own.
pub const MOST_OWN: usize = 500;
/// The embedded catalogue changes only with the program.
const EMBEDDED: &str = env!("CARGO_PKG_VERSION");

/// The tag of everything in the catalogue, by one indexed read.
pub async fn current_tag(core: &Core, user_id: &str) -> Result<Tag> {
    let versions = users::versions(&mut core.read().await?, user_id).await?.ok_or(Error::NotFound)?;
    Ok(Tag::of(user_id, format_args!("exercises.{EMBEDDED}.{}", versions.catalogue_version)))
}

async fn catalogue(core: &Core, user_id: &str) -> Result<Catalogue> {
    profiles::catalogue(&core.catalogue, &mut core.read().await?, user_id).await
}

/// A page of what matches, best first. The cursor names the last exercise shown.
pub async fn list(core: &Core, user_id: &str, query: &Query<'_>, ask: &Ask) -> Result<Page<Exercise>> {
    let catalogue = catalogue(core, user_id).await?;
    let found = catalogue.search(query);
    let from = match ask.after.as_str() {
        "" => 0,
        // Exercises are added and never taken away: the last one shown is still found.
        last => found
            .iter()
            .position(|exercise| exercise.id == last)
            .map(|at| at + 1)
            .ok_or_else(|| Error::field("?cursor", "invalid", reason!("input_cursor_of_search")))?,
    };
    let limit = usize::try_from(ask.limit).unwrap_or(0);
    let rows = found.into_iter().skip(from).take(limit + 1).cloned().collect();
    Ok(Page::of(rows, ask, |exercise: &Exercise| &exercise.id))
}

/// One exercise.
pub async fn get(core: &Core, user_id: &str, id: &str) -> Result<Exercise> {
    catalogue(core, user_id).await?.get(id).cloned().ok_or(Error::NotFound)
}

/// Adds an exercise of the person's own. Everything that rests on the catalogue moves its tag.
pub async fn add(write: &mut Write, new: NewExercise) -> Result<Exercise> {
    let errors = new.check();
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    let user_id = write.user_id.clone();
    let catalogue = profiles::catalogue(&write.core.catalogue, &mut write.tx, &user_id).await?;
    if catalogue.iter().filter(|exercise| exercise.own).count() >= MOST_OWN {
        let reason = reason!("conflict_too_many_exercises", most = MOST_OWN);
        return Err(Conflict::new("too-many-exercises", reason).into());
    }
    let id = mint_id(&new.name, |id| catalogue.get(id).is_some());
    let exercise = new.into_exercise(id);
    let now = write.core.clock.now();
    storage::insert_own_exercise(&mut write.tx, &user_id, &exercise, now).await?;
    users::bump(&mut write.tx, &user_id, Counter::Catalogue).await?;
    Ok(exercise)
}

/// What may replace an exercise for this person, closest first.
pub async fn alternatives(core: &Core, user_id: &str, id: &str) -> Result<Vec<Exercise>> {
    let mut conn = core.read().await?;
    let profile = profiles::load(&mut conn, user_id).await?.profile;
    let catalogue = profiles::catalogue(&core.catalogue, &mut conn, user_id).await?;
    if catalogue.get(id).is_none() {
        return Err(Error::NotFound);
    }
    Ok(catalogue.alternatives(id, &profile).into_iter().take(12).cloned().collect())
}
