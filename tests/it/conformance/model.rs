//! A model file: `operations` and `shapes` by name.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use super::json::Json;

/// The folder of models and samples, or a note that a test did not run.
pub(crate) fn shared() -> Option<PathBuf> {
    let folder = env::var_os("IOT_JOBS_SHARED");
    if folder.is_none() {
        println!("did not run: IOT_JOBS_SHARED is not set to the folder of models and samples");
    }
    folder.map(PathBuf::from)
}

pub(crate) fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

pub(super) struct Model(Json);

/// An object of the model: a shape, a member or an operation.
#[derive(Clone, Copy)]
pub(super) struct Shape<'m>(&'m Json);

impl Model {
    pub(super) fn parse(text: &str) -> Self {
        let model = Self(serde_json::from_str(text).expect("a model"));
        assert!(model.shapes().count() > 0 && model.operations().count() > 0);
        model
    }

    pub(super) fn shapes(&self) -> impl Iterator<Item = (&str, Shape<'_>)> {
        Shape(&self.0).inner("shapes").objects()
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = (&str, Shape<'_>)> {
        Shape(&self.0).inner("operations").objects()
    }

    pub(super) fn has_shape(&self, name: &str) -> bool {
        self.shapes().any(|(shape, _)| shape == name)
    }

    pub(super) fn shape(&self, name: &str) -> Shape<'_> {
        Shape(&self.0).inner("shapes").inner(name)
    }
}

impl<'m> Shape<'m> {
    fn object(self) -> &'m [(String, Json)] {
        match self.0 {
            Json::Object(members) => members,
            other => panic!("{other:?} is not an object"),
        }
    }

    fn get(self, name: &str) -> Option<&'m Json> {
        let mut members = self.object().iter();
        members
            .find(|(member, _)| member == name)
            .map(|(_, value)| value)
    }

    fn inner(self, name: &str) -> Self {
        Self(self.get(name).unwrap_or_else(|| panic!("no {name}")))
    }

    fn objects(self) -> impl Iterator<Item = (&'m str, Self)> {
        self.object()
            .iter()
            .map(|(name, value)| (name.as_str(), Self(value)))
    }

    pub(super) fn names(self) -> impl Iterator<Item = &'m str> {
        self.objects().map(|(name, _)| name)
    }

    pub(super) fn has(self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// A string, number or boolean as text; empty where there is none.
    pub(super) fn text(self, name: &str) -> String {
        match self.get(name) {
            None => String::new(),
            Some(Json::Text(text)) => text.clone(),
            Some(other) => panic!("{name}: {other:?} is not a text"),
        }
    }

    pub(super) fn strings(self, name: &str) -> Vec<&'m str> {
        let Some(Json::Array(elements)) = self.get(name) else {
            return Vec::new();
        };
        let strings = elements.iter().map(|element| match element {
            Json::Text(text) => text.as_str(),
            other => panic!("{name}: {other:?} is not a string"),
        });
        strings.collect()
    }

    pub(super) fn kind(self) -> String {
        self.text("type")
    }

    pub(super) fn members(self) -> impl Iterator<Item = (&'m str, Self)> {
        self.inner("members").objects()
    }
}
