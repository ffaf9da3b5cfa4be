namespace Conformance.Contracts.Tests.Interactions;

public sealed class StateTests
{
    private static readonly string[] Rows = File.ReadAllLines(Checkout.File("docs/pact.md"));

    public static TheoryData<string> Names =>
        [.. Apis.Interactions.SelectMany(i => i.States).Select(s => s.Name).Distinct()];

    /// <summary>Whoever verifies the contracts with other tools has to bring the states about.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void TheDocumentSaysWhatAStateGives(string name)
    {
        var row = Assert.Single(Rows, r => r.StartsWith($"| `{name}` |", StringComparison.Ordinal));
        var given = Apis.Interactions.Where(i => i.States.Any(s => s.Name == name)).SelectMany(i => i.Injects);
        var stated = row.Contains("the same", StringComparison.Ordinal) ? row + AllThatIsStatedBefore(row) : row;
        Assert.All(given.Distinct(), value => Assert.Contains($"`{value}`", stated, StringComparison.Ordinal));
    }

    [Fact]
    public void AStateWithParametersAlwaysHasThem() =>
        Assert.All(
            Apis.Interactions.SelectMany(i => i.States).GroupBy(s => s.Name),
            state => Assert.Single(state.Select(s => s.Parameters.Properties.IsEmpty).Distinct())
        );

    private static string AllThatIsStatedBefore(string row) =>
        string.Concat(Rows.TakeWhile(r => r != row).Where(r => r.StartsWith("| `", StringComparison.Ordinal)));
}
