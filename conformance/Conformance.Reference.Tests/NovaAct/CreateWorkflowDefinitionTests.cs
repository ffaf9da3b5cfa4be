namespace Conformance.Reference.Tests.NovaAct;

public sealed class CreateWorkflowDefinitionTests
{
    private static readonly string A1024 = Valid.Repeat("a", 1024);

    public static TheoryData<string, string?> Accepted =>
        new()
        {
            { "name", "\"a\"" },
            { "name", "\"_-_\"" },
            { "name", Valid.Quoted(A1024[..40]) },
            { "description", null },
            { "description", "null" },
            { "description", "\"d\"" },
            { "description", "\"\\u0000 \\ud83d\\ude00\"" },
            { "description", Valid.Quoted(Valid.Repeat("a", 4000)) },
            { "description", Valid.Quoted(Valid.Repeat("\U0001F600", 4000)) },
            { "exportConfig", null },
            { "exportConfig", "null" },
            { "exportConfig.s3BucketName", "\"a.b\"" },
            { "exportConfig.s3BucketName", "\"0-9\"" },
            { "exportConfig.s3BucketName", Valid.Quoted(A1024[..63]) },
            { "exportConfig.s3KeyPrefix", null },
            { "exportConfig.s3KeyPrefix", "null" },
            { "exportConfig.s3KeyPrefix", "\"a/b!-_.*'()/c\"" },
            { "exportConfig.s3KeyPrefix", Valid.Quoted(A1024[..100]) },
            { "clientToken", null },
            { "clientToken", "null" },
            { "clientToken", Valid.Quoted(A1024[..33]) },
            { "clientToken", Valid.Quoted(A1024[..256]) },
            { "unheardOf", "{\"name\":1}" },
        };

    public static TheoryData<string, string?> Rejected =>
        new()
        {
            { "name", null },
            { "name", "null" },
            { "name", "1" },
            { "name", "true" },
            { "name", "[\"a\"]" },
            { "name", "{}" },
            { "name", "\"\"" },
            { "name", "\"a b\"" },
            { "name", "\"a\\n\"" },
            { "name", "\"a.b\"" },
            { "name", "\"é\"" },
            { "name", Valid.Quoted(A1024[..41]) },
            { "description", "\"\"" },
            { "description", "1" },
            { "description", Valid.Quoted(Valid.Repeat("a", 4001)) },
            { "description", Valid.Quoted(Valid.Repeat("\U0001F600", 4001)) },
            { "exportConfig", "\"bucket\"" },
            { "exportConfig", "[]" },
            { "exportConfig.s3BucketName", null },
            { "exportConfig.s3BucketName", "null" },
            { "exportConfig.s3BucketName", "1" },
            { "exportConfig.s3BucketName", "\"ab\"" },
            { "exportConfig.s3BucketName", "\"Abc\"" },
            { "exportConfig.s3BucketName", "\"abc-\"" },
            { "exportConfig.s3BucketName", "\".abc\"" },
            { "exportConfig.s3BucketName", Valid.Quoted(A1024[..64]) },
            { "exportConfig.s3KeyPrefix", "\"\"" },
            { "exportConfig.s3KeyPrefix", "\"/a\"" },
            { "exportConfig.s3KeyPrefix", "\"a/\"" },
            { "exportConfig.s3KeyPrefix", "\"a//b\"" },
            { "exportConfig.s3KeyPrefix", "\"a b\"" },
            { "exportConfig.s3KeyPrefix", "false" },
            { "exportConfig.s3KeyPrefix", Valid.Quoted(A1024[..101]) },
            { "clientToken", "\"\"" },
            { "clientToken", "1" },
            { "clientToken", Valid.Quoted(A1024[..32]) },
            { "clientToken", Valid.Quoted(A1024[..257]) },
            { "clientToken", Valid.Quoted(A1024[..40] + "-") },
            { "clientToken", Valid.Quoted("-" + A1024[..40]) },
            { "clientToken", Valid.Quoted(A1024[..40] + "_a") },
        };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task ALegalValueIsAccepted(string member, string? json)
    {
        await using var nova = await Emulator.StartAsync();
        var reply = await nova.PutAsync(Valid.Definitions, Valid.DefinitionWith(member, json));
        Assert.Equal((201, "ACTIVE"), (reply.Status, reply.Text("status")));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task AnIllegalValueIsRejectedByItsNameAndChangesNothing(string member, string? json)
    {
        await using var nova = await Emulator.StartAsync();
        var reply = await nova.PutAsync(Valid.Definitions, Valid.DefinitionWith(member, json));
        Assert.Equal((400, "ValidationException"), (reply.Status, reply.Error));
        Assert.Equal(member, reply.Fields);
        var list = await nova.PostAsync(Valid.Definitions);
        Assert.Equal(0, list.Json.GetProperty("workflowDefinitionSummaries").GetArrayLength());
    }

    [Fact]
    public async Task ATakenNameIsAConflict()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.PutAsync(Valid.Definitions, """{"name":"demo"}""");
        Assert.Equal((409, "ConflictException"), (reply.Status, reply.Error));
        Assert.Equal(("demo", "WorkflowDefinition"), (reply.Text("resourceId"), reply.Text("resourceType")));
    }

    [Fact]
    public async Task NamesThatDifferInCaseAreTwo()
    {
        await using var nova = await Emulator.WithDemoAsync();
        Assert.Equal(201, (await nova.PutAsync(Valid.Definitions, """{"name":"Demo"}""")).Status);
    }

    [Fact]
    public async Task OfRepeatedMembersTheLastWins()
    {
        await using var nova = await Emulator.StartAsync();
        Assert.Equal(201, (await nova.PutAsync(Valid.Definitions, """{"name":"a b","name":"last"}""")).Status);
        Assert.Equal(200, (await nova.GetAsync("/workflow-definitions/last")).Status);
    }

    [Fact]
    public async Task ABodyThatIsNotThereLacksTheRequiredMembers()
    {
        await using var nova = await Emulator.StartAsync();
        var reply = await nova.SendAsync("PUT", Valid.Definitions);
        Assert.Equal((400, "name"), (reply.Status, reply.Fields));
    }
}
