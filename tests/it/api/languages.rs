//! Problems in the asker's language: what their browser accepts, until their profile says another.

use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE, VARY};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use super::common::{in_session, problem, squat, with, with_plan};
use crate::support::app::{TestApp, TestUser, expect, key};

const NOT_FOUND: [(&str, &str, &str); 3] = [
    ("es", "No encontrado", "Aquí no hay nada, o no es tuyo."),
    ("de", "Nicht gefunden", "Hier ist nichts, oder es gehört nicht dir."),
    ("fr", "Not found", "There is nothing here, or it is not yours."),
];

/// A write of someone whose browser accepts this language.
async fn send(user: &TestUser, language: &str, ask: (Method, &str), key: &str, body: &Value) -> Response {
    let request = user.request(ask.0, ask.1).header(ACCEPT_LANGUAGE, language).header("Idempotency-Key", key);
    request.json(body).send().await.unwrap()
}

/// Title and detail of a problem that says that its language depends on who asks.
async fn said(response: Response, status: StatusCode, kind: &str) -> (String, String, Value) {
    let vary: Vec<_> = response.headers().get_all(VARY).iter().map(|value| value.to_str().unwrap()).collect();
    assert!(vary.join(", ").contains("Accept-Language"), "{vary:?}");
    let body = problem(response, status, kind).await;
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    (text("title"), text("detail"), body)
}

#[tokio::test]
async fn a_bad_set_is_told_in_the_language_that_is_accepted() {
    let (_app, ann, id) = in_session().await;
    let path = format!("/sessions/{id}/sets");
    let bad = with(squat(0), json!({"weight_kg": 1200.5}));
    for (language, title, detail, index, load) in [
        (
            "es-MX,es;q=0.9,en;q=0.5",
            "Campos no válidos",
            "2 campos tienen valores incorrectos.",
            "Las series se numeran de 1 a 100.",
            "El peso va de 0 a 1000 kg.",
        ),
        (
            "de",
            "Ungültige Felder",
            "2 Felder haben falsche Werte.",
            "Sätze haben die Nummern 1 bis 100.",
            "Das Gewicht ist 0 bis 1000 kg.",
        ),
        (
            "en",
            "Invalid fields",
            "2 fields have wrong values.",
            "Sets are numbered 1 to 100.",
            "The load is 0 to 1000 kg.",
        ),
    ] {
        let answer = send(&ann, language, (Method::POST, &path), &key(), &bad).await;
        let (said_title, said_detail, body) =
            said(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields").await;
        assert_eq!((said_title.as_str(), said_detail.as_str()), (title, detail), "{body}");
        let errors = body["errors"].as_array().unwrap();
        let at = |pointer: &str| errors.iter().find(|error| error["pointer"] == pointer).unwrap();
        assert_eq!(at("/set_index")["message"], index);
        assert_eq!(at("/set_index")["reason"], json!({"code": "set_index_range", "most": 100}));
        assert_eq!(at("/weight_kg")["message"], load);
        assert_eq!(body["reason"]["code"], "problem_fields");
    }
}

#[tokio::test]
async fn what_is_missing_reused_or_unknown_is_told_in_the_language_that_is_accepted() {
    let (_app, ann, id) = in_session().await;
    let sets = format!("/sessions/{id}/sets");
    let used = key();
    expect(send(&ann, "de", (Method::POST, &sets), &used, &squat(1)).await, StatusCode::CREATED).await;
    let plan = super::common::small_plan();
    for (language, needed, reused, taken, unknown) in [
        (
            "es",
            "envía If-Match con la versión que cambiaste",
            "Esta Idempotency-Key se usó para otra petición. No se cambió nada.",
            "Ya hay una serie en este lugar.",
            "Aquí no hay nada, o no es tuyo.",
        ),
        (
            "de",
            "schick If-Match mit der Version, die du geändert hast",
            "Dieser Idempotency-Key wurde für eine andere Anfrage benutzt. Nichts wurde geändert.",
            "An dieser Stelle steht schon ein Satz.",
            "Hier ist nichts, oder es gehört nicht dir.",
        ),
    ] {
        let put = ann.request(Method::PUT, "/weekly-plan").header(ACCEPT_LANGUAGE, language).json(&plan);
        let found =
            said(put.send().await.unwrap(), StatusCode::PRECONDITION_REQUIRED, "if-match-needed").await;
        assert_eq!(found.1, needed);
        let again = send(&ann, language, (Method::POST, &sets), &used, &squat(2)).await;
        assert_eq!(said(again, StatusCode::CONFLICT, "idempotency-key-reused").await.1, reused);
        let other = with(squat(1), json!({"reps": 3}));
        let there = send(&ann, language, (Method::POST, &sets), &key(), &other).await;
        assert_eq!(said(there, StatusCode::CONFLICT, "set-index-taken").await.1, taken);
        let nowhere = "/sessions/01890000-0000-7000-8000-000000000000/sets";
        let nowhere = send(&ann, language, (Method::POST, nowhere), &key(), &squat(1)).await;
        assert_eq!(said(nowhere, StatusCode::NOT_FOUND, "not-found").await.1, unknown);
    }
}

#[tokio::test]
async fn a_profile_says_language_and_units_whatever_the_browser_accepts() {
    let (_app, ann) = with_plan().await;
    ann.set_profile(json!({"language": "es", "units": "lb"})).await;
    let session = ann.start_session("Day1").await;
    let path = format!("/sessions/{}/sets", session["id"].as_str().unwrap());
    let bad = with(squat(1), json!({"weight_kg": 1001}));
    let answer = send(&ann, "de", (Method::POST, &path), &key(), &bad).await;
    let found = said(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields").await;
    assert_eq!(found.0, "Campos no válidos");
    assert_eq!(found.1, "El peso va de 0 a 2204,6 lb.");
    assert_eq!(found.2["reason"]["most_kg"], 1000.0, "facts are kilograms");
}

#[tokio::test]
async fn who_is_not_known_yet_is_told_what_their_browser_accepts() {
    let app = TestApp::start().await;
    for (language, title, detail) in NOT_FOUND {
        let ask = app.anonymous(Method::GET, "/api/v1/nowhere").header(ACCEPT_LANGUAGE, language);
        let found = said(ask.send().await.unwrap(), StatusCode::NOT_FOUND, "not-found").await;
        assert_eq!((found.0.as_str(), found.1.as_str()), (title, detail));
        let ask = app.anonymous(Method::GET, "/nowhere").header(ACCEPT_LANGUAGE, language);
        let page = ask.header(ACCEPT, "text/html").send().await.unwrap().text().await.unwrap();
        assert!(page.contains(detail), "{page}");
    }
    let body = json!({"name": "nobody", "password": "12345678"});
    let login = app.anonymous(Method::POST, "/api/v1/login").header(ACCEPT_LANGUAGE, "de").json(&body);
    let found = said(login.send().await.unwrap(), StatusCode::UNAUTHORIZED, "wrong-credentials").await;
    assert_eq!(found.1, "der Name oder das Passwort stimmt nicht");
    let foreign = app.anonymous(Method::POST, "/api/v1/login").header(ACCEPT_LANGUAGE, "es").json(&body);
    let foreign =
        foreign.header("Origin", "https://elsewhere.example").header("Sec-Fetch-Site", "cross-site");
    let found = said(foreign.send().await.unwrap(), StatusCode::FORBIDDEN, "cross-site").await;
    assert_eq!(found.1, "Esta petición vino de otro sitio web.");
}

#[tokio::test]
async fn a_page_tells_what_an_extractor_refuses_in_words_of_its_reader() {
    let app = TestApp::start().await;
    let ask = app.anonymous(Method::GET, "/login?token=a&token=b").header(ACCEPT_LANGUAGE, "de");
    let page = ask.header(ACCEPT, "text/html").send().await.unwrap().text().await.unwrap();
    assert!(page.contains("Gib das nur einmal an.") && page.contains("data-status=\"422\""), "{page}");
}
