//! Which types a member may have, and how builders and accessors handle each.

use syn::{GenericArgument, PathArguments, Type, TypePath};

/// How a member is handed in and out of builders and accessors.
pub(super) enum Form {
    /// `bool`, `i32`, `i64` and `f64`: by value.
    Scalar,
    String,
    List(Box<Type>),
    /// The types of key and value.
    Map(Box<[Type; 2]>),
    /// A timestamp, blob, enum or other shape: by reference.
    Other,
}

impl Form {
    /// The form of a type, or why it cannot be a member's.
    pub(super) fn of(ty: &Type) -> syn::Result<Self> {
        const SCALARS: [&str; 4] = ["bool", "i32", "i64", "f64"];
        if SCALARS.iter().any(|scalar| is(ty, scalar)) {
            return Ok(Self::Scalar);
        }
        if is(ty, "String") {
            return Ok(Self::String);
        }
        if let Some(why) = unsupported(ty) {
            let message = format!("unsupported member type; {why}");
            return Err(syn::Error::new_spanned(ty, message));
        }
        if let Some(element) = only_argument(ty, "Vec") {
            Self::of(element)?;
            return Ok(Self::List(Box::new(element.clone())));
        }
        if let Some([key, value]) = arguments(ty, "HashMap").as_deref() {
            Self::of(value)?;
            return Ok(Self::Map(Box::new([(*key).clone(), (*value).clone()])));
        }
        Ok(Self::Other)
    }
}

/// Why a type is not supported, with the type to use instead.
fn unsupported(ty: &Type) -> Option<&'static str> {
    if matches!(ty, Type::Reference(_)) {
        return Some("a member owns its value, and text is `String`");
    }
    let Some(name) = last_name(ty) else {
        return Some(TYPES);
    };
    match name.as_str() {
        "Vec" if only_argument(ty, "Vec").is_some_and(|element| is(element, "u8")) => {
            Some("bytes are `Blob`")
        }
        "Vec" if only_argument(ty, "Vec").is_some() => None,
        "HashMap" => match arguments(ty, "HashMap")?.as_slice() {
            [key, _] if matches!(Form::of(key), Ok(Form::String | Form::Other)) => None,
            _ => Some("a map's keys are `String` or an enum, since names in JSON are strings"),
        },
        "Option" => {
            Some("a member is absent as a whole, so the only `Option` is the outermost type")
        }
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i128" | "isize" => {
            Some("integers are `i32` (the model's integer) or `i64` (its long)")
        }
        "f32" => Some("numbers with a fraction are `f64`"),
        "char" | "str" => Some("text is `String`"),
        "Box" => Some(TYPES),
        _ if has_arguments(ty) => Some(TYPES),
        _ => None,
    }
}

const TYPES: &str = "a member is a String, bool, i32, i64, f64, DateTime, Blob, a shape or an \
                     enum, a Vec<_> or HashMap<String, _> of these, or an Option<_> of one";

/// The last name of a path.
fn last_name(ty: &Type) -> Option<String> {
    let Type::Path(TypePath { path, .. }) = ty else {
        return None;
    };
    Some(path.segments.last()?.ident.to_string())
}

fn has_arguments(ty: &Type) -> bool {
    match ty {
        Type::Path(TypePath { path, .. }) => {
            path.segments.iter().any(|name| !name.arguments.is_empty())
        }
        _ => false,
    }
}

/// Whether the type is the path `name`, without arguments.
pub(super) fn is(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident(name))
}

/// The `T` of `name<T>`.
pub(super) fn only_argument<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    match arguments(ty, name)?.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// The type arguments of `name<…>`.
fn arguments<'a>(ty: &'a Type, name: &str) -> Option<Vec<&'a Type>> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(generics) = &last.arguments else {
        return None;
    };
    let types = generics.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    (last.ident == name).then(|| types.collect())
}
