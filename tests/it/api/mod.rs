//! The REST API, one file an endpoint family, through the router.

mod first_light;
