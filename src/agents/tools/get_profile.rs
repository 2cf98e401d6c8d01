//! getProfile.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::Scope;
use super::bounded::{CUT_MARK, LONG_TEXT, MOST_RESULT, shorten_text};
use super::spec::ReadTool;
use crate::agents::roster::Agent;
use crate::domain::profile::Profile;
use crate::service::profiles::{self, VersionedProfile};
use crate::service::{Error, Result};

/// Reads the person's profile. Call it before you propose a plan or a change of the profile. An answer
/// at the start of a turn that holds notes alone is not the profile; older_notes counts what it leaves out.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {}

/// Bytes of the profile itself, beside its version and what is said of a cut.
const ROOM: usize = MOST_RESULT - 300;
/// Characters of a text where the usual length is not short enough.
const SHORTEST_TEXT: usize = 20;
const CUT: &str = "Texts were shortened, the oldest notes left out; more exists. \
    A list that is sent back leaves what is cut here as it was.";

/// getProfile.
pub struct GetProfile;

impl ReadTool for GetProfile {
    type Args = Args;
    const NAME: &'static str = "getProfile";
    const AGENTS: &'static [Agent] = &[Agent::Coach];

    /// The profile with its version.
    async fn answer(scope: &Scope<'_>, _args: Args) -> Result<Value> {
        let VersionedProfile { profile, version } = profiles::get(scope.core, scope.user_id).await?;
        let told = shortened(&profile);
        let (cut, older) = (told != profile, profile.notes.len() - told.notes.len());
        let mut value = serde_json::to_value(VersionedProfile { profile: told, version })?;
        let fields = value.as_object_mut().ok_or(Error::NotFound)?;
        if cut {
            fields.insert(CUT_MARK.to_owned(), CUT.into());
        }
        if older > 0 {
            fields.insert("older_notes".to_owned(), older.into());
        }
        Ok(value)
    }
}

/// A profile as it is told: of one that is too long texts are shortened, then the oldest notes are left
/// out, then the first known lifts. A change of it keeps what was not told.
#[must_use]
pub fn shortened(profile: &Profile) -> Profile {
    let mut told = profile.clone();
    if fits(&told) {
        return told;
    }
    shorten(&mut told, LONG_TEXT);
    while told.notes.len() > 1 && !fits(&told) {
        told.notes.remove(0);
    }
    if !fits(&told) {
        shorten(&mut told, SHORTEST_TEXT);
    }
    while told.known_lifts.len() > 1 && !fits(&told) {
        told.known_lifts.remove(0);
    }
    told
}

fn fits(profile: &Profile) -> bool {
    serde_json::to_string(profile).is_ok_and(|text| text.len() <= ROOM)
}

fn shorten(profile: &mut Profile, most: usize) {
    let limitations = profile.limitations.iter_mut().filter_map(|limitation| limitation.note.as_mut());
    let notes = profile.notes.iter_mut().map(|note| &mut note.text);
    limitations.chain(notes).for_each(|text| shorten_text(text, most));
}
