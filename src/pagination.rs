//! Lists that are returned in pages.

use std::collections::HashSet;

/// An input or output of a list operation, with the token of a page.
///
/// Implemented for every shape with a `nextToken`.
pub trait Paginated {
    /// In an input the token of the requested page, in an output that of the next page.
    fn next_token(&self) -> Option<&str>;

    /// Sets the token; `None` requests the first page.
    fn set_next_token(&mut self, token: Option<String>);
}

/// The pages of a list, requested one after another.
///
/// The iterator ends after a page without a token, after an error, or when a token occurs a second time
/// (some emulators always return the same one).
///
/// ```
/// use iot_jobs::{operation::list_jobs::{ListJobsInput, ListJobsOutput}, pagination::paginate};
///
/// # fn send(input: &ListJobsInput) -> Result<ListJobsOutput, iot_jobs::Error> {
/// #     iot_jobs::codec::from_str(match input.next_token() {
/// #         None => r#"{"jobs": [{"jobId": "a"}], "nextToken": "2"}"#,
/// #         Some(_) => r#"{"jobs": [{"jobId": "b"}]}"#,
/// #     })
/// # }
/// let mut names = Vec::new();
/// for page in paginate(ListJobsInput::builder().build()?, |input| send(input)) {
///     names.extend(page?.jobs.unwrap_or_default().into_iter().filter_map(|job| job.job_id));
/// }
/// assert_eq!(names, ["a", "b"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn paginate<I, O, E>(
    input: I,
    mut send: impl FnMut(&I) -> Result<O, E>,
) -> impl Iterator<Item = Result<O, E>>
where
    I: Paginated,
    O: Paginated,
{
    let mut pages = Pages::new(input);
    std::iter::from_fn(move || {
        let page = send(pages.input()?);
        match &page {
            Ok(output) => pages.turn(output),
            Err(_) => pages.end(),
        }
        Some(page)
    })
}

/// The pages of a list, for callers that send the requests themselves, such as async code.
///
/// ```
/// # use iot_jobs::{operation::list_jobs::{ListJobsInput, ListJobsOutput}, pagination::Pages};
/// # async fn send(_: &ListJobsInput) -> Result<ListJobsOutput, iot_jobs::Error> {
/// #     iot_jobs::codec::from_str("{}")
/// # }
/// # async fn list() -> Result<(), Box<dyn std::error::Error>> {
/// let mut pages = Pages::new(ListJobsInput::builder().build()?);
/// while let Some(input) = pages.input() {
///     let page = send(input).await?;
///     println!("{} jobs", page.jobs().len());
///     pages.turn(&page);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Pages<I> {
    input: Option<I>,
    seen: HashSet<String>,
}

impl<I: Paginated> Pages<I> {
    /// The pages from the one that the input requests.
    pub fn new(input: I) -> Self {
        let seen = input.next_token().map(str::to_owned).into_iter().collect();
        let input = Some(input);
        Self { input, seen }
    }

    /// The input that requests the next page; `None` after the last page.
    pub fn input(&self) -> Option<&I> {
        self.input.as_ref()
    }

    /// Sets the input to request the page after this one.
    pub fn turn(&mut self, page: &impl Paginated) {
        let token = page.next_token().filter(|token| !token.is_empty());
        match token.map(str::to_owned) {
            Some(token) if self.seen.insert(token.clone()) => {
                if let Some(input) = &mut self.input {
                    input.set_next_token(Some(token));
                }
            }
            _ => self.end(),
        }
    }

    fn end(&mut self) {
        self.input = None;
    }
}
