//! Databases that cannot be opened: one clear line, exit code 2, nothing changed.

use std::process::Output;
use std::process::Stdio;

use spotter::storage::Db;

use crate::support::database::on_postgres;
use crate::support::process::{Folder, run, spotter};

/// Exit code 2 and one line that says all of this.
fn refused(output: &Output, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    for word in words {
        assert!(said.contains(word), "no {word:?} in: {said}");
    }
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_left_alone() {
    let folder = Folder::new();
    Db::open(&folder.database()).await.unwrap().close().await;
    let mut other = folder.1.connect().await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                 SELECT 9999, 'of the future', success, checksum, 0 FROM _sqlx_migrations WHERE version = 1";
    other.execute(newer).await.unwrap();
    other.close().await;
    let file = folder.0.join("spotter.db");
    let before = std::fs::read(&file).unwrap_or_default();
    for args in [&["serve", "--bind", "127.0.0.1:0"][..], &["user", "create", "ann"]] {
        refused(&run(&folder, args), &["newer Spotter", "9999", "nothing was changed"]);
    }
    assert_eq!(std::fs::read(&file).unwrap_or_default(), before);
    let mut other = folder.1.connect().await;
    assert_eq!(other.number("SELECT COUNT(*) FROM users").await, 0);
    assert!(on_postgres() || !before.is_empty());
}

#[tokio::test]
async fn a_damaged_file_is_refused_and_left_alone() {
    let folder = Folder::sqlite();
    Db::open(&folder.database()).await.unwrap().close().await;
    let file = folder.0.join("spotter.db");
    let whole = std::fs::read(&file).unwrap();
    // The header and the schema stay; every page after them is noise.
    let mut damaged = whole.clone();
    for (at, byte) in damaged.iter_mut().enumerate().skip(8 * 4096) {
        *byte = u8::try_from(at * 31 % 251).unwrap();
    }
    // Cut in the middle of a page.
    let cut = whole[..whole.len() / 2 + 100].to_vec();
    for bytes in [damaged, cut] {
        std::fs::write(&file, &bytes).unwrap();
        for args in [&["serve", "--bind", "127.0.0.1:0"][..], &["user", "create", "ann"]] {
            refused(&run(&folder, args), &["damaged", "backup"]);
        }
        assert_eq!(std::fs::read(&file).unwrap(), bytes);
    }
    std::fs::write(&file, &whole).unwrap();
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
}

#[tokio::test]
async fn a_new_database_that_cannot_be_written_is_refused() {
    let folder = Folder::sqlite();
    let file = folder.0.join("spotter.db");
    std::fs::write(&file, "").unwrap();
    let url = format!("{}?mode=ro", folder.database());
    let output = spotter(&folder.0).args(["--database-url", &url]).output().unwrap();
    refused(&output, &["SPOTTER_DATABASE_URL"]);
    assert_eq!(std::fs::read(&file).unwrap(), b"");
}

#[test]
fn programs_that_start_at_once_on_a_new_database_all_get_it_migrated() {
    let folder = Folder::new();
    let starting: Vec<_> = (0..6)
        .map(|number| {
            let mut command = spotter(&folder.0);
            command.env("SPOTTER_DATABASE_URL", folder.database());
            command.args(["user", "create", &format!("user-{number}")]);
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for process in starting {
        let output = process.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let again = run(&folder, &["user", "create", "user-3"]);
    assert_eq!(again.status.code(), Some(1), "user-3 is there");
}

pub const CANARY: &str = "canary-4711";

#[test]
fn a_postgres_that_cannot_be_reached_is_named_without_its_password() {
    let folder = Folder::sqlite();
    for (url, words) in [
        (format!("postgres://ann:{CANARY}@127.0.0.1:1/spotter"), &["refused", "SPOTTER_DATABASE_URL"][..]),
        (format!("postgres://ann:{CANARY}@localhost:port/spotter"), &["SPOTTER_DATABASE_URL"]),
        (format!("mysql://ann:{CANARY}@localhost/spotter"), &["sqlite://", "postgres://"]),
    ] {
        let mut command = spotter(&folder.0);
        command.env("SPOTTER_DATABASE_URL", url).env("SPOTTER_BIND", "127.0.0.1:0");
        let output = command.output().unwrap();
        refused(&output, words);
        let said = [output.stdout, output.stderr].concat();
        assert!(!String::from_utf8_lossy(&said).contains(CANARY));
    }
}

#[test]
fn a_configuration_that_is_printed_hides_the_database_url() {
    let args = spotter::config::DatabaseArgs { database_url: format!("postgres://a:{CANARY}@h/d").into() };
    assert!(!format!("{args:?}").contains(CANARY), "{args:?}");
}
