//! What CONTRIBUTING shows of the code stands there as it is shown.

use std::fs;
use std::path::Path;

/// Kinds of changes that have an example.
const SHOWN: usize = 6;

/// Each block and the file named above it: `(path, code)`.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut path = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line == "```rust" {
            let code: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((path.take().unwrap_or_default(), code.join("\n")));
        } else if let Some(named) = line.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) {
            path = Some(named.to_owned());
        }
    }
    found
}

/// Blocks that do not stand in their files.
fn untrue(text: &str, read: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let stands = |path: &str, code: &str| read(path).is_some_and(|file| file.contains(code));
    let wrong = blocks(text).into_iter().filter(|(path, code)| !stands(path, code));
    wrong.map(|(path, code)| format!("{path} does not hold:\n{code}")).collect()
}

#[test]
fn each_example_stands_in_the_file_that_it_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    assert!(blocks(&text).len() >= SHOWN, "too few examples");
    let wrong = untrue(&text, |path| fs::read_to_string(root.join(path)).ok());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_example_that_no_longer_stands_is_named() {
    let text = "`src/a.rs`\n\n```rust\nfn f() {}\n```\n";
    assert_eq!(untrue(text, |_| Some("fn f() {}\n".to_owned())), Vec::<String>::new());
    assert_eq!(untrue(text, |_| Some("fn g() {}\n".to_owned())), ["src/a.rs does not hold:\nfn f() {}"]);
    assert_eq!(untrue(text, |_| None).len(), 1);
    assert_eq!(untrue("```rust\nfn f() {}\n```", |path| (!path.is_empty()).then(String::new)).len(), 1);
}
