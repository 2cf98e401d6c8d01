//! updateProfile (gated): a change of the profile.

mod card;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::base::Base;
use super::bounded::is_shortened;
use super::card::{Card, EditableField, Edits};
use super::choice::Choice;
use super::get_profile::shortened;
use super::spec::{Call, WriteTool};
use crate::agents::roster::Agent;
use crate::domain::exercise::{Contraindication, Equipment};
use crate::domain::profile::{
    Experience, Goal, KnownLift, Limitation, Note, NoteSource, Profile, Spared, SplitPreference, Units,
    Weekday,
};
use crate::domain::rules::Author;
use crate::domain::strength::e1rm;
use crate::reason;
use crate::service::precondition::IfMatch;
use crate::service::{Error, Result, Write, profiles};
use crate::storage::sessions::Session;
use card::{ProfileChange, ProfilePreview};

/// The most that an agent may write down as a known lift, brought to one repetition, kilograms.
const MOST_LIFT_KG: f64 = 300.0;

/// Proposes a change of the profile; the person decides. Give only what changes, null for the rest.
/// A list replaces the whole list: read it with getProfile first and keep what stays. What getProfile
/// shortened or left out stays by itself.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {
    /// Training experience.
    pub experience: Option<Experience>,
    /// What for.
    pub goal: Option<Goal>,
    /// Training days a week.
    #[schemars(range(min = 2, max = 6))]
    pub days_per_week: Option<u8>,
    /// As many as days_per_week.
    #[schemars(length(max = 6))]
    pub weekdays: Option<Vec<Weekday>>,
    /// Minutes for a session.
    #[schemars(range(min = 20, max = 180))]
    pub session_minutes: Option<u16>,
    /// All equipment at hand.
    #[schemars(length(max = 20))]
    pub equipment: Option<Vec<Equipment>>,
    /// Preferred split.
    pub split_preference: Option<SplitPreference>,
    /// Bodyweight in kilograms.
    #[schemars(range(min = 20.0, max = 400.0))]
    pub bodyweight_kg: Option<f64>,
    /// Year of birth.
    #[schemars(range(min = 1900, max = 2100))]
    pub birth_year: Option<i16>,
    /// Units for display.
    pub units: Option<Units>,
    /// Such as Europe/Berlin (IANA).
    #[schemars(length(max = 64))]
    pub time_zone: Option<String>,
    /// What to spare, all of it.
    #[schemars(length(max = 20))]
    pub limitations: Option<Vec<LimitationArg>>,
    /// All lifts to start from.
    #[schemars(length(max = 50))]
    pub known_lifts: Option<Vec<KnownLift>>,
    /// All standing notes.
    #[schemars(length(max = 50))]
    pub notes: Option<Vec<NoteArg>>,
    /// One sentence for the person.
    #[schemars(length(max = 300))]
    pub reason: Option<String>,
}

/// A body part or state to spare. Movement patterns that the person spares stay as they are: there
/// are many, and they are the person's own to set.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitationArg {
    /// What is spared.
    pub pattern: Contraindication,
    /// In the person's own words.
    #[schemars(length(max = 500))]
    pub note: Option<String>,
}

/// A standing note.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteArg {
    /// Its id; null for a new one.
    #[schemars(length(max = 64))]
    pub id: Option<String>,
    /// What to keep in mind.
    #[schemars(length(min = 1, max = 500))]
    pub text: String,
}

/// updateProfile.
pub struct UpdateProfile;

impl WriteTool for UpdateProfile {
    type Args = Args;
    type Preview = ProfilePreview;
    const NAME: &'static str = "updateProfile";
    const AGENTS: &'static [Agent] = &[Agent::Coach];
    // Lifts are named by ids that were read.
    const CHOICES: &'static [(&'static str, Choice)] = &[];
    const SEEN_AT: Option<&'static str> = Some("/settings");

    /// The profile and its version.
    async fn base(write: &mut Write, _session: Option<&str>) -> Result<Base> {
        let version = profiles::load(&mut write.tx, &write.user_id).await?.version;
        Ok(Base { resource: "profile".to_owned(), version: version.to_string(), session: None })
    }

    /// Every field that changes, before and after.
    async fn preview(write: &mut Write, _call: Call<'_>, args: &Args) -> Result<ProfilePreview> {
        let before = profiles::load(&mut write.tx, &write.user_id).await?.profile;
        let after = changed(before.clone(), args);
        let (old, new) = (fields(&before)?, fields(&after)?);
        let changes: Vec<ProfileChange> = new
            .into_iter()
            .filter(|(field, to)| old.get(field) != Some(to))
            .map(|(field, to)| ProfileChange {
                from: old.get(&field).cloned().unwrap_or_default(),
                field,
                to,
            })
            .collect();
        if changes.is_empty() {
            return Err(Error::field("", "no_change", reason!("input_same_profile")));
        }
        Ok(ProfilePreview { changes, reason: args.reason.clone() })
    }

    /// Replaces the profile; the same rules as for a person's own change.
    async fn perform(
        write: &mut Write,
        call: Call<'_>,
        _found: Option<Session>,
        args: Args,
    ) -> Result<Value> {
        let before = profiles::load(&mut write.tx, &write.user_id).await?.profile;
        check_lifts(&before, call.author, &args)?;
        let after = profiles::replace(write, changed(before, &args), &IfMatch::Any).await?;
        Ok(json!({"profile_version": after.version}))
    }

    fn card(preview: ProfilePreview, units: Units) -> Card {
        card::card(&preview, units)
    }

    /// What changes, each of which can be left out.
    fn fields(args: &Value, _units: Units) -> Vec<EditableField> {
        let all = args.as_object().into_iter().flatten();
        let changes = all.filter(|(name, value)| *name != "reason" && !value.is_null());
        let field = |name: &String| EditableField {
            name: name.clone(),
            label: card::name(name),
            value: String::new(),
            unit: "",
        };
        changes.map(|(name, _)| field(name)).collect()
    }

    fn edit(args: &mut Value, edits: &Edits<'_>, _units: Units) {
        let kept: Vec<&str> = edits.all("keep").collect();
        if let Some(fields) = args.as_object_mut() {
            for (name, value) in fields.iter_mut() {
                if name != "reason" && !kept.contains(&name.as_str()) {
                    *value = Value::Null;
                }
            }
        }
    }
}

fn fields(profile: &Profile) -> Result<Map<String, Value>> {
    let value = serde_json::to_value(profile)?;
    Ok(if let Value::Object(fields) = value { fields } else { Map::new() })
}

/// Loads follow from a known lift, so what an agent writes down has a bound; a person's own has not.
fn check_lifts(before: &Profile, author: Author, args: &Args) -> Result<()> {
    if author == Author::Person {
        return Ok(());
    }
    for (at, lift) in args.known_lifts.iter().flatten().enumerate() {
        let single = e1rm(lift.weight_kg, lift.reps.into(), None).unwrap_or(lift.weight_kg);
        if single > MOST_LIFT_KG && !before.known_lifts.contains(lift) {
            let pointer = format!("/known_lifts/{at}/weight_kg");
            return Err(Error::field(pointer, "load_cap", reason!("input_lift_by_hand")));
        }
    }
    Ok(())
}

macro_rules! take {
    ($profile:ident, $args:ident, $($field:ident),+) => {
        $(if let Some(value) = &$args.$field { $profile.$field = value.clone(); })+
    };
}

fn changed(mut profile: Profile, args: &Args) -> Profile {
    let before = profile.clone();
    if args.days_per_week.is_some_and(|days| days != profile.days_per_week) {
        profile.weekdays = None;
    }
    take!(
        profile,
        args,
        experience,
        goal,
        days_per_week,
        session_minutes,
        equipment,
        split_preference,
        units,
        time_zone
    );
    profile.weekdays = args.weekdays.clone().or(profile.weekdays);
    profile.bodyweight_kg = args.bodyweight_kg.or(profile.bodyweight_kg);
    profile.birth_year = args.birth_year.or(profile.birth_year);
    if let Some(limitations) = &args.limitations {
        profile.limitations.retain(|kept| matches!(kept.pattern, Spared::Movement(_)));
        profile.limitations.extend(limitations.iter().map(|arg| spared(&before.limitations, arg)));
    }
    if let Some(lifts) = &args.known_lifts {
        let sent = |one: &KnownLift| lifts.iter().any(|lift| lift.exercise_id == one.exercise_id);
        let untold = untold(&before.known_lifts, shortened(&before).known_lifts.len());
        profile.known_lifts = untold.iter().filter(|one| !sent(one)).chain(lifts).cloned().collect();
    }
    if let Some(notes) = &args.notes {
        let sent = |one: &&Note| notes.iter().any(|note| note.id.as_ref() == Some(&one.id));
        let untold = untold(&before.notes, shortened(&before).notes.len()).iter().filter(|one| !sent(one));
        let sent = notes.iter().map(|note| kept_or_new(&before.notes, note));
        profile.notes = untold.cloned().chain(sent).collect();
    }
    profile
}

/// The first entries of a list, of which so many at its end are told. Nobody meant to take them away.
fn untold<T>(all: &[T], told: usize) -> &[T] {
    all.get(..all.len().saturating_sub(told)).unwrap_or_default()
}

/// What is spared; a note that was told shortened is the note itself.
fn spared(before: &[Limitation], arg: &LimitationArg) -> Limitation {
    let pattern = Spared::Body(arg.pattern);
    let cut = |whole: &&str| arg.note.as_deref().is_some_and(|note| is_shortened(note, whole));
    let same = before.iter().filter(|known| known.pattern == pattern);
    let whole = same.filter_map(|known| known.note.as_deref()).find(cut).map(str::to_owned);
    Limitation { pattern, note: whole.or_else(|| arg.note.clone()) }
}

/// A note that is known keeps its author, and its text if it was told shortened; a new one is the coach's.
fn kept_or_new(notes: &[Note], note: &NoteArg) -> Note {
    let id = note.id.clone().unwrap_or_default();
    let same = |text: &str| text == note.text || is_shortened(&note.text, text);
    let known = notes.iter().find(|known| known.id == id && same(&known.text));
    known.cloned().unwrap_or_else(|| Note {
        id: String::new(),
        text: note.text.clone(),
        source: NoteSource::Coach,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agents::tools::card::typed;
    use crate::agents::tools::{ToolSpec, conform};
    use crate::domain::exercise::Pattern;

    fn full() -> Profile {
        let text = |n: usize| format!("{n} {}", "Tränk \"gut\" & schlaf. ".repeat(20));
        let source = NoteSource::Person;
        let note = |n: usize| Note { id: format!("{n:036}"), text: text(n), source };
        let spare = |pattern| Limitation { pattern: Spared::Body(pattern), note: Some("😀".repeat(500)) };
        let lift = |n: usize| KnownLift { exercise_id: format!("{n:064}"), weight_kg: 20.0, reps: 5 };
        Profile {
            notes: (0..50).map(note).collect(),
            limitations: vec![spare(Contraindication::Knee), spare(Contraindication::Wrist)],
            known_lifts: (0..50).map(lift).collect(),
            ..Profile::default()
        }
    }

    /// What an agent that keeps every list as it read it proposes.
    fn sent_back(read: &Profile) -> Args {
        let note = |n: &Note| NoteArg { id: Some(n.id.clone()), text: n.text.clone() };
        let spared = |one: &Limitation| match one.pattern {
            Spared::Body(pattern) => LimitationArg { pattern, note: one.note.clone() },
            Spared::Movement(_) => unreachable!(),
        };
        Args {
            notes: Some(read.notes.iter().map(note).collect()),
            limitations: Some(read.limitations.iter().map(spared).collect()),
            known_lifts: Some(read.known_lifts.clone()),
            ..serde_json::from_value(json!({})).unwrap()
        }
    }

    #[test]
    fn lists_that_were_read_cut_and_are_sent_back_change_nothing() {
        let profile = full();
        let read = shortened(&profile);
        assert!(read.notes.len() < 50 && read.notes.last().unwrap().id == profile.notes[49].id, "the newest");
        assert_eq!(changed(profile.clone(), &sent_back(&read)), profile);
    }

    #[test]
    fn a_note_that_was_told_can_go_and_a_new_one_come_beside_those_that_were_not() {
        let profile = full();
        let mut args = sent_back(&shortened(&profile));
        let notes = args.notes.as_mut().unwrap();
        notes.pop();
        notes.push(NoteArg { id: None, text: "new".to_owned() });
        let after = changed(profile.clone(), &args).notes;
        assert_eq!(after[..49], profile.notes[..49]);
        assert_eq!((after.len(), after[49].text.as_str()), (50, "new"));
    }

    #[test]
    fn a_list_of_body_parts_leaves_the_spared_movements_alone() {
        let mut profile = Profile::default();
        let spare = |pattern| Limitation { pattern, note: None };
        profile.limitations =
            vec![spare(Spared::Body(Contraindication::Knee)), spare(Spared::Movement(Pattern::Hinge))];
        let given = json!({"limitations": [{"pattern": "wrist", "note": null}]});
        let args =
            serde_json::from_value(conform(ToolSpec::named("updateProfile").unwrap(), &given).unwrap())
                .unwrap();
        let spared: Vec<_> =
            changed(profile, &args).limitations.iter().map(|kept| kept.pattern.as_str()).collect();
        assert_eq!(spared, ["hinge", "wrist"]);
    }

    #[test]
    fn of_a_profile_only_what_is_kept_changes() {
        let mut args = json!({"goal": "strength", "days_per_week": 4, "units": null, "reason": "asked"});
        let names: Vec<_> =
            UpdateProfile::fields(&args, Units::Kg).into_iter().map(|field| field.name).collect();
        assert_eq!(names, ["goal", "days_per_week"]);
        UpdateProfile::edit(&mut args, &Edits(&typed(&[("keep", "goal")])), Units::Kg);
        assert_eq!(
            args,
            json!({"goal": "strength", "days_per_week": null, "units": null, "reason": "asked"})
        );
    }
}
