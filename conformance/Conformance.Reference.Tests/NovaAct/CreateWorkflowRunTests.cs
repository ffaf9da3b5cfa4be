namespace Conformance.Reference.Tests.NovaAct;

public sealed class CreateWorkflowRunTests
{
    private static readonly string A1024 = Valid.Repeat("a", 1024);

    public static TheoryData<string, string?> Accepted =>
        new()
        {
            { "modelId", "\"m\"" },
            { "modelId", "\"any text: é \\u0000 /\"" },
            { "modelId", Valid.Quoted(A1024[..100]) },
            { "modelId", Valid.Quoted(Valid.Repeat("\U0001F600", 100)) },
            { "clientInfo.compatibilityVersion", "0" },
            { "clientInfo.compatibilityVersion", "-1" },
            { "clientInfo.compatibilityVersion", "1.0" },
            { "clientInfo.compatibilityVersion", "1e0" },
            { "clientInfo.compatibilityVersion", "2147483647" },
            { "clientInfo.compatibilityVersion", "9223372036854775807" },
            { "clientInfo.sdkVersion", null },
            { "clientInfo.sdkVersion", "null" },
            { "clientInfo.sdkVersion", "\"1.2.3\"" },
            { "clientInfo.unheardOf", "1" },
            { "clientToken", null },
            { "clientToken", "null" },
            { "clientToken", Valid.Quoted(A1024[..33]) },
            { "clientToken", Valid.Quoted(A1024[..256]) },
            { "clientToken", Valid.Quoted("a" + Valid.Repeat("-", 31) + "a") },
            { "logGroupName", null },
            { "logGroupName", "null" },
            { "logGroupName", "\"/\"" },
            { "logGroupName", "\"/aws/nova_act/a.b-c\"" },
            { "logGroupName", Valid.Quoted(A1024[..512]) },
            { "unheardOf", "[]" },
        };

    public static TheoryData<string, string?> Rejected =>
        new()
        {
            { "modelId", null },
            { "modelId", "null" },
            { "modelId", "1" },
            { "modelId", "[]" },
            { "modelId", "\"\"" },
            { "modelId", Valid.Quoted(A1024[..101]) },
            { "modelId", Valid.Quoted(Valid.Repeat("\U0001F600", 101)) },
            { "clientInfo", null },
            { "clientInfo", "null" },
            { "clientInfo", "\"1\"" },
            { "clientInfo", "[1]" },
            { "clientInfo", "1" },
            { "clientInfo.compatibilityVersion", null },
            { "clientInfo.compatibilityVersion", "null" },
            { "clientInfo.compatibilityVersion", "1.5" },
            { "clientInfo.compatibilityVersion", "\"1\"" },
            { "clientInfo.compatibilityVersion", "true" },
            { "clientInfo.compatibilityVersion", "{}" },
            { "clientInfo.compatibilityVersion", "9223372036854775808" },
            { "clientInfo.sdkVersion", "\"\"" },
            { "clientInfo.sdkVersion", "1" },
            { "clientToken", "\"\"" },
            { "clientToken", "false" },
            { "clientToken", Valid.Quoted(A1024[..32]) },
            { "clientToken", Valid.Quoted(A1024[..257]) },
            { "clientToken", Valid.Quoted(A1024[..40] + "-") },
            { "clientToken", Valid.Quoted("-" + A1024[..40]) },
            { "clientToken", Valid.Quoted(A1024[..40] + "\n") },
            { "logGroupName", "\"\"" },
            { "logGroupName", "\"a b\"" },
            { "logGroupName", "\"a:b\"" },
            { "logGroupName", "\"a\\n\"" },
            { "logGroupName", "\"é\"" },
            { "logGroupName", "{}" },
            { "logGroupName", Valid.Quoted(A1024[..513]) },
        };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task ALegalValueIsAccepted(string member, string? json)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.PutAsync(Valid.DemoRuns, Valid.RunWith(member, json));
        Assert.Equal((201, "RUNNING"), (reply.Status, reply.Text("status")));
        Assert.Matches(
            @"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z",
            reply.Text("workflowRunId")
        );
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task AnIllegalValueIsRejectedByItsNameAndChangesNothing(string member, string? json)
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.PutAsync(Valid.DemoRuns, Valid.RunWith(member, json));
        Assert.Equal((400, "ValidationException"), (reply.Status, reply.Error));
        Assert.Equal(member, reply.Fields);
        var list = await nova.PostAsync(Valid.DemoRuns);
        Assert.Equal(0, list.Json.GetProperty("workflowRunSummaries").GetArrayLength());
    }

    [Fact]
    public async Task EveryMemberAtFaultIsNamed()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.PutAsync(Valid.DemoRuns, """{"clientInfo":{},"logGroupName":" "}""");
        Assert.Equal("modelId clientInfo.compatibilityVersion logGroupName", reply.Fields);
    }

    [Fact]
    public async Task ARunOfAnUnknownDefinitionIsNotFound()
    {
        await using var nova = await Emulator.StartAsync();
        var reply = await nova.PutAsync(Valid.DemoRuns, Valid.Run);
        Assert.Equal((404, "ResourceNotFoundException"), (reply.Status, reply.Error));
        Assert.Equal(("demo", "WorkflowDefinition"), (reply.Text("resourceId"), reply.Text("resourceType")));
    }

    [Fact]
    public async Task WithoutATokenEveryRequestIsANewRun()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var one = await nova.PutAsync(Valid.DemoRuns, Valid.Run);
        var two = await nova.PutAsync(Valid.DemoRuns, Valid.Run);
        Assert.NotEqual(one.Text("workflowRunId"), two.Text("workflowRunId"));
    }
}
