using Conformance.Apis;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Reports.Secrecy;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

public sealed class IdentifierWatchTests
{
    private static readonly Operation Run = Catalog
        .Load()
        .First(planned => planned.Api.Name == "nova-act")
        .Api.Operations.First(o => o.Id == "CreateWorkflowRun");

    private readonly IdentifierWatch watch = new();

    [Fact]
    public void TwoRunsThatShareAnIdentifierAreSeen()
    {
        Look("one", "a");
        Look("one", "b");
        Assert.Equal("one", watch.SharedBy(Run.Id)?.Identifier);
    }

    [Fact]
    public void OfALongIdentifierLittleIsKept()
    {
        var identifier = new string('x', 900_000);
        Look(identifier, "a");
        Look(identifier + "y", "b");
        Assert.Null(watch.SharedBy(Run.Id));
        Look(identifier, "c");
        Assert.InRange(watch.SharedBy(Run.Id)!.Identifier.Length, 1, GivenIdentifier.Longest);
    }

    [Fact]
    public void SoAreTwoRunsWithoutATokenThatDo()
    {
        Look("one", null);
        Look("one", null);
        Assert.NotNull(watch.SharedBy(Run.Id));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "A")]
    public void ATokenTooShortToBeFreshMayBringBackItsRun(string first, string second)
    {
        Look("one", first);
        Look("one", second);
        Assert.Null(watch.SharedBy(Run.Id));
        Assert.Equal(1, watch.CountOf(Run.Id));
    }

    private void Look(string identifier, string? token)
    {
        var body = token is null ? "{}" : $$"""{"clientToken":"{{token}}"}""";
        watch.Look(
            new RequestDraft(Run, ImmutableDictionary<string, string>.Empty, JsonValue.Parse(body)),
            "a requirement",
            turn: 1,
            new Step("a run", Seen.Response(201, $$"""{"workflowRunId":"{{identifier}}"}""")),
            new EvidenceBudget(new Secrets()),
            requestsSent: 1
        );
    }
}
