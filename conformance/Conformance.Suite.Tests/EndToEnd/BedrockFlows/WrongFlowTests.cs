using Conformance.Reference.Defects.BedrockFlows;

namespace Conformance.Suite.Tests.EndToEnd.BedrockFlows;

/// <summary>Each wrong implementation of InvokeFlow fails what it breaks, and nothing else.</summary>
public sealed class WrongFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Rows => FlowJudging.Rows("IsSeenThrough", FlowDefects.All);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string name) => FlowJudging.IsSeenThrough(FlowDefects.All.Single(d => d.Name == name));
}
