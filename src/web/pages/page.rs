//! A page: a template, its typed values, and the shell around them (navigation, banners).

use std::sync::LazyLock;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use rust_embed::Embed;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tera::{Context, Tera};

use crate::domain::profile::Units;
use crate::domain::set_bounds::NOTE_CHARS;
use crate::domain::units;
use crate::service::precondition::Tag;
use crate::web::{Problem, assets};
use crate::wording::{self, numbers, set_kinds, texts};

/// Everything under `templates/`.
#[derive(Embed)]
#[folder = "templates/"]
pub(super) struct Templates;

static TERA: LazyLock<Tera> = LazyLock::new(|| {
    load().unwrap_or_else(|error| {
        tracing::error!(%error, "the templates cannot be read");
        Tera::default()
    })
});

/// Names one build of the templates and their texts, for the tags of pages that have one.
static BUILD: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Templates::iter().collect();
    names.sort_unstable();
    let mut hash = Sha256::new();
    for file in names.iter().filter_map(|name| Templates::get(name)) {
        hash.update(file.metadata.sha256_hash());
    }
    hash.update(texts::BUILD.as_bytes());
    hex::encode(hash.finalize())
});

/// The entity tag of a page: its data's tag, and everything around it that can change what is drawn.
/// `besides` is what the page shows that neither covers.
#[must_use]
pub fn tag(shell: &Shell, data: &Tag, besides: &str) -> Tag {
    let around = serde_json::to_string(shell).unwrap_or_default();
    let hash = Sha256::digest(format!("{}\n{around}\n{besides}", *BUILD));
    let hash: String = hex::encode(hash).chars().take(16).collect();
    data.under(format_args!("page.{hash}"))
}

/// Reads every template; names ending in `.html` are escaped.
pub(super) fn load() -> Result<Tera, tera::Error> {
    let mut tera = Tera::default();
    tera.register_function("t", texts::t);
    let files = Templates::iter().filter_map(|name| Some((name.to_string(), Templates::get(&name)?)));
    let texts: Vec<(String, String)> =
        files.map(|(name, file)| (name, String::from_utf8_lossy(&file.data).into_owned())).collect();
    tera.add_raw_templates(texts)?;
    Ok(tera)
}

/// The typed values of one template, which reads them as `page`.
pub trait Page: Serialize {
    /// Its file under `templates/`.
    const TEMPLATE: &'static str;
}

/// One of the five places.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Place {
    /// Key, icon and id.
    pub place: &'static str,
    /// Where.
    pub href: &'static str,
    /// The key of its name.
    pub name: &'static str,
}

impl Place {
    const fn new(place: &'static str, href: &'static str, name: &'static str) -> Self {
        Self { place, href, name }
    }
}

/// The five places; each is named by the key of its text.
pub const PLACES: [Place; 5] = [
    Place::new("today", "/", "place-today"),
    Place::new("plan", "/plan", "place-plan"),
    Place::new("workout", "/workout", "place-workout"),
    Place::new("progress", "/progress", "place-progress"),
    Place::new("coach", "/coach", "place-coach"),
];

/// What a person is told above every page.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Standing {
    /// Reached neither by https nor from this machine.
    pub insecure: bool,
    /// It is the account to look around in.
    pub sample: bool,
    /// Coaching is stopped by a red flag.
    pub locked: bool,
}

/// One that an RPE field offers.
#[derive(Debug, Clone, Serialize)]
pub struct Rpe {
    /// As forms send it.
    pub value: String,
    /// As the person's language writes it.
    pub label: String,
}

impl Rpe {
    fn of(rpe: f64) -> Self {
        Self { value: units::number(rpe, 1), label: numbers::number(rpe, 1) }
    }
}

/// What stands around every page; templates read it as `shell`.
#[derive(Debug, Clone, Serialize)]
pub struct Shell {
    /// Of the texts.
    pub lang: &'static str,
    /// In the window's title.
    pub title: &'static str,
    /// Which place is lit.
    pub place: &'static str,
    /// Class of the body: `tabs` with navigation, `alone` without.
    pub layout: &'static str,
    /// Whether the navigation is shown.
    pub navigation: bool,
    /// What is said above every page.
    #[serde(flatten)]
    pub standing: Standing,
    /// One sentence about what was just done.
    pub message: Option<String>,
    /// Where the browser code is.
    pub assets: String,
    /// `kg` or `lb`.
    pub units: &'static str,
    /// The account's id, so that what waits in the browser is sent for its own person only.
    pub user: String,
    /// The account's name.
    pub person: String,
    /// This page's own path, to come back to.
    pub path: String,
    /// The navigation.
    pub places: Vec<Place>,
    /// What an RPE field offers.
    pub rpes: Vec<Rpe>,
}

impl Shell {
    /// A shell without navigation: login, setup, faults.
    #[must_use]
    pub fn alone(title: &'static str) -> Self {
        Self {
            lang: wording::current().language.tag(),
            title,
            place: "",
            layout: "alone",
            navigation: false,
            standing: Standing::default(),
            message: None,
            assets: assets::base(),
            units: Units::Kg.as_str(),
            user: String::new(),
            person: String::new(),
            path: "/".to_owned(),
            places: Vec::new(),
            rpes: (12..=20).map(|halves| Rpe::of(f64::from(halves) / 2.0)).collect(),
        }
    }

    /// The shell of a place, for someone.
    #[must_use]
    pub fn of(place: &'static str, title: &'static str, person: &str, units: Units, agents: bool) -> Self {
        Self {
            place,
            layout: "tabs",
            navigation: true,
            units: units.as_str(),
            person: person.to_owned(),
            path: PLACES.iter().find(|known| known.place == place).map_or("/", |known| known.href).to_owned(),
            places: PLACES.into_iter().filter(|known| agents || known.place != "coach").collect(),
            ..Self::alone(title)
        }
    }

    /// The shell without navigation: a workout has the screen for itself.
    #[must_use]
    pub fn folded(self) -> Self {
        Self { layout: "alone", navigation: false, ..self }
    }
}

/// Renders to text.
pub fn text<P: Page>(shell: &Shell, page: &P) -> Result<String, Problem> {
    let mut context = Context::new();
    context.insert("shell", shell);
    context.insert("page", page);
    context.insert("note_chars", &NOTE_CHARS);
    context.insert("set_kinds", &set_kinds::choices());
    TERA.render(P::TEMPLATE, &context)
        .map_err(|error| Problem::internal(&format!("{}: {error:?}", P::TEMPLATE)))
}

/// Renders to an answer. Pages are a person's own and are never kept by anyone between.
pub fn answer<P: Page>(status: StatusCode, shell: &Shell, page: &P) -> Response {
    match text(shell, page) {
        Ok(text) => html(status, text),
        Err(problem) => problem.into_response(),
    }
}

fn html(status: StatusCode, text: String) -> Response {
    let mut response = (status, text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
    response
}
