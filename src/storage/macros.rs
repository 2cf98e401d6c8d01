//! One SQL text and one bind list for both databases.

/// Most rows of one statement: the databases bind so many values at most.
pub(super) const MOST_ROWS: usize = 200;

/// Runs a statement; gives the number of rows it changed.
macro_rules! execute {
    ($conn:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        {
            let done = match $conn.raw() {
            $crate::storage::db::Raw::Sqlite(conn) =>
                sqlx::query::<sqlx::Sqlite>($sql)$(.bind($bind))*.execute(conn).await.map(|done| done.rows_affected()),
            $crate::storage::db::Raw::Postgres(conn) =>
                sqlx::query::<sqlx::Postgres>($sql)$(.bind($bind))*.execute(conn).await.map(|done| done.rows_affected()),
            };
            $conn.noted(done)
        }
    };
}

/// Adds rows, so many with one statement; gives the number of rows it changed. The closure's parameter
/// is the row, its body the list of what is bound, in the order of the columns.
macro_rules! insert_rows {
    ($conn:expr, $head:literal, $rows:expr, |$row:ident| [$($bind:expr),* $(,)?], $tail:literal) => {
        {
            let done = match $conn.raw() {
            $crate::storage::db::Raw::Sqlite(conn) => {
                let mut query = sqlx::QueryBuilder::<sqlx::Sqlite>::new($head);
                query.push_values($rows, |mut values, $row| { $(values.push_bind($bind);)* });
                query.push($tail).build().execute(conn).await.map(|done| done.rows_affected())
            }
            $crate::storage::db::Raw::Postgres(conn) => {
                let mut query = sqlx::QueryBuilder::<sqlx::Postgres>::new($head);
                query.push_values($rows, |mut values, $row| { $(values.push_bind($bind);)* });
                query.push($tail).build().execute(conn).await.map(|done| done.rows_affected())
            }
            };
            $conn.noted(done)
        }
    };
}

/// All rows of a query that is put together piece by piece; the closure's parameter is what the pieces
/// are pushed to.
macro_rules! fetch_built {
    ($conn:expr, $row:ty, |$query:ident| $build:block) => {
        {
            let found = match $conn.raw() {
            $crate::storage::db::Raw::Sqlite(conn) => {
                let mut $query = sqlx::QueryBuilder::<sqlx::Sqlite>::new("");
                $build
                $query.build_query_as::<$row>().fetch_all(conn).await
            }
            $crate::storage::db::Raw::Postgres(conn) => {
                let mut $query = sqlx::QueryBuilder::<sqlx::Postgres>::new("");
                $build
                $query.build_query_as::<$row>().fetch_all(conn).await
            }
            };
            $conn.noted(found)
        }
    };
}

/// Runs a query with one of `fetch_one`, `fetch_optional`, `fetch_all`.
macro_rules! fetch {
    ($how:ident, $conn:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        {
            let found = match $conn.raw() {
            $crate::storage::db::Raw::Sqlite(conn) =>
                sqlx::query_as::<sqlx::Sqlite, $row>($sql)$(.bind($bind))*.$how(conn).await,
            $crate::storage::db::Raw::Postgres(conn) =>
                sqlx::query_as::<sqlx::Postgres, $row>($sql)$(.bind($bind))*.$how(conn).await,
            };
            $conn.noted(found)
        }
    };
}

/// Exactly one row.
macro_rules! fetch_one { ($($rest:tt)*) => { $crate::storage::macros::fetch!(fetch_one, $($rest)*) } }
/// One row or none.
macro_rules! fetch_optional { ($($rest:tt)*) => { $crate::storage::macros::fetch!(fetch_optional, $($rest)*) } }
/// All rows.
macro_rules! fetch_all { ($($rest:tt)*) => { $crate::storage::macros::fetch!(fetch_all, $($rest)*) } }

pub(super) use {execute, fetch, fetch_all, fetch_built, fetch_one, fetch_optional, insert_rows};
