using System.Text.Json;

namespace Conformance.Engine.Exchanges.Streams;

/// <summary>What reading JSON came to: a value, a problem, or a limit of the kit; nothing of it where there were no bytes.</summary>
/// <param name="Value">The value.</param>
internal sealed record JsonReading(JsonElement? Value)
{
    internal static readonly JsonReading Nothing = new((JsonElement?)null);

    /// <summary>What is wrong, in words that follow "expected"; null where nothing is.</summary>
    internal string? Problem { get; init; }

    /// <summary>Why the kit did not read it although it may be JSON, in words that follow "a response".</summary>
    internal string? Unread { get; init; }
}
