//! Random histories of calls against a plain model: what was acknowledged is there once, totals are
//! what the sets come to, and at most one suggestion is open.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use reqwest::Method;
use serde_json::{Value, json};

use super::common::{BENCH, SQUAT, advance, assert_totals_hold, open_proposals, small_plan, text};
use crate::support::app::{TestApp, TestUser, key};

const CASES: u32 = 500;

/// Exercise, warm-up or not, index.
type Place = (&'static str, bool, u16);

#[derive(Debug, Clone)]
enum Call {
    Start { offline: bool },
    Log { session: usize, place: Place, reps: u16, tens: u16, twice: bool },
    Edit { session: usize, nth: usize, index: u16, reps: u16, tens: u16 },
    Delete { session: usize, nth: usize },
    End { completed: bool },
    Wait { minutes: i64 },
}

fn place() -> impl Strategy<Value = Place> {
    (prop::sample::select(vec![SQUAT, BENCH]), prop::bool::weighted(0.2), 1..=4_u16)
}

fn call() -> impl Strategy<Value = Call> {
    let (session, nth, reps, tens) = (0..3_usize, 0..5_usize, 0..=12_u16, 0..=9_u16);
    prop_oneof![
        2 => any::<bool>().prop_map(|offline| Call::Start { offline }),
        8 => (session.clone(), place(), reps.clone(), tens.clone(), any::<bool>())
            .prop_map(|(session, place, reps, tens, twice)| Call::Log { session, place, reps, tens, twice }),
        3 => (session.clone(), nth.clone(), 1..=4_u16, reps, tens)
            .prop_map(|(session, nth, index, reps, tens)| Call::Edit { session, nth, index, reps, tens }),
        2 => (session, nth).prop_map(|(session, nth)| Call::Delete { session, nth }),
        2 => prop::bool::weighted(0.8).prop_map(|completed| Call::End { completed }),
        2 => (0..40_i64).prop_map(|minutes| Call::Wait { minutes }),
    ]
}

/// A session as it should be.
#[derive(Debug, Default)]
struct Session {
    id: String,
    status: &'static str,
    /// Set id, repetitions, kilograms.
    sets: BTreeMap<Place, (String, u16, f64)>,
}

impl Session {
    fn volume(&self) -> f64 {
        let hard = self.sets.iter().filter(|((_, warmup, _), _)| !warmup);
        hard.map(|(_, (_, reps, kg))| f64::from(*reps) * kg).sum()
    }

    fn nth(&self, nth: usize) -> Option<(Place, String)> {
        let count = self.sets.len().max(1);
        self.sets.iter().nth(nth % count).map(|(place, (id, ..))| (*place, id.clone()))
    }
}

struct History<'a> {
    app: &'a TestApp,
    user: TestUser,
    sessions: Vec<Session>,
}

impl History<'_> {
    async fn send(&self, method: Method, path: &str, key: &str, body: Value) -> (u16, Value) {
        let answer = self.user.send(method, path, key, body).await;
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    fn active(&mut self) -> Option<&mut Session> {
        self.sessions.iter_mut().find(|session| session.status == "active")
    }

    async fn apply(&mut self, call: Call) {
        match call {
            Call::Start { offline } => self.start(offline).await,
            Call::Log { session, place, reps, tens, twice } => {
                self.log(session, place, reps, tens, twice).await;
            }
            Call::Edit { session, nth, index, reps, tens } => {
                self.edit(session, nth, index, reps, tens).await;
            }
            Call::Delete { session, nth } => self.delete(session, nth).await,
            Call::End { completed } => self.end(if completed { "completed" } else { "abandoned" }).await,
            Call::Wait { minutes } => advance(self.app, minutes * 60),
        }
    }

    async fn start(&mut self, offline: bool) {
        let body = if offline {
            json!({"split_day": "Day1", "id": uuid::Uuid::new_v4().to_string()})
        } else {
            json!({"split_day": "Day1"})
        };
        let (status, answer) = self.send(Method::POST, "/sessions", &key(), body).await;
        let active = self.active();
        assert_eq!(status, if active.is_some() && !offline { 409 } else { 201 }, "{answer}");
        if status == 201 {
            if let Some(active) = active {
                active.status = "completed";
            }
            self.sessions.push(Session { id: text(&answer["id"]), status: "active", ..Session::default() });
        }
    }

    /// One of the sessions there are, ended ones among them.
    fn pick(&self, session: usize) -> Option<usize> {
        (!self.sessions.is_empty()).then(|| session % self.sessions.len())
    }

    async fn log(&mut self, session: usize, place: Place, reps: u16, tens: u16, twice: bool) {
        let Some(at) = self.pick(session) else { return };
        let kind = if place.1 { "warmup" } else { "working" };
        let kg = f64::from(tens * 10);
        let body = json!({"exercise_id": place.0, "kind": kind, "set_index": place.2, "reps": reps, "weight_kg": kg});
        let path = format!("/sessions/{}/sets", self.sessions[at].id);
        let key = key();
        let (status, answer) = self.send(Method::POST, &path, &key, body.clone()).await;
        let taken = self.sessions[at].sets.contains_key(&place);
        assert_eq!(status, if taken { 409 } else { 201 }, "{answer}");
        if twice {
            assert_eq!(self.send(Method::POST, &path, &key, body).await, (status, answer.clone()));
        }
        if !taken {
            self.sessions[at].sets.insert(place, (text(&answer["id"]), reps, kg));
        }
    }

    async fn edit(&mut self, session: usize, nth: usize, index: u16, reps: u16, tens: u16) {
        let Some(at) = self.pick(session) else { return };
        let Some((place, id)) = self.sessions[at].nth(nth) else { return };
        let kg = f64::from(tens * 10);
        let body = json!({"set_index": index, "reps": reps, "weight_kg": kg});
        let path = format!("/sessions/{}/sets/{id}", self.sessions[at].id);
        let (status, answer) = self.send(Method::PATCH, &path, &key(), body).await;
        let sets = &mut self.sessions[at].sets;
        let to = (place.0, place.1, index);
        let taken = to != place && sets.contains_key(&to);
        assert_eq!(status, if taken { 409 } else { 200 }, "{answer}");
        if !taken {
            sets.remove(&place);
            sets.insert(to, (id, reps, kg));
        }
    }

    async fn delete(&mut self, session: usize, nth: usize) {
        let Some(at) = self.pick(session) else { return };
        let Some((place, id)) = self.sessions[at].nth(nth) else { return };
        let path = format!("/sessions/{}/sets/{id}", self.sessions[at].id);
        assert_eq!(self.send(Method::DELETE, &path, &key(), Value::Null).await.0, 200);
        self.sessions[at].sets.remove(&place);
    }

    async fn end(&mut self, how: &'static str) {
        let Some(id) = self.active().map(|session| session.id.clone()) else { return };
        let path = format!("/sessions/{id}");
        assert_eq!(self.send(Method::PATCH, &path, &key(), json!({"status": how})).await.0, 200);
        if let Some(active) = self.active() {
            active.status = how;
        }
    }

    async fn check(&self) {
        for session in &self.sessions {
            let got = self.user.get(&format!("/sessions/{}", session.id)).await;
            assert_eq!(got["status"], session.status);
            let sets: BTreeMap<String, Value> = session
                .sets
                .iter()
                .map(|((exercise, warmup, index), (id, reps, kg))| {
                    (id.clone(), json!([exercise, warmup, index, reps, kg]))
                })
                .collect();
            let there = got["sets"].as_array().unwrap().iter().map(|set| {
                let row = json!([
                    set["exercise_id"],
                    set["kind"] == "warmup",
                    set["set_index"],
                    set["reps"],
                    set["weight_kg"]
                ]);
                (text(&set["id"]), row)
            });
            assert_eq!(there.collect::<BTreeMap<_, _>>(), sets);
            assert_eq!(got["sets"].as_array().unwrap().len(), sets.len(), "none twice");
            if session.status == "completed" {
                let volume = got["summary"]["volume_kg"].as_f64().unwrap();
                assert!((volume - session.volume()).abs() < 1e-6, "{volume} is not {}", session.volume());
            } else {
                assert_eq!(got["summary"], Value::Null);
            }
        }
        let active = self.sessions.iter().any(|session| session.status == "active");
        let open = open_proposals(self.app, &self.user).await;
        assert!(open.len() <= usize::from(active), "{open:?}");
        let volume = self.user.get("/progress/summary").await["volume_kg"].as_f64().unwrap();
        let expected: f64 = self.sessions.iter().map(Session::volume).sum();
        assert!((volume - expected).abs() < 1e-6, "{volume} is not {expected}");
    }
}

#[test]
fn any_history_of_calls_leaves_what_a_plain_model_says() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let app = runtime.block_on(TestApp::start());
    let mut runner = TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&prop::collection::vec(call(), 1..24), |calls| {
        runtime.block_on(async {
            app.clock.set(crate::support::app::START.parse().unwrap());
            let user = app.user(&uuid::Uuid::new_v4().to_string()).await;
            assert_eq!(user.put("/weekly-plan", "*", small_plan()).await.status(), 200);
            let mut history = History { app: &app, user, sessions: Vec::new() };
            for call in calls {
                history.apply(call).await;
            }
            history.check().await;
            assert_totals_hold(&app, &history.user).await;
        });
        Ok(())
    });
    if let Err(failed) = outcome {
        panic!("{failed}");
    }
}
