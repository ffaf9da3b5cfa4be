using System.Text;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Tests.NovaAct;

public sealed class ErrorShapeTests
{
    [Theory]
    [InlineData("PUT", "/workflow-definitions", "{}", 400, "ValidationException", "message reason fieldList")]
    [InlineData("PUT", "/workflow-definitions", "{", 400, "SerializationException", "message")]
    [InlineData(
        "PUT",
        "/workflow-definitions",
        "{\"name\":\"demo\"}",
        409,
        "ConflictException",
        "message resourceId resourceType"
    )]
    [InlineData(
        "GET",
        "/workflow-definitions/no",
        "",
        404,
        "ResourceNotFoundException",
        "message resourceId resourceType"
    )]
    [InlineData("GET", "/workflow-definitions/%20", "", 400, "ValidationException", "message reason fieldList")]
    [InlineData("GET", "/unknown", "", 404, "UnknownOperationException", "message")]
    [InlineData("GET", "/workflow-definitions", "", 405, "MethodNotAllowedException", "message")]
    public async Task AnErrorHasItsNameItsMembersAndARequestId(
        string method,
        string path,
        string body,
        int status,
        string error,
        string members
    )
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.SendAsync(method, path, Encoding.UTF8.GetBytes(body));
        Assert.Equal((status, error), (reply.Status, reply.Error));
        Assert.Equal("application/json", reply.ContentType?.ToString());
        Assert.Equal(members, string.Join(' ', reply.Json.EnumerateObject().Select(m => m.Name)));
        Assert.True(Guid.TryParse(reply.RequestId, out _));
    }

    [Fact]
    public async Task AFieldAtFaultIsNamedByItsPathAndToldWhy()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var reply = await nova.PutAsync(Valid.DemoRuns, Valid.RunWith("clientInfo.compatibilityVersion", "\"1\""));
        Assert.Equal("FieldValidationFailed", reply.Text("reason"));
        var field = Assert.Single(reply.Json.GetProperty("fieldList").EnumerateArray());
        Assert.Equal("clientInfo.compatibilityVersion", field.GetProperty("name").GetString());
        Assert.Equal("expected an integer, got a string", field.GetProperty("message").GetString());
    }

    [Fact]
    public async Task EveryResponseHasARequestIdOfItsOwn()
    {
        await using var nova = await Emulator.WithDemoAsync();
        var one = await nova.GetAsync("/workflow-definitions/demo");
        var two = await nova.GetAsync("/workflow-definitions/demo");
        Assert.True(Guid.TryParse(one.RequestId, out _));
        Assert.NotEqual(one.RequestId, two.RequestId);
        Assert.Null(one.Error);
    }

    [Fact]
    public async Task WhatEscapesFromAStepBecomesAnErrorThatTellsNoMore()
    {
        var failing = NovaActBehaviour.Correct with
        {
            Handle = _ => throw new InvalidOperationException("inner secret"),
        };
        await using var nova = await Emulator.StartAsync(new() { NovaAct = failing });
        var reply = await nova.GetAsync("/workflow-definitions/demo");
        Assert.Equal((500, "InternalServerException"), (reply.Status, reply.Error));
        Assert.NotNull(reply.RequestId);
        Assert.DoesNotContain("secret", reply.Json.GetRawText(), StringComparison.Ordinal);
    }
}
