//! Ids made from what is imported: UUIDs of version 7 whose random part is a hash, so that they sort by
//! the time of the workout, belong to one person, and come out the same the next time.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

/// Of a workout: whose it is and the minute it began in.
pub fn session(user_id: &str, started_at: Timestamp) -> String {
    let minute = minute(started_at.as_millisecond());
    made(minute.saturating_mul(60_000), &["session", user_id, &minute.to_string()])
}

/// Of a set: its workout, the file's name of its exercise, and which of that name it is.
pub fn set(session_id: &str, started_at: Timestamp, exercise: &str, nth: usize) -> String {
    let name = exercise.trim().to_lowercase();
    let millis = minute(started_at.as_millisecond()).saturating_mul(60_000);
    made(millis, &["set", session_id, &name, &nth.to_string()])
}

/// The minute of a moment in epoch milliseconds.
pub fn minute(millis: i64) -> i64 {
    millis.div_euclid(60_000)
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
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let one = session("ann", at("2026-03-13T15:22:00Z"));
        assert_eq!(
            one,
            session("ann", at("2026-03-13T15:22:41Z")),
            "programs tell it to the minute or second"
        );
        assert_ne!(one, session("bea", at("2026-03-13T15:22:00Z")));
        assert_ne!(one, session("ann", at("2026-03-13T15:23:00Z")));
        let began = at("2026-03-13T15:22:00Z");
        let sets =
            [("Squat", 0), ("Squat", 1), ("Squat 1", 0)].map(|(name, nth)| set(&one, began, name, nth));
        assert!(sets[0] != sets[1] && sets[1] != sets[2] && sets[0] != sets[2]);
        for id in sets.iter().chain([&one]) {
            assert_eq!(client_id("/id", id).unwrap(), *id);
            assert_eq!(uuid::Uuid::parse_str(id).unwrap().get_version_num(), 7);
        }
    }
}
