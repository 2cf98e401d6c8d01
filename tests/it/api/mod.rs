//! The REST API, one file an endpoint family, through the router.

mod agents;
mod first_light;
