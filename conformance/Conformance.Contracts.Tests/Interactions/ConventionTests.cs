using Conformance.Contracts.Interactions;
using Conformance.Contracts.Native;
using Conformance.Generators;

namespace Conformance.Contracts.Tests.Interactions;

/// <summary>A target's conventions change what is sent and read, and no id.</summary>
public sealed class ConventionTests
{
    private static readonly IReadOnlyList<Interaction> Spoken = InteractionCatalog.Of(
        Apis.Named("pennsieve")
            .With(
                new Dictionary<string, string>
                {
                    ["path"] = "/compute/runs",
                    ["labelMember"] = "title",
                    ["refusalStatus"] = "422, 404",
                    ["successStatus"] = "202",
                }
            )
    );

    [Fact]
    public void IdsStay() =>
        Assert.Equal(
            Apis.Interactions.Where(i => i.Operation.Api == "pennsieve").Select(i => i.Id),
            Spoken.Select(i => i.Id)
        );

    [Fact]
    public void PathsFollow() => Assert.All(Spoken, i => Assert.Equal(new JsonText("/compute/runs"), i.Request.Path));

    [Fact]
    public void NamesOfMembersFollow()
    {
        var full = (JsonObject)
            Spoken.Single(i => i.Id.EndsWith("/success-full", StringComparison.Ordinal)).Request.Body!;
        Assert.Contains("title", full.Properties.Select(p => p.Name));
        Assert.DoesNotContain("name", full.Properties.Select(p => p.Name));
    }

    [Fact]
    public void StatusesOfRejectionsFollow()
    {
        var both = Spoken.Single(i => i.Id.EndsWith("/refused-both", StringComparison.Ordinal));
        Assert.Equal(Match.StatusOneOf(422, 404), both.Response.Status);
    }

    /// <summary>That the status is just this one, no document says: the suite warns of it.</summary>
    [Fact]
    public void EverySuccessWillDo()
    {
        var success = Spoken.Single(i => i.Id.EndsWith("/contract/success", StringComparison.Ordinal));
        Assert.Equal(Match.StatusClass(202, "success"), success.Response.Status);
    }
}
