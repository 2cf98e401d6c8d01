//! Backup while a server writes, restore and what it refuses, totals made anew, the health check.

use std::path::Path;
use std::process::Output;
use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::app::{TestUser, expect};
use crate::support::process::{Folder, Server, run, spotter};

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim_end().to_owned()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
}

fn good(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    printed(output)
}

/// Fails with this code, and one line that holds these words.
fn refused(output: &Output, code: i32, words: &str) {
    let line = said(output);
    assert_eq!(output.status.code(), Some(code), "{line}");
    assert!(line.contains(words) && line.lines().count() == 1, "{line}");
}

fn ann(folder: &Folder, server: &Server) -> TestUser {
    if !run(folder, &["user", "create", "ann"]).status.success() {
        assert!(run(folder, &["user", "reset-password", "ann"]).status.success());
    }
    let token = run(folder, &["token", "create", "--user", "ann", "--scopes", "read,write,agent"]);
    TestUser::at(&server.base, &good(&token))
}

fn squat(index: usize) -> Value {
    json!({"exercise_id": "barbell-back-squat", "set_index": index, "reps": 5, "weight_kg": 60.0})
}

async fn session(ann: &TestUser) -> String {
    let session = expect(ann.post("/sessions", json!({})).await, StatusCode::CREATED).await;
    session["id"].as_str().unwrap().to_owned()
}

async fn log(ann: &TestUser, id: &str, index: usize) {
    expect(ann.post(&format!("/sessions/{id}/sets"), squat(index)).await, StatusCode::CREATED).await;
}

async fn sets(ann: &TestUser, id: &str) -> usize {
    ann.get(&format!("/sessions/{id}")).await["sets"].as_array().unwrap().len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_made_while_a_server_writes_is_whole_and_can_be_taken_back() {
    let folder = Folder::sqlite();
    let server = Server::start(&folder);
    let ann_then = ann(&folder, &server);
    let id = session(&ann_then).await;
    log(&ann_then, &id, 1).await;
    let writer = tokio::spawn({
        let (ann, id) = (ann_then.clone(), id.clone());
        async move {
            for index in 2..=60 {
                log(&ann, &id, index).await;
            }
        }
    });
    let mut copies = Vec::new();
    while !writer.is_finished() || copies.is_empty() {
        let name = format!("copy-{}.db", copies.len());
        let line = good(&run(&folder, &["backup", &name]));
        assert!(line.contains(&name), "{line}");
        copies.push(name);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    writer.await.unwrap();
    assert_eq!(sets(&ann_then, &id).await, 60);
    drop(server);
    let mut before = 0;
    for name in &copies {
        let elsewhere = Folder::sqlite();
        let copy = folder.0.join(name);
        assert_eq!(mode(&copy), 0o600, "only its owner reads it");
        good(&run(&elsewhere, &["restore", copy.to_str().unwrap()]));
        let totals = good(&run(&elsewhere, &["rebuild-totals"]));
        assert!(totals.ends_with("none differed"), "{totals}");
        let server = Server::start(&elsewhere);
        let there = sets(&ann(&elsewhere, &server), &id).await;
        assert!((before..=60).contains(&there), "a later copy has no fewer sets");
        before = there;
    }
}

fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn nothing_is_replaced_unless_told() {
    let folder = Folder::sqlite();
    refused(&run(&folder, &["backup", "copy.db"]), 2, "is not there");
    assert!(!folder.0.join("spotter.db").exists(), "a copy of nothing makes no database");
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    std::fs::write(folder.0.join("copy.db"), "somebody's").unwrap();
    refused(&run(&folder, &["backup", "copy.db"]), 2, "--force");
    assert_eq!(std::fs::read_to_string(folder.0.join("copy.db")).unwrap(), "somebody's");
    good(&run(&folder, &["backup", "copy.db", "--force"]));
    refused(&run(&folder, &["backup", "spotter.db", "--force"]), 2, "itself");
    refused(&run(&folder, &["backup", "no/such/folder/copy.db"]), 1, "no/such/folder");
    assert!(run(&folder, &["user", "create", "bea"]).status.success());
    refused(&run(&folder, &["restore", "copy.db"]), 2, "--force");
    refused(&run(&folder, &["restore", "none.db", "--force"]), 2, "is not there");
    let line = good(&run(&folder, &["restore", "copy.db", "--force"]));
    assert!(line.contains("kept what was there as"), "{line}");
    let token = |name| run(&folder, &["token", "create", "--user", name, "--scopes", "read"]);
    assert!(token("ann").status.success());
    refused(&token("bea"), 1, "bea");
    let names =
        std::fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<_> = names.collect();
    assert!(names.iter().any(|name| name.starts_with("spotter.db.replaced-")), "{names:?}");
    assert!(!names.iter().any(|name| name.contains("part") || name.contains("restoring")), "{names:?}");
}

#[test]
fn a_file_that_is_damaged_or_foreign_is_refused() {
    let folder = Folder::sqlite();
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    good(&run(&folder, &["backup", "good.db"]));
    let good_bytes = std::fs::read(folder.0.join("good.db")).unwrap();
    let before = std::fs::read(folder.0.join("spotter.db")).unwrap();

    let mut damaged = good_bytes.clone();
    let half = damaged.len() / 2;
    damaged[8192..half].fill(0x5a);
    std::fs::write(folder.0.join("damaged.db"), damaged).unwrap();
    refused(&run(&folder, &["restore", "damaged.db", "--force"]), 1, "not a whole Spotter database");
    std::fs::write(folder.0.join("short.db"), &good_bytes[..half]).unwrap();
    refused(&run(&folder, &["restore", "short.db", "--force"]), 1, "not a whole Spotter database");
    std::fs::write(folder.0.join("text.db"), "not a database").unwrap();
    refused(&run(&folder, &["restore", "text.db", "--force"]), 1, "not a whole Spotter database");
    std::fs::write(folder.0.join("empty.db"), "").unwrap();
    refused(&run(&folder, &["restore", "empty.db", "--force"]), 1, "not a whole Spotter database");
    assert_eq!(std::fs::read(folder.0.join("spotter.db")).unwrap(), before, "the database is untouched");
}

/// Runs one statement on a SQLite file.
async fn change(path: &Path, statement: &'static str) {
    use sqlx::{Connection as _, SqliteConnection};
    let mut conn = SqliteConnection::connect(&format!("sqlite://{}", path.display())).await.unwrap();
    sqlx::query(statement).execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
}

#[tokio::test]
async fn what_a_newer_version_made_is_neither_restored_nor_opened() {
    let folder = Folder::sqlite();
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    good(&run(&folder, &["backup", "newer.db"]));
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                 VALUES (9999, 'from the future', TRUE, x'00', 0)";
    change(&folder.0.join("newer.db"), newer).await;
    refused(&run(&folder, &["restore", "newer.db", "--force"]), 1, "newer Spotter (schema 9999");
    let mut opened = spotter(&folder.0);
    opened.env("SPOTTER_DATABASE_URL", "sqlite://newer.db").env("SPOTTER_BIND", "127.0.0.1:0");
    refused(&opened.output().unwrap(), 2, "newer Spotter");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_totals_are_found_and_made_right() {
    let folder = Folder::sqlite();
    let server = Server::start(&folder);
    let ann = ann(&folder, &server);
    let id = session(&ann).await;
    log(&ann, &id, 1).await;
    let before = ann.get("/progress/summary").await;
    drop(server);
    assert!(
        good(&run(&folder, &["rebuild-totals"]))
            .ends_with("3 totals of 1 accounts from their sets; none differed")
    );
    let file = folder.0.join("spotter.db");
    change(&file, "UPDATE exercise_weeks SET volume_kg = volume_kg + 1").await;
    change(&file, "DELETE FROM exercise_days").await;
    assert!(good(&run(&folder, &["rebuild-totals"])).ends_with("2 differed and are right now"));
    assert!(good(&run(&folder, &["rebuild-totals"])).ends_with("none differed"));
    let server = Server::start(&folder);
    let ann = TestUser::at(&server.base, &ann.token);
    assert_eq!(ann.get("/progress/summary").await["volume_kg"], before["volume_kg"]);
}

#[test]
fn postgresql_is_pointed_to_its_own_tools() {
    let folder = Folder::sqlite();
    for (command, tool) in [("backup", "pg_dump"), ("restore", "pg_restore")] {
        let mut asked = spotter(&folder.0);
        asked.env("SPOTTER_DATABASE_URL", "postgres://nobody@127.0.0.1:1/spotter");
        refused(&asked.args([command, "copy.db"]).output().unwrap(), 2, tool);
    }
}

#[test]
fn a_database_in_use_is_not_replaced() {
    let folder = Folder::sqlite();
    let server = Server::start(&folder);
    good(&run(&folder, &["backup", "copy.db"]));
    refused(&run(&folder, &["restore", "copy.db", "--force"]), 1, "stop Spotter first");
    drop(server);
    good(&run(&folder, &["restore", "copy.db", "--force"]));
}

#[test]
fn the_health_check_asks_the_configured_address() {
    let folder = Folder::sqlite();
    let server = Server::start(&folder);
    let port = server.base.rsplit(':').next().unwrap().to_owned();
    for bind in [format!("127.0.0.1:{port}"), format!("0.0.0.0:{port}")] {
        let asked = spotter(&folder.0).env("SPOTTER_BIND", bind).arg("healthcheck").output().unwrap();
        assert_eq!(good(&asked), "ready");
    }
    drop(server);
    let asked =
        spotter(&folder.0).args(["healthcheck", "--bind", &format!("127.0.0.1:{port}")]).output().unwrap();
    refused(&asked, 1, "does not answer");
    refused(
        &spotter(&folder.0).args(["healthcheck", "--bind", "127.0.0.1:0"]).output().unwrap(),
        2,
        "SPOTTER_BIND",
    );
}

#[test]
fn every_command_explains_itself() {
    let folder = Folder::sqlite();
    for (command, words) in [
        ("backup", "pg_dump"),
        ("restore", "--force"),
        ("rebuild-totals", "totals"),
        ("healthcheck", "SPOTTER_BIND"),
    ] {
        let help = good(&spotter(&folder.0).args([command, "--help"]).output().unwrap());
        assert!(help.contains(words), "{command}: {help}");
        let unknown = spotter(&folder.0).args([command, "--nonsense"]).output().unwrap();
        refused(&unknown, 2, "--nonsense");
    }
}

#[test]
fn what_a_lost_database_left_behind_is_not_replayed_over_a_copy() {
    for tail in ["-wal", "-shm", "-journal"] {
        let folder = Folder::sqlite();
        assert!(run(&folder, &["user", "create", "ann"]).status.success());
        good(&run(&folder, &["backup", "copy.db"]));
        let left = folder.0.join(format!("spotter.db{tail}"));
        std::fs::remove_file(folder.0.join("spotter.db")).unwrap();
        std::fs::write(&left, "of the database that is gone").unwrap();
        good(&run(&folder, &["restore", "copy.db"]));
        assert!(!left.exists(), "{tail} belongs to another database");
        assert!(
            run(&folder, &["token", "create", "--user", "ann", "--scopes", "read"]).status.success(),
            "{tail}"
        );
    }
}
