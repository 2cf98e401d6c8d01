//! What a test measured or counted, for whoever runs them: `tests/run` names a file in
//! `SPOTTER_TEST_FIGURES` and prints it at its end, because cargo hides what a passing test prints.
//! The library's own tests use this very file.

use std::fs::OpenOptions;
use std::io::Write as _;

/// Tells one figure, such as `red flags: 212 utterances, 0 wrong`.
#[expect(clippy::disallowed_methods, reason = "the tests' own setting, not the program's")]
pub fn figure(line: &str) {
    println!("figure: {line}");
    let Ok(path) = std::env::var("SPOTTER_TEST_FIGURES") else { return };
    let mut file = OpenOptions::new().create(true).append(true).open(&path).expect("the file of figures");
    // One write: tests run beside each other.
    file.write_all(format!("{line}\n").as_bytes()).expect("a figure is written");
}
