//! Compares the vendored models with the originals in `$IOT_JOBS_SHARED/model`, where that is set.

use super::{PLANES, model};

#[test]
fn vendored_models_equal_the_originals() {
    let Some(folder) = model::shared() else {
        return;
    };
    let planes = PLANES.iter().map(|plane| (plane.file, plane.text));
    for (file, text) in planes.chain([("cloudformation.json", model::CLOUDFORMATION)]) {
        let original = model::read(&folder.join("model").join(file));
        assert!(
            text == original,
            "tests/model/{file} differs from the original"
        );
    }
}
