//! What a database error means for whoever asked: wait and try again, the database cannot be written
//! or reached, or a fault of ours.

use std::io::ErrorKind;

use super::DatabaseError;

/// What to make of a database error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Another write held the lock for too long. Nothing was changed.
    Locked,
    /// Connections are broken, used up or not there yet; the same may work in a moment.
    Busy,
    /// The disk is full or read-only, the file is damaged, the server refuses: someone has to look.
    Unusable,
    /// A text that PostgreSQL cannot hold (NUL).
    Text,
    /// A fault of ours.
    Fault,
}

/// What an error means.
#[must_use]
pub fn trouble(error: &DatabaseError) -> Trouble {
    match error {
        DatabaseError::Io(error) if error.kind() == ErrorKind::WouldBlock => Trouble::Locked,
        DatabaseError::Io(_)
        | DatabaseError::Tls(_)
        | DatabaseError::Protocol(_)
        | DatabaseError::PoolTimedOut
        | DatabaseError::PoolClosed
        | DatabaseError::WorkerCrashed
        | DatabaseError::BeginFailed => Trouble::Busy,
        DatabaseError::Database(database) => database.code().map_or(Trouble::Fault, |code| of_code(&code)),
        _ => Trouble::Fault,
    }
}

/// Whether a commit that failed like this may have happened all the same: the answer was lost.
#[must_use]
pub fn is_unsure(error: &DatabaseError) -> bool {
    match error {
        DatabaseError::Io(_)
        | DatabaseError::Tls(_)
        | DatabaseError::Protocol(_)
        | DatabaseError::WorkerCrashed => true,
        DatabaseError::Database(database) => database.code().is_some_and(|code| match sqlite_code(&code) {
            Some(code) => code == 10,
            None => code.starts_with("08") || code.starts_with("57") || code == "40003",
        }),
        _ => false,
    }
}

/// Whether SQLite found its file malformed.
pub(super) fn is_damage(error: &DatabaseError) -> bool {
    let DatabaseError::Database(database) = error else { return false };
    database.code().is_some_and(|code| sqlite_code(&code) == Some(11))
}

/// The error of a wait that was given up.
pub(super) fn waited() -> DatabaseError {
    DatabaseError::Io(std::io::Error::new(ErrorKind::WouldBlock, "another write took too long"))
}

/// SQLite's primary code. PostgreSQL's codes have five letters, SQLite's are shorter numbers.
fn sqlite_code(code: &str) -> Option<u32> {
    if code.len() == 5 { None } else { code.parse::<u32>().ok().map(|code| code & 0xff) }
}

fn of_code(code: &str) -> Trouble {
    match sqlite_code(code) {
        Some(code) => of_sqlite(code),
        None => of_postgres(code),
    }
}

fn of_sqlite(code: u32) -> Trouble {
    match code {
        // Busy, locked.
        5 | 6 => Trouble::Locked,
        // No memory, read-only, read or write error, damaged, full, cannot be opened, not a database.
        7 | 8 | 10 | 11 | 13 | 14 | 26 => Trouble::Unusable,
        _ => Trouble::Fault,
    }
}

fn of_postgres(code: &str) -> Trouble {
    match code {
        "55P03" => Trouble::Locked,
        // Too many connections; a transaction that idled too long; read-only; NUL in a text.
        "53300" | "25P03" => Trouble::Busy,
        "25006" | "42501" | "XX001" | "XX002" => Trouble::Unusable,
        "22021" => Trouble::Text,
        _ => match code.get(..2) {
            // Connections; serialization failures and deadlocks; shutdown, restart, cancelled.
            Some("08" | "40" | "57") => Trouble::Busy,
            // Login, no such database, resources, not accepting connections, system errors.
            Some("28" | "3D" | "53" | "55" | "58") => Trouble::Unusable,
            _ => Trouble::Fault,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_databases_say_what_to_do() {
        for (code, meaning) in [
            ("5", Trouble::Locked),
            ("517", Trouble::Locked),
            ("262", Trouble::Locked),
            ("8", Trouble::Unusable),
            ("1032", Trouble::Unusable),
            ("13", Trouble::Unusable),
            ("11", Trouble::Unusable),
            ("779", Trouble::Unusable),
            ("5642", Trouble::Unusable),
            ("2067", Trouble::Fault),
            ("1", Trouble::Fault),
            ("55P03", Trouble::Locked),
            ("40001", Trouble::Busy),
            ("40P01", Trouble::Busy),
            ("57P01", Trouble::Busy),
            ("57014", Trouble::Busy),
            ("08006", Trouble::Busy),
            ("53300", Trouble::Busy),
            ("53100", Trouble::Unusable),
            ("25006", Trouble::Unusable),
            ("3D000", Trouble::Unusable),
            ("22021", Trouble::Text),
            ("23505", Trouble::Fault),
            ("25P02", Trouble::Fault),
            ("42P01", Trouble::Fault),
        ] {
            assert_eq!(of_code(code), meaning, "{code}");
        }
    }

    #[test]
    fn a_wait_that_was_given_up_is_a_lock() {
        assert_eq!(trouble(&waited()), Trouble::Locked);
        assert_eq!(trouble(&DatabaseError::PoolTimedOut), Trouble::Busy);
        assert_eq!(trouble(&DatabaseError::RowNotFound), Trouble::Fault);
        let reset = DatabaseError::Io(ErrorKind::ConnectionReset.into());
        assert_eq!(trouble(&reset), Trouble::Busy);
        assert!(is_unsure(&reset) && !is_unsure(&DatabaseError::PoolTimedOut));
    }
}
