namespace Conformance.Schemas.Loading;

/// <summary>What the rest of a schema is read against.</summary>
internal sealed record LoadContext(CitationBook Citations, ImmutableHashSet<string> ReadingIds)
{
    /// <summary>What no document states; known once the head of the schema is read.</summary>
    public ImmutableArray<Convention> Conventions { get; init; } = [];

    /// <summary>Reads ids of readings and refuses one that the register doesn't have.</summary>
    public ImmutableArray<string> Readings(JsonLocation list) => [.. list.Items().Select(Reading)];

    /// <summary>Reads the id of one reading and refuses one that the register doesn't have.</summary>
    public string Reading(JsonLocation item) =>
        ReadingIds.Contains(item.Text())
            ? item.Text()
            : throw item.Refuse(
                "the id of a reading in the register",
                $"\"{item.Text()}\"",
                "add the reading or correct the id"
            );
}
