//! The one integration binary.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod dependencies;
