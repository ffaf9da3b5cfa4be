using System.Text;
using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Tests.NovaAct;

/// <summary>Each step can be exchanged from outside, and nothing else changes by it.</summary>
public sealed class NovaActBehaviourTests
{
    private static readonly NovaActBehaviour Correct = NovaActBehaviour.Correct;

    [Fact]
    public async Task AMembersCheckCanBeExchanged()
    {
        var lax = Checks.Length(1, 41);
        var wrong = Correct with { Definition = new() { Name = Correct.Definition.Name with { Check = lax } } };
        await using var nova = await StartAsync(wrong);
        Assert.Equal(201, (await CreateAsync(nova, Valid.Repeat("a", 41))).Status);
        Assert.Equal(400, (await CreateAsync(nova, Valid.Repeat("a", 42))).Status);
    }

    [Fact]
    public async Task APatternCanBeUnanchored()
    {
        Check<string> substring = value => Regex.IsMatch(value, "[a-zA-Z0-9_-]{1,40}") ? null : "no match";
        await using var nova = await StartAsync(Correct with { NameInPath = substring });
        Assert.Equal(404, (await nova.GetAsync("/workflow-definitions/a.b")).Status);
        Assert.Equal(400, (await nova.GetAsync("/workflow-definitions/...")).Status);
    }

    [Fact]
    public async Task AMembersKindAndPresenceCanBeExchanged()
    {
        var lax = Correct.Run.ModelId with { IsRequired = false, Kind = value => new(value.ToString(), null) };
        await using var nova = await StartAsync(Correct with { Run = new() { ModelId = lax } });
        await CreateAsync(nova, "demo");
        Assert.Equal(201, (await nova.PutAsync(Valid.DemoRuns, Valid.RunWith("modelId", "1"))).Status);
        Assert.Equal(201, (await nova.PutAsync(Valid.DemoRuns, Valid.RunWith("modelId", null))).Status);
    }

    [Fact]
    public async Task TheStatusOfOneOperationCanBeExchanged()
    {
        var wrong = Correct with
        {
            Finish = (operation, response) =>
                operation == NovaActOperation.CreateWorkflowRun && response.Status == 201
                    ? response with
                    {
                        Status = 200,
                    }
                    : response,
        };
        await using var nova = await StartAsync(wrong);
        Assert.Equal(201, (await CreateAsync(nova, "demo")).Status);
        Assert.Equal(200, (await nova.PutAsync(Valid.DemoRuns, Valid.Run)).Status);
    }

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(false, false, true)]
    public async Task TokensCanBeForgottenOrMixedUp(bool forgets, bool ignoresCase, bool ignoresParameters)
    {
        var tokens = new Idempotency
        {
            TokenOf = token => forgets ? null : token,
            Comparer = ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal,
            IsSameRequest = (one, two) => ignoresParameters || one.Equals(two),
        };
        await using var nova = await StartAsync(Correct with { RunTokens = tokens });
        await CreateAsync(nova, "demo");
        var first = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        var upper = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token.ToUpperInvariant()));
        var again = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token));
        var other = await nova.PutAsync(Valid.DemoRuns, Valid.RunWithToken(Valid.Token, "other"));
        Assert.Equal(ignoresCase, first.Text("workflowRunId") == upper.Text("workflowRunId"));
        Assert.Equal(!forgets, first.Text("workflowRunId") == again.Text("workflowRunId"));
        Assert.Equal(forgets || ignoresParameters ? 201 : 409, other.Status);
    }

    [Fact]
    public async Task ARejectedRequestCanLeaveSomethingBehind()
    {
        var wrong = Correct with
        {
            Handle = call =>
            {
                var response = Correct.Handle(call);
                if (response.Status != 400 || call.Operation != NovaActOperation.CreateWorkflowRun)
                    return response;
                Correct.Handle(call with { Request = call.Request with { Body = Encoding.UTF8.GetBytes(Valid.Run) } });
                return response;
            },
        };
        await using var nova = await StartAsync(wrong);
        await CreateAsync(nova, "demo");
        Assert.Equal(400, (await nova.PutAsync(Valid.DemoRuns, """{"modelId":""}""")).Status);
        Assert.Equal(
            1,
            (await nova.PostAsync(Valid.DemoRuns)).Json.GetProperty("workflowRunSummaries").GetArrayLength()
        );
    }

    [Fact]
    public async Task ErrorsCanBeHtmlAndRequestIdsMissing()
    {
        var wrong = Correct with
        {
            Reject = rejection => new Response(
                rejection.Status,
                "<html>"u8.ToArray(),
                [new("Content-Type", "text/html")]
            ),
            Stamp = (response, _) => response,
        };
        await using var nova = await StartAsync(wrong);
        var reply = await nova.GetAsync("/workflow-definitions/demo");
        Assert.Equal(
            (404, "text/html", "<html>"),
            (reply.Status, reply.ContentType?.MediaType, Encoding.UTF8.GetString(reply.Bytes))
        );
        Assert.Null(reply.RequestId);
    }

    private static Task<Emulator> StartAsync(NovaActBehaviour behaviour) =>
        Emulator.StartAsync(new() { NovaAct = behaviour });

    private static Task<Reply> CreateAsync(Emulator nova, string name) =>
        nova.PutAsync(Valid.Definitions, $$"""{"name":"{{name}}"}""");
}
