//! Scripted conversations: what was said and answered, and what the built-in coach does next.

use serde_json::{Value, json};

use crate::agents::builtin::events;
use crate::agents::model::{Call, Message, ModelEvent, ModelRequest};
use crate::agents::roster::Agent;
use crate::agents::tools::{Choices, definitions};
use crate::domain::language::Language;
use crate::domain::profile::Units;
use crate::wording::Wording;

pub const COACH: &[&str] = &[
    "getProfile",
    "getExercises",
    "getWeeklyPlan",
    "draftWeeklyPlan",
    "getProgress",
    "saveWeeklyPlan",
    "updateProfile",
];
pub const COPILOT: &[&str] = &["getSession", "suggestNextSet", "logSet"];

/// A conversation as it grows.
#[derive(Clone)]
pub struct Script {
    pub request: ModelRequest,
    /// What was said in the last step.
    pub text: String,
    /// What was called in the last step.
    pub calls: Vec<(String, Value)>,
}

impl Script {
    pub fn new(agent: Agent, tools: &[&str]) -> Self {
        let mut offered = definitions(agent, &Choices::default());
        offered.retain(|spec| tools.contains(&spec.name.as_str()));
        let request = ModelRequest {
            agent,
            wording: Wording::default(),
            today: jiff::civil::date(2026, 11, 23),
            messages: vec![Message::System { text: "prompt".to_owned() }],
            tools: offered,
        };
        Self { request, text: String::new(), calls: Vec::new() }
    }

    pub fn coach() -> Self {
        Self::new(Agent::Coach, COACH)
    }

    pub fn copilot() -> Self {
        Self::new(Agent::Copilot, COPILOT)
    }

    /// With a person who reads this language.
    pub fn in_language(mut self, tag: &str) -> Self {
        self.request.wording.language = Language::parse(tag).unwrap();
        self
    }

    /// With a person who reads pounds.
    pub fn in_pounds(mut self) -> Self {
        self.request.wording.units = Units::Lb;
        self
    }

    /// The person says something and the coach takes a step.
    pub fn says(mut self, text: &str) -> Self {
        self.request.messages.push(Message::User { text: text.to_owned() });
        self.step()
    }

    /// Every call of the last step is answered, in order, and the coach takes the next step.
    pub fn answered(mut self, results: &[Value]) -> Self {
        assert_eq!(results.len(), self.calls.len(), "calls: {:?}", self.calls);
        let from =
            self.request.messages.iter().rposition(|m| matches!(m, Message::Assistant { .. })).unwrap();
        let Message::Assistant { calls, .. } = &self.request.messages[from] else { unreachable!() };
        let ids: Vec<String> = calls.iter().map(|call| call.id.clone()).collect();
        for (call_id, result) in ids.into_iter().zip(results) {
            self.request.messages.push(Message::Tool { call_id, content: result.to_string() });
        }
        self.step()
    }

    fn step(mut self) -> Self {
        (self.text, self.calls) = (String::new(), Vec::new());
        let mut calls = Vec::new();
        for event in events(&self.request) {
            match event {
                ModelEvent::Text(piece) => self.text.push_str(&piece),
                ModelEvent::End(end) => calls = end.calls,
            }
        }
        let at = self.request.messages.len();
        for (n, call) in calls.iter_mut().enumerate() {
            call.id = format!("call-{at}-{n}");
            self.calls.push((call.name.clone(), serde_json::from_str(&call.arguments).unwrap()));
        }
        let extra = serde_json::Map::new();
        let calls: Vec<Call> = calls;
        self.request.messages.push(Message::Assistant { text: self.text.clone(), calls, extra });
        self
    }

    /// The names called in the last step.
    pub fn called(&self) -> Vec<&str> {
        self.calls.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The turn is over, with words.
    pub fn ended(&self) -> &str {
        assert!(self.calls.is_empty(), "still calling {:?}", self.calls);
        assert!(!self.text.is_empty(), "ended without a word");
        &self.text
    }
}

pub fn profile() -> Value {
    json!({
        "experience": "beginner", "goal": "general_fitness", "days_per_week": 3, "weekdays": null, "session_minutes": 60,
        "equipment": ["barbell", "dumbbell", "bodyweight", "bench"], "split_preference": "auto", "bodyweight_kg": null,
        "units": "kg", "limitations": [{"pattern": "knee", "note": "old"}], "notes": [], "version": 1
    })
}

pub fn draft() -> Value {
    let exercise = json!({"exercise_id": "barbell-back-squat", "group": null, "rest_seconds": 150, "note": null,
        "sets": [{"reps_min": 8, "reps_max": 12, "weight_kg": null, "rpe": 7.0}]});
    json!({
        "split": "full_body",
        "days": [
            {"day": "Day1", "focus": "Full body A", "weekday": "monday", "exercises": [exercise]},
            {"day": "Day2", "focus": "Full body B", "weekday": "thursday", "exercises": [exercise]}
        ],
        "notes": ["No slot for a row could be filled"], "warnings": [], "sets_per_muscle": {}
    })
}

pub fn plan() -> Value {
    let squat = json!({"exercise_id": "barbell-back-squat", "name": "Back squat", "group": null, "rest_seconds": 150, "note": "slow",
        "sets": [{"reps_min": 6, "reps_max": 10, "weight_kg": 60.0, "rpe": 7.0}, {"reps_min": 6, "reps_max": 10, "weight_kg": 60.0, "rpe": 7.0}]});
    let bench = json!({"exercise_id": "barbell-bench-press", "name": "Bench press", "group": "a", "rest_seconds": 120, "note": null,
        "sets": [{"reps_min": 6, "reps_max": 10, "weight_kg": 40.0, "rpe": 7.0}]});
    json!({
        "week_start": "2026-11-23", "split": "full_body", "plan_version": 4,
        "days": [
            {"day": "Day1", "focus": "Full body A", "weekday": "monday", "date": "2026-11-23", "status": "done",
             "estimated_minutes": 50, "exercises": [squat, bench]},
            {"day": "Day2", "focus": "Full body B", "weekday": "thursday", "date": "2026-11-26", "status": "upcoming",
             "estimated_minutes": 45, "exercises": [squat]}
        ],
        "meta": {"goal": "general_fitness", "experience": "beginner", "days_per_week": 2, "source": "coach",
                 "sets_per_muscle": {}, "notes": []}
    })
}

pub fn executed() -> Value {
    json!({"status": "executed", "result": {}})
}

pub fn declined(reason: &str) -> Value {
    json!({"status": "declined", "reason": reason})
}
