//! `shapes!` and `operations!`: re-exports, builders and the list for lookup by name, from one list.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Ident, Token,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

/// `file: Struct, enum Enum`
struct Room {
    file: Ident,
    structs: Vec<Ident>,
    enums: Vec<Ident>,
}

impl Parse for Room {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut room = Self {
            file: input.parse()?,
            structs: Vec::new(),
            enums: Vec::new(),
        };
        input.parse::<Token![:]>()?;
        while !input.peek(Token![;]) {
            if input.parse::<Option<Token![enum]>>()?.is_some() {
                room.enums.push(input.parse()?);
            } else {
                room.structs.push(input.parse()?);
            }
            if !input.peek(Token![;]) {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(room)
    }
}

fn rooms(list: TokenStream) -> syn::Result<Punctuated<Room, Token![;]>> {
    Punctuated::parse_terminated.parse2(list)
}

/// The re-exports, `builders` and `CATALOG` of a folder of types.
pub(crate) fn shapes(list: TokenStream) -> syn::Result<TokenStream> {
    let rooms = rooms(list)?;
    let exports = rooms.iter().map(
        |Room {
             file,
             structs,
             enums,
         }| { quote!(pub use self::#file::{#(#structs,)* #(#enums,)*};) },
    );
    let builders = rooms.iter().map(|Room { file, structs, .. }| {
        let builders = structs.iter().map(builder);
        quote!(pub use super::#file::{#(#builders),*};)
    });
    let structs = rooms.iter().flat_map(|room| &room.structs);
    Ok(quote! {
        #(#exports)*

        /// The builders of this module's types.
        pub mod builders {
            #(#builders)*
        }

        /// This module's shapes, for lookup by name.
        pub(crate) const CATALOG: &[crate::shape::Entry] = &[#(crate::shape::Entry::of::<#structs>()),*];
    })
}

/// The `CATALOG` and the `OPERATIONS` of a folder of operations.
pub(crate) fn operations(list: TokenStream) -> syn::Result<TokenStream> {
    let rooms = rooms(list)?;
    let entries = rooms.iter().flat_map(|Room { file, structs, .. }| {
        structs.iter().map(move |operation| {
            let input = format_ident!("{operation}Input");
            let output = format_ident!("{operation}Output");
            quote! {
                crate::shape::Entry::of::<self::#file::#input>(),
                crate::shape::Entry::of::<self::#file::#output>()
            }
        })
    });
    let facts = rooms.iter().flat_map(|Room { file, structs, .. }| {
        structs.iter().map(
            move |operation| quote!(<self::#file::#operation as crate::operation::Operation>::FACTS),
        )
    });
    Ok(quote! {
        /// The facts of this module's operations.
        pub(crate) const OPERATIONS: &[crate::operation::Facts] = &[#(#facts),*];

        /// The inputs and outputs of this module's operations, for lookup by name.
        pub(crate) const CATALOG: &[crate::shape::Entry] = &[#(#entries),*];
    })
}

/// The builder's name of a struct.
fn builder(name: &Ident) -> Ident {
    format_ident!("{name}Builder")
}
