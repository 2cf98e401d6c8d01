//! Trains by hand: starts, logs, takes back and ends, beside whatever the coach does.

use serde_json::json;
use spotter::domain::session::SessionStatus;
use spotter::service::sessions::{self, PatchSession, StartSession};
use spotter::service::sets;

use super::case::{Case, set_of};
use super::ops::Op;

impl Case {
    pub(super) async fn train(&mut self, op: Op) {
        if let Op::Start = op {
            let mut write = self.write().await;
            let ask = StartSession { split_day: Some("Day1".to_owned()), ..StartSession::default() };
            let id = sessions::start(&mut write, ask).await.unwrap().id;
            write.commit().await.unwrap();
            self.sessions.push(id.clone());
            self.session = Some(id);
            return;
        }
        let Some(session) = self.session.clone() else { return };
        match op {
            Op::End => {
                let patch =
                    PatchSession { status: Some(SessionStatus::Completed), ..PatchSession::default() };
                let mut write = self.write().await;
                sessions::patch(&mut write, &session, patch).await.unwrap();
                write.commit().await.unwrap();
                self.book.session_moved(&session, self.now());
                self.session = None;
            }
            Op::LogByHand => self.log_by_hand(None).await,
            Op::Tap(number) => self.tap(&session, number).await,
            Op::EditSet(number) | Op::DeleteSet(number) => {
                let found = sessions::get(&self.core, &self.user, &session).await.unwrap().sets;
                let Some(set) = found.get(number % found.len().max(1)).cloned() else { return };
                let mut write = self.write().await;
                if let Op::EditSet(_) = op {
                    let reps = self.next_number() % 20 + 1;
                    // Saying the same again is no edit.
                    let reps = if set.reps.map(u32::from) == Some(reps) { reps + 1 } else { reps };
                    let patch = serde_json::from_value(json!({"reps": reps})).unwrap();
                    if sets::edit(&mut write, &session, &set.id, patch).await.is_err() {
                        return;
                    }
                } else {
                    sets::delete(&mut write, &session, &set.id).await.unwrap();
                    self.book.sets_deleted += 1;
                }
                write.commit().await.unwrap();
                self.book.session_moved(&session, self.now());
            }
            _ => {}
        }
    }

    pub(super) async fn log_by_hand(&mut self, note: Option<&str>) {
        let Some(session) = self.session.clone() else { return };
        let exercise = self.first_exercise().await;
        let index = 50 + self.next_number() % 50;
        let args = json!({"exercise_id": exercise, "set_index": index, "reps": 5, "weight_kg": 10.0});
        let mut write = self.write().await;
        if sets::log(&mut write, &session, set_of(&args, None, note)).await.is_err() {
            return;
        }
        write.commit().await.unwrap();
        self.book.sets_by_hand += 1;
        let now = self.now();
        if note.is_some() {
            self.book.flag(now);
        }
        self.book.session_moved(&session, now);
    }

    /// The set counts whatever became of the proposal it names; a place that is taken does not.
    async fn tap(&mut self, session: &str, number: usize) {
        let now = self.now();
        let known = &self.book.known;
        let sets: Vec<usize> = (0..known.len()).filter(|at| known[*at].is_set_of(session)).collect();
        let Some(at) = sets.len().checked_sub(1).map(|last| sets[last - number.min(last)]) else { return };
        let made = known[at].made.clone();
        let mut write = self.write().await;
        if sets::log(&mut write, session, set_of(&made.args, Some(&made.id), None)).await.is_err() {
            return;
        }
        write.commit().await.unwrap();
        self.book.sets_by_hand += 1;
        if self.book.known[at].is_open(now) {
            self.book.known[at].status = spotter::domain::proposal::ProposalStatus::Executed;
        }
        self.book.session_moved(session, now);
    }
}
