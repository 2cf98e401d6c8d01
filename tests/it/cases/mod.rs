//! Cases that the rules in Rust answer here and the scripts answer in `tests/browser`: committed under `tests/cases`,
//! so that neither moves without the other. `SPOTTER_WRITE_CASES=1` writes them anew.

use std::path::Path;

use serde_json::Value;

mod next_open_set;

/// Whether the committed files are to be written.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting, not the program's")]
fn writes() -> bool {
    std::env::var_os("SPOTTER_WRITE_CASES").is_some()
}

/// Holds a committed file to what the rules answer now.
fn hold(name: &str, cases: &[Value]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let lines: Vec<String> = cases.iter().map(|case| format!("  {case}")).collect();
    let text = format!("[\n{}\n]\n", lines.join(",\n"));
    if writes() {
        std::fs::write(&path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(committed, text, "{name} is not what the rules answer: SPOTTER_WRITE_CASES=1 writes it");
}
