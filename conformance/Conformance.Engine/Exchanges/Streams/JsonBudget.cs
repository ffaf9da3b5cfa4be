using System.Text.Json;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>
/// How much JSON the kit reads of one response. What goes beyond is legal all the same, so it is never the target's fault.
/// </summary>
/// <remarks>
/// <see cref="JsonDocument"/> keeps 12 bytes for each token, and where an object or array closes it goes back over all tokens
/// within, so that each token costs as many steps as it is nested deep. Both are counted before anything is read.
/// </remarks>
internal sealed class JsonBudget
{
    /// <summary>Deeper than the kit sends it; whoever follows a value down does so by recursion.</summary>
    internal const int DeepestNesting = 1000;

    // A document of 1 MB holds 500,000 tokens at most.
    private const int MostTokens = 1 << 21;
    private const long MostSteps = 1L << 27;

    private long tokens;
    private long steps;

    /// <summary>The grammar alone: how deep it may nest is asked of the budget.</summary>
    internal static JsonReaderOptions Grammar { get; } = new() { MaxDepth = int.MaxValue, AllowMultipleValues = true };

    /// <summary>Steps that the values so far take.</summary>
    internal long Steps => steps;

    /// <summary>Counts the value whose first token this reader is at.</summary>
    /// <param name="reader">A copy, which is read to the value's end.</param>
    /// <returns>Why the kit does not read the value, in words that follow "a response"; null where it does.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    internal string? Spend(Utf8JsonReader reader)
    {
        var outside = reader.CurrentDepth;
        var deepest = 0;
        var (tokensHere, stepsHere) = (0L, 0L);
        do
        {
            var depth = reader.CurrentDepth - outside;
            deepest = Math.Max(deepest, depth);
            tokensHere++;
            stepsHere += depth + 1;
        } while (!IsAtEnd(reader, outside) && reader.Read());
        if (deepest >= DeepestNesting)
            return $"with JSON nested deeper than the {DeepestNesting} levels that the kit reads";
        if (tokens + tokensHere > MostTokens || steps + stepsHere > MostSteps)
            return "with more JSON values than the kit reads";
        (tokens, steps) = (tokens + tokensHere, steps + stepsHere);
        return null;
    }

    private static bool IsAtEnd(Utf8JsonReader reader, int outside) =>
        reader.CurrentDepth == outside
        && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
}
