using System.Text.RegularExpressions;
using Conformance.Reference.BedrockFlows;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Reference.Tests.BedrockFlows;

/// <summary>The tests written by hand against the patterns, read as their author meant them.</summary>
public sealed class FlowPatternsTests
{
    private const string Arn = "arn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/[0-9a-zA-Z]{10}";

    /// <summary>Pieces of which texts are made that come close to what is legal.</summary>
    private static readonly string[] Pieces =
    [
        "arn:aws:bedrock:",
        "us-east-1",
        ":000000000000:",
        "flow/",
        "ECHOFLOW01",
        "/alias/",
        "TSTALIASID",
        "A1b2",
        "_",
        "__",
        "a",
        "9",
        "-",
        ":",
        "/",
        "\n",
        "é",
        "٣",
        "abcdefghij9876543210klmnopqrstABCDEFGHIJKLMNOPQRSTUVWXYZ",
    ];

    [Property(MaxTest = 2000)]
    public Property FlowIdentifiersAreThoseOfThePattern() =>
        Agree($"(?:{Arn})|(?:[0-9a-zA-Z]{{10}})", FlowPatterns.IsFlowIdentifier);

    [Property(MaxTest = 2000)]
    public Property FlowAliasIdentifiersAreThoseOfThePattern() =>
        Agree(
            $@"(?:{Arn}/alias/[0-9a-zA-Z]{{10}})|(?:\bTSTALIASID\b|[0-9a-zA-Z]+)",
            FlowPatterns.IsFlowAliasIdentifier
        );

    [Property(MaxTest = 2000)]
    public Property NodeNamesAreThoseOfThePattern() =>
        Agree("[a-zA-Z]([_]?[0-9a-zA-Z]){0,99}", FlowPatterns.IsNodeName);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void ANodeNameHasAtMost100LettersAndDigits(int length, bool isName)
    {
        Assert.Equal(isName, FlowPatterns.IsNodeName(new string('a', length)));
        Assert.Equal(isName, FlowPatterns.IsNodeName(string.Join('_', Enumerable.Repeat('a', length))));
    }

    private static Property Agree(string pattern, Func<string, bool> belongs)
    {
        var whole = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);
        var arn = Gen.Constant((string[])["arn:aws:bedrock:", "us-east-1", ":000000000000:", "flow/", "ECHOFLOW01"]);
        var some = Gen.Elements(Pieces).ArrayOf();
        var texts = Gen.OneOf(
            some,
            arn,
            arn.SelectMany(begin => some.Select(end => (string[])[.. begin, .. end])),
            arn.Select(begin => (string[])[.. begin, "/alias/", "ALIAS00001"]),
            arn.SelectMany(full =>
                Gen.Choose(0, full.Length - 1).SelectMany(i => Gen.Elements(Pieces).Select(p => Exchanged(full, i, p)))
            )
        );
        return Prop.ForAll(Arb.From(texts.Select(string.Concat)), t => whole.IsMatch(t) == belongs(t));
    }

    private static string[] Exchanged(string[] pieces, int index, string piece) =>
        [.. pieces[..index], piece, .. pieces[(index + 1)..]];
}
