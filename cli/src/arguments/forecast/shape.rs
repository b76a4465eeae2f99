//! The shape of the input.

use crate::commands::forecast::ForecastShape;

/// A shape with the settings of a rollout, by its name or that of its operation.
pub(super) fn shape(text: &str) -> Result<ForecastShape, String> {
    let name = text.replace('-', "").to_lowercase();
    let name = match name.as_str() {
        // Only their responses have the settings.
        "describejob" | "describejobtemplate" => format!("{name}response"),
        _ => name
            .strip_suffix("input")
            .unwrap_or(&name)
            .replace("output", "response"),
    };
    let found = ForecastShape::ALL.into_iter().find(|shape| {
        let known = shape.name().to_lowercase();
        name == known || known.strip_suffix("request") == Some(name.as_str())
    });
    found.ok_or_else(|| {
        let names = ForecastShape::ALL.map(ForecastShape::name);
        format!(
            "expected a shape with the settings of a rollout: {}",
            names.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{ForecastShape, shape};

    #[test]
    fn a_shape_has_its_own_name_and_that_of_its_operation() {
        for (text, name) in [
            ("CreateJob", "CreateJobRequest"),
            ("create-job", "CreateJobRequest"),
            ("CreateJobInput", "CreateJobRequest"),
            ("CreateJobTemplateRequest", "CreateJobTemplateRequest"),
            ("DescribeJob", "DescribeJobResponse"),
            ("DescribeJobTemplateOutput", "DescribeJobTemplateResponse"),
            ("job", "Job"),
        ] {
            assert_eq!(shape(text).map(ForecastShape::name), Ok(name), "{text}");
        }
        for text in ["UpdateJob", "DescribeJobRequest", "CreateJobOutput", ""] {
            assert!(shape(text).is_err(), "{text}");
        }
    }
}
