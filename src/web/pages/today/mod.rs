//! Today: what is next, how the week stands, one thing worth knowing.

mod view;

use axum::extract::State;
use http::StatusCode;
use jiff::civil::Date;

use super::error::Paged;
use super::visitor::Visitor;
use super::{page, weeks, words};
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::Exercise;
use crate::domain::plan::{DayStatus, Prescribed, WeekDay, WeeklyPlan};
use crate::domain::profile::{Units, Weekday};
use crate::service::progress::{self, BandStatus, Progress};
use crate::service::sessions::{self, SessionView};
use crate::service::{Error, athlete, plans};
use crate::web::WebState;
use crate::wording::{Word as _, texts};
pub use view::{Line, Mark, Next, TodayPage, Worth};

/// Exercises a phone lists before the rest is only counted (the style sheet hides as many).
const LISTED: usize = 4;

/// GET /
pub async fn show(State(state): State<WebState>, visitor: Visitor) -> Paged {
    let week = plans::week(&state.core, visitor.id(), None).await?.worded();
    let progress = progress::summary(&state.core, visitor.id()).await?.worded();
    let active = active(&state, &visitor).await?;
    let today = athlete::local_day(&visitor.profile, state.clock.now());
    let page = TodayPage {
        date: words::long_day(today),
        next: active.map_or_else(
            || next(&week, today, (visitor.units(), &state.core.catalogue)),
            |active| resume(&active, &week),
        ),
        week: marks(&week, today),
        week_words: week_words(&week, today),
        worth: worth(&progress, &week, today, visitor.units()),
        key: state.clock.new_id(),
    };
    Ok(page::answer(StatusCode::OK, &visitor.shell("today", texts::say("today-title")), &page))
}

/// The active workout, if there is one.
pub async fn active(state: &WebState, visitor: &Visitor) -> Result<Option<SessionView>, Error> {
    Ok(found(sessions::active(&state.core, visitor.id()).await)?.worded())
}

/// Whether there is an active workout, without reading it.
pub async fn is_active(state: &WebState, visitor: &Visitor) -> Result<bool, Error> {
    Ok(found(sessions::active_id(&state.core, visitor.id()).await)?.is_some())
}

fn found<T>(looked: Result<T, Error>) -> Result<Option<T>, Error> {
    match looked {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn resume(active: &SessionView, week: &WeeklyPlan) -> Next {
    let day = active.split_day.as_deref().and_then(|key| week.day(key));
    Next {
        when: texts::say("today-going-on").to_owned(),
        title: day.map_or_else(|| texts::say("today-free").to_owned(), |day| day.focus.clone()),
        facts: texts::with("today-logged", &[("n", active.sets.len().into())]),
        action: texts::say("today-go-on").to_owned(),
        resume: true,
        session: active.id.clone(),
        logged: active.sets.len(),
        ..Next::default()
    }
}

fn next(week: &WeeklyPlan, today: Date, words_of: (Units, &Catalogue)) -> Next {
    let Some(day) = weeks::next_day(week, today) else { return all_done(week) };
    let more = day.exercises.len().saturating_sub(LISTED);
    Next {
        when: match day.date {
            Some(date) if date == today => texts::say("today-next-today").to_owned(),
            Some(date) if date > today => {
                texts::with("today-next-when", &[("when", words::day(date).into())])
            }
            // A day whose date is over is no debt: it can be done whenever they like.
            _ => texts::say("today-next-any").to_owned(),
        },
        title: day.focus.clone(),
        facts: format!("{} · {}", words::count(day.exercises.len(), "count-exercises"), weeks::facts(day)),
        lines: day.exercises.iter().map(|exercise| line(exercise, words_of)).collect(),
        more: if more > 0 { texts::with("today-more", &[("n", more.into())]) } else { String::new() },
        day: day.day.clone(),
        action: texts::say("today-start").to_owned(),
        ..Next::default()
    }
}

fn line(exercise: &Prescribed, (units, catalogue): (Units, &Catalogue)) -> Line {
    let timed = catalogue.get(&exercise.exercise_id).is_some_and(Exercise::is_timed);
    let load = exercise.sets.iter().filter_map(|set| set.weight_kg).find(|kg| *kg > 0.0);
    let load = load.map_or_else(String::new, |kg| format!(" · {}", words::weight(kg, units)));
    Line { name: exercise.name.clone(), sets: format!("{}{load}", words::sets(&exercise.sets, timed)) }
}

fn all_done(week: &WeeklyPlan) -> Next {
    let (title, facts) = if week.days.is_empty() {
        (texts::say("today-none-planned"), texts::say("today-none-planned-hint"))
    } else if week.days.iter().all(|day| day.status == DayStatus::Done) {
        (texts::say("today-all-done"), texts::say("today-all-done-hint"))
    } else {
        (texts::say("today-nothing-due"), texts::say("today-all-done-hint"))
    };
    Next {
        when: texts::say("today-this-week").to_owned(),
        title: title.to_owned(),
        facts: facts.to_owned(),
        action: texts::say("today-start-free").to_owned(),
        ..Next::default()
    }
}

fn marks(week: &WeeklyPlan, today: Date) -> Vec<Mark> {
    Weekday::ALL.iter().map(|weekday| mark(*weekday, week, today)).collect()
}

fn mark(weekday: Weekday, week: &WeeklyPlan, today: Date) -> Mark {
    let day = week.days.iter().find(|day| day.weekday == Some(weekday));
    let (state, said) = match day.map(|day| day.status) {
        None => ("rest", texts::say("today-mark-rest")),
        Some(DayStatus::Done) => ("done", texts::say("today-mark-done")),
        Some(DayStatus::Missed) => ("missed", texts::say("today-mark-missed")),
        Some(DayStatus::Upcoming) if day.is_some_and(|day| weeks::is_before(day, today)) => {
            ("rest", texts::say("today-mark-before"))
        }
        Some(DayStatus::Upcoming) => ("planned", texts::say("today-mark-planned")),
    };
    let name = words::plain(weekday.as_str());
    let is_today = today.weekday().to_monday_zero_offset() == weekday.offset();
    let planned = |day: &WeekDay| {
        texts::with("today-mark-day", &[("day", day.focus.as_str().into()), ("state", said.into())])
    };
    let what = day.map_or_else(|| said.to_owned(), planned);
    let letter = name.chars().next().unwrap_or(' ');
    let of = [("weekday", name.into()), ("what", what.into())];
    let words = if is_today { texts::with("today-mark-today", &of) } else { texts::with("today-mark", &of) };
    Mark { letter, state, today: is_today, words }
}

/// Of the days since they are here; empty where they came after all of them.
fn week_words(week: &WeeklyPlan, today: Date) -> String {
    let done = week.days.iter().filter(|day| day.status == DayStatus::Done).count();
    let total = week.days.iter().filter(|day| !weeks::is_before(day, today)).count();
    if total == 0 && !week.days.is_empty() {
        return String::new();
    }
    texts::with("today-week-done", &[("done", done.into()), ("total", total.into())])
}

/// The first of these that holds: a lighter week due, a lift at its best, a muscle short late in the week, a streak,
/// how to begin.
fn worth(progress: &Progress, week: &WeeklyPlan, today: Date, units: Units) -> Worth {
    deload_due(week)
        .or_else(|| record_near(progress, units))
        .or_else(|| muscle_short(progress, week, today))
        .or_else(|| streak(progress))
        .unwrap_or_else(|| begin(week))
}

fn deload_due(week: &WeeklyPlan) -> Option<Worth> {
    let suggested = week.meta.deload_suggested.as_ref()?;
    Some(Worth {
        tone: "wait",
        title: texts::say("today-deload").to_owned(),
        text: suggested.because.clone(),
        href: "/plan",
        link: texts::say("today-see-plan"),
    })
}

/// A lift whose newest estimate is within 2% of its best.
fn record_near(progress: &Progress, units: Units) -> Option<Worth> {
    let (lift, now, best) = progress.lifts.iter().find_map(|lift| {
        let now = lift.e1rm_kg?;
        let best = lift.trend.iter().map(|point| point.e1rm_kg).fold(0.0, f64::max);
        (lift.trend.len() > 2 && now < best && now > best * 0.98).then_some((lift, now, best))
    })?;
    let stands = [
        ("lift", lift.name.as_str().into()),
        ("now", words::rounded(now, units).into()),
        ("best", words::rounded(best, units).into()),
    ];
    Some(Worth {
        tone: "good",
        title: texts::say("today-record").to_owned(),
        text: texts::with("today-record-text", &stands),
        href: "/progress",
        link: texts::say("today-see-progress"),
    })
}

/// From Thursday on: the muscle that is furthest under its band. A week that was not theirs from its beginning
/// cannot be short of anything.
fn muscle_short(progress: &Progress, week: &WeeklyPlan, today: Date) -> Option<Worth> {
    let came_late = week.days.iter().any(|day| weeks::is_before(day, today));
    if today.weekday().to_monday_zero_offset() < 3 || progress.sessions_completed == 0 || came_late {
        return None;
    }
    let short = progress.muscles.iter().filter(|muscle| {
        matches!(muscle.status, BandStatus::Under | BandStatus::None) && muscle.target_min > 0.0
    });
    let furthest = short.max_by(|a, b| (a.target_min - a.sets).total_cmp(&(b.target_min - b.sets)))?;
    let sets = [
        ("sets", words::number(furthest.sets, 1).into()),
        ("least", words::number(furthest.target_min, 1).into()),
    ];
    Some(Worth {
        tone: "wait",
        title: texts::with("today-short", &[("muscle", words::plain(furthest.muscle.as_str()).into())]),
        text: texts::with("today-short-text", &sets),
        href: "/progress",
        link: texts::say("today-see-muscles"),
    })
}

fn streak(progress: &Progress) -> Option<Worth> {
    (progress.streak_weeks >= 2).then(|| Worth {
        tone: "good",
        title: texts::with("today-streak", &[("n", progress.streak_weeks.into())]),
        text: texts::say("today-streak-text").to_owned(),
        href: "/progress",
        link: texts::say("today-see-progress"),
    })
}

fn begin(week: &WeeklyPlan) -> Worth {
    let text = if week.plan_version == 0 {
        texts::say("today-begin-profile")
    } else {
        texts::say("today-begin-load")
    };
    Worth {
        tone: "",
        title: texts::say("today-begin").to_owned(),
        text: text.to_owned(),
        href: "/settings",
        link: texts::say("today-see-profile"),
    }
}
