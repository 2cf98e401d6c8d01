use std::path::PathBuf;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{Connection as _, SqlStr, SqliteConnection};

use super::files::set_aside;
use super::upgrade::before_migration;

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("spotter-backup-{}", crate::clock::new_secret()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn url(&self) -> String {
        format!("sqlite://{}", self.0.join("spotter.db").display())
    }

    /// What stands beside the database.
    fn others(&self) -> Vec<PathBuf> {
        let all = std::fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().path());
        let mut others: Vec<_> = all.filter(|path| !path.ends_with("spotter.db")).collect();
        others.sort();
        others
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _gone = std::fs::remove_dir_all(&self.0);
    }
}

const TABLES: [&str; 2] = ["CREATE TABLE one (a BIGINT)", "CREATE TABLE two (a BIGINT)"];

/// A schema of so many versions.
fn schema(versions: usize) -> Migrator {
    let one = |(at, sql): (i64, &'static str)| {
        Migration::new(at, "a table".into(), MigrationType::Simple, SqlStr::from_static(sql), false)
    };
    Migrator::with_migrations((1..).zip(TABLES).take(versions).map(one).collect())
}

async fn bring_to(folder: &Folder, versions: usize) {
    let mut conn = super::open(&folder.0.join("spotter.db")).await;
    if conn.is_err() {
        conn = SqliteConnection::connect(&format!("{}?mode=rwc", folder.url())).await;
    }
    let mut conn = conn.unwrap();
    schema(versions).run(&mut conn).await.unwrap();
    conn.close().await.unwrap();
}

#[tokio::test]
async fn a_database_is_copied_before_its_schema_changes_and_only_then() {
    let folder = Folder::new();
    let url = folder.url();
    assert_eq!(before_migration(&url, &schema(1)).await.unwrap(), None, "there is none yet");
    bring_to(&folder, 1).await;
    assert_eq!(before_migration(&url, &schema(1)).await.unwrap(), None);
    assert!(folder.others().is_empty(), "nothing changes, nothing is copied");
    let copy = before_migration(&url, &schema(2)).await.unwrap().expect("a copy");
    assert_eq!(folder.others(), std::slice::from_ref(&copy));
    assert!(copy.to_string_lossy().ends_with("-schema-1"), "{copy:?}");
    bring_to(&folder, 2).await;
    assert!(
        before_migration(&copies_url(&copy), &schema(2)).await.unwrap().is_some(),
        "it is as it was before"
    );
    assert_eq!(before_migration(&url, &schema(2)).await.unwrap(), None);
    assert_eq!(before_migration(&url, &schema(1)).await.unwrap(), None, "a newer one is left alone");
}

fn copies_url(path: &std::path::Path) -> String {
    format!("sqlite://{}", path.display())
}

#[tokio::test]
async fn the_last_few_copies_are_kept() {
    let folder = Folder::new();
    bring_to(&folder, 1).await;
    for day in 1..=5 {
        let name = format!("spotter.db.before-upgrade-2025010{day}T000000Z-schema-1");
        std::fs::write(folder.0.join(name), "old").unwrap();
    }
    std::fs::write(folder.0.join("mine.before-upgrade-1"), "another's").unwrap();
    before_migration(&folder.url(), &schema(2)).await.unwrap();
    let names: Vec<_> = folder.others().iter().map(|path| path.file_name().unwrap().to_owned()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names.contains(&"mine.before-upgrade-1".into()));
    assert!(names.contains(&"spotter.db.before-upgrade-20250105T000000Z-schema-1".into()), "{names:?}");
    assert!(!names.contains(&"spotter.db.before-upgrade-20250103T000000Z-schema-1".into()), "{names:?}");
}

#[tokio::test]
async fn what_is_left_of_a_database_is_set_aside_each_piece_on_its_own() {
    for tail in ["", "-wal", "-shm", "-journal"] {
        let folder = Folder::new();
        let path = folder.0.join("spotter.db");
        assert_eq!(set_aside(&path).await.unwrap(), None, "there is nothing yet");
        let left = folder.0.join(format!("spotter.db{tail}"));
        std::fs::write(&left, "old").unwrap();
        let kept = set_aside(&path).await.unwrap().expect("it was moved");
        assert!(!left.exists(), "{tail:?} would be taken for a part of the next database");
        let kept = std::path::PathBuf::from(format!("{}{tail}", kept.display()));
        assert_eq!(std::fs::read_to_string(kept).unwrap(), "old");
    }
}
