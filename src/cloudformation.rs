//! CloudFormation templates: what is wrong with the resources that configure jobs, before a deployment.
//!
//! [`check`] finds the resources `AWS::IoT::Job`, `AWS::IoT::JobTemplate` and the job's configuration of
//! `AWS::GreengrassV2::Deployment` in a template, such as one that `cdk synth` writes, and checks them like the
//! inputs of the operations that create them, job documents included. No other property is allowed: an unknown
//! one is an error, as are a misspelt attribute of such a resource (`Propertys`) and its type in another case.
//!
//! The results of functions (`Ref`, `Fn::Sub`, `Fn::If` …) are known only at deployment. They are not checked,
//! and nothing is reported that depends on them; the branches of `Fn::If`, and the known text of a job document
//! in `Fn::Sub`, `Fn::Join` and `Fn::ToJsonString` are checked.
//!
//! ```
//! use iot_jobs::{check::Checks, cloudformation, codec};
//!
//! let template = r#"{
//!   "Resources": {
//!     "Reboot": {
//!       "Type": "AWS::IoT::JobTemplate",
//!       "Properties": {
//!         "JobTemplateId": { "Ref": "Name" },
//!         "Description": "Reboots a device",
//!         "Document": "{\"operation\": \"reboot\", \"args\": \"now\"}",
//!         "JobExecutionsRolloutConfig": { "maximumPerMinute": 5000 }
//!       }
//!     }
//!   }
//! }"#;
//! let violations = cloudformation::check(template, &Checks::new())?;
//! let found: Vec<_> = violations.iter().map(ToString::to_string).collect();
//! let properties = "Resources.Reboot.Properties";
//! assert_eq!(
//!     found,
//!     [
//!         format!("error: {properties}.Document → args: expected an array, found string \"now\" (form)"),
//!         format!(
//!             "error: {properties}.JobExecutionsRolloutConfig.maximumPerMinute: JobExecutionsRolloutConfig of \
//!              AWS::IoT::JobTemplate has no such property; did you mean `MaximumPerMinute`? (unknown-member)"
//!         ),
//!         format!(
//!             "error: {properties}.JobExecutionsRolloutConfig.maximumPerMinute: 5000 is out of range \
//!              (allowed: 1 to 1000) (range)"
//!         ),
//!     ]
//! );
//! assert_eq!(codec::locate(template, &violations[0].path), Some((8, 60)));
//! # Ok::<(), iot_jobs::Error>(())
//! ```

mod convert;
mod document;
mod exceptions;
mod findings;
mod place;
mod property;
mod resource;
mod resource_type;
#[cfg(feature = "schemars")]
mod schema;
mod value;
mod variant;

use std::{borrow::Cow, collections::HashSet};

use self::value::{Content, Value};
pub use self::{property::Property, resource_type::ResourceType};
use crate::{
    check::Checks,
    error::Error,
    json::{self, syntax},
    path::Path,
    report::{self, Finding, Rule, Violation},
    text,
};

const RESOURCES: &str = "Resources";
const PROPERTIES: &str = "Properties";

/// The attributes of a resource.
const ATTRIBUTES: [&str; 9] = [
    "Type",
    PROPERTIES,
    "Condition",
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Metadata",
    "UpdatePolicy",
    "UpdateReplacePolicy",
];

/// Whether a text is a template: a JSON object with `Resources`, and one of them has a `Type`, or the object has
/// `AWSTemplateFormatVersion` or `Transform`.
pub fn is_template(text: &str) -> bool {
    let is_mark = |name: &str| matches!(name, "AWSTemplateFormatVersion" | "Transform");
    let members = json::members(text).unwrap_or_default();
    let is_marked = members.iter().any(|(name, _)| is_mark(name));
    let has_type = |(_, resource): (Cow<'_, str>, &str)| {
        let members = json::members(resource).unwrap_or_default();
        let mut types = members.iter().filter(|(name, _)| name == "Type");
        types.any(|(_, value)| value.starts_with('"') && value.contains("::"))
    };
    resources(&members).is_some_and(|resources| is_marked || resources.into_iter().any(has_type))
}

/// All violations of the resources that configure jobs, in the order of the template's text.
///
/// # Errors
///
/// Fails if the text is not JSON.
pub fn check(template: &str, checks: &Checks) -> Result<Vec<Violation>, Error> {
    syntax::check(template)?;
    let mut violations = Vec::new();
    let members = json::members(template).unwrap_or_default();
    repeated(&members, &Path::root(), &mut violations);
    if let Some(resources) = resources(&members) {
        let at = Path::root().member(RESOURCES);
        repeated(&resources, &at, &mut violations);
        for (name, resource) in resources {
            of_resource(&name, resource, checks, &mut violations);
        }
    } else {
        let message = "a template has an object of resources, and this one has none";
        let at = Path::root().member(RESOURCES);
        violations.push(Finding::error(Rule::Required, message).at(at));
    }
    Ok(report::in_text_order(template, violations))
}

/// Adds a violation for each member that the object at a path has more than once.
fn repeated(members: &[(Cow<'_, str>, &str)], at: &Path, violations: &mut Vec<Violation>) {
    let mut names = HashSet::new();
    for (name, _) in members {
        if !names.insert(name) {
            let finding = Finding::error(Rule::Form, "this member appears twice");
            violations.push(finding.at(at.clone().member(name.to_string())));
        }
    }
}

/// The resources of a template with these members, as JSON text.
fn resources<'t>(members: &[(Cow<'t, str>, &'t str)]) -> Option<Vec<(Cow<'t, str>, &'t str)>> {
    let (_, resources) = members.iter().find(|(name, _)| name == RESOURCES)?;
    json::members(resources).ok()
}

fn of_resource(name: &str, resource: &str, checks: &Checks, violations: &mut Vec<Violation>) {
    let Ok(members) = json::members(resource) else {
        return;
    };
    let at = Path::root().member(RESOURCES).member(name.to_owned());
    repeated(&members, &at, violations);
    let member = |wanted| members.iter().find(|(name, _)| name == wanted);
    let text_of_type = member("Type").map(|(_, text)| *text).unwrap_or_default();
    let type_name = Value::read(text_of_type).ok();
    let Some(type_name) = type_name.as_ref().and_then(Value::string) else {
        return;
    };
    let Some(resource) = ResourceType::find(type_name) else {
        violations.extend(misspelt_type(type_name).map(|finding| finding.at(at.member("Type"))));
        return;
    };
    let mut has_properties = true;
    for (name, _) in &members {
        if let Some(meant) = misspelt_attribute(name, &members) {
            let finding = Finding::error(Rule::UnknownMember, "a resource has no such attribute");
            let at = at.clone().member(name.clone().into_owned());
            violations.push(finding.suggestion(Some(meant)).at(at));
            has_properties &= meant != PROPERTIES;
        }
    }
    if !has_properties {
        return;
    }
    let text = member(PROPERTIES).map_or("{}", |(_, text)| *text);
    let Ok(properties) = Value::read(text) else {
        return;
    };
    let at = at.member(PROPERTIES);
    let Some(container) = resource.container() else {
        return resource::check(resource, &properties, at, checks, violations);
    };
    let Content::Object(members) = &properties.content else {
        return;
    };
    for (name, configuration) in members {
        let at = at.clone().member(name.to_string());
        if name == container {
            resource::check(resource, configuration, at, checks, violations);
        } else if name.eq_ignore_ascii_case(container) {
            let finding = Finding::error(
                Rule::UnknownMember,
                format!("{resource} has no such property"),
            );
            violations.push(finding.suggestion(Some(container)).at(at));
        }
    }
}

/// The error of a type that differs in case only from one that configures jobs.
fn misspelt_type(name: &str) -> Option<Finding> {
    let types = ResourceType::ALL.iter().map(|of| of.as_str());
    let meant = types.into_iter().find(|it| it.eq_ignore_ascii_case(name))?;
    let message = "there is no such type of resource (names are case-sensitive)";
    Some(Finding::error(Rule::EnumValue, message).suggestion(Some(meant)))
}

/// The attribute that one was probably meant to be; macros can define others, which are similar to none.
fn misspelt_attribute(name: &str, members: &[(Cow<'_, str>, &str)]) -> Option<&'static str> {
    if ATTRIBUTES.contains(&name) {
        return None;
    }
    let is_absent = |attribute: &&str| members.iter().all(|(name, _)| name != attribute);
    text::similar(name, ATTRIBUTES.into_iter().filter(is_absent))
}
