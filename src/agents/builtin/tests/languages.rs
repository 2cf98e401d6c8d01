//! People of other languages: what the product offers to tap leads to the same calls as in English, and the
//! answers are in their language and units.

use serde_json::{Value, json};

use super::script::{COPILOT, Script, draft, executed, plan, profile};
use crate::agents::roster::Agent;
use crate::domain::language::Language;
use crate::domain::profile::Units;
use crate::wording::{Wording, texts, within};

const COACH_CHIPS: &[&str] =
    &["coach-idea-plan", "coach-idea-short", "coach-idea-held", "coach-idea-progress", "coach-idea-next"];
const WORKOUT_CHIPS: &[&str] =
    &["workout-idea-why", "workout-idea-rest", "workout-idea-taken", "workout-idea-easy"];

fn others() -> impl Iterator<Item = Language> {
    Language::all().filter(|language| *language != Language::default())
}

fn copilot() -> Script {
    let tools: Vec<&str> = COPILOT.iter().copied().chain(["swapExercise"]).collect();
    let mut chat = Script::new(Agent::Copilot, &tools);
    chat.request.tools[3].parameters = json!({"type": "object", "properties": {
        "exercise_id": {"type": "string"}, "reason": {"type": ["string", "null"]},
        "replacement_id": {"type": "string", "enum": ["front-squat", "dumbbell-goblet-squat", "leg-press"]}}});
    chat
}

fn progress() -> Value {
    json!({"sessions_completed": 2, "streak_weeks": 3, "volume_kg": 5400.0,
        "muscles": [{"muscle": "upper_back", "status": "under"}, {"muscle": "chest", "status": "over"}],
        "lifts": [{"exercise_id": "barbell-back-squat", "name": "Barbell back squat", "e1rm_kg": 92.5,
            "trend": [{"e1rm_kg": 90.0}]}]})
}

fn answer(tool: &str) -> Value {
    let other = |id: &str, gear: &[&str]| json!({"exercise_id": id, "name": id, "equipment": gear});
    match tool {
        "getProfile" => profile(),
        "getWeeklyPlan" => plan(),
        "draftWeeklyPlan" => draft(),
        "getProgress" => progress(),
        "getSession" => json!({"status": "active", "sets": [], "prescribed": [
            {"exercise_id": "barbell-back-squat", "name": "Barbell back squat", "sets": [{}, {}]}]}),
        "suggestNextSet" => json!({"exercise_id": "barbell-back-squat", "set_index": 2, "kind": "working",
            "weight_kg": 60.0, "reps": 8, "duration_seconds": null, "rpe": 7.0, "rest_seconds": 150,
            "because": "…", "done": false, "heavier_kg": 62.5, "lighter_kg": 57.5,
            "alternatives": [other("front-squat", &["barbell"]), other("dumbbell-goblet-squat", &["dumbbell"])]}),
        _ => executed(),
    }
}

/// Every call of the turn without its reason, which is words; and what is said at its end.
fn turn(chat: Script, text: &str) -> (Vec<(String, Value)>, String) {
    let (mut chat, mut calls) = (chat.says(text), Vec::new());
    while !chat.calls.is_empty() {
        let answers: Vec<Value> = chat.calls.iter().map(|(tool, _)| answer(tool)).collect();
        for (tool, mut arguments) in chat.calls.clone() {
            arguments.as_object_mut().unwrap().remove("reason");
            calls.push((tool, arguments));
        }
        chat = chat.answered(&answers);
    }
    (calls, chat.text)
}

#[test]
fn what_is_offered_to_tap_leads_to_the_same_calls_in_every_language() {
    for (keys, begin) in [(COACH_CHIPS, Script::coach as fn() -> Script), (WORKOUT_CHIPS, copilot)] {
        for key in keys {
            let (english, said) = turn(begin(), &texts::within(Language::default(), key, &[]));
            assert!(!english.is_empty(), "{key}");
            for language in others() {
                let chip = texts::within(language, key, &[]);
                let (calls, own) = turn(begin().in_language(language.tag()), &chip);
                assert_eq!(calls, english, "{language}: {chip}");
                assert_ne!(own, said, "{language}: {chip}");
            }
        }
    }
}

/// What the answers tell people to say, between quotation marks.
#[test]
fn what_the_answers_tell_people_to_say_is_understood() {
    for (language, said, tool) in [
        ("de", "mach mir einen Plan", "draftWeeklyPlan"),
        ("de", "mach den Plan neu", "draftWeeklyPlan"),
        ("de", "speichern", "draftWeeklyPlan"),
        ("de", "schone mein Knie", "getProfile"),
        ("de", "merk dir, dass ich früh trainiere", "getProfile"),
        ("es", "hazme un plan", "draftWeeklyPlan"),
        ("es", "rehaz mi plan", "draftWeeklyPlan"),
        ("es", "guárdalo", "getWeeklyPlan"),
        ("es", "cuida mi rodilla", "getProfile"),
        ("es", "recuerda que entreno temprano", "getProfile"),
    ] {
        let (calls, _) = turn(Script::coach().in_language(language), said);
        assert!(calls.iter().any(|(called, _)| called == tool), "{said}: {calls:?}");
    }
}

#[test]
fn how_it_goes_is_said_in_the_person_s_language_and_units() {
    let cases = [
        (
            "de",
            Units::Kg,
            "Wie komme ich voran?",
            "Diese Woche: 2 Trainings abgeschlossen, 5400 kg bewegt. Das sind 3 Wochen in Folge. Bisher unter \
             dem Wochenbereich: Oberer Rücken. Darüber: Brust. Geschätztes Maximum für eine Wiederholung: \
             Langhantel-Kniebeuge 92,5 kg (+2,5).",
        ),
        (
            "de",
            Units::Lb,
            "Wie komme ich voran?",
            "Diese Woche: 2 Trainings abgeschlossen, 11905 lb bewegt. Das sind 3 Wochen in Folge. Bisher \
             unter dem Wochenbereich: Oberer Rücken. Darüber: Brust. Geschätztes Maximum für eine \
             Wiederholung: Langhantel-Kniebeuge 203,9 lb (+5,5).",
        ),
        (
            "es",
            Units::Kg,
            "¿Cómo voy?",
            "Esta semana: 2 entrenamientos terminados, 5400 kg movidos. Ya van 3 semanas seguidas. Por \
             debajo de su rango semanal hasta ahora: espalda alta. Por encima: pecho. Máximo estimado a \
             una repetición: SQUAT 92,5 kg (+2,5).",
        ),
    ];
    for (language, units, asked, answer) in cases {
        let mut chat = Script::coach().in_language(language);
        chat.request.wording.units = units;
        let wording = Wording { language: Language::parse(language).unwrap(), units };
        let name = within(wording, || crate::wording::exercises::name_or_id("barbell-back-squat"));
        assert_eq!(turn(chat, asked).1, answer.replace("SQUAT", &name));
    }
}

#[test]
fn a_set_is_proposed_in_the_person_s_language_with_the_numbers_they_typed() {
    for (language, said, words) in [
        ("de", "8 Wdh. mit 62,5 kg", "Zum Eintragen: Langhantel-Kniebeuge, Satz 2: 8 Wdh. mit 62,5 kg."),
        ("de", "fertig", "Zum Eintragen: Langhantel-Kniebeuge, Satz 2: 8 Wdh. mit 60 kg."),
    ] {
        let chat = copilot().in_language(language).says(said).answered(&[answer("suggestNextSet")]);
        assert_eq!(chat.text, words);
        assert_eq!(chat.called(), ["logSet"]);
    }
}
