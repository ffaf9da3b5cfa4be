using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Which member's value a target may just not know, where that can explain a rejection (R24).</summary>
public sealed class LookUpTests
{
    private static readonly Member Model = Made.Text("model", Made.Required) with { IsLookedUp = true };
    private static readonly Member Group = Made.Text("group", Made.Optional) with { IsLookedUp = true };
    private static readonly Member Note = Made.Text("note", Made.Required);
    private static readonly Member Inner = Made.Text("export.bucket", Made.Required) with { IsLookedUp = true };
    private static readonly Member Export = Made.Member("export", JsonKind.Object) with { Members = [Inner] };
    private static readonly Operation Operation = Made.Operation(Note, Model, Group, Export) with
    {
        Errors = [Made.Listing],
        Path = "/things/{thing}",
        Parameters = [Made.Text("thing", Made.Required) with { Place = Place.Path }],
    };

    [Theory]
    [InlineData(404, "{}", "model")]
    [InlineData(400, "{}", "model")]
    [InlineData(403, "{}", null)]
    [InlineData(409, "{}", null)]
    [InlineData(404, """{"fieldList":[{"name":"/model"}]}""", "model")]
    [InlineData(404, """{"fieldList":[{"name":"note"}]}""", null)]
    [InlineData(404, """{"fieldList":[{"name":"note"},{"name":"model"}]}""", "model")]
    [InlineData(404, """{"resourceId":"M"}""", "model")]
    [InlineData(404, """{"resourceId":"G"}""", "group")]
    [InlineData(404, """{"resourceId":"B"}""", "export.bucket")]
    [InlineData(404, """{"resourceId":"N"}""", null)]
    [InlineData(404, """{"resourceId":"T"}""", null)]
    [InlineData(404, """{"resourceId":""}""", "model")]
    [InlineData(404, """{"resourceId":"somebody else's"}""", "model")]
    public async Task TheOneThatTheRejectionNamesOrElseARequiredOne(int status, string body, string? member)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status, body));
        Assert.Equal(member, (await Explains(target))?.Path);
    }

    [Theory]
    [InlineData("{}", "model", null)]
    [InlineData("""{"resourceId":"G"}""", "group", null)]
    [InlineData("""{"resourceId":"G"}""", "model", "group")]
    public async Task AConfiguredValueIsNoneOfThem(string body, string fixture, string? member)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(404, body));
        Assert.Equal(member, (await Explains(target, (fixture, "\"known\"")))?.Path);
    }

    [Fact]
    public async Task WithoutAResponseThereIsNothingToExplain()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(TransportFailureKind.Timeout));
        Assert.Null(await Explains(target));
    }

    [Theory]
    [InlineData(404, "{}", "note", "model")]
    [InlineData(400, "{}", "note", null)]
    [InlineData(400, "{}", "group", "group")]
    [InlineData(400, "{}", "export", "export.bucket")]
    [InlineData(409, "{}", "group", null)]
    [InlineData(404, """{"resourceId":"N"}""", "note", null)]
    [InlineData(404, """{"resourceId":"N"}""", null, null)]
    public async Task OfAnOrdinaryValueItMayBeThatValue(int status, string body, string? of, string? member)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status, body));
        var test = target.Bench(Operation);
        var rejected = await Send(test);
        var under = Operation.RequestMembers().FirstOrDefault(m => m.Path == of);
        Assert.Equal(member, LookUp.ExplainsOrdinary(test, under, rejected)?.Path);
    }

    [Fact]
    public async Task AValueThatIsNeverLookedUpHasNoControl()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = target.Bench(Operation);
        Assert.Null(await LookUp.Control(test, test.Valid(Operation), Note));
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task AnOrdinaryControlThatIsRejectedIsFollowedByAPlainOne(bool isAccepted, int requests)
    {
        using var target = new ScriptedTarget(_ => isAccepted ? ScriptedResponse.Accepted : ScriptedResponse.Rejected);
        var test = target.Bench(Operation);
        var control = await LookUp.Control(test, test.Valid(Operation), Model);
        Assert.Equal(isAccepted, control!.IsAccepted());
        Assert.Equal(requests, target.Requests.Length);
        var (ordinary, last) = (target.Requests[0].TextAt("model")!, target.Requests[^1].TextAt("model")!);
        Assert.Equal(isAccepted ? ordinary : string.Concat(ordinary.Where(char.IsAsciiLetterOrDigit)), last);
        Assert.NotEqual(isAccepted, last.All(char.IsAsciiLetterOrDigit));
    }

    [Fact]
    public async Task AnOrdinaryControlThatIsPlainIsNotSentAgain()
    {
        var plain = Model with { Constraints = [.. Model.Constraints, Made.Matching("[a-z]+")] };
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        var test = target.Bench(Made.Operation(plain));
        Assert.False((await LookUp.Control(test, test.Valid(test.Operation), plain))!.IsAccepted());
        Assert.Single(target.Requests);
    }

    private static async Task<Member?> Explains(ScriptedTarget target, params (string, string)[] fixtures)
    {
        var test = target.Bench(Operation, fixtures);
        return LookUp.Explains(test, await Send(test));
    }

    private static Task<Exchange> Send(TestSession test)
    {
        var request = test.Valid(Operation);
        foreach (var (path, text) in new[] { ("thing", "T"), ("note", "N"), ("model", "M"), ("group", "G") })
            request = request.With(test.MemberOf(path), Made.Sample(text).Value);
        return test.Send(request.With(Inner, Made.Sample("B").Value), "all members");
    }
}
