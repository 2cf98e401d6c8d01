//! Every template renders with a sample, says nothing inline, and escapes what people write.

use super::page::{PLACES, Page, Shell, Standing, Templates, load, text};
use super::{PAGES, error};
use crate::domain::profile::Units;

/// A page with values to look at.
pub trait Sample: Sized {
    /// Values that show every part of the template.
    fn sample() -> Self;
}

impl Sample for error::ErrorPage {
    fn sample() -> Self {
        Self::of(&crate::web::Problem::not_found())
    }
}

fn shell(place: &'static str) -> Shell {
    let shell = Shell::of(place, "Sample", "Ada <b>", Units::Kg, true);
    let standing = Standing { insecure: true, locked: true, sample: true };
    Shell { standing, message: Some("Saved.".into()), ..shell }
}

pub fn rendered<P: Page + Sample>() -> (&'static str, String) {
    let place = P::TEMPLATE.split(['/', '.']).next().unwrap();
    (P::TEMPLATE, text(&shell(place), &P::sample()).unwrap())
}

fn all() -> Vec<(&'static str, String)> {
    let mut pages = super::rendered();
    pages.push(rendered::<error::ErrorPage>());
    pages
}

#[test]
fn every_template_renders_with_a_sample() {
    load().unwrap();
    let pages = all();
    let whole = Templates::iter().filter(|name| !name.starts_with("partials/") && name != "base.html");
    for name in whole {
        assert!(pages.iter().any(|(known, _)| *known == name), "{name} has no sample");
    }
    for (name, html) in pages {
        assert_eq!(html.matches("<h1").count(), 1, "{name} needs one main heading");
        assert!(html.contains("<main id=\"main\""), "{name}");
        assert!(!html.contains("[object]"), "{name}");
    }
}

#[test]
fn nothing_is_inline_and_names_are_escaped() {
    for (name, html) in all() {
        for banned in [" style=", " onclick=", " onsubmit=", "<style", "javascript:", "http://", "https://"] {
            assert!(!html.contains(banned), "{name} has {banned}");
        }
        let scripts = html.matches("<script").count();
        assert_eq!(scripts, html.matches("<script type=\"module\" src=\"/static/").count(), "{name}");
        assert!(!html.contains("Ada <b>"), "{name} does not escape the account's name");
    }
}

#[test]
fn every_place_is_a_page() {
    for place in PLACES {
        assert!(PAGES.iter().any(|page| page.method == "get" && page.path == place.href), "{}", place.href);
    }
}
