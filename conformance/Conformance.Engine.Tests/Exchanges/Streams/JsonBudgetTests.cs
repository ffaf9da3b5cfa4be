using System.Text;
using System.Text.Json;
using Conformance.Engine.Exchanges.Streams;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class JsonBudgetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(JsonBudget.DeepestNesting - 1)]
    public void JsonIsReadAsDeepAsTheKitSendsIt(int levels)
    {
        var read = Read(Deep.Nested(levels));
        Assert.Equal((JsonValueKind.Array, null, null), (read.Value?.ValueKind, read.Problem, read.Unread));
    }

    [Theory]
    [InlineData(JsonBudget.DeepestNesting + 1)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void DeeperJsonIsALimitOfTheKit(int levels)
    {
        var read = Read(Deep.Nested(levels));
        Assert.Equal((null, null), (read.Value, read.Problem));
        Assert.Contains("nested deeper than the 1000 levels", read.Unread, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("]]")]
    [InlineData(" nope")]
    public void DeepBytesThatAreNoJsonAreAProblem(string rest)
    {
        var read = Read(new string('[', 100_000) + rest);
        Assert.NotNull(read.Problem);
        Assert.Null(read.Unread);
    }

    [Fact]
    public void TheWorkForOneResponseIsBounded()
    {
        var budget = new JsonBudget();
        // Each of the items lies in 900 arrays, all of which look for their beginning among them.
        var costly = Encoding.UTF8.GetBytes(
            new string('[', 900) + string.Join(',', Enumerable.Repeat("1", 100_000)) + new string(']', 900)
        );
        Assert.NotNull(PayloadJson.Read(costly, budget).Value);
        Assert.InRange(budget.Steps, 100_000 * 900, 110_000 * 900);
        Assert.Contains("more JSON values", PayloadJson.Read(costly, budget).Unread, StringComparison.Ordinal);
    }

    private static JsonReading Read(string json) => PayloadJson.Read(Encoding.UTF8.GetBytes(json), new JsonBudget());
}
