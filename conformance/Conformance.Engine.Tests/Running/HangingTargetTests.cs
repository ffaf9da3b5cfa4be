using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Engine.Configuration;
using Conformance.Reference;
using Conformance.Reference.Wire;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>A target that leaves one kind of request without a response costs bounded time, and the rest is judged.</summary>
public sealed class HangingTargetTests
{
    [Fact]
    public async Task ATargetThatHangsOnBodiesThatAreNoJsonFailsForThatAloneAfterFewTimeouts()
    {
        var (report, hung) = await Judged(request => BodyOf(request) is { Length: > 0 } body && !IsJson(body));
        Assert.True(report.ExitCode() == 1, report.NotPassed());
        Assert.All(
            report.Verdicts.Where(v => v.Outcome == Outcome.Failed),
            v => Assert.Equal(RequirementGroup.Body, v.Requirement.Group)
        );
        Assert.InRange(hung, 1, 60);
    }

    [Fact]
    public async Task ATargetThatHangsOnOneOperationIsNotTakenForOneThatIsGone()
    {
        var (report, hung) = await Judged(request =>
            Regex.IsMatch(request, "^PUT /[^ ]+/workflow-runs/? HTTP", RegexOptions.CultureInvariant)
        );
        Assert.Null(report.InconclusiveBecause);
        Assert.True(report.ExitCode() == 1, report.NotPassed());
        Assert.Contains(report.Verdicts, v => v.Outcome == Outcome.Errored && IsGivenUp(v));
        Assert.Contains(report.Notes, note => note.Contains("given up", StringComparison.Ordinal));
        Assert.Superset(
            new HashSet<string>
            {
                "CreateWorkflowRun/request/all-members/accepted",
                "CreateWorkflowRun/request/required-only/accepted",
            },
            report.Ids(Outcome.Failed).ToHashSet()
        );
        Assert.All(
            report.Verdicts.Where(v => v.Outcome == Outcome.Failed),
            v => Assert.Equal("CreateWorkflowRun", v.Requirement.Operation)
        );
        Assert.Contains(
            report.Verdicts,
            v => v.Outcome == Outcome.Passed && v.Requirement.Operation == "CreateWorkflowDefinition"
        );
        Assert.InRange(hung, 1, 90);
    }

    [Fact]
    public async Task ATargetThatHangsOnlyOnLargeBodiesIsJudgedForAllElse()
    {
        var (report, hung) = await Judged(request => BodyOf(request).Length > 64 * 1024);
        Assert.Null(report.InconclusiveBecause);
        Assert.DoesNotContain(
            report.Verdicts,
            v => v.Outcome == Outcome.Failed && v.Requirement.Group != RequirementGroup.Body
        );
        Assert.InRange(hung, 1, 60);
    }

    [Fact]
    public async Task ATargetThatIsSlowButInTimeIsNeverGivenUp()
    {
        var requests = 0;
        var (report, _) = await Judged(
            _ => false,
            pass =>
                Interlocked.Increment(ref requests) % 40 == 0
                    ? pass.DawdleAsync(TimeSpan.FromMilliseconds(300))
                    : Task.CompletedTask,
            seconds: 20
        );
        Assert.True(report.ExitCode() == 0, report.NotPassed());
        Assert.DoesNotContain(report.Notes, note => note.Contains("given up", StringComparison.Ordinal));
    }

    private static bool IsGivenUp(Verdict verdict) =>
        verdict.Reason!.StartsWith("not tried any more", StringComparison.Ordinal)
        || verdict.Reason.StartsWith("given up after", StringComparison.Ordinal);

    /// <summary>Judges a Nova Act that hangs on these requests; counts them.</summary>
    private static async Task<(RunReport Report, int Hung)> Judged(
        Func<string, bool> hangs,
        Func<Pass, Task>? before = null,
        double seconds = 1
    )
    {
        var hung = 0;
        await using var server = await ReferenceServer.StartAsync(
            new ReferenceOptions(),
            TestContext.Current.CancellationToken
        );
        await using var front = Front.Before(
            server.BaseAddress,
            async pass =>
            {
                if (before is not null)
                    await before(pass);
                if (!hangs(pass.Request))
                {
                    await pass.PassOnAsync();
                    return;
                }
                Interlocked.Increment(ref hung);
                await pass.HangAsync();
            }
        );
        var report = await KitRuns.OfNovaAct(
            front.BaseAddress,
            options =>
                options with
                {
                    Configuration = KitRuns.Reference with
                    {
                        Limits = new LimitsConfiguration { RequestTimeoutSeconds = seconds },
                    },
                }
        );
        TestContext.Current.SendDiagnosticMessage(
            "{0} s, {1} hung, {2}",
            report.DurationSeconds,
            hung,
            report.NotPassed()
        );
        return (report, hung);
    }

    private static string BodyOf(string request) =>
        request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    private static bool IsJson(string body)
    {
        try
        {
            using var parsed = JsonDocument.Parse(
                Encoding.Latin1.GetBytes(body),
                new JsonDocumentOptions { MaxDepth = 100_000 }
            );
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
