//! What the rules cost, and what a summary costs after ten years. Prints medians beside what they are
//! held to; asserts nothing, since a clock is no judge.
//!
//! `cargo bench --bench rules`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops where it cannot go on"
)]

#[path = "common/times.rs"]
mod times;

use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use spotter::app;
use spotter::clock::Clock;
use spotter::domain::catalogue::Catalogue;
use spotter::domain::exercise::Equipment;
use spotter::domain::generator;
use spotter::domain::next_set::{NextSetInput, next_set};
use spotter::domain::plan::Prescribed;
use spotter::domain::profile::{Experience, Goal, Profile};
use spotter::domain::progression::{LoadStates, decide_session};
use spotter::domain::session::{LoggedSet, SetKind};
use spotter::service::athlete::{Athlete, monday_of};
use spotter::service::plans::prescribe;
use spotter::service::{Core, accounts, profiles, progress, totals};
use sqlx::SqlitePool;
use times::median;

const ROUNDS: usize = 400;

fn timed<T>(mut once: impl FnMut() -> T) -> Duration {
    let mut round = || {
        let began = Instant::now();
        std::hint::black_box(once());
        began.elapsed()
    };
    for _ in 0..20 {
        round();
    }
    median(&(0..ROUNDS).map(|_| round()).collect::<Vec<_>>())
}

fn report(what: &str, ours: Duration, beside: &str) {
    println!("{what:52} {ours:>10.1?}   {beside}");
}

fn lifter() -> Profile {
    Profile {
        experience: Experience::Intermediate,
        goal: Goal::Hypertrophy,
        days_per_week: 6,
        session_minutes: 90,
        equipment: Equipment::ALL.to_vec(),
        bodyweight_kg: Some(80.0),
        ..Profile::default()
    }
}

#[tokio::main]
async fn main() {
    rules();
    ten_years().await;
}

fn rules() {
    let (catalogue, profile) = (Catalogue::embedded(), lifter());
    report(
        "generator, 6 days of 90 minutes",
        timed(|| generator::generate(&profile, &catalogue, 2026)),
        "under 1 ms",
    );
    let plan = generator::generate(&profile, &catalogue, 2026).plan;
    let now: Timestamp = "2026-03-16T18:00:00Z".parse().unwrap();
    let athlete = Athlete {
        profile: profile.clone(),
        catalogue: catalogue.clone(),
        newest_bodyweight: None,
        states: LoadStates::new(),
        now,
        today: date(2026, 3, 16),
        joined: date(2025, 1, 1),
    };
    let day = plan.days.iter().max_by_key(|day| day.exercises.len()).unwrap();
    let prescribed: Vec<Prescribed> = day.exercises.iter().map(|one| prescribe(one, &athlete)).collect();
    let sets: Vec<LoggedSet> = prescribed.iter().flat_map(|one| done(one, now)).collect();
    let states: LoadStates =
        decide_session(&prescribed, &sets, &catalogue, &profile, &LoadStates::new(), now)
            .into_iter()
            .map(|one| (one.key, one.state))
            .collect();
    let decided = timed(|| decide_session(&prescribed, &sets, &catalogue, &profile, &states, now));
    let what = format!("progression of {} exercises, {} sets", prescribed.len(), sets.len());
    report(&what, decided, "under 100 µs");
    let sets = sets.get(..sets.len() / 2).unwrap();
    let next = timed(|| {
        next_set(&NextSetInput {
            prescribed: &prescribed,
            sets,
            catalogue: &catalogue,
            profile: &profile,
            states: &states,
            now,
        })
    });
    report("next set in the middle of it", next, "");
}

fn done(planned: &Prescribed, now: Timestamp) -> Vec<LoggedSet> {
    let set = |(index, set): (u16, &spotter::domain::plan::PlannedSet)| LoggedSet {
        id: format!("{}-{index}", planned.exercise_id),
        exercise_id: planned.exercise_id.clone(),
        set_index: index,
        reps: Some(set.reps_max - index % 2),
        duration_seconds: None,
        weight_kg: set.weight_kg.unwrap_or(20.0),
        rpe: set.rpe,
        kind: SetKind::Working,
        pain: false,
        note: None,
        logged_at: now,
    };
    (1..).zip(&planned.sets).map(set).collect()
}

/// Three people who train every third day: for five weeks, for a year, for thirteen years.
async fn ten_years() {
    let folder = std::env::temp_dir().join(format!("spotter-bench-{}", uuid::Uuid::new_v4()));
    std::fs::create_dir_all(&folder).unwrap();
    let url = format!("sqlite://{}", folder.join("spotter.db").display());
    let clock = Clock::fake("2026-03-16T18:00:00Z".parse().unwrap());
    let core = app::open(&url, clock, true).await.unwrap();
    let pool = SqlitePool::connect(&url).await.unwrap();
    // days of training, one every so many days, sets of each of eight exercises
    let few = person(&core, &pool, "five weeks", 12, 3, 1).await;
    let half_year = person(&core, &pool, "a year", 104, 3, 4).await;
    let many = person(&core, &pool, "thirteen years", 1563, 3, 8).await;
    let (few_sets, few) = (few.1, summary(&core, &few.0).await);
    let (half_sets, half) = (half_year.1, summary(&core, &half_year.0).await);
    let (many_sets, many) = (many.1, summary(&core, &many.0).await);
    let of = |floor: Duration| format!("× {:.2}, at most 1.2", many.as_secs_f64() / floor.as_secs_f64());
    report(&format!("summary after {few_sets} sets"), few, "");
    report(&format!("summary after {half_sets} sets"), half, "");
    report(&format!("summary after {many_sets} sets"), many, &of(few));
    drop(pool);
    core.db.close().await;
    let _gone = std::fs::remove_dir_all(&folder);
}

async fn summary(core: &Core, user_id: &str) -> Duration {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        progress::summary(core, user_id).await.unwrap();
        times.push(began.elapsed());
    }
    median(&times)
}

const LIFTS: [&str; 8] = [
    "barbell-back-squat",
    "barbell-bench-press",
    "barbell-row",
    "overhead-press",
    "barbell-deadlift",
    "barbell-curl",
    "barbell-romanian-deadlift",
    "barbell-calf-raise",
];

/// Someone who trained `days` times, every `every` days up to today: `sets` of each of eight lifts.
async fn person(
    core: &Core,
    pool: &SqlitePool,
    name: &str,
    days: i64,
    every: i64,
    sets: i64,
) -> (String, usize) {
    let user = accounts::create(core, name, None).await.unwrap();
    let mut write = core.write(&user.id).await.unwrap();
    profiles::replace(&mut write, lifter(), &spotter::service::precondition::IfMatch::Any).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = pool.begin().await.unwrap();
    let mut count = 0;
    for back in (0..days).rev() {
        let day = date(2026, 3, 16).checked_sub((back * every).days()).unwrap();
        let session = session(&mut tx, &user.id, day).await;
        for lift in LIFTS {
            for index in 1..=sets {
                set(&mut tx, &user.id, &session, (lift, index, day)).await;
                count += 1;
            }
        }
    }
    tx.commit().await.unwrap();
    totals::rebuild(core, &user.id).await.unwrap();
    (user.id, count)
}

async fn session(tx: &mut sqlx::SqliteConnection, user: &str, day: Date) -> String {
    let id = uuid::Uuid::new_v4().to_string();
    let at = day.at(18, 0, 0, 0).in_tz("UTC").unwrap().timestamp().as_millisecond();
    sqlx::query(
        "INSERT INTO training_sessions (id, user_id, status, plan_version, prescribed, states_before, started_at,
           ended_at, day, week_start, version) VALUES ($1, $2, 'completed', 0, '[]', '[]', $3, $3, $4, $5, 1)",
    )
    .bind(&id)
    .bind(user)
    .bind(at)
    .bind(day.to_string())
    .bind(monday_of(day).to_string())
    .execute(tx)
    .await
    .unwrap();
    id
}

async fn set(
    tx: &mut sqlx::SqliteConnection,
    user: &str,
    session: &str,
    (lift, index, day): (&str, i64, Date),
) {
    sqlx::query(
        "INSERT INTO sets (id, session_id, user_id, exercise_id, warmup, set_index, reps, weight_kg, kind, pain,
           logged_at, day, week_start) VALUES ($1, $2, $3, $4, FALSE, $5, 8, 60.0, 'working', FALSE, 0, $6, $7)",
    )
    .bind(uuid::Uuid::new_v4().to_string())
    .bind(session)
    .bind(user)
    .bind(lift)
    .bind(index)
    .bind(day.to_string())
    .bind(monday_of(day).to_string())
    .execute(tx)
    .await
    .unwrap();
}
