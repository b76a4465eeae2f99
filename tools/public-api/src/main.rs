//! Prints the public items of a crate, one per line, from its rustdoc JSON.
//!
//! It omits items that follow from other lines: auto trait, blanket and derived implementations, and the
//! methods of trait implementations.

use std::{collections::HashSet, env, error::Error};

use public_api::{Builder, PublicItem};

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args_os()
        .nth(1)
        .ok_or("usage: public-api-list RUSTDOC_JSON")?;
    let api = Builder::from_rustdoc_json(file)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()?;
    let traits: HashSet<_> = api
        .items()
        .filter(|item| implements_trait(item))
        .map(PublicItem::id)
        .collect();
    for item in api.items() {
        let text = item.to_string();
        let of_trait = item.parent_id().is_some_and(|id| traits.contains(&id));
        if !(of_trait && text.contains(" fn ")) {
            println!("{text}");
        }
    }
    Ok(())
}

fn implements_trait(item: &PublicItem) -> bool {
    let text = item.to_string();
    text.starts_with("impl") && text.contains(" for ")
}
