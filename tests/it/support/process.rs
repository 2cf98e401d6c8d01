//! The real binary as a process, to be killed.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use super::database::Database;

/// A folder and a database that go when they are dropped.
pub struct Folder(pub PathBuf, pub Database);

impl Folder {
    /// A new empty folder, with a database of the kind that the tests run on.
    pub fn new() -> Self {
        Self::with(Database::empty())
    }

    /// The same with a SQLite file, whatever the tests run on.
    pub fn sqlite() -> Self {
        Self::with(Database::sqlite())
    }

    fn with(database: Database) -> Self {
        Self(database.folder.clone(), database)
    }

    /// The URL of its database.
    pub fn database(&self) -> String {
        self.1.url.clone()
    }
}

/// The binary with nothing of this process's environment that could configure it.
pub fn spotter(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_spotter"));
    command.env_clear().current_dir(folder).env("SPOTTER_LOG", "warn");
    command
}

/// Runs it to its end.
pub fn run(folder: &Folder, args: &[&str]) -> Output {
    spotter(&folder.0).env("SPOTTER_DATABASE_URL", folder.database()).args(args).output().unwrap()
}

/// A serving process.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub base: String,
    /// What it printed until it listened.
    pub lines: Vec<String>,
}

impl Server {
    /// Serves a folder's database on a free port.
    pub fn start(folder: &Folder) -> Self {
        Self::start_with(folder, &[])
    }

    /// The same with settings.
    pub fn start_with(folder: &Folder, settings: &[(&str, &str)]) -> Self {
        Self::start_into(folder, settings, Stdio::inherit())
    }

    /// The same with its log going somewhere.
    pub fn start_into(folder: &Folder, settings: &[(&str, &str)], log: Stdio) -> Self {
        let mut child = spotter(&folder.0)
            .env("SPOTTER_DATABASE_URL", folder.database())
            .env("SPOTTER_BIND", "127.0.0.1:0")
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut lines = Vec::new();
        let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
        let base = loop {
            let line = out.next().expect("it ended before it listened").unwrap();
            lines.push(line.clone());
            if let Some(base) = line.strip_prefix("listening on ") {
                break base.to_owned();
            }
        };
        Self { child, base, lines }
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Its exit code, once it has ended by itself; None when it does not within the time.
    pub fn wait_at_most(&mut self, patience: std::time::Duration) -> Option<i32> {
        let began = std::time::Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            if began.elapsed() > patience {
                return None;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }

    /// kill -9.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}
