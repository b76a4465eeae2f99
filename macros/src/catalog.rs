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
        #[cfg(feature = "catalog")]
        pub(crate) const CATALOG: &[crate::shape::Entry] = &[#(crate::shape::Entry::of::<#structs>()),*];
    })
}

/// The enum, the `CATALOG` and the `OPERATIONS` of a folder of operations.
pub(crate) fn operations(list: TokenStream) -> syn::Result<TokenStream> {
    let rooms = rooms(list)?;
    let operations = rooms.iter().flat_map(|Room { file, structs, .. }| {
        structs.iter().map(move |operation| (file, operation))
    });
    let paths: Vec<_> = operations
        .clone()
        .map(|(file, operation)| quote!(self::#file::#operation))
        .collect();
    let names: Vec<_> = operations.clone().map(|(_, operation)| operation).collect();
    let docs = names.iter().map(|name| format!("The operation {name}."));
    let shapes = operations.map(|(file, operation)| {
        let input = format_ident!("{operation}Input");
        let output = format_ident!("{operation}Output");
        quote! {
            crate::shape::Entry::of::<self::#file::#input>(),
            crate::shape::Entry::of::<self::#file::#output>()
        }
    });
    Ok(quote! {
        /// An operation of this plane's API, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum AnyOperation {
            #(#[doc = #docs] #names,)*
        }

        impl AnyOperation {
            /// Every operation of this plane, in alphabetical order.
            pub const ALL: &[Self] = &[#(Self::#names),*];

            /// The declared facts.
            pub const fn facts(self) -> &'static crate::operation::Facts {
                match self {
                    #(Self::#names => &<#paths as crate::operation::Operation>::FACTS,)*
                }
            }

            /// The operation of a request, by its method and the escaped path of its URI.
            pub fn route(method: &str, path: &str) -> Option<Self> {
                let mut all = Self::ALL.iter().copied();
                all.find(|operation| operation.facts().matches(method, path))
            }
        }

        /// The inputs and outputs of this module's operations, for lookup by name.
        #[cfg(feature = "catalog")]
        pub(crate) const CATALOG: &[crate::shape::Entry] = &[#(#shapes),*];

        /// This module's operations, for lookup by name.
        #[cfg(feature = "catalog")]
        pub(crate) const OPERATIONS: &[crate::operation::Entry] =
            &[#(crate::operation::Entry::of::<#paths>()),*];
    })
}

/// The builder's name of a struct.
fn builder(name: &Ident) -> Ident {
    format_ident!("{name}Builder")
}
