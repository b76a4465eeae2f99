//! One member of a shape: what its declaration says, and the code that needs only this member.

mod aws_sdk;
mod form;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{
    Attribute, Expr, ExprLit, Field, Ident, Lit, LitByteStr, LitStr, Path, Type, Visibility,
    ext::IdentExt, meta::ParseNestedMeta,
};

use self::form::{Form, is, only_argument};

/// The location of a member in an HTTP request.
#[derive(Clone, Copy, Default)]
enum Location {
    #[default]
    Body,
    Label,
    Query,
}

/// A required member in the AWS SDK.
#[derive(Clone, Copy)]
enum InSdk {
    /// Required there as well.
    Same,
    /// An `Option`.
    Optional,
}

/// The generated methods and fields that a member's own would collide with.
const RESERVED: [&str; 5] = [
    "builder",
    "to_builder",
    "build",
    "unknown_members_mut",
    "__unknown_members",
];

/// A member as declared.
pub(crate) struct Member {
    pub(crate) name: Ident,
    pub(crate) wire_name: String,
    docs: Vec<Attribute>,
    pub(crate) declared: Type,
    inner: Type,
    form: Form,
    bare: bool,
    required: bool,
    location: Location,
    idempotency_token: bool,
    constraint: Option<Ident>,
    rule: Option<Path>,
    in_sdk: InSdk,
    position: usize,
}

impl Member {
    /// Reads the member at this position, or says what is wrong with it.
    pub(crate) fn read(position: usize, field: &Field) -> syn::Result<Self> {
        let name = field.ident.clone().ok_or_else(|| {
            syn::Error::new_spanned(field, "a shape's members have names: `pub name: Type`")
        })?;
        let field_name = name.unraw().to_string();
        if RESERVED.contains(&field_name.as_str()) {
            return Err(syn::Error::new_spanned(
                &name,
                format!(
                    "`{field_name}` is the name of a generated item; rename the member and add \
                     `#[shape(wire = \"{}\")]`",
                    camel_case(&field_name)
                ),
            ));
        }
        if !matches!(field.vis, Visibility::Public(_)) {
            return Err(syn::Error::new_spanned(
                name,
                "a shape's members are public: write `pub` before the name",
            ));
        }
        let docs = docs(&field.attrs);
        if doc_text(&docs).is_empty() {
            return Err(syn::Error::new_spanned(
                &name,
                format!(
                    "member `{name}` has no doc comment; write `/// …` above it: \
                     what it is, its unit and its valid range"
                ),
            ));
        }
        let (bare, inner) = match only_argument(&field.ty, "Option") {
            Some(inner) => (false, inner.clone()),
            None => (true, field.ty.clone()),
        };
        let mut member = Self {
            wire_name: camel_case(&field_name),
            form: Form::of(&inner)?,
            name,
            docs,
            declared: field.ty.clone(),
            inner,
            bare,
            required: bare,
            location: Location::Body,
            idempotency_token: false,
            constraint: None,
            rule: None,
            in_sdk: InSdk::Same,
            position,
        };
        for attribute in &field.attrs {
            if attribute.path().is_ident("shape") {
                attribute.parse_nested_meta(|argument| member.read_argument(&argument))?;
            } else if !attribute.path().is_ident("doc") {
                return Err(syn::Error::new_spanned(
                    attribute,
                    "a member takes only doc comments and `#[shape(…)]`",
                ));
            }
        }
        Ok(member)
    }

    fn read_argument(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let argument = meta.path.require_ident()?.clone();
        let placed = !matches!(self.location, Location::Body);
        match argument.to_string().as_str() {
            "label" | "query" if placed => {
                return Err(meta.error("a member travels in one place: `label` or `query`"));
            }
            "label" => self.location = Location::Label,
            "query" => self.location = Location::Query,
            "required" if self.bare => {
                return Err(meta.error(
                    "a bare type is required already; `required` is for an `Option` of an input",
                ));
            }
            "required" => self.required = true,
            "idempotency_token" => self.idempotency_token = true,
            "wire" => self.wire_name = meta.value()?.parse::<LitStr>()?.value(),
            "rule" => self.rule = Some(meta.value()?.parse()?),
            "optional_in_sdk" if !self.bare => {
                return Err(
                    meta.error("`optional_in_sdk` is for a required member, of a bare type")
                );
            }
            "optional_in_sdk" => self.in_sdk = InSdk::Optional,
            constant if constant.starts_with(|first: char| first.is_ascii_uppercase()) => {
                if let Some(first) = self.constraint.replace(argument) {
                    return Err(meta.error(format!("a second constraint, after `{first}`")));
                }
            }
            unknown => {
                return Err(meta.error(format!(
                    "unknown argument `{unknown}`; a member takes a constant of \
                     src/constraint.rs, `label`, `query`, `required`, `idempotency_token`, \
                     `wire = \"…\"`, `rule = function` and `optional_in_sdk`"
                )));
            }
        }
        Ok(())
    }

    /// This member's facts, inside the generated code.
    pub(crate) fn facts(&self) -> TokenStream {
        let position = self.position;
        quote!(&MEMBERS[#position])
    }

    /// `Member { … }` with these facts.
    pub(crate) fn declaration(&self) -> TokenStream {
        let position = self.position;
        let (name, wire_name) = (self.field_name(), &self.wire_name);
        let (doc, declared, required) = (doc_text(&self.docs), &self.declared, self.required);
        let location = match self.location {
            Location::Body => quote!(Body),
            Location::Label => quote!(Label),
            Location::Query => quote!(Query),
        };
        let idempotency_token = self.idempotency_token;
        let constraint = self.constraint_tokens();
        quote! {
            crate::facts::Member {
                name: #name,
                wire_name: #wire_name,
                doc: #doc,
                kind: <#declared as crate::wire::Wire>::KIND,
                required: #required,
                location: crate::facts::Location::#location,
                idempotency_token: #idempotency_token,
                constraint: #constraint,
                position: #position,
                #[cfg(feature = "proptest")]
                schemas: <#declared as crate::wire::Wire>::SCHEMAS,
            }
        }
    }

    /// The struct's field.
    pub(crate) fn field(&self) -> TokenStream {
        let (docs, name, declared) = (&self.docs, &self.name, &self.declared);
        quote!(#(#docs)* pub #name: #declared)
    }

    /// The struct's accessor: strings and lists borrowed, scalars by value.
    pub(crate) fn accessor(&self) -> TokenStream {
        let (docs, name, inner) = (&self.docs, &self.name, &self.inner);
        let (returned, body) = match (&self.form, self.bare) {
            (Form::Scalar, true) => (quote!(#inner), quote!(self.#name)),
            (Form::Scalar, false) => (quote!(Option<#inner>), quote!(self.#name)),
            (Form::String, true) => (quote!(&str), quote!(&self.#name)),
            (Form::String, false) => (quote!(Option<&str>), quote!(self.#name.as_deref())),
            (Form::List(element), true) => (quote!(&[#element]), quote!(&self.#name)),
            (Form::List(element), false) => (
                quote!(&[#element]),
                quote!(self.#name.as_deref().unwrap_or_default()),
            ),
            (Form::Map(_) | Form::Other, true) => (quote!(&#inner), quote!(&self.#name)),
            (Form::Map(_) | Form::Other, false) => {
                (quote!(Option<&#inner>), quote!(self.#name.as_ref()))
            }
        };
        quote! {
            #(#docs)*
            pub fn #name(&self) -> #returned {
                #body
            }
        }
    }

    /// The builder's field.
    pub(crate) fn builder_field(&self) -> TokenStream {
        let (name, inner) = (&self.name, &self.inner);
        quote!(#name: Option<#inner>)
    }

    /// The builder's three methods for this member.
    pub(crate) fn builder_methods(&self) -> TokenStream {
        let (docs, name, inner) = (&self.docs, &self.name, &self.inner);
        let bare_name = name.unraw();
        let (set, get) = (
            format_ident!("set_{bare_name}"),
            format_ident!("get_{bare_name}"),
        );
        let setter = match &self.form {
            Form::List(element) => {
                let (parameter, value) = into_parameter(element, "input");
                quote! {
                    pub fn #name(mut self, input: #parameter) -> Self {
                        self.#name.get_or_insert_default().push(#value);
                        self
                    }
                }
            }
            Form::Map(types) => {
                let [key, value] = &**types;
                let (key_parameter, key) = into_parameter(key, "k");
                let (parameter, value) = into_parameter(value, "v");
                quote! {
                    pub fn #name(mut self, k: #key_parameter, v: #parameter) -> Self {
                        self.#name.get_or_insert_default().insert(#key, #value);
                        self
                    }
                }
            }
            Form::Scalar | Form::String | Form::Other => {
                let (parameter, value) = into_parameter(inner, "input");
                quote! {
                    pub fn #name(mut self, input: #parameter) -> Self {
                        self.#name = Some(#value);
                        self
                    }
                }
            }
        };
        quote! {
            #(#docs)*
            #setter

            #(#docs)*
            pub fn #set(mut self, input: Option<#inner>) -> Self {
                self.#name = input;
                self
            }

            #(#docs)*
            pub fn #get(&self) -> &Option<#inner> {
                &self.#name
            }
        }
    }

    /// `name: …` in `build()`.
    pub(crate) fn built(&self, shape: &Ident) -> TokenStream {
        let name = &self.name;
        if !self.required {
            return quote!(#name: self.#name);
        }
        let field = name.unraw().to_string();
        let details = format!("{field} was not specified but it is required when building {shape}");
        let present = quote! {
            self.#name.ok_or_else(|| crate::error::BuildError::missing_field(#field, #details))?
        };
        if self.bare {
            quote!(#name: #present)
        } else {
            quote!(#name: Some(#present))
        }
    }

    /// The name of the field, without `r#`.
    pub(crate) fn field_name(&self) -> String {
        self.name.unraw().to_string()
    }

    /// The variable that holds the value while an object is read.
    pub(crate) fn local(&self) -> Ident {
        format_ident!("member_{}", self.position, span = Span::mixed_site())
    }

    /// The quoted wire name and the colon, as bytes.
    pub(crate) fn literal(&self) -> LitByteStr {
        let literal = format!("\"{}\":", self.wire_name);
        LitByteStr::new(literal.as_bytes(), Span::call_site())
    }

    /// The constant by which rules name this member.
    pub(crate) fn constant(&self) -> TokenStream {
        let (constant, facts) = (self.constant_name(), self.facts());
        quote!(pub(crate) const #constant: &'static crate::facts::Member = #facts;)
    }

    fn constant_name(&self) -> Ident {
        format_ident!("{}", self.field_name().to_ascii_uppercase())
    }

    /// Reads the member's value.
    pub(crate) fn read_value(&self) -> TokenStream {
        let (local, facts, nullable) = (self.local(), self.facts(), !self.bare);
        let position = self.position;
        quote!(reader.value::<#nullable, _>(#position, #facts, &mut #local)?)
    }

    /// Reads the member's value if it is the next member of a text.
    pub(crate) fn read_in_order(&self) -> TokenStream {
        let (local, facts, nullable) = (self.local(), self.facts(), !self.bare);
        let (position, literal) = (self.position, self.literal());
        quote! {
            reader.value_in_order::<#nullable, _, _>(#position, #literal, #facts, &mut #local)?
        }
    }

    /// The value at the end of decoding.
    pub(crate) fn decoded(&self) -> TokenStream {
        let (local, facts) = (self.local(), self.facts());
        if self.bare {
            quote!(match #local {
                Some(value) => value,
                None => return Err(reader.missing(#facts)),
            })
        } else {
            quote!(#local)
        }
    }

    /// Writes the member.
    pub(crate) fn written(&self) -> TokenStream {
        let (name, facts) = (&self.name, self.facts());
        let literal = format!(",\"{}\":", self.wire_name);
        quote!(writer.member(#literal, #facts, &self.#name)?;)
    }

    /// The member's part of a walk: its value, then its rule, if it has a value.
    pub(crate) fn walked(&self) -> TokenStream {
        let (name, facts) = (&self.name, self.facts());
        let constraint = self.constraint_tokens();
        let rule = self.rule.as_ref().map(|rule| {
            let value = if self.bare {
                quote!(Some(&self.#name))
            } else {
                quote!(self.#name.as_ref())
            };
            quote! {
                if let Some(value) = #value && let Some(report) = walk.report() {
                    #rule(value, self, &place, report);
                }
            }
        });
        quote! {{
            let place = at.member(#facts);
            crate::wire::Wire::walk(&self.#name, &place, #constraint, walk);
            #rule
        }}
    }

    /// The constraint, as an `Option`.
    fn constraint_tokens(&self) -> TokenStream {
        let constraint = self.constraint.as_ref();
        option(constraint.map(|name| quote!(&crate::constraint::#name)))
    }

    /// The value as stored in the builder.
    pub(crate) fn rebuilt(&self) -> TokenStream {
        let name = &self.name;
        if self.bare {
            quote!(#name: Some(self.#name.clone()))
        } else {
            quote!(#name: self.#name.clone())
        }
    }

    /// Whether `build()` fails without this member.
    pub(crate) fn is_required(&self) -> bool {
        self.required
    }
}

/// The parameter type of a setter and the expression that gives the value.
fn into_parameter(inner: &Type, name: &str) -> (TokenStream, TokenStream) {
    const CONVERTED: [&str; 4] = ["String", "JobDocument", "LenientBoolean", "LenientInteger"];
    let name = format_ident!("{name}");
    if CONVERTED.iter().any(|converted| is(inner, converted)) {
        (quote!(impl Into<#inner>), quote!(#name.into()))
    } else {
        (quote!(#inner), quote!(#name))
    }
}

/// The tokens of an `Option`.
pub(crate) fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote!(None), |value| quote!(Some(#value)))
}

/// The doc comments among the attributes.
pub(crate) fn docs(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .cloned()
        .collect()
}

/// The first paragraph of doc comments, on one line.
pub(crate) fn doc_text(docs: &[Attribute]) -> String {
    let lines: Vec<String> = docs
        .iter()
        .filter_map(|doc| match &doc.meta.require_name_value().ok()?.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value().trim().to_owned()),
            _ => None,
        })
        .skip_while(String::is_empty)
        .take_while(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

/// `job_id` as `jobId`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut camel = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}
