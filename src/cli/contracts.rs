//! `spotter contracts`: writes the tools' contracts, the OpenAPI document, the scripts' texts and bounds to
//! where they are committed, or fails on drift.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{Failure, say};
use crate::agents::tools;
use crate::domain::language::Language;
use crate::domain::set_bounds;
use crate::web::routes;
use crate::wording;

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write nothing; fail when what is committed differs.
    #[arg(long)]
    check: bool,
    /// Where they are committed.
    #[arg(long, default_value = ".")]
    root: PathBuf,
}

/// Every generated file and its text.
fn generated() -> Result<Vec<(String, String)>, Failure> {
    let (_, openapi) = routes::documented(true);
    let scripts = wording::module(Language::default()).map_err(Failure::Failed)?;
    let mut files = vec![
        ("openapi.json".to_owned(), openapi.to_string()),
        ("static/js/texts.js".to_owned(), scripts),
        ("static/js/bounds.js".to_owned(), bounds()),
    ];
    let contracts = tools::contracts().into_iter();
    files.extend(contracts.map(|(name, text)| (format!("tools/{name}"), text)));
    Ok(files)
}

/// The bounds of a set as a module of the scripts: those that they look at.
fn bounds() -> String {
    let all = [
        ("MOST_REPS", json!(set_bounds::LOGGED.most_reps)),
        ("MOST_SECONDS", json!(set_bounds::LOGGED.most_seconds)),
        ("PLANNED_SETS", json!(set_bounds::PLANNED.most_sets)),
        ("MOST_KG", json!(set_bounds::MOST_KG)),
        ("NOTE_CHARS", json!(set_bounds::NOTE_CHARS)),
    ];
    let lines = all.map(|(name, value)| format!("export const {name} = {value};\n"));
    format!("// Written by `spotter contracts` from src/domain/set_bounds.rs.\n{}", lines.concat())
}

/// Writes or checks.
pub fn run(args: &Args) -> Result<(), Failure> {
    let mut drifted = Vec::new();
    for (name, text) in generated()? {
        let path = args.root.join(&name);
        if std::fs::read_to_string(&path).is_ok_and(|committed| committed == text) {
            continue;
        }
        if args.check {
            drifted.push(name);
        } else {
            write(&path, &text)?;
            say(&format!("wrote {name}"));
        }
    }
    if drifted.is_empty() {
        return Ok(());
    }
    Err(Failure::Failed(format!("{} differ from the code; run spotter contracts", drifted.join(", "))))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    made.and_then(|()| std::fs::write(path, text))
        .map_err(|error| Failure::Failed(format!("{} cannot be written: {error}", path.display())))
}
