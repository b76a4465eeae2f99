//! Draws rollouts over time, as SVG.

mod colors;
mod panel;
mod rollouts;

use std::{error::Error, fs, path::PathBuf};

use clap::Args;
use plotters::{
    backend::SVGBackend,
    drawing::IntoDrawingArea,
    element::{Rectangle, Text},
    style::{Color, IntoFont, RGBColor, TextStyle},
};

use self::{
    colors::{BACKGROUND, STATES, STYLE, TEXT},
    panel::draw_panel,
    rollouts::{Rollout, rollouts},
};
use crate::source::Source;

/// The query whose rows are drawn.
const QUERY: &str = include_str!("../sql/rollout.sql");
const WIDTH: u32 = 960;
const PANEL_HEIGHT: u32 = 210;
const LEGEND_HEIGHT: u32 = 44;

/// A picture of rollouts.
#[derive(Args)]
pub struct Plot {
    #[command(flatten)]
    source: Source,
    /// Only this job; can be repeated
    #[arg(long, value_name = "ID")]
    job: Vec<String>,
    /// The file for the picture
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
}

impl Plot {
    pub async fn run(&self) -> Result<(), Box<dyn Error>> {
        let executions = self.source.open().await?;
        let batches = executions.session.sql(QUERY).await?.collect().await?;
        self.source.report_bad_lines(&executions)?;
        let mut rollouts = rollouts(&batches)?;
        for job in &self.job {
            if !rollouts.iter().any(|rollout| rollout.job == *job) {
                return Err(format!("no executions of job {job}").into());
            }
        }
        if !self.job.is_empty() {
            rollouts.retain(|rollout| self.job.contains(&rollout.job));
        }
        fs::write(&self.output, svg(&rollouts)?)
            .map_err(|error| format!("{}: {error}", self.output.display()))?;
        Ok(())
    }

    /// The number of threads.
    pub fn threads(&self) -> usize {
        self.source.threads()
    }
}

fn svg(rollouts: &[Rollout]) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    draw(rollouts, &mut text)?;
    // After the opening tag, whose line is the first.
    let start = text.find('\n').map_or(0, |end| end + 1);
    text.insert_str(start, STYLE);
    Ok(text)
}

fn draw(rollouts: &[Rollout], text: &mut String) -> Result<(), Box<dyn Error>> {
    let panels = u32::try_from(rollouts.len())?;
    let size = (WIDTH, LEGEND_HEIGHT + panels * PANEL_HEIGHT);
    let root = SVGBackend::with_string(text, size).into_drawing_area();
    root.fill(&BACKGROUND)?;
    let (legend, mut rest) = root.split_vertically(LEGEND_HEIGHT);
    let mut x = 84;
    for (name, color) in STATES {
        let square = [(x, 16), (x + 12, 28)];
        legend.draw(&Rectangle::new(square, color.filled()))?;
        legend.draw(&Text::new(name, (x + 18, 15), text_style(12.0, TEXT)))?;
        x += 150;
    }
    for rollout in rollouts {
        let (panel, below) = rest.split_vertically(PANEL_HEIGHT);
        draw_panel(&panel, rollout)?;
        rest = below;
    }
    root.present()?;
    Ok(())
}

/// Text of a size in pixels.
fn text_style(size: f64, color: RGBColor) -> TextStyle<'static> {
    // The backend divides by this number.
    const SCALE: f64 = 1.24;
    let mut style = TextStyle::from(("sans-serif", size * SCALE).into_font());
    style.color = color.to_backend_color();
    style
}
