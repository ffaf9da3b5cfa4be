using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Requests;

namespace Conformance.Engine.Tests.Planning;

/// <summary>A target's conventions change what travels, and no requirement.</summary>
public sealed class ConventionsTests
{
    private static readonly PlannedApi Planned = Samples.Planned;

    private static readonly ImmutableDictionary<string, string> Own = ImmutableDictionary<string, string>
        .Empty.Add("labelMember", "title")
        .Add("idMember", "key");

    [Fact]
    public void TheIdsAreTheSame() =>
        Assert.Equal(
            Planned.Requirements.Select(r => r.Requirement.Id),
            Planned.With(Configured(Own)).Requirements.Select(r => r.Requirement.Id)
        );

    [Fact]
    public void WithoutConventionsNothingChanges() => Assert.Same(Planned, Planned.With(new ApiConfiguration()));

    [Fact]
    public void WhatTheSchemaDoesNotKnowIsRefused()
    {
        var refused = Assert.Throws<ConfigurationException>(() =>
            Planned.With(Configured(ImmutableDictionary<string, string>.Empty.Add("label", "title")))
        );
        Assert.StartsWith("apis.sample.conventions: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConfigurationsThatWereMadeInCodeAreHeldAgainstTheSchemaToo()
    {
        IsRefused(new() { Fixtures = Taking.Of(("flows", "1")) }, "apis.sample.fixtures: unknown fixture 'flows'");
        IsRefused(
            new() { Unsupported = new(["sample/Nothing/*"]) },
            "apis.sample.unsupported: no requirement of sample matches"
        );
        IsRefused(new() { Unsupported = new(["Nothing"]) }, "apis.sample.unsupported: unknown operation 'Nothing'");
    }

    [Fact]
    public async Task ARunSpeaksAsTheTargetDoes()
    {
        using var target = new Taking { Response = """{"key":"1"}""" };
        var options = new RunOptions
        {
            Target = new Uri("http://127.0.0.1:1/"),
            RunId = "sample",
            Profile = Profile.Smoke,
            Handler = target,
            Selection = Selection.All with { Ids = ["*/Ask/label/type/accepted", "*/Ask/response/id/*"] },
            Configuration = new RunConfiguration
            {
                Apis = RunConfiguration.NoApis.Add(
                    "sample",
                    new ApiConfiguration
                    {
                        Conventions = Own,
                        Fixtures = Taking.Of(("flow", "\"FLOW\""), ("inputs[].node", "\"N\"")),
                    }
                ),
            },
        };
        var report = await new Runner(options).Run([Planned], TestContext.Current.CancellationToken);
        Assert.Contains(target.Requests, r => r.Body.Contains("\"title\":", StringComparison.Ordinal));
        Assert.DoesNotContain(target.Requests, r => r.Body.Contains("\"label\":", StringComparison.Ordinal));
        Assert.All(report.Verdicts, v => Assert.Equal(Reports.Outcome.Passed, v.Outcome));
        Assert.Equal(3, report.Verdicts.Length);
    }

    private static ApiConfiguration Configured(ImmutableDictionary<string, string> conventions) =>
        new() { Conventions = conventions };

    private static void IsRefused(ApiConfiguration configuration, string says) =>
        Assert.StartsWith(
            says,
            Assert.Throws<ConfigurationException>(() => Planned.With(configuration)).Message,
            StringComparison.Ordinal
        );
}
