//! How training goes: this week's sets for each muscle against its band, lifts and their estimated
//! maxima, the streak. Read from running totals, so it costs the same after ten years.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::adherence::{Planned, adherence};
use super::athlete::Athlete;
use super::core::Core;
use super::error::{Error, Result};
use super::plans;
use super::precondition::Tag;
use super::profiles;
use crate::domain::exercise::{Muscle, vocabulary};
use crate::domain::plan_math;
use crate::domain::progression::{self, RangeKey};
use crate::domain::session::{LoadPoint, RecordKind};
use crate::storage::totals::{self, ExerciseBest, ExerciseDay, ExerciseWeek};
use crate::storage::{Conn, sessions, users};

pub use super::adherence::Adherence;

/// Lifts shown, the last trained first.
const LIFTS: i64 = 12;
/// Days of trend shown at most.
const TREND_DAYS: i64 = 7 * 26;
/// Weeks that are read one by one for the streak; longer ones are counted by the year.
const STREAK_WEEKS: i64 = 10;
/// The newest points of a lift in the summary; the exercise itself shows them all.
const SUMMARY_POINTS: i64 = 12;

vocabulary! {
    /// How a week's sets stand against the band.
    BandStatus { None = "none", Under = "under", InRange = "in_range", Over = "over" }
}

/// One muscle's week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MuscleWeek {
    /// Which muscle.
    pub muscle: Muscle,
    /// Hard sets; one for a primary muscle, half for a secondary.
    pub sets: f64,
    /// Fewest to aim at; 0 for a muscle without a target of its own.
    pub target_min: f64,
    /// Most to aim at.
    pub target_max: f64,
    /// How it stands.
    pub status: BandStatus,
}

/// A point of a trend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TrendPoint {
    /// The person's own day.
    pub date: Date,
    /// Kilograms.
    pub e1rm_kg: f64,
}

/// One lift.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Lift {
    /// Which exercise.
    pub exercise_id: String,
    /// Its name.
    pub name: String,
    /// The newest estimate, kilograms of total load.
    pub e1rm_kg: Option<f64>,
    /// The best of each day, oldest first; in the summary the newest twelve days.
    pub trend: Vec<TrendPoint>,
    /// The load that stands for it.
    pub next: Option<LoadPoint>,
}

/// An all-time best.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Best {
    /// Which exercise.
    pub exercise_id: String,
    /// Its name.
    pub name: String,
    /// `e1rm` or `weight`.
    pub kind: RecordKind,
    /// Kilograms.
    pub value: f64,
    /// The day of it.
    pub date: Option<Date>,
}

/// The whole summary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Progress {
    /// The Monday of the person's week.
    pub week_start: Date,
    /// Sessions completed in it.
    pub sessions_completed: i64,
    /// Weeks in a row with a session, up to this one or the last.
    pub streak_weeks: i64,
    /// Planned and trained, over the last four full weeks.
    pub adherence: Adherence,
    /// Load times repetitions of the week, kilograms.
    pub volume_kg: f64,
    /// Every muscle.
    pub muscles: Vec<MuscleWeek>,
    /// Lifts trained last.
    pub lifts: Vec<Lift>,
    /// All-time bests of these lifts.
    pub records: Vec<Best>,
}

/// The current tag of the summary, by one indexed read: the plan's, and the logged sets.
pub async fn current_tag(core: &Core, user_id: &str) -> Result<Tag> {
    let versions = users::versions(&mut core.read().await?, user_id).await?.ok_or(Error::NotFound)?;
    let plan = plans::tag(core, user_id, &versions);
    Ok(plan.under(format_args!("progress.{}", versions.totals_version)))
}

/// The current tag of the progress of one exercise, which must be there.
pub async fn exercise_tag(core: &Core, user_id: &str, exercise_id: &str) -> Result<Tag> {
    if core.catalogue.get(exercise_id).is_none() {
        let own = profiles::catalogue(&core.catalogue, &mut core.read().await?, user_id).await?;
        own.get(exercise_id).ok_or(Error::NotFound)?;
    }
    current_tag(core, user_id).await
}

/// The summary of a person's current week.
pub async fn summary(core: &Core, user_id: &str) -> Result<Progress> {
    let mut conn = core.read().await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    let monday = athlete.this_monday();
    let week = totals::week(&mut conn, user_id, monday).await?;
    // Who travels west may have trained in a week that is still to come there.
    let trained = sessions::weeks_trained(&mut conn, user_id, monday, STREAK_WEEKS).await?;
    let streak_weeks = streak_weeks(&mut conn, user_id, &trained, monday).await?;
    let first = sessions::first_week(&mut conn, user_id).await?;
    let plan = plans::standing_of(&mut conn, user_id, &athlete).await?.doc;
    let bests = totals::recent_bests(&mut conn, user_id, LIFTS).await?;
    let ids: Vec<&str> = bests.iter().map(|best| best.exercise_id.as_str()).collect();
    let lifts = lifts(&mut conn, user_id, &athlete, &ids, SUMMARY_POINTS).await?;
    Ok(Progress {
        week_start: monday,
        sessions_completed: trained
            .first()
            .filter(|(week, _)| *week == monday)
            .map_or(0, |(_, count)| *count),
        streak_weeks,
        adherence: adherence(&trained, first, monday, &Planned::of(&plan, athlete.joined)),
        volume_kg: week.iter().fold(0.0, |sum, exercise| sum + exercise.volume_kg),
        muscles: muscles(&week, &athlete),
        lifts,
        records: bests.iter().flat_map(|best| records(best, &athlete)).collect(),
    })
}

/// Progress of one exercise.
pub async fn exercise(core: &Core, user_id: &str, exercise_id: &str) -> Result<Lift> {
    let mut conn = core.read().await?;
    let athlete = Athlete::load(&mut conn, core, user_id).await?;
    if athlete.catalogue.get(exercise_id).is_none() {
        return Err(Error::NotFound);
    }
    let found = lifts(&mut conn, user_id, &athlete, &[exercise_id], TREND_DAYS).await?;
    found.into_iter().next().ok_or(Error::NotFound)
}

/// Lifts in this order, each with so many points at most.
async fn lifts(
    conn: &mut Conn,
    user_id: &str,
    athlete: &Athlete,
    ids: &[&str],
    points: i64,
) -> Result<Vec<Lift>> {
    let since = athlete.today.checked_sub(TREND_DAYS.days()).unwrap_or(athlete.today);
    let days = totals::last_days(conn, user_id, ids, since, points).await?;
    let days_of = |id: &str| days.get(id).map(Vec::as_slice).unwrap_or_default();
    Ok(ids.iter().map(|id| lift(athlete, id, days_of(id))).collect())
}

fn lift(athlete: &Athlete, exercise_id: &str, days: &[ExerciseDay]) -> Lift {
    let trend: Vec<TrendPoint> = days
        .iter()
        .filter_map(|day| day.e1rm_kg.map(|e1rm_kg| TrendPoint { date: day.day, e1rm_kg }))
        .collect();
    Lift {
        exercise_id: exercise_id.to_owned(),
        name: name(athlete, exercise_id),
        e1rm_kg: trend.last().map(|point| point.e1rm_kg),
        trend,
        next: next(athlete, exercise_id),
    }
}

fn name(athlete: &Athlete, exercise_id: &str) -> String {
    athlete.catalogue.get(exercise_id).map_or_else(|| exercise_id.to_owned(), |found| found.name.clone())
}

/// The load of the range that was lifted last.
fn next(athlete: &Athlete, exercise_id: &str) -> Option<LoadPoint> {
    let exercise = athlete.catalogue.get(exercise_id)?;
    let spec = athlete.loads(exercise);
    let own = athlete.states.iter().filter(|(key, _): &(&RangeKey, _)| key.exercise_id == exercise_id);
    let (_, state) = own.max_by_key(|(_, state)| state.last_at)?;
    Some(progression::current(&athlete.read_today(state), &athlete.context(exercise, &spec)).point)
}

/// The streak: the newest weeks one by one, older ones a year at a time, so that ten years of it are
/// read as fast as ten weeks.
async fn streak_weeks(conn: &mut Conn, user_id: &str, trained: &[(Date, i64)], monday: Date) -> Result<i64> {
    let mut weeks = streak(trained, monday);
    let Some((oldest, _)) = trained.last().filter(|_| weeks >= STREAK_WEEKS) else { return Ok(weeks) };
    let mut oldest = *oldest;
    for (year, count) in sessions::weeks_by_year(conn, user_id, oldest).await? {
        let last = oldest.checked_sub(7.days()).unwrap_or(oldest);
        if year.parse() != Ok(last.year()) {
            break;
        }
        let mondays = (i64::from(last.day_of_year()) - 1) / 7 + 1;
        if count < mondays {
            let found = sessions::weeks_trained(conn, user_id, last, mondays).await?;
            let goes_on = found.first().is_some_and(|(week, _)| *week == last);
            return Ok(weeks + if goes_on { streak(&found, last) } else { 0 });
        }
        weeks += mondays;
        oldest = last.checked_sub((7 * (mondays - 1)).days()).unwrap_or(last);
    }
    Ok(weeks)
}

fn streak(trained: &[(Date, i64)], monday: Date) -> i64 {
    let mut expected = monday;
    let mut weeks = 0;
    for (week, _) in trained {
        // The current week may still be empty without breaking the streak.
        if weeks == 0 && *week < expected {
            expected = expected.checked_sub(7.days()).unwrap_or(expected);
        }
        if *week != expected {
            break;
        }
        weeks += 1;
        expected = expected.checked_sub(7.days()).unwrap_or(expected);
    }
    weeks
}

fn muscles(week: &[ExerciseWeek], athlete: &Athlete) -> Vec<MuscleWeek> {
    let mut sets: BTreeMap<Muscle, f64> = BTreeMap::new();
    for done in week {
        let Some(exercise) = athlete.catalogue.get(&done.exercise_id) else { continue };
        let hard = f64::from(u32::try_from(done.hard_sets).unwrap_or(0));
        for muscle in Muscle::ALL {
            *sets.entry(*muscle).or_default() += hard * exercise.share(*muscle);
        }
    }
    let band = plan_math::weekly_band(athlete.profile.experience);
    Muscle::ALL
        .iter()
        .map(|muscle| muscle_week(*muscle, sets.get(muscle).copied().unwrap_or(0.0), band))
        .collect()
}

fn muscle_week(muscle: Muscle, sets: f64, band: (f64, f64)) -> MuscleWeek {
    let target_min = if muscle.has_target() { band.0 } else { 0.0 };
    let status = if sets <= 0.0 {
        BandStatus::None
    } else if sets < target_min {
        BandStatus::Under
    } else if sets > band.1 {
        BandStatus::Over
    } else {
        BandStatus::InRange
    };
    MuscleWeek { muscle, sets, target_min, target_max: band.1, status }
}

/// The bests of an exercise that say something.
pub(super) fn records(best: &ExerciseBest, athlete: &Athlete) -> Vec<Best> {
    let row = |kind, value: Option<f64>, day: Option<&str>| {
        value.filter(|value| *value > 0.0).map(|value| Best {
            exercise_id: best.exercise_id.clone(),
            name: name(athlete, &best.exercise_id),
            kind,
            value,
            date: day.and_then(|day| day.parse().ok()),
        })
    };
    [
        row(RecordKind::E1rm, best.e1rm_kg, best.e1rm_day.as_deref()),
        row(RecordKind::Weight, Some(best.top_weight_kg), Some(&best.top_weight_day)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_streak_counts_back_from_this_week_or_the_last() {
        let monday = date(2026, 3, 16);
        let weeks = |days: &[i8]| -> Vec<(Date, i64)> {
            days.iter().map(|back| (monday.checked_sub((7 * i64::from(*back)).days()).unwrap(), 1)).collect()
        };
        for (back, expected) in
            [(vec![0, 1, 2], 3), (vec![1, 2, 4], 2), (vec![2, 3], 0), (vec![], 0), (vec![0, 2], 1)]
        {
            assert_eq!(streak(&weeks(&back), monday), expected, "{back:?}");
        }
    }
}
