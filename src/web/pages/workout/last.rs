//! What was lifted the last time, exercise by exercise.

use std::collections::BTreeMap;

use crate::domain::session::{LoggedSet, SessionStatus};
use crate::service::Result;
use crate::service::pagination::Ask;
use crate::service::sessions::{self, SessionView};
use crate::web::WebState;
use crate::wording::{sets, texts};

/// Sessions looked back.
const BACK: i64 = 12;

/// The working sets of the last session of each exercise, in order.
pub type Last = BTreeMap<String, Vec<LoggedSet>>;

/// Looks back from the active session.
pub async fn of(state: &WebState, user_id: &str, active: &SessionView) -> Result<Last> {
    let earlier = sessions::list(&state.core, user_id, &Ask::new(None, Some(BACK))?).await?;
    let mut last = Last::new();
    for session in
        earlier.items.into_iter().filter(|old| old.id != active.id && old.status != SessionStatus::Active)
    {
        let mut here = Last::new();
        for set in session.sets.into_iter().filter(LoggedSet::is_working) {
            here.entry(set.exercise_id.clone()).or_default().push(set);
        }
        for (exercise, sets) in here {
            last.entry(exercise).or_insert(sets);
        }
    }
    Ok(last)
}

/// `Last time 60 kg × 8, 8, 7`.
#[must_use]
pub fn time(logged: &[LoggedSet]) -> String {
    texts::with("workout-last-time", &[("sets", in_words(logged).into())])
}

/// `60 kg × 8, 8, 7 · 55 kg × 10`: sets at the same load together.
#[must_use]
pub fn in_words(logged: &[LoggedSet]) -> String {
    let alike = |one: &LoggedSet, next: &LoggedSet| {
        (one.weight_kg - next.weight_kg).abs() < 0.01
            && one.duration_seconds.is_some() == next.duration_seconds.is_some()
    };
    let words = logged.chunk_by(alike).filter_map(|group| {
        let first = group.first()?;
        let counts: Vec<u32> = group.iter().map(LoggedSet::count).collect();
        Some(sets::lifted(first.weight_kg, &counts, first.duration_seconds.is_some()))
    });
    words.collect::<Vec<_>>().join(" · ")
}
