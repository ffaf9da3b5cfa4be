using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>A shelf that does not exist lends nothing.</summary>
public sealed class UnknownReferencesTests
{
    private const string Loan = "Lend";

    [Fact]
    public async Task LoansFromUnknownShelvesAreNotFound()
    {
        Assert.Equal(Outcome.Passed, (await new ScriptedLibrary().Run(Loan, UnknownReferences.AreNotFound)).Outcome);
        Assert.Equal(Outcome.Passed, (await new ScriptedLibrary().Run(Loan, UnknownReferences.CountWhole)).Outcome);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task AnythingElseFails(int status)
    {
        var target = new ScriptedLibrary
        {
            Finish = (_, right) => right.Status == 404 ? new ScriptedResponse(status) : right,
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Loan, UnknownReferences.AreNotFound)).Outcome);
    }

    [Fact]
    public async Task AShelfThatItsFirstLoanMakesFails()
    {
        var target = new ScriptedLibrary { MakesShelvesOnTheWay = true };
        Assert.Equal(Outcome.Failed, (await target.Run(Loan, UnknownReferences.AreNotFound)).Outcome);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("cut in front")]
    [InlineData("cut at a hyphen")]
    public async Task NamesThatDoNotCountWholeFail(string how)
    {
        var target = new ScriptedLibrary
        {
            Name = name =>
                how switch
                {
                    "cut" => name[..Math.Min(40, name.Length)],
                    "cut in front" => name[^Math.Min(40, name.Length)..],
                    _ => name.EndsWith("-x", StringComparison.Ordinal) ? name[..^2] : name,
                },
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Loan, UnknownReferences.CountWhole)).Outcome);
    }
}
