//! The vendored models: `operations` and `shapes` by name.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use super::json::Json;

/// The control plane, `iot` 2015-05-28.
pub(crate) const CONTROL_PLANE: &str = include_str!("../../model/control-plane.json");
/// The data plane, `iot-jobs-data` 2017-09-29.
pub(crate) const DATA_PLANE: &str = include_str!("../../model/data-plane.json");

/// The resource schemas of CloudFormation.
pub(crate) const CLOUDFORMATION: &str = include_str!("../../model/cloudformation.json");

/// The folder of published samples and original models; prints a note if it is not configured.
pub(crate) fn shared() -> Option<PathBuf> {
    let folder = env::var_os("IOT_JOBS_SHARED");
    if folder.is_none() {
        println!("skipped: IOT_JOBS_SHARED is not set");
    }
    folder.map(PathBuf::from)
}

pub(crate) fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// A parsed model.
pub(super) struct Model(Json);

/// An object of a model: a shape, a member or an operation.
#[derive(Clone, Copy)]
pub(super) struct Object<'m>(&'m Json);

impl Model {
    pub(super) fn parse(text: &str) -> Self {
        Self(serde_json::from_str(text).expect("a model"))
    }

    pub(super) fn shapes(&self) -> impl Iterator<Item = (&str, Object<'_>)> {
        Object(&self.0).object("shapes").objects()
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = (&str, Object<'_>)> {
        Object(&self.0).object("operations").objects()
    }

    pub(super) fn has_shape(&self, name: &str) -> bool {
        self.shapes().any(|(shape, _)| shape == name)
    }

    pub(super) fn shape(&self, name: &str) -> Object<'_> {
        Object(&self.0).object("shapes").object(name)
    }
}

impl<'m> Object<'m> {
    fn properties(self) -> &'m [(String, Json)] {
        match self.0 {
            Json::Object(properties) => properties,
            other => panic!("{other:?} is not an object"),
        }
    }

    fn get(self, name: &str) -> Option<&'m Json> {
        let mut properties = self.properties().iter();
        properties
            .find(|(property, _)| property == name)
            .map(|(_, value)| value)
    }

    fn object(self, name: &str) -> Self {
        Self(self.get(name).unwrap_or_else(|| panic!("no {name}")))
    }

    fn objects(self) -> impl Iterator<Item = (&'m str, Self)> {
        self.properties()
            .iter()
            .map(|(name, value)| (name.as_str(), Self(value)))
    }

    pub(super) fn names(self) -> impl Iterator<Item = &'m str> {
        self.objects().map(|(name, _)| name)
    }

    pub(super) fn has(self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// A string, number or boolean as text; empty if it is absent.
    pub(super) fn text(self, name: &str) -> String {
        match self.get(name) {
            None => String::new(),
            Some(Json::Scalar(text)) => text.clone(),
            Some(other) => panic!("{name}: {other:?} is not a scalar"),
        }
    }

    pub(super) fn strings(self, name: &str) -> Vec<&'m str> {
        let Some(Json::Array(elements)) = self.get(name) else {
            return Vec::new();
        };
        let strings = elements.iter().map(|element| match element {
            Json::Scalar(text) => text.as_str(),
            other => panic!("{name}: {other:?} is not a string"),
        });
        strings.collect()
    }

    pub(super) fn kind(self) -> String {
        self.text("type")
    }

    pub(super) fn members(self) -> impl Iterator<Item = (&'m str, Self)> {
        self.object("members").objects()
    }
}
