//! The demo's account: who Sam is, and twelve weeks of Sam's training. What was trained is made by
//! the same use cases as anyone's, by a simulated person on a clock of its own.

mod training;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

pub use training::Training;

use super::athlete::{local_day, monday_of};
use super::core::Core;
use super::error::{Error, Result};
use super::precondition::IfMatch;
use super::{accounts, profiles};
use crate::clock::Clock;
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::Equipment;
use crate::domain::lifter::{Attendance, Lifter};
use crate::domain::profile::{Experience, Goal, KnownLift, Note, NoteSource, Profile, Weekday};
use crate::domain::strength::{e1rm, total_load};
use crate::storage::users;

/// The demo account's name.
pub const NAME: &str = "Sam";
/// Weeks of history.
pub const WEEKS: i64 = 12;

const SEED: u64 = 2;
const BODYWEIGHT_KG: f64 = 78.0;
/// What Sam could do before it began: exercise, external kilograms, repetitions to failure.
const KNOWN: [(&str, f64, u16); 20] = [
    ("barbell-bench-press", 72.5, 8),
    ("barbell-back-squat", 95.0, 8),
    ("barbell-deadlift", 115.0, 8),
    ("barbell-romanian-deadlift", 90.0, 10),
    ("overhead-press", 45.0, 8),
    ("barbell-row", 65.0, 10),
    ("pull-up", 0.0, 13),
    ("barbell-calf-raise", 80.0, 14),
    ("barbell-curl", 30.0, 12),
    ("dumbbell-bench-press", 26.0, 12),
    ("dumbbell-row", 30.0, 13),
    ("dumbbell-curl", 12.0, 13),
    ("dumbbell-fly", 14.0, 13),
    ("dumbbell-floor-fly", 16.0, 13),
    ("dumbbell-leg-curl", 16.0, 13),
    ("dumbbell-reverse-lunge", 20.0, 12),
    ("dumbbell-calf-raise", 30.0, 14),
    ("single-leg-dumbbell-calf-raise", 22.0, 13),
    ("lying-dumbbell-triceps-extension", 12.0, 13),
    ("hanging-knee-raise", 0.0, 14),
];
/// The texts of what Sam wrote under some of the sessions.
const REMARKS: [&str; 4] = ["demo-slept-badly", "demo-rack-taken", "demo-best-session", "demo-long-day"];

/// Words of a text by its key, in the language of whoever asks for a demo.
pub type Say = fn(&'static str) -> &'static str;

/// Makes the demo's account and its history of so many whole weeks and the days of this one in an
/// empty database, as if it were `now`, and answers its user id. Everything up to yesterday is trained;
/// today's session is planned and not begun. The clock of `core` is not used: the history has one of its
/// own. Nothing is proposed on the way, as with agents off.
pub async fn make_history(core: &Core, now: Timestamp, weeks: i64, say: Say) -> Result<String> {
    make(core, now, weeks, say, false).await
}

/// Makes an account with that history to look around in, which goes with the first of a person. The one that is
/// there already is answered as it is.
pub async fn make_sample(core: &Core, now: Timestamp, weeks: i64, say: Say) -> Result<String> {
    if let Some(there) = accounts::sample(core).await? {
        return Ok(there);
    }
    match make(core, now, weeks, say, true).await {
        Err(Error::Conflict(_)) => accounts::sample(core).await?.ok_or(Error::NotFound),
        made => made,
    }
}

async fn make(core: &Core, now: Timestamp, weeks: i64, say: Say, sample: bool) -> Result<String> {
    let today = local_day(&Profile::default(), now);
    let monday = monday_of(today);
    let began = monday.checked_sub((7 * weeks.clamp(0, 520)).days()).unwrap_or(monday);
    let profile = profile(today, say);
    let clock = Clock::fake(at_noon(began, now));
    let core = Core { clock, agents: false, ..core.clone() };
    let user = accounts::create(&core, NAME, None).await?;
    let mut write = core.write(&user.id).await?;
    if sample {
        users::mark_sample(&mut write.tx, &user.id).await?;
    }
    profiles::replace(&mut write, profile.clone(), &IfMatch::Any).await?;
    write.commit().await?;
    let lifter = lifter(&profile, &core.catalogue);
    let mut training = Training::new(core, user.id, lifter).remarking(REMARKS.map(say).to_vec());
    training.through(began, monday).await?;
    training.lifter = training.lifter.attending(Attendance::Planned { missed: 0.0 });
    training.through(monday, today).await?;
    Ok(training.user_id)
}

fn at_noon(day: Date, otherwise: Timestamp) -> Timestamp {
    day.at(12, 0, 0, 0).in_tz("UTC").map_or(otherwise, |zoned| zoned.timestamp())
}

/// Sam's profile; today is one of the training days, and others of this week are behind.
fn profile(today: Date, say: Say) -> Profile {
    let lifts = KNOWN.iter().map(|(id, weight_kg, reps)| KnownLift {
        exercise_id: (*id).to_owned(),
        weight_kg: *weight_kg,
        reps: *reps,
    });
    Profile {
        experience: Experience::Intermediate,
        goal: Goal::Hypertrophy,
        days_per_week: 4,
        weekdays: Some(weekdays(today).to_vec()),
        session_minutes: 70,
        equipment: vec![Equipment::Dumbbell, Equipment::Barbell, Equipment::Bench, Equipment::PullUpBar],
        bodyweight_kg: Some(BODYWEIGHT_KG),
        birth_year: Some(1991),
        known_lifts: lifts.collect(),
        notes: vec![Note {
            id: String::new(),
            text: say("demo-press-first").to_owned(),
            source: NoteSource::Person,
        }],
        ..Profile::default()
    }
}

fn weekdays(today: Date) -> [Weekday; 4] {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    match today.weekday() {
        jiff::civil::Weekday::Wednesday => [Monday, Wednesday, Thursday, Saturday],
        jiff::civil::Weekday::Saturday => [Monday, Tuesday, Thursday, Saturday],
        jiff::civil::Weekday::Sunday => [Tuesday, Wednesday, Friday, Sunday],
        _ => [Monday, Tuesday, Thursday, Friday],
    }
}

/// The person behind the profile: a little stronger than they wrote.
fn lifter(profile: &Profile, catalogue: &Catalogue) -> Lifter {
    let mut lifter = Lifter::typical(SEED).built(BODYWEIGHT_KG, profile.experience);
    for known in &profile.known_lifts {
        let Some(exercise) = catalogue.get(&known.exercise_id) else { continue };
        let total = total_load(known.weight_kg, profile.bodyweight_kg, exercise.bodyweight);
        if let Some(max) = total.and_then(|total| e1rm(total, known.reps.into(), None)) {
            lifter = lifter.with_strength(exercise, max * 1.02);
        }
    }
    lifter
}
