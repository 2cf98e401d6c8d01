//! A file that someone sends: as the body itself (`text/csv`), or as the field `file` of a form.

use aide::OperationInput;
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, ReferenceOr, RequestBody};
use axum::extract::{FromRequest, Request};
use axum_extra::extract::Multipart;
use axum_extra::extract::multipart::MultipartError;
use bytes::Bytes;
use http::{StatusCode, header};

use super::Problem;
use super::extract::{coded, is_coded, too_large, unreadable};
use crate::reason;

/// Largest file taken.
pub const UPLOAD_LIMIT: usize = 12 * 1024 * 1024;
/// What a body may say it is when it is the file itself.
const TYPES: [&str; 6] =
    ["", "text/csv", "text/plain", "application/csv", "application/octet-stream", "application/vnd.ms-excel"];

/// A file, and what else a form said.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// The file.
    pub file: Bytes,
    fields: Vec<(String, String)>,
}

impl Upload {
    /// A field of the form, trimmed; empty when absent.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if is_coded(&request) {
            return Err(coded());
        }
        let said = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = said.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_lowercase();
        if essence == "multipart/form-data" {
            let form = Multipart::from_request(request, state).await;
            return read(form.map_err(|_| unreadable())?).await.map_err(|error| broken(&error));
        }
        if !TYPES.contains(&essence.as_str()) {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(Problem::new(status, "not-csv", reason!("problem_not_csv")));
        }
        let file = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE { too_large() } else { unreadable() }
        })?;
        Ok(Self { file, fields: Vec::new() })
    }
}

async fn read(mut form: Multipart) -> Result<Upload, MultipartError> {
    let mut upload = Upload::default();
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            upload.file = field.bytes().await?;
        } else {
            upload.fields.push((name, String::from_utf8_lossy(&field.bytes().await?).into_owned()));
        }
    }
    Ok(upload)
}

fn broken(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { too_large() } else { unreadable() }
}

impl OperationInput for Upload {
    fn operation_input(_ctx: &mut GenContext, operation: &mut Operation) {
        operation.request_body = Some(ReferenceOr::Item(RequestBody {
            description: Some("Another program's CSV export, at most 12 MB.".to_owned()),
            content: [("text/csv".to_owned(), MediaType::default())].into_iter().collect(),
            required: true,
            ..RequestBody::default()
        }));
    }
}
