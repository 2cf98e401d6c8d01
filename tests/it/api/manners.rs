//! HTTP manners: slashes, methods, media types, sizes, broken bodies, other sites, compression.

use reqwest::{Method, StatusCode};
use serde_json::json;

use super::common::{in_session, pointers, problem, squat, with_plan};
use crate::support::app::{TestApp, expect, key};

#[tokio::test]
async fn a_trailing_slash_is_accepted() {
    let (app, ann, id) = in_session().await;
    for path in ["/profile", "/weekly-plan", "/sessions", &format!("/sessions/{id}"), "/progress/summary"] {
        assert_eq!(ann.get(&format!("{path}/")).await, ann.get(path).await, "{path}");
    }
    let key = key();
    let sets = format!("/sessions/{id}/sets");
    let first = ann.send(Method::POST, &format!("{sets}/"), &key, squat(1)).await;
    let first = expect(first, StatusCode::CREATED).await;
    let again = ann.send(Method::POST, &sets, &key, squat(1)).await;
    assert_eq!(again.headers()["idempotency-replayed"], "true", "it is the same route");
    assert_eq!(expect(again, StatusCode::CREATED).await, first);
    for path in ["/livez/", "/readyz/", "/openapi.json/", "/docs/"] {
        assert_eq!(app.anonymous(Method::GET, path).send().await.unwrap().status(), 200, "{path}");
    }
}

#[tokio::test]
async fn head_answers_as_get_without_a_body() {
    let (_app, ann, id) = in_session().await;
    for path in ["/profile", "/weekly-plan", "/exercises", "/sessions", &format!("/sessions/{id}"), "/tokens"]
    {
        let get = ann.request(Method::GET, path).send().await.unwrap();
        let head = ann.request(Method::HEAD, path).send().await.unwrap();
        assert_eq!(head.status(), 200, "{path}");
        for name in ["etag", "content-type", "cache-control"] {
            assert_eq!(head.headers().get(name), get.headers().get(name), "{path} {name}");
        }
        assert!(head.bytes().await.unwrap().is_empty());
    }
    let tag = ann.tag("/profile").await;
    let unchanged = ann.request(Method::HEAD, "/profile").header("If-None-Match", tag).send().await.unwrap();
    assert_eq!(unchanged.status(), 304);
    assert_eq!(ann.request(Method::HEAD, "/sessions/none").send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn another_method_is_405_and_says_which_are_allowed() {
    let (app, ann) = with_plan().await;
    for (method, path, allowed) in [
        (Method::DELETE, "/profile", vec!["GET", "HEAD", "PUT"]),
        (Method::POST, "/weekly-plan", vec!["GET", "HEAD", "PUT"]),
        (Method::GET, "/weekly-plan/draft", vec!["POST"]),
        (Method::PUT, "/sessions", vec!["GET", "HEAD", "POST"]),
        (Method::GET, "/sessions/x/sets/y", vec!["DELETE", "PATCH"]),
        (Method::PUT, "/sessions/x", vec!["GET", "HEAD", "PATCH"]),
        (Method::GET, "/login", vec!["POST"]),
        (Method::TRACE, "/exercises", vec!["GET", "HEAD", "POST"]),
    ] {
        for method in [method, Method::OPTIONS] {
            let answer = ann.request(method.clone(), path).send().await.unwrap();
            let header = answer.headers()["allow"].to_str().unwrap().to_owned();
            let mut found: Vec<&str> = header.split(',').map(str::trim).collect();
            found.sort_unstable();
            assert_eq!(found, allowed, "{method} {path}");
            if method == Method::OPTIONS {
                assert_eq!(answer.status(), 204);
            } else {
                problem(answer, StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed").await;
            }
        }
    }
    let answer = app.anonymous(Method::POST, "/livez").send().await.unwrap();
    assert!(answer.headers().contains_key("allow"));
    problem(answer, StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed").await;
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_document() {
    let (app, ann) = with_plan().await;
    for path in [
        "/nothing",
        "",
        "/sessions/x/y/z",
        "/profile/x",
        "/exercises/%FF",
        "/exercises/%00",
        "/exercises/a%2Fb",
    ] {
        let answer = ann.request(Method::GET, path).send().await.unwrap();
        problem(answer, StatusCode::NOT_FOUND, "not-found").await;
    }
    let long = format!("/exercises/{}", "x".repeat(5000));
    assert_eq!(ann.request(Method::GET, &long).send().await.unwrap().status(), 404);
    let answer = app.anonymous(Method::OPTIONS, "/api/v1/nothing").send().await.unwrap();
    problem(answer, StatusCode::NOT_FOUND, "not-found").await;
}

#[tokio::test]
async fn bodies_are_json_of_a_decent_size() {
    let (_app, ann) = with_plan().await;
    let put = async |content_type: Option<&str>, body: Vec<u8>| {
        let mut request = ann.request(Method::PUT, "/profile").header("If-Match", "*");
        if let Some(content_type) = content_type {
            request = request.header("Content-Type", content_type);
        }
        request.body(body).send().await.unwrap()
    };
    let profile = serde_json::to_vec(&ann.get("/profile").await).unwrap();
    for accepted in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON",
        "application/merge-patch+json",
    ] {
        expect(put(Some(accepted), profile.clone()).await, StatusCode::OK).await;
    }
    for refused in
        [None, Some("text/plain"), Some("application/x-www-form-urlencoded"), Some("json"), Some("")]
    {
        let answer = put(refused, profile.clone()).await;
        problem(answer, StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json").await;
    }
    let mut padded = vec![b' '; 1024 * 1024 - profile.len()];
    padded.extend(&profile);
    expect(put(Some("application/json"), padded.clone()).await, StatusCode::OK).await;
    padded.insert(0, b' ');
    let answer = put(Some("application/json"), padded).await;
    problem(answer, StatusCode::PAYLOAD_TOO_LARGE, "body-too-large").await;
    let deep =
        |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000)).into_bytes();
    for broken in [
        Vec::new(),
        b"{".to_vec(),
        b"{\"goal\":}".to_vec(),
        b"{'goal':'strength'}".to_vec(),
        b"{} {}".to_vec(),
        b"\xEF\xBB\xBF{}".to_vec(),
        b"{\"goal\":\"\xFF\"}".to_vec(),
        b"{\"goal\":\"\\ud800\"}".to_vec(),
        b"\x00\x01\x02".to_vec(),
        b"{\"goal\":\"strength\"}".iter().flat_map(|byte| [*byte, 0]).collect(),
        deep("[", "]"),
        deep("{\"a\":", "}"),
    ] {
        problem(put(Some("application/json"), broken).await, StatusCode::BAD_REQUEST, "broken-json").await;
    }
}

#[tokio::test]
async fn a_chunked_body_that_never_says_its_size_is_bounded_too() {
    let (_app, ann) = with_plan().await;
    let chunks = (0..40).map(|_| Ok::<_, std::io::Error>(vec![b' '; 64 * 1024]));
    let body = reqwest::Body::wrap_stream(futures_util::stream::iter(chunks));
    let request = ann.request(Method::PUT, "/profile").header("If-Match", "*");
    let answer = request.header("Content-Type", "application/json").body(body).send().await;
    // The server may close before all was sent; what it must not do is take it.
    if let Ok(answer) = answer {
        problem(answer, StatusCode::PAYLOAD_TOO_LARGE, "body-too-large").await;
    }
    assert_eq!(ann.get("/profile").await["version"], 1);
}

#[tokio::test]
async fn pages_are_asked_for_within_limits() {
    let (_app, ann) = with_plan().await;
    for path in ["/exercises", "/sessions"] {
        for (query, pointer) in [
            ("limit=0", "?limit"),
            ("limit=201", "?limit"),
            ("limit=-1", "?limit"),
            ("limit=ten", "?limit"),
            ("limit=", "?limit"),
            ("limit=99999999999999999999", "?limit"),
            ("limit=1&limit=2", "?limit"),
            ("cursor=", "?cursor"),
            ("cursor=%25%25", "?cursor"),
            ("cursor=_w", "?cursor"),
            ("page=2", "?page"),
        ] {
            let answer = ann.request(Method::GET, &format!("{path}?{query}")).send().await.unwrap();
            assert_eq!(pointers(answer).await, [pointer], "{path}?{query}");
        }
        ann.get(&format!("{path}?limit=200")).await;
    }
    for cursor in ["bm90aGluZw", "LjE"] {
        let answer = ann.request(Method::GET, &format!("/sessions?cursor={cursor}")).send().await.unwrap();
        assert_eq!(pointers(answer).await, ["?cursor"], "{cursor}");
    }
}

#[tokio::test]
async fn a_request_from_another_site_is_refused() {
    let (app, ann, id) = in_session().await;
    let before = ann.get(&format!("/sessions/{id}")).await;
    let own = app.base.as_str();
    for (name, value, status) in [
        ("sec-fetch-site", "cross-site", 403),
        ("sec-fetch-site", "same-site", 403),
        ("sec-fetch-site", "same-origin", 409),
        ("sec-fetch-site", "none", 409),
        ("origin", "https://evil.example", 403),
        ("origin", "null", 403),
        ("origin", own, 409),
    ] {
        let request = ann.request(Method::POST, "/sessions").header("Idempotency-Key", key());
        let answer = request.header(name, value).json(&json!({})).send().await.unwrap();
        assert_eq!(answer.status(), status, "{name}: {value}");
        let kind = if status == 403 { "cross-site" } else { "session-active" };
        problem(answer, StatusCode::from_u16(status).unwrap(), kind).await;
        let read = ann.request(Method::GET, "/profile").header(name, value).send().await.unwrap();
        assert_eq!(read.status(), 200, "reading is harmless");
    }
    assert_eq!(ann.get(&format!("/sessions/{id}")).await, before);
}

#[tokio::test]
async fn large_answers_without_a_tag_are_compressed_and_tagged_ones_never() {
    let (app, ann) = with_plan().await;
    let encoding = async |path: String| {
        let request = app.anonymous(Method::GET, &path).bearer_auth(&ann.token);
        let answer = request.header("Accept-Encoding", "gzip").send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        answer.headers().get("content-encoding").map(|value| value.to_str().unwrap().to_owned())
    };
    for path in
        ["/openapi.json".to_owned(), "/docs".to_owned(), "/api/v1/exercises/plank/alternatives".to_owned()]
    {
        assert_eq!(encoding(path.clone()).await.as_deref(), Some("gzip"), "{path}");
    }
    for path in ["exercises?limit=200", "weekly-plan", "profile", "progress/summary"] {
        assert_eq!(encoding(format!("/api/v1/{path}")).await, None, "{path}");
    }
}

#[tokio::test]
async fn probes_need_no_login_and_the_api_does() {
    let app = TestApp::start().await;
    for path in ["/livez", "/readyz", "/openapi.json", "/docs", "/redoc"] {
        assert_eq!(app.anonymous(Method::GET, path).send().await.unwrap().status(), 200, "{path}");
    }
    app.core.db.close().await;
    assert_eq!(app.anonymous(Method::GET, "/livez").send().await.unwrap().status(), 200);
    let gone = app.anonymous(Method::GET, "/readyz").send().await.unwrap();
    assert!(gone.headers().contains_key("retry-after"));
    problem(gone, StatusCode::SERVICE_UNAVAILABLE, "busy").await;
}
