//! The settings page's data section, without JavaScript: look at a file, then take it in, once.

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Method, Response, StatusCode};
use spotter::service::accounts;

use super::HEVY;
use crate::support::app::TestApp;

async fn cookie(app: &TestApp, name: &str) -> String {
    accounts::create(&app.core, name, Some("a long sentence".to_owned())).await.unwrap();
    let body = format!("name={name}&password=a+long+sentence");
    let request = app.anonymous(Method::POST, "/login").body(body);
    let answer = request.header("content-type", "application/x-www-form-urlencoded").send().await.unwrap();
    answer.headers()[SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned()
}

async fn look(app: &TestApp, cookie: &str, file: &str) -> Response {
    let part = |name: &str, value: &str| {
        format!("--edge\r\nContent-Disposition: form-data; {name}\r\n\r\n{value}\r\n")
    };
    let body = part("name=\"units\"", "kg")
        + &part("name=\"unknown\"", "create")
        + &part("name=\"likely\"", "accept")
        + &part("name=\"file\"; filename=\"hevy.csv\"", file)
        + "--edge--\r\n";
    let request = app.anonymous(Method::POST, "/settings/import").header(COOKIE, cookie).body(body);
    request.header("content-type", "multipart/form-data; boundary=edge").send().await.unwrap()
}

/// The values of the confirming form's hidden fields, as a browser sends them.
fn confirming(html: &str) -> String {
    let form = html.split("id=\"take-in-form\"").nth(1).expect("the form").split("</form>").next().unwrap();
    let value = |input: &str, name: &str| {
        input.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap().to_owned()
    };
    let pairs = form.split("<input").skip(1).map(|input| (value(input, " name"), value(input, " value")));
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

async fn confirm(app: &TestApp, cookie: &str, body: &str) -> Response {
    let request = app.anonymous(Method::POST, "/settings/import/confirm").header(COOKIE, cookie);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    request.body(body.to_owned()).send().await.unwrap()
}

async fn page(app: &TestApp, cookie: &str, path: &str) -> String {
    app.anonymous(Method::GET, path).header(COOKIE, cookie).send().await.unwrap().text().await.unwrap()
}

#[tokio::test]
async fn a_file_is_looked_at_first_and_taken_in_once() {
    let app = TestApp::start().await;
    let ada = cookie(&app, "ada").await;
    let settings = page(&app, &ada, "/settings").await;
    for link in ["/api/v1/export\"", "/api/v1/export/sets.csv\"", "action=\"/settings/import\""] {
        assert!(settings.contains(link), "{link}");
    }
    let looked = look(&app, &ada, HEVY).await;
    assert_eq!(looked.status(), StatusCode::OK);
    let html = looked.text().await.unwrap();
    for words in
        ["7 sets in 3 workouts are new.", "Barbell bench press", "likely", "your own exercise", "Line 8"]
    {
        assert!(html.contains(words), "{words}\n{html}");
    }
    assert!(
        !page(&app, &ada, "/workout").await.contains("href=\"/workout/"),
        "nothing is written by looking"
    );
    let form = confirming(&html);
    for _ in 0..2 {
        let done = confirm(&app, &ada, &form).await;
        assert_eq!(done.status(), StatusCode::SEE_OTHER);
        assert_eq!(done.headers()[LOCATION], "/settings?done=import");
    }
    assert!(page(&app, &ada, "/settings?done=import").await.contains("Your workouts are here."));
    let again = look(&app, &ada, HEVY).await.text().await.unwrap();
    assert!(again.contains("There is nothing new in this file.") && !again.contains("take-in-form"));
    let csv = page(&app, &ada, "/api/v1/export/sets.csv").await;
    assert_eq!(csv.matches("2026, 17:00").count(), 7, "a cookie opens the download: {csv}");
}

#[tokio::test]
async fn a_file_that_cannot_be_read_or_is_gone_is_said_on_the_page() {
    let app = TestApp::start().await;
    let (ada, bob) = (cookie(&app, "ada").await, cookie(&app, "bob").await);
    let refused = look(&app, &ada, "a,b\n1,2\n").await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().await.unwrap().contains("does not name the columns"));
    let form = confirming(&look(&app, &ada, HEVY).await.text().await.unwrap());
    let other = confirm(&app, &bob, &form).await;
    assert_eq!(other.status(), StatusCode::UNPROCESSABLE_ENTITY, "another person's ticket finds nothing");
    assert!(other.text().await.unwrap().contains("Choose it again."));
    assert_eq!(confirm(&app, &ada, &form).await.status(), StatusCode::SEE_OTHER);
}
