using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

public sealed class UnusedNumberTests
{
    [Theory]
    [InlineData(null, null, 1_073_741_823, 2_147_483_647)]
    [InlineData(1, 100, 50, 100)]
    [InlineData(90, 100, 90, 100)]
    [InlineData(7, 7, 7, 7)]
    public void ItIsLegalAndInTheUpperHalf(int? minimum, int? maximum, long low, long high)
    {
        ImmutableArray<Constraint> limits =
        [
            .. minimum is { } min ? [new Minimum(min, Level.Must, Made.At(1))] : Array.Empty<Constraint>(),
            .. maximum is { } max ? [new Maximum(max, Level.Must, Made.At(1))] : Array.Empty<Constraint>(),
        ];
        for (var seed = 0UL; seed < 50; seed++)
        {
            var number = UnusedNumber.Of(Made.Member("id", JsonKind.Integer, limits), new Draw(seed, "test01", 1));
            Assert.InRange(long.Parse(number!.Value, null), low, high);
        }
    }

    [Fact]
    public void ATextIsNone() => Assert.Null(UnusedNumber.Of(Made.Text("id"), new Draw(1, "test01", 1)));
}
