using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours.Resources;

/// <summary>Tokens are legal by the schema, whatever that says of them, and fresh.</summary>
public sealed class TokenValuesTests
{
    [Theory]
    [InlineData("[a-zA-Z0-9-]{33,256}", 33, 256, "36 33 256")]
    [InlineData("[0-9a-f]{8}", 8, 8, "8 8 8")]
    [InlineData("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", 36, 36, "36 36 36")]
    [InlineData("[A-Z]{5,12}", 5, 12, "12 5 12")]
    public void LengthsAreTheOneOfAUuidOrAnotherUsualOneTheShortestAndTheLongest(
        string pattern,
        int shortest,
        int longest,
        string lengths
    ) =>
        With(
            Notebook.Token(Made.Min(shortest), Made.Max(longest), Made.Matching(pattern)),
            (test, token) =>
            {
                var made = TokenValues.OfAllLengths(test, token).Append(TokenValues.Fresh(test, token)).ToList();
                Assert.Equal(lengths, string.Join(' ', made.Take(3).Select(text => text.Length)));
                Assert.All(made, text => Assert.True(LegalValues.IsLegal(test, token, new JsonText(text)), text));
                Assert.Distinct(made);
            }
        );

    [Fact]
    public void WhereNothingIsSaidOfThemTheyBeginWithTheRunsPrefix() =>
        With(
            Notebook.Token(),
            (test, token) =>
            {
                var made = Assert.Single(TokenValues.OfAllLengths(test, token));
                Assert.StartsWith(ScriptedTarget.RunId, made, StringComparison.Ordinal);
                Assert.Equal((36, 40), (made.Length, TokenValues.Fresh(test, token).Length));
            }
        );

    private static void With(Member token, Action<TestSession, Member> check)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        check(target.Bench(Made.Operation(token)), token);
    }
}
