//! `#[shape]`: from one declared struct to everything a shape is.

pub(crate) mod aws_sdk;
mod wire;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Attribute, Data, DataStruct, DeriveInput, Fields, FieldsNamed, Ident, LitInt, LitStr, Path,
    meta, parse::Parser,
};

use crate::member::{Member, doc_text, docs};

/// The declaration of a shape.
struct Shape {
    name: Ident,
    builder: Ident,
    model_name: String,
    docs: Vec<Attribute>,
    status: Option<LitInt>,
    mqtt: bool,
    rule: Option<Path>,
    advice: Option<Path>,
    consistency: Option<Path>,
    sdk: Sdk,
    members: Vec<Member>,
}

/// Which conversions can fail because those of a member's type can.
#[derive(Default)]
struct Sdk {
    try_from: bool,
    try_into: bool,
}

/// Decoding has a bit for each member.
const MOST_MEMBERS: usize = 64;

const FORM: &str = "a shape is a struct with named members: `pub struct Name { pub member: Type }`";

/// The code of a shape, or what is wrong with its declaration.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> syn::Result<TokenStream> {
    let item = syn::parse2(item)
        .map_err(|error| syn::Error::new(error.span(), format!("{error}; {FORM}")))?;
    let shape = Shape::read(arguments, item)?;
    let (structure, builder) = (shape.structure(), shape.builder());
    let (wire, schema, error, pages) = (shape.wire(), shape.schema(), shape.error(), shape.pages());
    let (strategy, aws_sdk) = (shape.strategy(), shape.aws_sdk());
    Ok(quote! {
        #structure
        #builder
        #wire
        #schema
        #strategy
        #error
        #pages
        #aws_sdk
    })
}

impl Shape {
    fn read(arguments: TokenStream, item: DeriveInput) -> syn::Result<Self> {
        let (mut status, mut mqtt, mut model_name) = (None, false, None);
        let (mut rule, mut advice, mut consistency) = (None, None, None);
        let mut sdk = Sdk::default();
        let parser = meta::parser(|argument| {
            if argument.path.is_ident("error") {
                status = Some(argument.value()?.parse()?);
            } else if argument.path.is_ident("mqtt") {
                mqtt = true;
            } else if argument.path.is_ident("rule") {
                rule = Some(argument.value()?.parse()?);
            } else if argument.path.is_ident("advice") {
                advice = Some(argument.value()?.parse()?);
            } else if argument.path.is_ident("consistency") {
                consistency = Some(argument.value()?.parse()?);
            } else if argument.path.is_ident("sdk") {
                argument.parse_nested_meta(|direction| {
                    if direction.path.is_ident("try_from") {
                        sdk.try_from = true;
                    } else if direction.path.is_ident("try_into") {
                        sdk.try_into = true;
                    } else {
                        return Err(direction.error("`sdk` takes `try_from` and `try_into`"));
                    }
                    Ok(())
                })?;
            } else if argument.path.is_ident("name") {
                model_name = Some(argument.value()?.parse::<LitStr>()?.value());
            } else {
                return Err(argument.error(
                    "unknown argument; a shape takes `error = STATUS`, `mqtt`, `name = \"…\"`, \
                     `rule = function`, `advice = function`, `consistency = function` or \
                     `sdk(try_from, try_into)`",
                ));
            }
            Ok(())
        });
        parser.parse2(arguments)?;
        let Data::Struct(DataStruct {
            fields: Fields::Named(fields),
            ..
        }) = &item.data
        else {
            return Err(syn::Error::new_spanned(
                item.ident,
                format!("{FORM}; an enum is declared with `string_enum!`"),
            ));
        };
        if !item.generics.params.is_empty() {
            return Err(syn::Error::new_spanned(
                item.generics,
                "a shape has no parameters: it owns its values, of one type each",
            ));
        }
        let docs = docs(&item.attrs);
        if doc_text(&docs).is_empty() {
            return Err(syn::Error::new_spanned(
                &item.ident,
                format!(
                    "shape `{}` has no doc comment; write `/// …` above it: what it is",
                    item.ident
                ),
            ));
        }
        if let Some(other) = item.attrs.iter().find(|a| !a.path().is_ident("doc")) {
            return Err(syn::Error::new_spanned(
                other,
                "a shape takes only doc comments; its derives are written for it",
            ));
        }
        Ok(Self {
            builder: format_ident!("{}Builder", item.ident),
            model_name: model_name.unwrap_or_else(|| derived_name(&item.ident.to_string())),
            name: item.ident,
            docs,
            status,
            mqtt,
            rule,
            advice,
            consistency,
            sdk,
            members: members(fields)?,
        })
    }

    /// The struct and its accessors.
    fn structure(&self) -> TokenStream {
        let (name, builder, docs) = (&self.name, &self.builder, &self.docs);
        let fields = self.members.iter().map(Member::field);
        let accessors = self.members.iter().map(Member::accessor);
        let builder_doc = format!("A builder with nothing set, for [`{name}`].");
        let rebuilt = self.members.iter().map(Member::rebuilt);
        // A member of this name has the accessor, and the trait's method is left.
        let taken = self
            .members
            .iter()
            .any(|member| member.name == "unknown_members");
        let unknown_members = (!taken).then(|| {
            quote! {
                /// The members that were received and that this version does not know.
                pub fn unknown_members(&self) -> &crate::shape::UnknownMembers {
                    &self.__unknown_members
                }
            }
        });
        quote! {
            #(#docs)*
            #[derive(Clone, PartialEq)]
            #[non_exhaustive]
            pub struct #name {
                #(#fields,)*
                pub(crate) __unknown_members: crate::shape::UnknownMembers,
            }

            impl #name {
                #[doc = #builder_doc]
                pub fn builder() -> #builder {
                    <#builder as std::default::Default>::default()
                }

                /// A builder with the members of this value, unknown ones included.
                pub fn to_builder(&self) -> #builder {
                    #builder {
                        #(#rebuilt,)*
                        __unknown_members: self.__unknown_members.clone(),
                    }
                }

                #(#accessors)*

                #unknown_members

                /// The members that this version does not know, for changing them.
                pub fn unknown_members_mut(&mut self) -> &mut crate::shape::UnknownMembers {
                    &mut self.__unknown_members
                }
            }
        }
    }

    /// The builder.
    fn builder(&self) -> TokenStream {
        let (name, builder) = (&self.name, &self.builder);
        let fields = self.members.iter().map(Member::builder_field);
        let methods = self.members.iter().map(Member::builder_methods);
        let values = self.members.iter().map(|member| member.built(name));
        let doc = format!("Builds a [`{name}`].");
        let value = quote! {
            #name {
                #(#values,)*
                __unknown_members: self.__unknown_members,
            }
        };
        let required: Vec<_> = self
            .members
            .iter()
            .filter(|member| member.is_required())
            .collect();
        let build = if required.is_empty() && !self.is_input() {
            quote! {
                /// The value.
                pub fn build(self) -> #name {
                    #value
                }
            }
        } else {
            let errors = if required.is_empty() {
                "Never fails: no member is required.".to_owned()
            } else {
                let names: Vec<_> = required
                    .iter()
                    .map(|member| format!("`{}`", member.field_name()))
                    .collect();
                format!(
                    "Fails if a required member is not set: {}.",
                    names.join(", ")
                )
            };
            quote! {
                /// The value; limits and rules are checked by [`Validate`](crate::Validate), not here.
                ///
                /// # Errors
                ///
                #[doc = #errors]
                pub fn build(self) -> Result<#name, crate::error::BuildError> {
                    Ok(#value)
                }
            }
        };
        quote! {
            #[doc = #doc]
            #[derive(Clone, Debug, Default, PartialEq)]
            #[non_exhaustive]
            pub struct #builder {
                #(#fields,)*
                __unknown_members: crate::shape::UnknownMembers,
            }

            impl #builder {
                #(#methods)*

                #build
            }
        }
    }

    /// Whether the shape is the input of an operation, whose `build()` returns a `Result` in the AWS SDK.
    fn is_input(&self) -> bool {
        self.model_name.ends_with("Request") && self.name.to_string().ends_with("Input")
    }

    /// `JsonSchema`, which only some builds have.
    fn schema(&self) -> TokenStream {
        let (name, model_name) = (&self.name, &self.model_name);
        let declared = self.members.iter().map(|member| &member.declared);
        quote! {
            #[cfg(feature = "schemars")]
            impl schemars::JsonSchema for #name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    #model_name.into()
                }

                // Some shapes of the two planes have the same name.
                fn schema_id() -> std::borrow::Cow<'static, str> {
                    concat!(module_path!(), "::", stringify!(#name)).into()
                }

                fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    let structures = [#(<#declared as crate::wire::Wire>::structure(generator)),*];
                    crate::schema::of_structure(
                        &<Self as crate::shape::Shape>::STRUCTURE,
                        &structures,
                    )
                }
            }
        }
    }

    /// `Arbitrary`, which only some builds have.
    fn strategy(&self) -> TokenStream {
        let name = &self.name;
        quote! {
            #[cfg(feature = "proptest")]
            crate::strategy::arbitrary!(#name, crate::strategy::valid::<#name>());
        }
    }

    /// `Paginated`, for shapes with a token.
    fn pages(&self) -> Option<TokenStream> {
        let mut members = self.members.iter();
        members.find(|member| member.wire_name == "nextToken")?;
        let name = &self.name;
        Some(quote! {
            impl crate::pagination::Paginated for #name {
                fn next_token(&self) -> Option<&str> {
                    self.next_token.as_deref()
                }

                fn set_next_token(&mut self, token: Option<String>) {
                    self.next_token = token;
                }
            }
        })
    }

    /// `Display` and `Error`, for error shapes.
    fn error(&self) -> Option<TokenStream> {
        self.status.as_ref()?;
        let (name, model_name) = (&self.name, &self.model_name);
        Some(quote! {
            impl std::fmt::Display for #name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(#model_name)?;
                    match &self.message {
                        Some(message) => write!(f, ": {}", crate::text::service_message(message)),
                        None => Ok(()),
                    }
                }
            }

            impl std::error::Error for #name {}
        })
    }
}

/// The members, or what is wrong with all of them at once.
fn members(fields: &FieldsNamed) -> syn::Result<Vec<Member>> {
    let mut members = Vec::new();
    let mut errors: Option<syn::Error> = None;
    for (position, field) in fields.named.iter().enumerate() {
        match (Member::read(position, field), &mut errors) {
            (Ok(member), _) => members.push(member),
            (Err(error), Some(errors)) => errors.combine(error),
            (Err(error), None) => errors = Some(error),
        }
    }
    if let Some(member) = fields.named.iter().nth(MOST_MEMBERS) {
        return Err(syn::Error::new_spanned(
            member,
            format!("a shape has at most {MOST_MEMBERS} members"),
        ));
    }
    errors.map_or(Ok(members), Err)
}

/// The model's name of a struct: inputs are requests there, and outputs responses.
fn derived_name(name: &str) -> String {
    if let Some(operation) = name.strip_suffix("Input") {
        format!("{operation}Request")
    } else if let Some(operation) = name.strip_suffix("Output") {
        format!("{operation}Response")
    } else {
        name.to_owned()
    }
}
