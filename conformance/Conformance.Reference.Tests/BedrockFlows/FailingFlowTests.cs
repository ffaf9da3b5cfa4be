using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Tests.BedrockFlows;

public sealed class FailingFlowTests
{
    public static TheoryData<string, int, string, string> Errors =>
        new()
        {
            { "AccessDeniedException", 403, "FAILACCESS", "MIDSACCESS" },
            { "BadGatewayException", 502, "FAILBADGAT", "MIDSBADGAT" },
            { "ConflictException", 409, "FAILCONFLI", "MIDSCONFLI" },
            { "DependencyFailedException", 424, "FAILDEPEND", "MIDSDEPEND" },
            { "InternalServerException", 500, "FAILINTERN", "MIDSINTERN" },
            { "ResourceNotFoundException", 404, "FAILNOTFND", "MIDSNOTFND" },
            { "ServiceQuotaExceededException", 400, "FAILQUOTAS", "MIDSQUOTAS" },
            { "ThrottlingException", 429, "FAILTHROTT", "MIDSTHROTT" },
            { "ValidationException", 400, "FAILVALIDA", "MIDSVALIDA" },
        };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task AFlowCanFailBeforeTheStreamAndWithinIt(string error, int status, string before, string within)
    {
        await using var bedrock = await Emulator.StartAsync();
        var rejected = await bedrock.PostAsync(Invocations.Path(before), Invocations.Body());
        Assert.Equal((status, error), (rejected.Status, rejected.Error));
        Assert.Equal("application/json", rejected.ContentType?.MediaType);
        var reply = await bedrock.PostAsync(Invocations.Path(within, Offer.Alias), Invocations.Body("[1]"));
        Assert.Equal(200, reply.Status);
        Assert.Collection(
            reply.Events(),
            output => Assert.Equal(("flowOutputEvent", "[1]"), (output.Name, output.Document())),
            exception =>
            {
                Assert.Equal("exception", exception.MessageType);
                Assert.Equal(error, exception.Name, ignoreCase: true);
                Assert.True(char.IsAsciiLetterLower(exception.Name[0]));
                Assert.Equal(rejected.Text("message"), exception.Json.GetProperty("message").GetString());
            }
        );
    }

    [Theory]
    [InlineData("FAILTHROTT")]
    [InlineData("MIDSTHROTT")]
    public async Task AFlowThatFailsStillDemandsAValidRequest(string flow)
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.PostAsync(Invocations.Path(flow), "{}");
        Assert.Equal((400, "ValidationException"), (reply.Status, reply.Error));
        var unknown = await bedrock.PostAsync(Invocations.Path(flow, "NOSUCHALIAS"), Invocations.Body());
        Assert.Equal(404, unknown.Status);
    }
}
