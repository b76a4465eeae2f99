//! The values of `--format`, with their help.

use clap::{ValueEnum, builder::PossibleValue};

use crate::commands::{
    OutputFormat, check::ReportFormat, convert::ConvertFormat, forecast::ForecastFormat,
    request::RequestFormat, schema::SchemaFormat,
};

impl ValueEnum for OutputFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Human, Self::Json]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Human => ("human", "Text, in colors on a terminal"),
            Self::Json => ("json", "JSON, an object on each line"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

impl ValueEnum for ReportFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Human, Self::Json, Self::Sarif, Self::Github]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Human => (
                "human",
                "Text, each finding under its line, in colors on a terminal",
            ),
            Self::Json => ("json", "JSON, an object for each input"),
            Self::Sarif => ("sarif", "One SARIF 2.1.0 log, for code scanning"),
            Self::Github => (
                "github",
                "GitHub Actions workflow commands, which annotate the lines of a pull request",
            ),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

impl ValueEnum for RequestFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Human, Self::Json, Self::Curl]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Human => ("human", "Text, in colors on a terminal"),
            Self::Json => ("json", "A JSON object on one line"),
            Self::Curl => ("curl", "A curl command line for a shell"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

impl ValueEnum for ForecastFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Human, Self::Json, Self::Csv]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Human => ("human", "A table and a chart, in colors on a terminal"),
            Self::Json => ("json", "A JSON object on one line"),
            Self::Csv => ("csv", "Comma-separated values, a row for each sample"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

impl ValueEnum for SchemaFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::JsonSchema, Self::ArrowJson, Self::Athena, Self::Spark]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::JsonSchema => ("json-schema", "A JSON Schema, for validation in editors"),
            Self::ArrowJson => (
                "arrow-json",
                "The schema in Arrow, in the JSON form of its integration tests",
            ),
            Self::Athena => ("athena", "SQL that creates a table in Amazon Athena"),
            Self::Spark => (
                "spark",
                "The schema in Spark, as JSON for `StructType.fromJson`",
            ),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

impl ValueEnum for ConvertFormat {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Parquet => "Parquet, compressed with zstd",
            Self::Arrow => "An Arrow IPC file",
            Self::Csv => "Comma-separated values, with JSON for lists, maps and structures",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}
