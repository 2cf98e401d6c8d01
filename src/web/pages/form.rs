//! A submitted form: names and values, some of them several times. Values are read leniently here
//! and judged by the use cases; a broken form is empty, not an error.

use axum::extract::{FromRequest, Request};
use bytes::Bytes;
use http::StatusCode;

use super::error::Fault;
use crate::reason;
use crate::web::extract::too_large;

/// The fields of a form (`application/x-www-form-urlencoded`).
#[derive(Debug, Clone, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    /// As sent; what an idempotency key is bound to.
    pub bytes: Bytes,
}

impl Fields {
    /// Reads a body.
    #[must_use]
    pub fn read(bytes: Bytes) -> Self {
        Self { pairs: url::form_urlencoded::parse(&bytes).into_owned().collect(), bytes }
    }

    /// Names and values, in order.
    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The first value, trimmed; empty when absent.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// The first value to the letter: passwords.
    #[must_use]
    pub fn exact(&self, name: &str) -> String {
        self.pairs
            .iter()
            .find(|(known, _)| known == name)
            .map_or_else(String::new, |(_, value)| value.clone())
    }

    /// The first value, unless empty.
    #[must_use]
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Every value of the name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A number, with a decimal point or comma. `Ok(None)` when empty; `Err` with the text when it
    /// is no number.
    pub fn number(&self, name: &str) -> Result<Option<f64>, String> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        let parsed = text.replace(',', ".").parse::<f64>();
        parsed.ok().filter(|number| number.is_finite()).map(Some).ok_or_else(|| text.to_owned())
    }

    /// A whole number; the same answers as [`Fields::number`].
    pub fn whole<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, String> {
        let text = self.text(name);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| text.to_owned())
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let bytes = Bytes::from_request(request, state).await;
        bytes.map(Self::read).map_err(|rejection| {
            let problem = if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                too_large()
            } else {
                let reason = reason!("form_unreadable");
                crate::web::Problem::new(StatusCode::BAD_REQUEST, "unreadable-body", reason)
            };
            Fault::from(problem)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_browsers_send() {
        let form = Fields::read(Bytes::from_static(b"name=+Ada+&gear=a&gear=b&w=62%2C5&n=x&empty=&pw=+p+"));
        assert_eq!(form.text("name"), "Ada");
        assert_eq!(form.exact("pw"), " p ");
        assert_eq!(form.all("gear").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(form.number("w"), Ok(Some(62.5)));
        assert_eq!(form.number("n"), Err("x".to_owned()));
        assert_eq!(form.number("empty"), Ok(None));
        assert_eq!(form.whole::<u16>("absent"), Ok(None));
        assert_eq!(Fields::read(Bytes::from_static(b"w=NaN")).number("w"), Err("NaN".to_owned()));
        assert_eq!(form.some("empty"), None);
    }
}
