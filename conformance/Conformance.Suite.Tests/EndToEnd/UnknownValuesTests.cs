using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using Conformance.Reports;
using Conformance.Suite.Configuration;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>What a refusal names as missing decides whom it is held against, and what the advice is about (reading R24).</summary>
public sealed class UnknownValuesTests
{
    private const string Run = "nova-act/CreateWorkflowRun/";

    [Fact]
    public async Task ATargetThatDoesNotFindTheDefinitionsItMadeIsNotExcusedByTheModel()
    {
        var report = await Judge(call => NotFound("WorkflowDefinition", call.DefinitionName));
        Assert.Equal(1, report.ExitCode());
        Assert.Contains("CreateWorkflowRun/request/required-only/accepted", report.Ids(Outcome.Failed));
    }

    [Fact]
    public async Task WhereNothingSaysWhatIsMissingItMayBeTheModel()
    {
        var report = await Judge(_ =>
            Refusal(new Refusal(404, "ResourceNotFoundException", "expected something else"))
        );
        Assert.Equal(3, report.ExitCode());
        Assert.Contains(
            "the fixture modelId",
            report.ReasonOf(Run + "request/required-only/accepted"),
            StringComparison.Ordinal
        );
        Assert.Contains("the fixture modelId", Conclusion.Of(report).Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logGroupName/minLength/accepted")]
    [InlineData("logGroupName/maxLength/rejected")]
    [InlineData("request/all-members/accepted")]
    public async Task ALogGroupThatIsLookedUpIsWhatTheConfigurationHasToName(string requirement)
    {
        var report = await Judge(call =>
            LogGroupIn(call) is { } unknown ? NotFound("LogGroup", unknown) : NovaActBehaviour.Correct.Handle(call)
        );
        Assert.Contains("the fixture logGroupName", report.ReasonOf(Run + requirement), StringComparison.Ordinal);
        Assert.Empty(report.Ids(Outcome.Failed));
    }

    private static string? LogGroupIn(NovaActCall call)
    {
        try
        {
            return JsonElement.Parse(call.Request.Body.Span).GetProperty("logGroupName").GetString();
        }
        catch (Exception none) when (none is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Answer NotFound(string type, string id) =>
        Refusal(
            new Refusal(404, "ResourceNotFoundException", "expected what exists")
            {
                Members = [new("resourceId", id), new("resourceType", type)],
            }
        );

    private static Answer Refusal(Refusal refusal) => NovaActBehaviour.Correct.Refuse(refusal);

    /// <summary>Judges a target that answers runs so, and whose configuration names no value.</summary>
    private static Task<RunReport> Judge(Func<NovaActCall, Answer> run) =>
        Judging.Of(
            NovaActBehaviour.Correct with
            {
                Handle = call =>
                    call.Operation == NovaActOperation.CreateWorkflowRun
                        ? run(call)
                        : NovaActBehaviour.Correct.Handle(call),
            },
            options => options with { Configuration = new RunConfiguration() }
        );
}
