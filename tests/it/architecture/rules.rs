//! The rules themselves: the table of imports, and what else holds for every source file.

use std::collections::{BTreeMap, BTreeSet};

use super::sentences::people_are_spoken_to_by_wording;
use super::source::{House, SourceFile};

/// A rule looks at the whole house and answers its breaches, each naming file and line.
pub(super) type Rule = fn(&House) -> Vec<String>;

/// Every rule by name.
pub(super) const ALL: &[(&str, Rule)] = &[
    ("imports", imports),
    ("cycles", cycles),
    ("async-openai", one_file_names_async_openai),
    ("sqlx", sql_stays_in_storage),
    ("environment", config_reads_the_environment),
    ("main", main_is_thin),
    ("length", files_are_short),
    ("set-kinds", one_file_tells_kinds_of_sets_apart),
    ("sentences", people_are_spoken_to_by_wording),
];

/// The import law: each module at the top of `src`, and what it may use besides itself. A module
/// stands after all that it uses, so the table itself cannot hold a circle.
pub(super) const LAW: &[(&str, &[&str])] = &[
    ("clock", &[]),
    ("domain", &[]),
    ("config", &[]),
    ("wording", &["domain"]),
    ("telemetry", &["clock", "config"]),
    ("storage", &["clock", "domain"]),
    ("service", &["clock", "domain", "storage"]),
    ("agents", &["clock", "domain", "wording", "telemetry", "storage", "service"]),
    ("web", &["clock", "domain", "wording", "telemetry", "storage", "service", "agents"]),
    ("app", &["clock", "domain", "wording", "config", "telemetry", "storage", "service", "agents", "web"]),
    (
        "cli",
        &["clock", "domain", "wording", "config", "telemetry", "storage", "service", "agents", "web", "app"],
    ),
    ("main", &["clock", "config", "telemetry", "app", "cli"]),
];

const LONGEST_FILE: usize = 400;
const LONGEST_MAIN: usize = 49;

/// The module at the top of `src` that a path leads to, if it leads to one of the law's.
fn target<'a>(file: &SourceFile, path: &'a [String]) -> Option<&'a str> {
    let ups = path.iter().take_while(|s| *s == "super").count();
    let top = match path.first()?.as_str() {
        "crate" => path.get(1)?,
        "spotter" if file.top() == "main" => path.get(1)?,
        "super" if ups == file.module.len() => path.get(ups)?,
        _ => return None,
    };
    LAW.iter().any(|(name, _)| name == top).then_some(top.as_str())
}

/// Every use of another top module: `(file, line, from, to)`.
fn uses(house: &House) -> Vec<(&SourceFile, usize, &str, &str)> {
    let inner = house.files.iter().filter(|f| f.top() != "lib");
    inner
        .flat_map(|f| f.paths.iter().filter_map(move |p| Some((f, p.line, f.top(), target(f, &p.segments)?))))
        .filter(|(_, _, from, to)| from != to)
        .collect()
}

fn imports(house: &House) -> Vec<String> {
    let law: BTreeMap<&str, &[&str]> = LAW.iter().copied().collect();
    let strangers = house.files.iter().filter(|f| f.top() != "lib" && !law.contains_key(f.top()));
    let unplaced = strangers.map(|f| format!("{}: {} has no place in the import law", f.name, f.top()));
    let forbidden = uses(house)
        .into_iter()
        .filter(|(_, _, from, to)| law.get(from).is_some_and(|may| !may.contains(to)))
        .map(|(f, line, from, to)| format!("{}:{line}: {from} uses {to}", f.name));
    unplaced.chain(forbidden).collect()
}

fn cycles(house: &House) -> Vec<String> {
    let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, _, from, to) in uses(house) {
        graph.entry(from).or_default().insert(to);
    }
    graph.keys().filter_map(|start| circle(&graph, &mut vec![start], &mut BTreeSet::new())).collect()
}

/// The first way along `graph` from the end of `way` back to its start.
fn circle<'a>(
    graph: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    way: &mut Vec<&'a str>,
    seen: &mut BTreeSet<&'a str>,
) -> Option<String> {
    for next in graph.get(way.last()?)? {
        if way.first() == Some(next) {
            return Some(format!("{} → {next}", way.join(" → ")));
        }
        if seen.insert(next) {
            way.push(next);
            if let Some(found) = circle(graph, way, seen) {
                return Some(found);
            }
            way.pop();
        }
    }
    None
}

/// Where a path for which `wanted` holds stands, as `file:line`.
fn naming<'a>(
    house: &'a House,
    wanted: impl Fn(&[String]) -> bool + Copy + 'a,
) -> impl Iterator<Item = (&'a SourceFile, String)> {
    house.files.iter().flat_map(move |f| {
        f.paths
            .iter()
            .filter(move |p| wanted(&p.segments))
            .map(move |p| (f, format!("{}:{}", f.name, p.line)))
    })
}

fn starts_with(path: &[String], wanted: &[&str]) -> bool {
    path.len() >= wanted.len() && path.iter().zip(wanted).all(|(a, b)| a == b)
}

fn one_file_names_async_openai(house: &House) -> Vec<String> {
    let places: Vec<_> = naming(house, |path| starts_with(path, &["async_openai"])).collect();
    let Some((first, _)) = places.first() else { return Vec::new() };
    let others = places.iter().filter(|(file, _)| file.name != first.name);
    others.map(|(_, at)| format!("{at}: names async_openai, as {} does", first.name)).collect()
}

fn sql_stays_in_storage(house: &House) -> Vec<String> {
    let places = naming(house, |path| starts_with(path, &["sqlx"]));
    let outside = places.filter(|(file, _)| file.top() != "storage");
    outside.map(|(_, at)| format!("{at}: names sqlx outside src/storage")).collect()
}

fn config_reads_the_environment(house: &House) -> Vec<String> {
    let places = naming(house, |path| starts_with(path, &["std", "env"]));
    let outside = places.filter(|(file, _)| file.top() != "config");
    outside.map(|(_, at)| format!("{at}: names std::env outside src/config.rs")).collect()
}

fn main_is_thin(house: &House) -> Vec<String> {
    let main = house.files.iter().filter(|f| f.top() == "main" && f.lines > LONGEST_MAIN);
    main.map(|f| format!("{} has {} lines, at most {LONGEST_MAIN} are right", f.name, f.lines)).collect()
}

fn files_are_short(house: &House) -> Vec<String> {
    let long = house.files.iter().filter(|f| f.lines > LONGEST_FILE && !f.is_data());
    long.map(|f| format!("{} has {} lines, at most {LONGEST_FILE} are right", f.name, f.lines)).collect()
}

/// Who may name a kind of set that is not the usual one: what tells them apart, says them, reads them in a
/// program's words, or makes a set of that kind.
const NAMES_KINDS: &[&str] = &[
    "src/domain/set_kind.rs",
    "src/wording/set_kinds.rs",
    "src/domain/import/importers/",
    "src/domain/next_set/",
    "src/web/pages/workout/active/cards.rs",
];

/// Whoever asks what a kind counts for asks the kind; so a new one is told apart in one file.
fn one_file_tells_kinds_of_sets_apart(house: &House) -> Vec<String> {
    let special = |path: &[String]| {
        path.windows(2)
            .any(|pair| pair[0] == "SetKind" && ["Warmup", "Drop", "Amrap"].contains(&pair[1].as_str()))
    };
    naming(house, special)
        .filter(|(file, _)| !NAMES_KINDS.iter().any(|allowed| file.name.starts_with(allowed)))
        .map(|(_, at)| format!("{at} tells kinds of sets apart"))
        .collect()
}
