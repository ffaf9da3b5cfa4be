using Conformance.Reference.NovaAct;
using Conformance.Reports;

namespace Conformance.Suite.Tests.EndToEnd;

/// <summary>Careless handling of texts shows in the smallest profile, at the member that it is about.</summary>
public sealed class CarelessTextsTests
{
    public static IEnumerable<TheoryDataRow<string>> Careless =>
        CarelessTexts.All.Select(careless => new TheoryDataRow<string>(careless.Says));

    public static IEnumerable<TheoryDataRow<string>> Members =>
        CarelessTexts.Members.Keys.Order().Select(id => new TheoryDataRow<string>(id));

    [Theory]
    [MemberData(nameof(Careless))]
    public async Task IsFoundAndShrunk(string says)
    {
        var careless = CarelessTexts.All.Single(c => c.Says == says);
        var failed = await Failed(careless.Behaviour, careless.Requirement);

        Assert.NotNull(failed);
        Assert.Matches($@"\A""(?:{careless.Smallest})""\z", failed.SmallestValue);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task NumbersAndTruthValuesForTextsAreFound(string id) =>
        Assert.NotNull(await Failed(CarelessTexts.Members[id](CarelessTexts.Coercing), $"{id}/type/rejected"));

    [Theory]
    [MemberData(nameof(Members))]
    public async Task TextsInAnArrayAreFound(string id) =>
        Assert.NotNull(await Failed(CarelessTexts.Members[id](CarelessTexts.Unwrapping), $"{id}/type/rejected"));

    /// <summary>The evidence against a target that fails this requirement; null where it passes.</summary>
    private static async Task<Evidence?> Failed(NovaActBehaviour behaviour, string requirement)
    {
        var report = await Judging.Of(
            behaviour,
            options => options with { Selection = options.Selection with { Ids = [$"nova-act/{requirement}"] } }
        );
        return report.Verdicts.Single().Evidence;
    }
}
