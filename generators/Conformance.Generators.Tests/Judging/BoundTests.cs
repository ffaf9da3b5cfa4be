using Conformance.Generators.Judging;
using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests.Judging;

/// <summary>What the constraints of a member leave of a length, a count or a number.</summary>
public sealed class BoundTests
{
    private static readonly MinLength AtLeastZero = new(0, Level.Must, Cited);
    private static readonly MaxLength AtMostNine = new(9, Level.Must, Cited);
    private static readonly MinLength AtLeastOne = new(1, Level.Must, Cited);

    [Fact]
    public void AMemberWithoutLimitsIsBoundByNothing() =>
        Assert.Equal(new Bound(Quantity.Length, null, null), Bound.On(Of("text", JsonKind.String), Quantity.Length));

    [Fact]
    public void TheNarrowestOfSeveralLimitsCounts()
    {
        Assert.Equal(new Bound(Quantity.Length, 1, 9), Lengths(AtLeastZero, AtLeastOne, AtMostNine));
        Assert.Equal(new Bound(Quantity.Length, 1, 9), Lengths(AtMostNine, AtLeastOne, AtLeastZero));
    }

    [Fact]
    public void LimitsOfAnotherQuantityDoNotCount() =>
        Assert.Equal(
            new Bound(Quantity.Items, null, null),
            Bound.On(Of("text", JsonKind.String, more: [AtMostNine]), Quantity.Items)
        );

    [Fact]
    public void OneLegalNumberOfItemsIsRecognized()
    {
        var (one, two) = (new MinItems(1, Level.Must, Cited), new MaxItems(2, Level.Must, Cited));
        var array = Of("list", JsonKind.Array, more: [one, two with { Limit = 1 }]);
        Assert.True(ValueSource.AllowsOneCount(array, one));
        Assert.False(ValueSource.AllowsOneCount(Of("list", JsonKind.Array, more: [one, two]), one));
        Assert.False(ValueSource.AllowsOneCount(array, array.Find<TypeIs>()!));
    }

    [Fact]
    public void LeavingARequiredMemberOutBreaksItAndLeavingAnOptionalOneOutDoesNot()
    {
        Assert.Equal(Side.Outside, ValueSource.SideOfAbsence(new Required(Level.Must, Cited)));
        Assert.Equal(Side.Inside, ValueSource.SideOfAbsence(new Optional(Level.Must, Cited)));
        Assert.Null(ValueSource.SideOfAbsence(AtMostNine));
    }

    private static Bound Lengths(params Constraint[] constraints) =>
        Bound.On(Of("text", JsonKind.String, more: constraints), Quantity.Length);
}
