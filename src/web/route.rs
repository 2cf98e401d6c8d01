//! A line of the table of routes: method, path, handler, and what else is to be known of it. Routers are
//! built from the lines, and whoever needs the paths of a kind reads the lines too.

use aide::axum::routing::ApiMethodRouter;
use axum::extract::DefaultBodyLimit;
use axum::routing::MethodRouter;

use super::WebState;
use super::upload::UPLOAD_LIMIT;

/// What is to be known of a route besides how it is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Answers without a login.
    Open,
    /// Answers 428 without If-Match.
    NeedsIfMatch,
    /// Errors of the domain that it can answer.
    Fails(&'static [u16]),
    /// Takes a whole file.
    Upload,
    /// Answers a file of this type, which is this.
    Download(&'static str, &'static str),
    /// Where someone comes in or leaves: copies of pages on the device go.
    Door,
    /// Kept on the device, to be read without signal; so is each place of the navigation.
    Kept,
}

/// A line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// In small letters.
    pub method: &'static str,
    /// Within its group.
    pub path: &'static str,
    /// The operation of the API; a page has none.
    pub id: &'static str,
    /// What else is to be known.
    pub marks: &'static [Mark],
}

impl Route {
    /// Whether it bears a mark.
    #[must_use]
    pub fn is(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// Errors of the domain that it can answer.
    pub fn errors(&self) -> impl Iterator<Item = u16> {
        let fails =
            self.marks.iter().filter_map(|mark| if let Mark::Fails(all) = mark { Some(*all) } else { None });
        fails.flatten().copied()
    }
}

/// A page's or file's methods, with room for a file where one is taken.
pub fn page(marks: &[Mark], methods: MethodRouter<WebState>) -> MethodRouter<WebState> {
    if marks.contains(&Mark::Upload) { methods.layer(DefaultBodyLimit::max(UPLOAD_LIMIT)) } else { methods }
}

/// An operation's methods, with room for a file where one is taken.
pub fn operation(marks: &[Mark], methods: ApiMethodRouter<WebState>) -> ApiMethodRouter<WebState> {
    if marks.contains(&Mark::Upload) { methods.layer(DefaultBodyLimit::max(UPLOAD_LIMIT)) } else { methods }
}

/// The marks at the end of a line, which may have none.
macro_rules! marks {
    () => {
        &[]
    };
    ($marks:expr) => {
        &$marks
    };
}

/// A group of pages or files: its lines as data, and the router of them. In brackets stand the templates
/// that a page fills; each is rendered by the tests.
macro_rules! pages {
    (
        $(#[$about:meta])* $name:ident, $router:ident;
        $($method:ident $path:literal $handler:path $([$($template:ty),+])? $(=> $marks:expr)?;)+
    ) => {
        $(#[$about])*
        pub const $name: &[$crate::web::route::Route] = &[$($crate::web::route::Route {
            method: stringify!($method),
            path: $path,
            id: "",
            marks: $crate::web::route::marks!($($marks)?),
        }),+];

        fn $router() -> axum::Router<$crate::web::WebState> {
            axum::Router::new()$(.route(
                $path,
                $crate::web::route::page(
                    $crate::web::route::marks!($($marks)?),
                    axum::routing::$method($handler),
                ),
            ))+
        }

        /// Each template of the group, filled with its sample.
        #[cfg(test)]
        fn rendered() -> Vec<(&'static str, String)> {
            vec![$($($($crate::web::pages::tests::rendered::<$template>()),+,)?)+]
        }
    };
}

/// A group of operations of the API: its lines as data, and the router of them, documented.
macro_rules! operations {
    (
        $(#[$about:meta])* $name:ident, $router:ident;
        $($method:ident $path:literal $handler:path, $tag:literal $id:literal $summary:literal $(=> $marks:expr)?;)+
    ) => {
        $(#[$about])*
        pub const $name: &[Route] = &[$(Route {
            method: stringify!($method),
            path: $path,
            id: $id,
            marks: $crate::web::route::marks!($($marks)?),
        }),+];

        fn $router() -> ApiRouter<WebState> {
            ApiRouter::new()$(.api_route($path, {
                let marks: &'static [Mark] = $crate::web::route::marks!($($marks)?);
                let methods = $crate::web::route::documented!($method $handler, |op: TransformOperation<'_>| {
                    document::answers(marks, op.tag($tag).id($id).summary($summary))
                });
                operation(marks, methods)
            }))+
        }
    };
}

/// A handler of a method, with what the document says of it.
macro_rules! documented {
    (get $handler:path, $document:expr) => {
        aide::axum::routing::get_with($handler, $document)
    };
    (post $handler:path, $document:expr) => {
        aide::axum::routing::post_with($handler, $document)
    };
    (put $handler:path, $document:expr) => {
        aide::axum::routing::put_with($handler, $document)
    };
    (patch $handler:path, $document:expr) => {
        aide::axum::routing::patch_with($handler, $document)
    };
    (delete $handler:path, $document:expr) => {
        aide::axum::routing::delete_with($handler, $document)
    };
}

pub(super) use {documented, marks, operations, pages};
