//! The rules of the browser's scripts: one place asks the server, and says for whom.

use std::path::Path;

/// What sends or reads by itself. A request of a page's names whom the page was made for, so that another's login on
/// the same device neither takes nor shows what is that person's; only one module knows how.
const WAYS_OUT: &[&str] = &["fetch(", "XMLHttpRequest", "sendBeacon", "EventSource", "WebSocket"];

/// Who may, and why: `(file under static, reason)`.
const ALLOWED: &[(&str, &str)] = &[
    ("js/http.js", "the one way out, which names the person"),
    (
        "sw.js",
        "hands on what a page asked, with its headers; what it asks by itself it keeps under whose page came",
    ),
];

/// Every way out besides: `file:line what`.
fn breaches(files: &[(String, String)]) -> Vec<String> {
    let others = files.iter().filter(|(name, _)| ALLOWED.iter().all(|(allowed, _)| name != allowed));
    others
        .flat_map(|(name, text)| {
            text.lines().enumerate().flat_map(move |(at, line)| {
                let found = WAYS_OUT.iter().filter(move |way| names(line, way));
                found.map(move |way| format!("static/{name}:{}: {way}", at + 1))
            })
        })
        .collect()
}

/// Whether the line's code has the word, not as the end of a longer one. Comments stand on lines of their own.
fn names(line: &str, word: &str) -> bool {
    let code = line.trim_start();
    if code.starts_with("//") || code.starts_with('*') || code.starts_with("/*") {
        return false;
    }
    let inside = |before: &str| before.ends_with(|last: char| last.is_alphanumeric() || "_$".contains(last));
    code.match_indices(word).any(|(at, _)| !inside(&code[..at]))
}

fn scripts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let mut found = Vec::new();
    for folder in ["", "js"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|kind| kind == "js") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

#[test]
fn one_module_asks_the_server() {
    let scripts = scripts();
    assert!(scripts.len() > 20, "too few scripts were found");
    let found = breaches(&scripts);
    assert!(found.is_empty(), "these ask past http.js and name nobody:\n{}", found.join("\n"));
    for (name, reason) in ALLOWED {
        let script = scripts.iter().find(|(known, _)| known == name);
        let asks = script.is_some_and(|(_, text)| text.lines().any(|line| names(line, "fetch(")));
        assert!(asks, "{name} ({reason}) is no exception any more");
    }
}

#[test]
fn a_way_past_it_is_seen() {
    let toy = |text: &str| breaches(&[("js/x.js".to_owned(), text.to_owned())]);
    for (text, sees) in [
        ("\nconst answer = await fetch(url);", "static/js/x.js:2: fetch("),
        ("window.fetch(url)", "fetch("),
        ("navigator.sendBeacon(url)", "sendBeacon"),
        ("new EventSource(url)", "EventSource"),
    ] {
        assert!(toy(text).iter().any(|breach| breach.contains(sees)), "{text}");
    }
    for text in
        ["// fetch(url)", " * asks with fetch(url)", "prefetch(url)", "addEventListener(\"fetch\", use)"]
    {
        assert!(toy(text).is_empty(), "{text}");
    }
}
