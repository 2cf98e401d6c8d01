//! `deny.toml` holds for the tree that is locked: licences, banned crates, the one registry. It is
//! read here without network, so that every test run looks; cargo-deny adds the advisories.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The strings of the first `name = [ … ]` list of a TOML text that stands alone on its lines.
fn list(toml: &str, name: &str) -> Vec<String> {
    let lines = toml.lines().skip_while(|line| !line.starts_with(&format!("{name} = ["))).skip(1);
    let items = lines.take_while(|line| !line.starts_with(']'));
    items.filter_map(|line| line.split('"').nth(1).map(str::to_owned)).collect()
}

/// Whether an SPDX expression can be met with the licences in `allowed`. `/` is the old way to
/// write OR; AND binds more tightly than OR; an exception goes with its licence.
fn met(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let (mut at, value) = (&tokens[..], allowed);
    let answer = either(&mut at, value);
    answer && at.is_empty()
}

fn either(tokens: &mut &[&str], allowed: &[String]) -> bool {
    let mut answer = both(tokens, allowed);
    while let ["OR", rest @ ..] = *tokens {
        *tokens = rest;
        answer |= both(tokens, allowed);
    }
    answer
}

fn both(tokens: &mut &[&str], allowed: &[String]) -> bool {
    let mut answer = one(tokens, allowed);
    while let ["AND", rest @ ..] = *tokens {
        *tokens = rest;
        answer &= one(tokens, allowed);
    }
    answer
}

fn one(tokens: &mut &[&str], allowed: &[String]) -> bool {
    match *tokens {
        ["(", rest @ ..] => {
            *tokens = rest;
            let answer = either(tokens, allowed);
            *tokens = tokens.strip_prefix(&[")"]).unwrap_or(tokens);
            answer
        }
        [_, "WITH", _, rest @ ..] => {
            *tokens = rest;
            false
        }
        [licence, rest @ ..] => {
            *tokens = rest;
            allowed.iter().any(|a| a == licence)
        }
        [] => false,
    }
}

/// The packages that are built here, as cargo tells them.
fn packages() -> Vec<Value> {
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let answer = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", &target])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo metadata runs");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let all: Value = serde_json::from_slice(&answer.stdout).expect("cargo metadata answers JSON");
    let used: Vec<&Value> =
        all["resolve"]["nodes"].as_array().expect("nodes").iter().map(|n| &n["id"]).collect();
    let packages = all["packages"].as_array().expect("packages");
    packages.iter().filter(|p| used.contains(&&p["id"])).cloned().collect()
}

#[test]
fn the_locked_tree_keeps_deny_toml() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml");
    let deny = std::fs::read_to_string(path).expect("deny.toml");
    let (allowed, banned) = (list(&deny, "allow"), list(&deny, "deny"));
    assert!(allowed.len() > 3 && banned.contains(&"openssl".to_owned()), "deny.toml was not understood");
    let packages = packages();
    assert!(packages.len() > 50, "too few packages were found");
    let mut faults = Vec::new();
    for package in &packages {
        let (name, licence) =
            (package["name"].as_str().unwrap_or(""), package["license"].as_str().unwrap_or("none"));
        if !met(licence, &allowed) {
            faults.push(format!("{name}: licence {licence} is not allowed"));
        }
        if banned.iter().any(|b| b == name) {
            faults.push(format!("{name} is banned"));
        }
        let source = package["source"].as_str().unwrap_or("");
        if name != "spotter" && source != "registry+https://github.com/rust-lang/crates.io-index" {
            faults.push(format!("{name} comes from {source:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn licence_expressions_are_understood() {
    let allowed = ["MIT".to_owned(), "ISC".to_owned(), "Zlib".to_owned()];
    let cases = [
        ("MIT", true),
        ("GPL-3.0", false),
        ("MIT OR Apache-2.0", true),
        ("Apache-2.0/MIT", true),
        ("MIT AND Apache-2.0", false),
        ("ISC AND (Apache-2.0 OR MIT)", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", false),
        ("Apache-2.0 OR MIT AND ISC", true),
        ("Apache-2.0 WITH LLVM-exception OR MIT", true),
        ("Apache-2.0 WITH LLVM-exception", false),
        ("none", false),
        ("", false),
        ("MIT Apache-2.0", false),
    ];
    for (expression, expected) in cases {
        assert_eq!(met(expression, &allowed), expected, "{expression}");
    }
}
