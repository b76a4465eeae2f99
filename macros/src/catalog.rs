//! `shapes!` and `operations!`: re-exports, builders and the list visitors for lookup by name, from one list.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Ident, Token,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

/// `file: Struct, enum Enum`
struct Module {
    file: Ident,
    structs: Vec<Ident>,
    enums: Vec<Ident>,
}

impl Parse for Module {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut module = Self {
            file: input.parse()?,
            structs: Vec::new(),
            enums: Vec::new(),
        };
        input.parse::<Token![:]>()?;
        while !input.peek(Token![;]) {
            if input.parse::<Option<Token![enum]>>()?.is_some() {
                module.enums.push(input.parse()?);
            } else {
                module.structs.push(input.parse()?);
            }
            if !input.peek(Token![;]) {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(module)
    }
}

fn modules(list: TokenStream) -> syn::Result<Punctuated<Module, Token![;]>> {
    Punctuated::parse_terminated.parse2(list)
}

/// The re-exports, `builders` and the visitor of a folder of types.
pub(crate) fn shapes(list: TokenStream) -> syn::Result<TokenStream> {
    let modules = modules(list)?;
    let exports = modules.iter().map(
        |Module {
             file,
             structs,
             enums,
         }| { quote!(pub use self::#file::{#(#structs,)* #(#enums,)*};) },
    );
    let builders = modules.iter().map(|Module { file, structs, .. }| {
        let builders = structs.iter().map(builder);
        quote!(pub use super::#file::{#(#builders),*};)
    });
    let structs = modules.iter().flat_map(|module| &module.structs);
    Ok(quote! {
        #(#exports)*

        /// The builders of this module's types.
        pub mod builders {
            #(#builders)*
        }

        /// Visits this module's shapes.
        #[cfg(feature = "catalog")]
        pub(crate) fn visit_shapes(visitor: &mut impl crate::shape::ShapeVisitor) {
            #(visitor.visit::<#structs>();)*
        }
    })
}

/// The enum and the visitors of a folder of operations.
pub(crate) fn operations(list: TokenStream) -> syn::Result<TokenStream> {
    let modules = modules(list)?;
    let operations = modules.iter().flat_map(|Module { file, structs, .. }| {
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
            visitor.visit::<self::#file::#input>();
            visitor.visit::<self::#file::#output>();
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
            pub const fn facts(self) -> &'static crate::facts::OperationFacts {
                match self {
                    #(Self::#names => &<#paths as crate::shape::Operation>::FACTS,)*
                }
            }

            /// The operation of a request, by its method and the escaped path of its URI; with the
            /// feature `http`, `Binding` decodes the request.
            pub fn route(method: &str, path: &str) -> Option<Self> {
                let mut all = Self::ALL.iter().copied();
                all.find(|operation| operation.facts().matches(method, path))
            }
        }

        /// Visits the inputs and outputs of this module's operations.
        #[cfg(feature = "catalog")]
        pub(crate) fn visit_shapes(visitor: &mut impl crate::shape::ShapeVisitor) {
            #(#shapes)*
        }

        /// Visits this module's operations.
        #[cfg(feature = "catalog")]
        pub(crate) fn visit_operations(visitor: &mut impl crate::shape::OperationVisitor) {
            #(visitor.visit::<#paths>();)*
        }
    })
}

/// The builder's name of a struct.
fn builder(name: &Ident) -> Ident {
    format_ident!("{name}Builder")
}
