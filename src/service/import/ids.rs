//! Ids made from what is imported: UUIDs of version 7 whose random part is a hash, so that they sort by
//! the time of the workout, belong to one person, and come out the same the next time.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::domain::import::{Identity, Workout};

/// Of a workout: whose it is and what tells it from all others.
pub fn session(user_id: &str, workout: &Workout) -> String {
    match &workout.identity {
        Identity::Civil(minute) => civil(user_id, *minute),
        Identity::Instant(minute) => instant(user_id, *minute),
        Identity::Ours(id) => {
            let millis = minute(workout.started_at.as_millisecond()).saturating_mul(60_000);
            made(millis, &["our session", user_id, id])
        }
    }
}

/// Of a workout whose file writes what the clock on the wall said: the person's time zone, which they
/// may change, does not count.
pub fn civil(user_id: &str, minute: i64) -> String {
    made(minute.saturating_mul(60_000), &["civil session", user_id, &minute.to_string()])
}

/// Of a workout whose file tells the moment it began. Those of all files were made so once.
pub fn instant(user_id: &str, minute: i64) -> String {
    made(minute.saturating_mul(60_000), &["session", user_id, &minute.to_string()])
}

/// Of a set: its workout, the file's name of its exercise, and which of that name it is.
pub fn set(session_id: &str, exercise: &str, nth: usize) -> String {
    let name = exercise.trim().to_lowercase();
    made(millis_of(session_id), &["set", session_id, &name, &nth.to_string()])
}

/// Of a set of an export of ours: its workout and the id it had.
pub fn our_set(session_id: &str, id: &str) -> String {
    made(millis_of(session_id), &["our set", session_id, id])
}

/// The minute of a moment in epoch milliseconds.
pub fn minute(millis: i64) -> i64 {
    millis.div_euclid(60_000)
}

/// Whether an id was made of the minute that a file wrote.
pub fn is_civil(user_id: &str, id: &str) -> bool {
    civil(user_id, minute(millis_of(id))) == id
}

/// The time an id was made for.
fn millis_of(id: &str) -> i64 {
    let made = uuid::Uuid::try_parse(id).ok().and_then(|id| id.get_timestamp());
    let (seconds, nanos) = made.map_or((0, 0), |made| made.to_unix());
    let seconds = i64::try_from(seconds).unwrap_or(0);
    Timestamp::new(seconds, i32::try_from(nanos).unwrap_or(0)).map_or(0, Timestamp::as_millisecond)
}

fn made(millis: i64, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let mut random = [0_u8; 10];
    for (to, from) in random.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    let millis = u64::try_from(millis).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::sessions::client_id;

    #[test]
    fn the_same_workout_has_the_same_id_and_another_has_another() {
        let one = civil("ann", 29_000_000);
        assert_eq!(one, civil("ann", 29_000_000));
        assert!(is_civil("ann", &one) && !is_civil("bea", &one));
        assert_ne!(one, instant("ann", 29_000_000));
        assert_ne!(one, civil("bea", 29_000_000));
        assert_ne!(one, civil("ann", 29_000_001));
        assert_eq!(millis_of(&one), 29_000_000 * 60_000);
        let sets = [("Squat", 0), ("Squat", 1), ("Squat 1", 0)].map(|(name, nth)| set(&one, name, nth));
        assert!(sets[0] != sets[1] && sets[1] != sets[2] && sets[0] != sets[2]);
        for id in sets.iter().chain([&one]) {
            assert_eq!(client_id("/id", id).unwrap(), *id);
            assert_eq!(uuid::Uuid::parse_str(id).unwrap().get_version_num(), 7);
            assert_eq!(millis_of(id), millis_of(&one), "sets sort with their workout");
        }
    }
}
