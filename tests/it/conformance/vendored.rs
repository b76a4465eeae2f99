//! Compares the vendored models with the originals in `$IOT_JOBS_SHARED/model`, where that is set.

use super::{PLANES, model};

#[test]
fn vendored_models_equal_the_originals() {
    let Some(folder) = model::shared() else {
        return;
    };
    for plane in PLANES {
        let original = model::read(&folder.join("model").join(plane.file));
        assert!(
            plane.text == original,
            "tests/model/{} differs from the original",
            plane.file
        );
    }
}
