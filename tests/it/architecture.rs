//! The law of the house, read from the sources: who may import whom, and the few rules of hygiene
//! that the compiler cannot hold. A breach is named with file and line. Every rule is tried on a
//! small breach of its own as well, so that a rule that no longer sees anything fails.

mod examples;
mod paths;
mod rules;
mod scripts;
mod sentences;
mod source;

use std::path::Path;

use source::{House, SourceFile};

/// All the sources under `src`.
fn house() -> House {
    House::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// A house of the given files, each `(path under src, text)`.
fn toy(files: &[(&str, &str)]) -> House {
    House::of(files.iter().map(|(path, text)| SourceFile::new(path, text)).collect())
}

#[test]
fn the_house_keeps_its_rules() {
    let house = house();
    assert!(house.files.len() > 5, "too few sources were found");
    let breaches: Vec<String> = rules::ALL
        .iter()
        .flat_map(|(name, rule)| rule(&house).into_iter().map(move |b| format!("{name}: {b}")))
        .collect();
    assert!(breaches.is_empty(), "{} breaches\n{}", breaches.len(), breaches.join("\n"));
}

#[test]
fn the_table_names_modules_only_to_the_left() {
    for (position, (module, may)) in rules::LAW.iter().enumerate() {
        for used in *may {
            let found = rules::LAW.iter().position(|(name, _)| name == used);
            assert!(
                found.is_some_and(|at| at < position),
                "{module} may use {used}, which does not stand before it"
            );
        }
    }
}

/// A small house: `(path under src, text)`.
type Files = &'static [(&'static str, &'static str)];

/// `(rule, a breach as files, what the message must hold)`.
const BREACHES: &[(&str, Files, &str)] = &[
    (
        "imports",
        &[("domain/plan.rs", "\nuse crate::storage::Db;")],
        "src/domain/plan.rs:2: domain uses storage",
    ),
    ("imports", &[("domain/x.rs", "fn f() { crate::clock::now() }")], "domain uses clock"),
    ("imports", &[("domain/x.rs", "use super::super::config::Config;")], "domain uses config"),
    (
        "imports",
        &[("storage/sets.rs", "use crate::{domain::plan, service::{plans, sets}};")],
        "storage uses service",
    ),
    ("imports", &[("service/mod.rs", "use crate::agents;")], "service uses agents"),
    (
        "imports",
        &[("agents/gate.rs", "use crate::{\n  domain,\n  web::sse,\n};")],
        "src/agents/gate.rs:3: agents uses web",
    ),
    ("imports", &[("web/api/a.rs", "impl From<crate::app::State> for A {}")], "web uses app"),
    ("imports", &[("web/api/a.rs", "fn f<T: crate::config::C>() {}")], "web uses config"),
    ("imports", &[("clock.rs", "pub use crate::domain::Time;")], "clock uses domain"),
    ("imports", &[("telemetry.rs", "use crate::service;")], "telemetry uses service"),
    ("imports", &[("app.rs", "use crate::cli::serve;")], "app uses cli"),
    ("imports", &[("sidedoor/mod.rs", "")], "sidedoor has no place in the import law"),
    (
        "imports",
        &[("agents/x.rs", "#[cfg(test)]\nmod tests { fn f() {} }\nuse crate::web;")],
        "src/agents/x.rs:3",
    ),
    (
        "cycles",
        &[("agents/a.rs", "use crate::web;"), ("web/b.rs", "use crate::agents;")],
        "agents → web → agents",
    ),
    (
        "async-openai",
        &[("a/x.rs", "use async_openai::Client;"), ("a/y.rs", "type E = async_openai::Error;")],
        "src/a/y.rs:1",
    ),
    ("sqlx", &[("service/x.rs", "\n\nfn f() -> Result<(), sqlx::Error> {}")], "src/service/x.rs:3"),
    ("sqlx", &[("web/x.rs", "#[derive(sqlx::FromRow)]\nstruct A;")], "src/web/x.rs:1"),
    ("environment", &[("cli/serve.rs", "use std::{env, fs};")], "src/cli/serve.rs:1"),
    ("environment", &[("app.rs", "fn f() { std::env::var(\"HOME\"); }")], "src/app.rs:1"),
    ("environment", &[("app.rs", "fn f() { let c = 'a'; ::std::env::args(); }")], "src/app.rs:1"),
    ("main", &[("main.rs", LONG_MAIN)], "src/main.rs has 50 lines"),
    ("length", &[("web/x.rs", LONG_FILE)], "src/web/x.rs has 401 lines"),
    (
        "set-kinds",
        &[("web/x.rs", "\nfn f(kind: SetKind) -> bool { kind == SetKind::Warmup }")],
        "src/web/x.rs:2 tells",
    ),
    (
        "sentences",
        &[("web/x.rs", "fn f() {\n let a = format!(\"Your plan is ready, {name}.\"); }")],
        "src/web/x.rs:2 holds",
    ),
    ("sentences", &[("service/x.rs", "const A: &str = \"not a good load\";")], "src/service/x.rs:1 holds"),
];

const LONG_MAIN: &str = match std::str::from_utf8(&[b'\n'; 50]) {
    Ok(text) => text,
    Err(_) => "",
};
const LONG_FILE: &str = match std::str::from_utf8(&[b'\n'; 401]) {
    Ok(text) => text,
    Err(_) => "",
};

/// `(rule, files)` that look like a breach and are none.
const INNOCENT: &[(&str, Files)] = &[
    (
        "imports",
        &[("domain/plan.rs", "// use crate::storage::Db;\n/* crate::web /* nested */ crate::web */")],
    ),
    (
        "imports",
        &[("domain/plan.rs", "const A: &str = \"crate::web\"; const B: &str = r#\"\"crate::web\"#;")],
    ),
    ("imports", &[("domain/plan.rs", "#[cfg(test)]\nmod tests {\n use crate::web; fn f() { '}'; }\n}")]),
    (
        "imports",
        &[("agents/gate.rs", "#[cfg(test)]\nmod tests;"), ("agents/gate/tests.rs", "use crate::web;")],
    ),
    ("imports", &[("agents/mod.rs", "#[cfg(test)]\nmod tests;"), ("agents/tests/a.rs", "use crate::web;")]),
    ("imports", &[("domain/a/b.rs", "use super::super::plan; fn f<'a>(x: &'a str) {} use super::web;")]),
    ("imports", &[("web/mod.rs", "use crate::agents::driver; use crate::service; use crate::clock::Clock;")]),
    (
        "cycles",
        &[("web/b.rs", "use crate::web::c; use crate::agents;"), ("agents/c.rs", "use crate::agents::d;")],
    ),
    (
        "async-openai",
        &[("a/x.rs", "use async_openai::Client;"), ("a/y.rs", "const TARGET: &str = \"async_openai\";")],
    ),
    ("sqlx", &[("storage/x.rs", "use sqlx::Row;"), ("service/y.rs", "//! No sqlx here.")]),
    (
        "environment",
        &[("config.rs", "use std::env;"), ("cli/a.rs", "const V: &str = env!(\"CARGO_PKG_VERSION\");")],
    ),
    ("length", &[("domain/catalogue/data.rs", LONG_FILE)]),
    (
        "sentences",
        &[(
            "web/x.rs",
            "#[expect(a::b, reason = \"it is what it is\")]\nfn f() { tracing::warn!(%e, \"a run goes on\"); }",
        )],
    ),
    (
        "sentences",
        &[
            ("web/x.rs", "// It is a comment.\nconst A: &str = \"text/html; charset=utf-8\";"),
            ("wording/y.rs", "const A: &str = \"Your plan is ready.\";"),
            ("web/z.rs", "#[cfg(test)]\nmod tests { const A: &str = \"Your plan is ready.\"; }"),
        ],
    ),
];

fn breaches_of(rule: &str, files: &[(&str, &str)]) -> Vec<String> {
    let (_, found) = rules::ALL.iter().find(|(name, _)| *name == rule).expect("a rule of that name");
    found(&toy(files))
}

#[test]
fn each_rule_sees_a_breach() {
    for (rule, files, expected) in BREACHES {
        let breaches = breaches_of(rule, files);
        assert!(
            breaches.iter().any(|b| b.contains(expected)),
            "{rule} on {files:?}\nexpected {expected}\ngot {breaches:?}"
        );
    }
    for (name, _) in rules::ALL {
        assert!(BREACHES.iter().any(|(rule, ..)| rule == name), "{name} is not tried on a breach");
    }
}

#[test]
fn no_rule_cries_wolf() {
    for (rule, files) in INNOCENT {
        let breaches = breaches_of(rule, files);
        assert!(breaches.is_empty(), "{rule} on {files:?}\n{breaches:?}");
    }
}
