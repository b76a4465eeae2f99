//! White space of JSON text, put in and taken out.

use iot_jobs::codec;

#[test]
fn white_space_comes_and_goes_and_all_else_stays() {
    let narrow = r#"{"a":[1.50,"x, [\"{: é"],"b":{},"c":[[],{"d":1}]}"#;
    let wide = r#"{
  "a": [
    1.50,
    "x, [\"{: é"
  ],
  "b": {},
  "c": [
    [],
    {
      "d": 1
    }
  ]
}"#;
    assert_eq!(codec::indent(narrow), wide);
    // Strings with what JSON does not allow in them stay, too.
    assert_eq!(codec::compact("[ \"a\t b\" , 1 ]"), "[\"a\t b\",1]");
    assert_eq!(codec::compact(wide), narrow);
}
