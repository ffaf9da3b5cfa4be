using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Idempotency tokens: legal, and used by nobody before.</summary>
internal static class TokenValues
{
    private const int UsualLength = 40;
    private const int LengthOfAUuid = 36;
    private const int MostTried = 64;

    // Of a draw's seed, in hex, and the letter before it.
    private const int LengthOfAMark = 17;

    /// <summary>A fresh token of the usual length, or of another that is legal.</summary>
    public static string Fresh(TestSession test, Member token) =>
        Marked(test, token, UsualLength, test.NextDraw()) ?? LegalValues.Fresh(test, token);

    /// <summary>One fresh token for each length worth a try: that of a UUID, the shortest and the longest.</summary>
    public static IEnumerable<string> OfAllLengths(TestSession test, Member token)
    {
        var shortest = token.Find<MinLength>();
        var longest = token.Find<MaxLength>();
        yield return Marked(test, token, LengthOfAUuid, test.NextDraw()) ?? LegalValues.Fresh(test, token);
        if (shortest is not null && OfLength(test, token, shortest, shortest.Limit) is { } least)
            yield return least;
        if (longest is not null && OfLength(test, token, longest, longest.Limit) is { } most)
            yield return most;
    }

    private static string? OfLength(TestSession test, Member token, Constraint edge, int length)
    {
        var draw = test.NextDraw();
        if (Marked(test, token, length, draw) is { } marked)
            return marked;
        var own = draw.OfTheRun();
        return test
            .Session.Values.JustInside(token, edge, own)
            .Concat(test.Session.Values.RandomMembers(token, own).Take(MostTried))
            .Select(sample => sample.Value)
            .OfType<JsonText>()
            .FirstOrDefault(text => text.Value.Length == length)
            ?.Value;
    }

    /// <summary>The run's prefix and the draw's mark, filled up to the length; null where that is too short or not legal.</summary>
    private static string? Marked(TestSession test, Member token, int length, Draw draw)
    {
        if (length < draw.Prefix.Length + LengthOfAMark)
            return null;
        var text = $"{draw.Prefix}t{draw.Seed:x16}".PadRight(length, 'q');
        return LegalValues.IsLegal(test, token, new JsonText(text)) ? text : null;
    }
}
