//! What the table of routes says of each is true: who may come in, and that every page is there.

use reqwest::header::COOKIE;
use reqwest::{Method, StatusCode};
use spotter::web::pages::PAGES;
use spotter::web::route::{Mark, Route};
use spotter::web::routes::{AGENTS, API};

use super::{location, visitor};
use crate::support::app::TestApp;

/// The method and the path, with an id of nothing where one is asked for.
fn asked(route: &Route, root: &str) -> (Method, String) {
    let parts = route.path.split('/').map(|part| if part.starts_with('{') { "none" } else { part });
    let path = parts.collect::<Vec<_>>().join("/");
    (route.method.to_uppercase().parse().unwrap(), format!("{root}{path}"))
}

#[tokio::test]
async fn whoever_is_not_logged_in_is_let_in_where_the_table_says_so_alone() {
    let app = TestApp::start().await;
    visitor(&app, "Ada").await;
    for page in PAGES.iter().filter(|page| !page.is(Mark::Open)) {
        let (method, path) = asked(page, "");
        let answer = app.anonymous(method, &path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{} {path}", page.method);
        assert!(location(&answer).starts_with("/login"), "{} {path}", page.method);
    }
    for operation in API.iter().chain(AGENTS) {
        let (method, path) = asked(operation, "/api/v1");
        let answer = app.anonymous(method, &path).send().await.unwrap();
        let shut = answer.status() == StatusCode::UNAUTHORIZED;
        assert_eq!(shut, !operation.is(Mark::Open), "{}: {}", operation.id, answer.status());
    }
}

#[tokio::test]
async fn every_page_is_there_for_whoever_is_logged_in() {
    let app = TestApp::start().await;
    let ada = visitor(&app, "Ada").await;
    let pages = PAGES.iter().filter(|page| page.method == "get" && !page.is(Mark::Open));
    for page in pages.filter(|page| !page.path.contains('{')) {
        let (method, path) = asked(page, "");
        let answer = app.anonymous(method, &path).header(COOKIE, &ada.cookie).send().await.unwrap();
        assert!(
            answer.status().is_success() || answer.status().is_redirection(),
            "{path}: {}",
            answer.status()
        );
    }
}
