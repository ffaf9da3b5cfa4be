using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Tests.Scripted;
using FsCheck.Fluent;

namespace Conformance.Engine.Tests.Configuration;

/// <summary>Whatever text a file holds, what comes of it is a document or a sentence.</summary>
public sealed class YamlTextTests
{
    private const string File = "c.yaml";
    private const string TooDeep = "expected at most 64 levels of lists and mappings, got more; write it flatter";
    private static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("[{a: ")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("!x [")]
    [InlineData("&x [")]
    public void OneHundredThousandLevelsAreASentence(string level)
    {
        var text = string.Concat(Enumerable.Repeat(level, 100_000));
        Assert.Matches($@"\Ac\.yaml:1:\d+: {TooDeep}\z", Refusal(text));
    }

    [Fact]
    public void LevelsOfABlockAreCountedAsWell()
    {
        var lines = Enumerable.Range(0, 1_000).Select(level => new string(' ', level) + "a:");
        Assert.Equal($"c.yaml:65:65: {TooDeep}", Refusal(string.Join('\n', lines)));
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "c.yaml:1:65: " + TooDeep)]
    public void SixtyFourLevelsAreTaken(int levels, string? refusal)
    {
        var text = new string('[', levels) + new string(']', levels);
        if (refusal is null)
            Assert.NotNull(YamlText.Root(text, File));
        else
            Assert.Equal(refusal, Refusal(text));
    }

    [Fact]
    public void AliasesOfAliasesAreCountedForWhatTheyStandFor()
    {
        var lines = Enumerable
            .Range(1, 9)
            .Select(n => $"a{n}: &a{n} [{string.Join(", ", Enumerable.Repeat($"*a{n - 1}", 10))}]")
            .Prepend("a0: &a0 [x, x, x, x, x, x, x, x, x, x]");
        Assert.Matches(
            @"\Ac\.yaml:\d:\d+: expected at most 20,000 values, those behind an alias",
            Refusal(string.Join('\n', lines))
        );
    }

    [Fact]
    public void LevelsBehindAnAliasCountToo()
    {
        var deep = new string('[', 40) + new string(']', 40);
        Assert.EndsWith(TooDeep, Refusal($"a: &a {deep}\nb: {new string('[', 30)}*a"), StringComparison.Ordinal);
        Assert.NotNull(YamlText.Root($"a: &a {deep}\nb: {new string('[', 22)}*a{new string(']', 22)}", File));
    }

    [Fact]
    public void ManyValuesAreASentence() =>
        Assert.Contains(
            "expected at most 20,000 values",
            Refusal($"[{string.Join(',', Enumerable.Repeat('x', 100_000))}]"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a: &a [*a]")]
    [InlineData("a: &a {b: {c: [1, *a]}}")]
    public void AnAliasOfWhatItStandsInIsRefused(string text) =>
        Assert.EndsWith(
            "expected a value, got an alias of what it stands in; write the value out",
            Refusal(text),
            StringComparison.Ordinal
        );

    [Fact]
    public void AnAliasSavesWriting()
    {
        var configuration = ConfigurationFile.Parse(
            """
            apis:
              nova-act: { auth: &key { header: { value: { env: TOKEN } } } }
              bedrock-flows: { auth: *key }
            """,
            File,
            Everything
        );
        Assert.Equal(configuration.For("nova-act").Auth, configuration.For("bedrock-flows").Auth);
    }

    [Theory]
    [InlineData("a: \"\\UFFFFFFFF\"")]
    [InlineData("a: \"\\x\"")]
    [InlineData("a: \"\\ud800\"")]
    [InlineData("%YAML 9.9\n---\na")]
    [InlineData("a: !%zz b")]
    [InlineData("a:\n\t- b")]
    [InlineData("a: 1\na: 2")]
    [InlineData("[a]: 1\n[a]: 2")]
    public void WhatIsNoYamlIsASentenceWithItsPlace(string text) =>
        Assert.Matches(@"\Ac\.yaml:\d+:\d+: \S", Refusal(text));

    [Fact]
    public void ALongNameInAComplaintIsShortened()
    {
        var name = new string('x', 500_000);
        Assert.InRange(Refusal($"{name}: 1\n{name}: 2").Length, 1, 500);
    }

    [Fact]
    public void AnyMutilatedFileIsReadOrRefusedInOneLine()
    {
        var whole =
            "target: http://h/\napis:\n  nova-act: &a\n    auth: { header: { value: { env: \"T\\u0041\" } } }\n"
            + "    fixtures: { modelId: 'x', exportConfig: !!str y }\n    unsupported: [CreateWorkflowRun, *b]\n  pennsieve: *a\n"
            + "limits: {parallel: 1}\nconnection: | \n  text\n# comment\n---\n...\n";
        const string Noise = "[]{}&*!|>'\"%@`,?:-#\n\t \0\uFEFF\ud800\\xU0~<=";
        Prop.ForAll(
                Arb.From(
                    from edits in (
                        from at in Gen.Choose(0, whole.Length)
                        from length in Gen.Choose(0, 6)
                        from put in Gen.Elements(Noise.ToCharArray()).ArrayOf(2)
                        select (at, length, put: new string(put))
                    ).ArrayOf(3)
                    select edits.Aggregate(
                        whole,
                        (text, edit) =>
                            text[..Math.Min(edit.at, text.Length)]
                            + edit.put
                            + text[Math.Min(edit.at + edit.length, text.Length)..]
                    )
                ),
                text =>
                {
                    try
                    {
                        ConfigurationFile.Parse(text, File, Everything);
                    }
                    catch (ConfigurationException refused)
                    {
                        Assert.Matches(@"\Ac\.yaml:\d+:\d+: ", refused.Message);
                        Assert.DoesNotContain(refused.Message, char.IsControl);
                    }
                }
            )
            .Holds(2_000);
    }

    private static string Refusal(string text) =>
        Assert.Throws<ConfigurationException>(() => YamlText.Root(text, File)).Message;
}
