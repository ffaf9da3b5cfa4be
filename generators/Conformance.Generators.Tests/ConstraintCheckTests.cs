using System.Text.Json;
using Conformance.Schemas;

namespace Conformance.Generators.Tests;

public sealed class ConstraintCheckTests
{
    private static readonly Citation Anywhere = new("D0", 1, "a document");

    private static readonly Required Required = new(Level.Must, Anywhere);

    [Theory]
    [InlineData(JsonKind.Integer, "1", true)]
    [InlineData(JsonKind.Integer, "1.0", true)]
    [InlineData(JsonKind.Integer, "1e0", true)]
    [InlineData(JsonKind.Integer, "-0", true)]
    [InlineData(JsonKind.Integer, "15e-1", false)]
    [InlineData(JsonKind.Integer, "1.5", false)]
    [InlineData(JsonKind.Integer, "123456789012345678901234567890123456789", true)]
    [InlineData(JsonKind.Integer, "1e400", true)]
    [InlineData(JsonKind.Integer, "\"1\"", false)]
    [InlineData(JsonKind.Integer, "true", false)]
    [InlineData(JsonKind.Number, "1.5", true)]
    [InlineData(JsonKind.Number, "\"1.5\"", false)]
    [InlineData(JsonKind.String, "\"\"", true)]
    [InlineData(JsonKind.String, "\"\\ud800\"", true)]
    [InlineData(JsonKind.String, "1", false)]
    [InlineData(JsonKind.Boolean, "false", true)]
    [InlineData(JsonKind.Boolean, "0", false)]
    [InlineData(JsonKind.Object, "{}", true)]
    [InlineData(JsonKind.Object, "[]", false)]
    [InlineData(JsonKind.Array, "[]", true)]
    [InlineData(JsonKind.Array, "{}", false)]
    [InlineData(JsonKind.Any, "[1]", true)]
    public void AValueIsOfItsKindOrNot(JsonKind kind, string json, bool holds) =>
        Check(holds, new TypeIs(kind, Level.Must, Anywhere), json);

    [Theory]
    [InlineData(3, "\"abc\"", true)]
    [InlineData(3, "\"abcd\"", false)]
    [InlineData(2, "\"😀😀\"", true)]
    [InlineData(2, "\"\\ud83d\\ude00\\ud83d\\ude00\"", true)]
    [InlineData(1, "\"😀😀\"", false)]
    public void AMaximumCountsCodePoints(int limit, string json, bool holds) =>
        Check(holds, new MaxLength(limit, Level.Must, Anywhere), json);

    [Theory]
    [InlineData(1, "\"\"", false)]
    [InlineData(2, "\"😀\"", false)]
    [InlineData(1, "\"😀\"", true)]
    public void AMinimumCountsCodePoints(int limit, string json, bool holds) =>
        Check(holds, new MinLength(limit, Level.Must, Anywhere), json);

    [Theory]
    [InlineData("[a-z]+", "\"abc\"", true)]
    [InlineData("[a-z]+", "\"abc1\"", false)]
    [InlineData("[a-z]+", "\"abc\\n\"", false)]
    [InlineData("^[a-z]+$", "\"abc\\n\"", false)]
    [InlineData("a|b", "\"ab\"", false)]
    [InlineData("[a-z]+", "\"\\ud800\"", false)]
    public void APatternMatchesTheWholeValue(string pattern, string json, bool holds) =>
        Check(holds, new Pattern(pattern, Level.Must, Anywhere), json);

    [Theory]
    [InlineData("\"ACTIVE\"", true)]
    [InlineData("\"active\"", false)]
    [InlineData("\"ACTIVE \"", false)]
    [InlineData("\"\\ud800\"", false)]
    public void AChoiceIsExact(string json, bool holds) =>
        Check(holds, new OneOf(["ACTIVE", "DELETING"], Level.Must, Anywhere), json);

    [Theory]
    [InlineData("[1]", false)]
    [InlineData("[1,2]", true)]
    [InlineData("[1,2,3]", true)]
    [InlineData("[1,2,3,4]", false)]
    public void ItemsAreCounted(string json, bool holds)
    {
        var least = ConstraintCheck.Problem(new MinItems(2, Level.Must, Anywhere), Json(json));
        var most = ConstraintCheck.Problem(new MaxItems(3, Level.Must, Anywhere), Json(json));
        Assert.Equal(holds, (least ?? most) is null);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("2.50", true)]
    [InlineData("2.51", false)]
    public void NumbersStayWithinTheirBounds(string json, bool holds)
    {
        var least = ConstraintCheck.Problem(new Minimum(1, Level.Must, Anywhere), Json(json));
        var most = ConstraintCheck.Problem(new Maximum(2.5m, Level.Must, Anywhere), Json(json));
        Assert.Equal(holds, (least ?? most) is null);
    }

    [Fact]
    public void MissingAndNullBreakOnlyThatTheMemberHasToBeThere()
    {
        Assert.Equal("it is missing", ConstraintCheck.Problem(Required, null));
        Assert.Equal("it is null", ConstraintCheck.Problem(Required, Json("null")));
        Assert.Null(ConstraintCheck.Problem(new TypeIs(JsonKind.String, Level.Must, Anywhere), null));
        Assert.Null(ConstraintCheck.Problem(new Pattern("a", Level.Must, Anywhere), Json("null")));
    }

    [Fact]
    public void AConstraintOnAnotherKindOfValueSaysNothing() =>
        Assert.Null(ConstraintCheck.Problem(new MaxLength(1, Level.Must, Anywhere), Json("12345")));

    [Fact]
    public void ALongValueIsShortened()
    {
        var problem = ConstraintCheck.Problem(
            new OneOf(["a"], Level.Must, Anywhere),
            Json($"\"{new string('x', 500)}\"")
        );
        Assert.Equal($"it is \"{new string('x', 80)}…\"", problem);
    }

    private static JsonElement Json(string json) => JsonElement.Parse(json);

    private static void Check(bool holds, Constraint constraint, string json)
    {
        var problem = ConstraintCheck.Problem(constraint, Json(json));
        Assert.True(holds == problem is null, $"{constraint.Keyword} of {json}: {problem ?? "holds"}");
    }
}
