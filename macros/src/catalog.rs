//! `shapes!` and `operations!`: re-exports, builders and the list visitors for lookup by name, from one list.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Ident, Path, Token,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

use crate::shape::aws_sdk::{feature, macro_name};

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

/// `sdk aws_sdk_iot::types; file: Struct; …`
struct List {
    sdk: Option<Path>,
    modules: Punctuated<Module, Token![;]>,
}

impl Parse for List {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut sdk = None;
        if input.peek(Ident) && !input.peek2(Token![:]) {
            let keyword: Ident = input.parse()?;
            if keyword != "sdk" {
                return Err(syn::Error::new_spanned(
                    keyword,
                    "a list starts with `sdk path;` or with `file: Name;`",
                ));
            }
            sdk = Some(input.parse()?);
            input.parse::<Token![;]>()?;
        }
        Ok(Self {
            sdk,
            modules: Punctuated::parse_terminated(input)?,
        })
    }
}

fn list(list: TokenStream) -> syn::Result<List> {
    List::parse.parse2(list)
}

/// The re-exports, `builders` and the visitor of a folder of types.
pub(crate) fn shapes(tokens: TokenStream) -> syn::Result<TokenStream> {
    let List { sdk, modules } = list(tokens)?;
    let conversions = sdk
        .map(|sdk| shape_conversions(&sdk, &modules))
        .transpose()?;
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

        #conversions
    })
}

/// The conversions to and from the types of the same names in a module of the AWS SDK.
fn shape_conversions(
    sdk: &Path,
    modules: &Punctuated<Module, Token![;]>,
) -> syn::Result<TokenStream> {
    let feature = feature(sdk)?;
    let structs = modules.iter().flat_map(|Module { file, structs, .. }| {
        structs.iter().map(move |name| {
            let convert = macro_name(name);
            quote!(self::#file::#convert!(#name, #sdk::#name);)
        })
    });
    let enums = modules.iter().flat_map(|module| &module.enums);
    Ok(quote! {
        #(#[cfg(feature = #feature)] #structs)*
        #(#[cfg(feature = #feature)] crate::aws_sdk::convert_enum!(#enums, #sdk::#enums);)*
    })
}

/// The conversions of inputs and outputs to and from those of the AWS SDK.
fn operation_conversions(
    sdk: &Path,
    modules: &Punctuated<Module, Token![;]>,
) -> syn::Result<TokenStream> {
    let feature = &feature(sdk)?;
    let operations = modules.iter().flat_map(|Module { file, structs, .. }| {
        structs.iter().map(move |operation| {
            let (input, output) = (
                format_ident!("{operation}Input"),
                format_ident!("{operation}Output"),
            );
            let (convert_input, convert_output) = (macro_name(&input), macro_name(&output));
            let input_builder = builder(&input);
            quote! {
                #[cfg(feature = #feature)]
                self::#file::#convert_input!(
                    self::#file::#input,
                    #sdk::#file::#input,
                    #sdk::#file::builders::#input_builder
                );
                #[cfg(feature = #feature)]
                self::#file::#convert_output!(self::#file::#output, #sdk::#file::#output);
            }
        })
    });
    Ok(quote!(#(#operations)*))
}

/// The enum and the visitors of a folder of operations.
pub(crate) fn operations(tokens: TokenStream) -> syn::Result<TokenStream> {
    let List { sdk, modules } = list(tokens)?;
    let conversions = sdk
        .map(|sdk| operation_conversions(&sdk, &modules))
        .transpose()?;
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

        #conversions
    })
}

/// The builder's name of a struct.
fn builder(name: &Ident) -> Ident {
    format_ident!("{name}Builder")
}
