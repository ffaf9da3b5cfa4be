using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.XUnit.Running;

namespace Conformance.XUnit.Tests.Running;

public sealed class RunSettingsTests
{
    private static readonly Uri Given = new("http://given.example/base");
    private static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();

    private static readonly string AllUrls =
        $"apis: {{ {string.Join(", ", Everything.Select(planned => $"{planned.Api.Name}: {{ url: 'http://own.example/' }}"))} }}";

    [Fact]
    public void WhatATargetSaysDecidesWhatTheRunDoes()
    {
        var options = Of(
            new Saying
            {
                At = Given,
                Spending = Profile.Nightly,
                Seeded = -3,
                Named = "abc123",
                Strictly = true,
            }
        );
        Assert.Equal(
            (Given, Profile.Nightly, -3, "abc123", true),
            (options.Target, options.Profile, options.Seed, options.RunId, options.IsStrict)
        );
        Assert.Equal(
            "./run-conformance.sh --target http://given.example/base --profile nightly --strict --seed -3",
            RunCommandText.Of(options.Request!)
        );
        Assert.Null(options.Handler);
    }

    [Fact]
    public void FoldersOfFurtherApisComeFromTheTargetAndItsConfiguration()
    {
        var saying = new Saying
        {
            At = Given,
            Beside = ["/apis/one"],
            Configured = Parse("schemas: ['/apis/two']"),
        };
        Assert.Equal(["/apis/one", "/apis/two"], RunSettings.SchemaFolders(saying));
        Assert.Equal(["/apis/one", "/apis/two"], Of(saying).Request!.Schemas);
    }

    [Fact]
    public void WithoutARunIdOneIsMade() => Assert.Equal("made00", Of(new Saying { At = Given }).RunId);

    [Fact]
    public void AUrlInCodeTakesThePlaceOfThoseInTheConfiguration()
    {
        var options = Of(new Saying { At = Given, Configured = Parse($"target: http://other.example/\n{AllUrls}") });
        Assert.Equal(Given, options.Target);
        Assert.All(Everything, planned => Assert.Null(options.Configuration.For(planned.Api.Name).Url));
    }

    [Fact]
    public void TheConfigurationsUrlServesWhereNoneIsInCode() =>
        Assert.Equal(
            new Uri("http://other.example/"),
            Of(new Saying { Configured = Parse("target: http://other.example/") }).Target
        );

    [Fact]
    public void UrlsOfAllApisServeAsWell()
    {
        var options = Of(new Saying { Configured = Parse(AllUrls) });
        Assert.Equal(new Uri("http://own.example/"), options.Target);
        Assert.All(Everything, planned => Assert.NotNull(options.Configuration.For(planned.Api.Name).Url));
    }

    [Fact]
    public void AHandlerNeedsNoUrl()
    {
        using var handler = new SocketsHttpHandler();
        var options = Of(new Saying { Through = handler });
        Assert.Equal((new Uri("http://localhost/"), handler), (options.Target, options.Handler));
    }

    [Fact]
    public void AClientTellsItsUrl()
    {
        using var client = new HttpClient { BaseAddress = Given };
        var options = Of(new Saying { By = client });
        Assert.Equal(Given, options.Target);
        Assert.IsType<ThroughClient>(options.Handler);
    }

    [Fact]
    public void TheEnvironmentOverridesTheLimits()
    {
        var options = RunSettings.Of(
            new Saying { At = Given },
            Everything,
            name => name == ConfigurationEnvironment.Parallel ? "3" : null,
            () => "made00"
        );
        Assert.Equal(3, options.Parallelism);
    }

    [Fact]
    public void AFileIsReadFromBesideTheTests()
    {
        var problem = Refusal(new Saying { At = Given, Written = "missing.yaml" });
        Assert.StartsWith(Path.Combine(AppContext.BaseDirectory, "missing.yaml"), problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFileIsNamedInTheRequest()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "some.yaml");
        File.WriteAllText(file, $"target: {Given}");
        var request = Of(new Saying { At = Given, Written = "some.yaml" }).Request!;
        Assert.Equal((file, Given.ToString(), "made00"), (request.Config, request.Target, request.RunId));
    }

    [Fact]
    public void PromotedCasesAreReadFromWhereTheConfigurationSays()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "promoted", "found.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(
            file,
            """{ "formatVersion": "1.0", "cases": [{ "requirement": "a/b/c/d/rejected", "value": "" }] }"""
        );
        Assert.Single(
            Of(
                new Saying
                {
                    At = Given,
                    Configured = new() { Corpus = "promoted/found.json" },
                }
            ).Promoted.Cases
        );
        Assert.Empty(Of(new Saying { At = Given }).Promoted.Cases);
        Assert.Throws<CorpusFileException>(() =>
            Of(
                new Saying
                {
                    At = Given,
                    Configured = new() { Corpus = "promoted/none.json" },
                }
            )
        );
    }

    [Fact]
    public void WhatCantBeMeantIsRefusedWithWhatToDo()
    {
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient();
        var none = new RunConfiguration();
        (Saying Target, string Says)[] refused =
        [
            (new(), "override Url, Client or Handler"),
            (new() { At = new("/relative", UriKind.Relative) }, "no absolute URL"),
            (new() { At = new("ftp://given.example/") }, "is not a valid URL of a target"),
            (new() { At = new("http://given.example/?key=1") }, "has a query"),
            (new() { At = new("http://a:b@given.example/") }, "holds credentials"),
            (new() { At = Given, Named = "Too long" }, "RunId takes 6 lowercase letters or digits"),
            (new() { Through = handler, By = client }, "both a Handler and a Client"),
            (
                new()
                {
                    At = Given,
                    Configured = none,
                    Written = "x.yaml",
                },
                "both a Configuration and a ConfigurationFile"
            ),
            (new() { At = Given, Among = ["nova"] }, "Apis of the target names 'nova'; expected one of bedrock-flows"),
        ];
        Assert.All(refused, r => Assert.Contains(r.Says, Refusal(r.Target), StringComparison.Ordinal));
    }

    private static RunOptions Of(Saying target) => RunSettings.Of(target, Everything, _ => null, () => "made00");

    private static string Refusal(Saying target) => Assert.Throws<ConfigurationException>(() => Of(target)).Message;

    private static RunConfiguration Parse(string text) => ConfigurationFile.Parse(text, "test.yaml", Everything);
}
