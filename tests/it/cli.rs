//! The command line: exit codes, one line that says what to set, nothing lost.

use std::net::TcpListener;

use crate::support::process::{Folder, Server, run, spotter};

fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end().to_owned()
}

/// Exit code 2 and one line on stderr that names what to set.
#[test]
fn a_bad_setting_says_in_one_line_what_to_set() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    for (settings, names) in [
        (vec![("SPOTTER_BIND", taken.as_str())], "SPOTTER_BIND"),
        (vec![("SPOTTER_BIND", "nonsense")], "SPOTTER_BIND"),
        (vec![("SPOTTER_DATABASE_URL", "mysql://x")], "SPOTTER_DATABASE_URL"),
        (vec![("SPOTTER_DATABASE_URL", "sqlite:///no/such/folder/x.db")], "SPOTTER_DATABASE_URL"),
        (vec![("SPOTTER_AGENTS", "maybe")], "SPOTTER_AGENTS"),
        (vec![("SPOTTER_RUN_SECONDS", "0")], "SPOTTER_RUN_SECONDS"),
        (vec![("SPOTTER_PUBLIC_URL", "ftp://x")], "SPOTTER_PUBLIC_URL"),
        (vec![("SPOTTER_LOG", "a=b=c")], "SPOTTER_LOG"),
        (vec![("SPOTTER_LLM_BASE_URL", "http://127.0.0.1:9/v1")], "SPOTTER_LLM_MODEL"),
        (vec![("SPOTTER_LLM_BASE_URL", "::"), ("SPOTTER_LLM_MODEL", "m")], "SPOTTER_LLM_BASE_URL"),
        (
            vec![
                ("SPOTTER_LLM_BASE_URL", "http://127.0.0.1:9/v1"),
                ("SPOTTER_LLM_MODEL", "m"),
                ("SPOTTER_LLM_API_KEY_FILE", "/no/such"),
            ],
            "SPOTTER_LLM_API_KEY_FILE",
        ),
    ] {
        let folder = Folder::new();
        let mut command = spotter(&folder.0);
        command.env("SPOTTER_BIND", "127.0.0.1:0").env("SPOTTER_DATABASE_URL", folder.database());
        let output = command.envs(settings.iter().copied()).output().unwrap();
        let said = line(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{settings:?}: {said}");
        assert!(said.contains(names), "{settings:?}: {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn a_file_that_is_no_database_is_refused_and_kept() {
    let folder = Folder::sqlite();
    let path = folder.0.join("spotter.db");
    std::fs::write(&path, "not a database, but somebody's").unwrap();
    let output = run(&folder, &["serve", "--bind", "127.0.0.1:0"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(line(&output.stderr).contains("SPOTTER_DATABASE_URL"), "{}", line(&output.stderr));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "not a database, but somebody's");
}

#[test]
fn accounts_and_tokens_are_made_beside_a_running_server() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    assert!(
        server.lines.iter().any(|line| line.starts_with("setup: http://127.0.0.1:")),
        "{:?}",
        server.lines
    );
    assert!(run(&folder, &["user", "create", "ann"]).status.success());
    let again = run(&folder, &["user", "create", "Ann"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(line(&again.stderr).contains("name"), "{}", line(&again.stderr));
    let token = run(&folder, &["token", "create", "--user", "ann", "--scopes", "read"]);
    assert!(token.status.success());
    assert_eq!(line(&token.stdout).lines().count(), 1);
    assert!(line(&token.stdout).starts_with("spt_"));
    let nobody = run(&folder, &["token", "create", "--user", "bob", "--scopes", "read"]);
    assert_eq!(nobody.status.code(), Some(1));
    let scope = run(&folder, &["token", "create", "--user", "ann", "--scopes", "everything"]);
    assert_eq!(scope.status.code(), Some(2));
}

#[test]
fn what_is_committed_is_what_the_code_generates() {
    let root = env!("CARGO_MANIFEST_DIR");
    let folder = Folder::new();
    let output = spotter(&folder.0).args(["contracts", "--check", "--root", root]).output().unwrap();
    assert!(output.status.success(), "{}", line(&output.stderr));
    let empty = spotter(&folder.0).args(["contracts", "--check"]).output().unwrap();
    assert_eq!(empty.status.code(), Some(1), "drift must fail");
}
