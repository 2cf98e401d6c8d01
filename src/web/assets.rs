//! Browser code and pictures, held in the binary. Each file stands under a path with the hash of all
//! of them, which never changes and may be kept for ever, and under its plain name with an ETag.
//! Scripts are sent without the comments that stand on lines of their own.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::body::Body;
use axum::extract::{RawPathParams, RawQuery, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use rust_embed::{Embed, EmbeddedFile};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{WebState, etag};
use crate::domain::language::Language;
use crate::service::precondition::Tag;
use crate::wording::{self, Wording, texts};

/// Everything under `static/`.
#[derive(Embed)]
#[folder = "static/"]
struct Files;

/// A path with the hash never says anything else.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The type of a script.
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The service worker among the files.
const WORKER: &str = "sw.js";

/// The scripts' texts, which every language has its own of.
const TEXTS: &str = "js/texts.js";

/// Names one build of the browser code and its texts: relative imports stay within it.
static BUILD: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort_unstable();
    let mut hash = Sha256::new();
    for file in names.iter().filter_map(|name| Files::get(name)) {
        hash.update(file.metadata.sha256_hash());
    }
    hash.update(texts::BUILD.as_bytes());
    hex::encode(hash.finalize()).chars().take(12).collect()
});

/// The build in one language: `<hash>` in English, `<hash>.de` in German, where the scripts find other
/// texts under the path that they import.
fn build(language: Language) -> String {
    if language == Language::default() { BUILD.clone() } else { format!("{}.{language}", *BUILD) }
}

/// Where templates find the files of the language that the page is in: `/static/<build>`, without a
/// trailing slash.
#[must_use]
pub fn base() -> String {
    format!("/static/{}", build(wording::current().language))
}

/// Answers `/static/{*path}`.
pub async fn serve(params: RawPathParams, headers: HeaderMap) -> Response {
    let path = params.iter().map(|(_, value)| value).next().unwrap_or_default();
    match of_build(path) {
        Some((language, TEXTS)) if language != Language::default() => texts_in(language, &headers),
        Some((_, name)) => answer(name, &headers, FOR_EVER),
        None => answer(path, &headers, "no-cache"),
    }
}

/// The language and the file of a path within this build.
fn of_build(path: &str) -> Option<(Language, &str)> {
    let (build, name) = path.strip_prefix(BUILD.as_str())?.split_once('/')?;
    match build.strip_prefix('.') {
        Some(tag) => Some((Language::all().find(|language| language.tag() == tag)?, name)),
        None => build.is_empty().then_some((Language::default(), name)),
    }
}

/// The scripts' texts in another language than the file that is committed.
fn texts_in(language: Language, headers: &HeaderMap) -> Response {
    let mut response = answer(TEXTS, headers, FOR_EVER);
    if response.status() == StatusCode::OK {
        *response.body_mut() = Body::from(wording::module(language).unwrap_or_default());
    }
    response
}

/// Answers `/favicon.ico`, which browsers ask for by themselves.
pub async fn icon(headers: HeaderMap) -> Response {
    answer("icon.svg", &headers, "no-cache")
}

/// Answers `/manifest.webmanifest`: what a device shows of the installed app. A place that is not there
/// has no shortcut.
pub async fn manifest(State(state): State<WebState>) -> Response {
    let places = [("place-workout", "/workout"), ("place-plan", "/plan"), ("place-coach", "/coach")];
    let there = places.into_iter().filter(|(_, url)| *url != "/coach" || state.agents.is_some());
    let shortcuts: Vec<_> = there.map(|(name, url)| json!({"name": texts::say(name), "url": url})).collect();
    let icon = |name: &str, sizes, purpose| json!({"src": format!("/static/{name}"), "sizes": sizes, "type": content_type(name), "purpose": purpose});
    // Not every device draws an SVG, so the same picture stands beside it in pixels.
    let icons = [
        icon("icon.svg", "any", "any"),
        icon("icon-maskable.svg", "any", "maskable"),
        icon("icon-192.png", "192x192", "any"),
        icon("icon-512.png", "512x512", "any"),
    ];
    let about = json!({
        "id": "/", "name": "Spotter", "short_name": "Spotter",
        "description": texts::say("shell-about"), "lang": wording::current().language,
        "start_url": "/", "scope": "/", "display": "standalone", "orientation": "any",
        "categories": ["health", "fitness", "sports"],
        "background_color": "#101311", "theme_color": "#101311",
        "icons": icons,
        "shortcuts": shortcuts,
    });
    let kind = (header::CONTENT_TYPE, "application/manifest+json");
    ([kind, (header::CACHE_CONTROL, "no-cache")], about.to_string()).into_response()
}

/// What the service worker is told of the site's paths.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Kept {
    /// The places of the navigation.
    pub places: Vec<&'static str>,
    /// Those that have a copy on the device: the places, and what only a script reads.
    pub kept: Vec<&'static str>,
    /// Where someone comes in or leaves.
    pub doors: Vec<String>,
}

/// Answers `/sw.js?lang=de`: the service worker, which has to stand at the root to see every page. It is
/// told which files the pages of this build need and which paths it keeps, so that another build, or
/// language, is another worker.
#[must_use]
pub fn worker(RawQuery(query): RawQuery, headers: &HeaderMap, kept: &Kept) -> Response {
    let asked = query.as_deref().and_then(|query| Language::parse(query.strip_prefix("lang=")?));
    let language = asked.unwrap_or_else(|| wording::current().language);
    wording::within(Wording { language, ..wording::current() }, || worker_in(language, headers, kept))
}

fn worker_in(language: Language, headers: &HeaderMap, kept: &Kept) -> Response {
    let mut response = answer(WORKER, headers, "no-cache");
    let tag = Tag::of_everybody(build(language));
    let out = response.headers_mut();
    out.insert("service-worker-allowed", HeaderValue::from_static("/"));
    if let Some(value) = etag::value(&tag) {
        out.insert(header::ETAG, value);
    }
    if etag::unchanged(headers, &tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
    } else if let Some(file) = Files::get(WORKER) {
        *response.status_mut() = StatusCode::OK;
        *response.body_mut() = Body::from([shell(kept).as_bytes(), &sent(WORKER, file)].concat());
    }
    response
}

/// The first line of the service worker: the build, the files its pages need, the site's paths, and the
/// words of the one page that it makes itself.
fn shell(kept: &Kept) -> String {
    let mut files: Vec<String> = Files::iter()
        .filter(|name| name != WORKER && [".js", ".css", ".svg"].iter().any(|ending| name.ends_with(ending)))
        .map(|name| format!("{}/{name}", base()))
        .collect();
    files.sort_unstable();
    format!(
        "const SHELL = {};\n",
        json!({ "build": build(wording::current().language), "files": files, "paths": kept, "words": away() })
    )
}

fn away() -> Value {
    json!({
        "lang": wording::current().language,
        "title": texts::say("shell-away"),
        "about": texts::say("shell-away-about"),
        "again": texts::say("shell-away-again"),
        "workout": texts::say("shell-away-workout"),
        "plan": texts::say("shell-away-plan"),
    })
}

/// A file as it is sent: a script loses its indentation and the comments that have lines of their own, and
/// keeps the lines, so that what a browser says of line 20 is true of the source.
fn sent(name: &str, file: EmbeddedFile) -> Cow<'static, [u8]> {
    if content_type(name) != SCRIPT {
        return file.data;
    }
    let source = String::from_utf8_lossy(&file.data);
    let mut within = false;
    let lines = source.lines().map(|line| {
        let start = line.trim_start();
        let comment = within || start.starts_with("/**") || start.starts_with("//");
        within = (within || start.starts_with("/**")) && !line.contains("*/");
        if comment { "" } else { start }
    });
    Cow::Owned(lines.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes())
}

fn answer(name: &str, headers: &HeaderMap, caching: &'static str) -> Response {
    let Some(file) = Files::get(name) else { return StatusCode::NOT_FOUND.into_response() };
    let tag = tag(&file);
    let mut response = if etag::unchanged(headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(sent(name, file)))
    };
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(name)));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Some(value) = etag::value(&tag) {
        out.insert(header::ETAG, value);
    }
    response
}

fn tag(file: &EmbeddedFile) -> Tag {
    Tag::of_everybody(hex::encode(file.metadata.sha256_hash()).chars().take(16).collect::<String>())
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => SCRIPT,
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    #[test]
    fn files_have_types_tags_and_conditions() {
        for (name, kind) in [
            ("app.css", "text/css; charset=utf-8"),
            ("icon.svg", "image/svg+xml"),
            ("js/app.js", "text/javascript; charset=utf-8"),
        ] {
            let first = answer(name, &HeaderMap::new(), "no-cache");
            assert_eq!(first.status(), StatusCode::OK, "{name}");
            assert_eq!(first.headers()[header::CONTENT_TYPE], kind);
            let mut asked = HeaderMap::new();
            asked.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
            assert_eq!(answer(name, &asked, "no-cache").status(), StatusCode::NOT_MODIFIED);
        }
        assert_eq!(answer("../Cargo.toml", &HeaderMap::new(), "").status(), StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn the_worker_knows_its_build_and_every_file_of_it() {
        let kept = Kept { places: vec!["/", "/plan"], ..Kept::default() };
        let first = worker(RawQuery(None), &HeaderMap::new(), &kept);
        assert_eq!(first.status(), StatusCode::OK);
        assert_eq!(first.headers()[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
        assert_eq!(first.headers()[header::CACHE_CONTROL], "no-cache");
        assert_eq!(first.headers()["service-worker-allowed"], "/");
        let mut asked = HeaderMap::new();
        asked.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
        let body = axum::body::to_bytes(first.into_body(), 1 << 20).await.unwrap();
        let text = String::from_utf8(body.to_vec()).unwrap();
        let line = text.lines().next().unwrap().strip_prefix("const SHELL = ").unwrap();
        let told: serde_json::Value = serde_json::from_str(line.trim_end_matches(';')).unwrap();
        assert_eq!(
            (&told["build"], &told["paths"]["places"]),
            (&json!(BUILD.as_str()), &json!(["/", "/plan"]))
        );
        for name in ["app.css", "js/app.js", "icons.svg"] {
            assert!(text.contains(&format!("\"{}/{name}\"", base())), "{name}");
        }
        assert!(!line.contains("sw.js") && text.lines().count() > 1);
        assert_eq!(worker(RawQuery(None), &asked, &kept).status(), StatusCode::NOT_MODIFIED);
    }

    #[test]
    fn a_script_is_sent_without_comments_and_with_all_its_code_where_it_stood() {
        for name in Files::iter().filter(|name| name.ends_with(".js")) {
            let file = Files::get(&name).unwrap();
            let source = String::from_utf8_lossy(&file.data).into_owned();
            let sent = String::from_utf8(sent(&name, file).into_owned()).unwrap();
            assert_eq!(sent.lines().count(), source.lines().count(), "{name}");
            for (sent, line) in sent.lines().zip(source.lines()) {
                let comment = ["//", "/**", "*"].iter().any(|mark| line.trim_start().starts_with(mark));
                assert!(if comment { sent.is_empty() } else { sent == line.trim_start() }, "{name}: {line}");
            }
        }
    }

    #[test]
    fn browser_code_stays_small_and_asks_no_one_else() {
        let mut whole = 0;
        for name in Files::iter().filter(|name| name.ends_with(".js") || name.ends_with(".css")) {
            let file = Files::get(&name).unwrap();
            let text = String::from_utf8_lossy(&file.data).into_owned();
            for banned in ["http://", "https://", "innerHTML", "outerHTML", "insertAdjacentHTML", "eval("] {
                assert!(!text.contains(banned), "{name} has {banned}");
            }
            if name.ends_with(".js") {
                let mut packed = GzEncoder::new(Vec::new(), Compression::default());
                packed.write_all(&sent(&name, file)).unwrap();
                whole += packed.finish().unwrap().len();
            }
        }
        println!("{whole} bytes of scripts, gzipped file by file");
        assert!(whole < 60_000, "{whole} bytes of scripts, gzipped");
    }
}
