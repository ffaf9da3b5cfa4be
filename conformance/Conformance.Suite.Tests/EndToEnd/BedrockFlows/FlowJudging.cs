using System.Collections.Immutable;
using Conformance.Reference;
using Conformance.Reference.Defects;
using Conformance.Reference.Http;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Configuration;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.EndToEnd.BedrockFlows;

/// <summary>The whole kit against another implementation of InvokeFlow, told what the implementation says of itself.</summary>
internal static class FlowJudging
{
    /// <summary>A row for each, under its name.</summary>
    public static IEnumerable<TheoryDataRow<string>> Rows(string does, IEnumerable<Implementation> implementations) =>
        implementations.Select(i => new TheoryDataRow<string>(i.Name)
        {
            TestDisplayName = $"ATarget{does}That {i.Says}",
            Label = "",
        });

    /// <summary>Judges it by all requirements of InvokeFlow in the smoke profile.</summary>
    public static async Task<RunReport> Judged(Implementation implementation)
    {
        var made = implementation.Apply(new ReferenceOptions());
        await using var server = await ReferenceServer.StartAsync(made, TestContext.Current.CancellationToken);
        return await Judging.Of(
            server.BaseAddress,
            options =>
                options with
                {
                    Selection = Selection.All with { Apis = [implementation.Api] },
                    Configuration = ConfigurationFile.Parse(
                        implementation.Configuration,
                        implementation.Name,
                        Judging.Everything
                    ),
                    EnvironmentVariable = name => Secret(made.Credentials, name),
                }
        );
    }

    /// <summary>It has to fail what the lie breaks, and nothing else at any level.</summary>
    public static async Task IsSeenThrough(Defect defect)
    {
        var report = await Judged(defect);
        var failed = report.Verdicts.Where(v => v.Outcome == Outcome.Failed).ToImmutableArray();
        var ids = failed.Select(v => v.Requirement.Id).ToImmutableArray();
        var survived = defect.Breaks.RemoveAll(glob => ids.Any(id => Selection.Matches(glob, id)));
        var known = defect.Breaks.AddRange(defect.MayBreak);
        var accused = ids.RemoveAll(id => known.Any(glob => Selection.Matches(glob, id)));
        Assert.True(survived.IsEmpty, $"not noticed: {string.Join(", ", survived)}\n{report.NotPassed()}");
        Assert.True(accused.IsEmpty, $"accused of more: {string.Join(", ", accused)}\n{report.NotPassed()}");
        Assert.Equal(failed.Any(v => v.Requirement.Level == Level.Must), report.ExitCode() == 1);
        Assert.Equal(1, report.StrictExitCode());
        Assert.True(report.Ids(Outcome.Errored).IsEmpty, report.NotPassed());
    }

    private static string? Secret(AwsCredentials? credentials, string variable) =>
        variable switch
        {
            "AWS_ACCESS_KEY_ID" => credentials?.AccessKeyId,
            "AWS_SECRET_ACCESS_KEY" => credentials?.SecretAccessKey,
            _ => null,
        };
}
