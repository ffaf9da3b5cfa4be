namespace Conformance.Schemas.Tests.Loading;

/// <summary>A register or a list of sources that does not fit its schema.</summary>
public sealed class RegisterRefusalTests
{
    [Theory]
    [InlineData(
        "/behaviours/0/operation",
        "\"CreateWorkflow\"",
        "/behaviours/0/operation",
        "an operation of the schema"
    )]
    [InlineData("/behaviours/0/citations", "[]", "/behaviours/0/citations", "one citation or more")]
    [InlineData("/behaviours/0/citations/0", "\"aws-model\"", "/behaviours/0/level", "a document's line behind a must")]
    [InlineData(
        "/behaviours/0/citations/0",
        "\"implied:D4:36\"",
        "/behaviours/0/level",
        "a document's line behind a must"
    )]
    [InlineData("/behaviours/0/citations/0", "\"D4:37\"", "/behaviours/0/citations/0", "holds text")]
    [InlineData("/behaviours/1/id", "\"uniqueness/duplicate-name\"", "/behaviours/1", "each behaviour once")]
    [InlineData(
        "/behaviours/0/interpretations",
        "[\"R99\"]",
        "/behaviours/0/interpretations/0",
        "the id of an interpretation"
    )]
    [InlineData("/behaviours/0/says", "\" \"", "/behaviours/0/says", "a text")]
    [InlineData("/behaviours/0/lvl", "1", "/behaviours/0/lvl", "one of id")]
    [InlineData("/interpretations/1/id", "\"R1\"", "/interpretations/1", "an id of its own")]
    [InlineData("/interpretations/0/about", "[\"nulls\"]", "/interpretations/0/about/0", "one of nullForOptional")]
    [InlineData(
        "/interpretations/1/about",
        "[\"anchors\",\"anchors\"]",
        "/interpretations/1/about/1",
        "each topic once"
    )]
    [InlineData("/interpretations/0/about", "[\"anchors\"]", "/interpretations/0/inForce", "null beside about")]
    [InlineData("/interpretations/0/inForce", "\"Else.\"", "/interpretations/0/inForce", "one of the positions")]
    [InlineData("/interpretations/0/positions", "[\"One.\"]", "/interpretations/0/positions", "two positions or more")]
    [InlineData("/api", "\"bedrock\"", "/api", "the register of nova-act")]
    public void ARegisterThatDoesNotHoldTogetherIsRefused(string edit, string json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Register, edit, json, pointer, says);

    [Theory]
    [InlineData("/documents/0/linesWithText", "\"1,x\"", "/documents/0/linesWithText", "lines as in 1,3,5-7")]
    [InlineData("/documents/0/linesWithText", "\"1-208\"", "/documents/0/linesWithText", "lines from 1 to 207")]
    [InlineData("/documents/0/sha256", "\"06EF\"", "/documents/0/sha256", "64 hex digits")]
    [InlineData("/documents/1/key", "\"D0\"", "/documents/1/key", "a key of its own")]
    [InlineData("/companions/0/key", "\"D0\"", "/companions/0/key", "a key of its own")]
    public void ABrokenListOfSourcesIsRefused(string edit, string json, string pointer, string says) =>
        Refusal.SaysAfter(Files.Register, edit, json, pointer, says);
}
