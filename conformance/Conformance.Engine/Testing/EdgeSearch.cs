using Conformance.Generators;

namespace Conformance.Engine.Testing;

/// <summary>
/// Finds the size at which something begins to fail, by bisection: with one try for the smallest size that there is, and as
/// many as it takes to halve the sizes between. Whatever it gives has really failed, also where a smaller one fails and a
/// larger one does not.
/// </summary>
/// <param name="IsAlike">Whether a value shows the same as the one that failed; asks nobody.</param>
/// <param name="Fails">Tries a value on the target.</param>
internal sealed record EdgeSearch(Func<JsonValue, bool> IsAlike, Func<JsonValue, Task<bool>> Fails)
{
    // A pattern may have no values of some lengths.
    private const int Neighbours = 4;

    // What is inside of a value is looked at one by one.
    private const int MostInside = 16;

    /// <summary>The value of the smallest size that still fails, with what is inside of it.</summary>
    /// <param name="failing">The value that failed.</param>
    /// <param name="identity">A text inside of it that stays; empty for none.</param>
    public Task<JsonValue> From(JsonValue failing, string identity = "") =>
        In(failing, identity, whole => whole, isWhole: true);

    private async Task<JsonValue> In(
        JsonValue failing,
        string identity,
        Func<JsonValue, JsonValue> inPlace,
        bool isWhole = false
    )
    {
        var smallest = failing;
        foreach (var kept in new[] { KeptEnd.Start, KeptEnd.End })
            if (SizeCut.Of(smallest, identity, kept) is { } cut)
                // Where a little less does not fail, the size is what it has to be, or does not matter.
                smallest = await Along(smallest, cut, inPlace, beginsAtTheTop: !isWhole || kept == KeptEnd.End);
        for (var n = 0; n < Math.Min(Inside(smallest).Length, MostInside); n++)
        {
            var (around, at) = (smallest, n);
            var inner = await In(Inside(around)[at], identity, value => inPlace(Put(around, at, value)));
            smallest = Put(around, at, inner);
        }
        return smallest;
    }

    private async Task<JsonValue> Along(
        JsonValue failing,
        SizeCut cut,
        Func<JsonValue, JsonValue> inPlace,
        bool beginsAtTheTop
    )
    {
        var (passes, fails, smallest) = (Int128.NegativeOne, cut.Size, failing);
        if (beginsAtTheTop && !await TryNear(cut.Size - 1))
            return smallest;
        if (Least() is not { } least || await TryNear(least))
            return smallest;
        passes = least;
        while (fails - passes > 1)
        {
            var middle = passes + ((fails - passes) / 2);
            if (!await TryNear(middle))
                passes = middle;
        }
        return smallest;

        async Task<bool> TryNear(Int128 size)
        {
            if (Near(size, passes, fails) is not var (found, value) || !await Fails(inPlace(value)))
                return false;
            (fails, smallest) = (found, value);
            return true;
        }

        // The smallest size that has a value at all: below it, another constraint would be broken.
        Int128? Least()
        {
            var (none, some) = (Int128.NegativeOne, fails);
            while (some - none > 1)
            {
                var middle = none + ((some - none) / 2);
                if (Near(middle, none, some) is var (found, _))
                    some = found;
                else
                    none = middle;
            }
            return some < fails ? some : null;
        }

        (Int128 Size, JsonValue Value)? Near(Int128 size, Int128 above, Int128 below)
        {
            for (var distance = 0; distance <= Neighbours; distance++)
                foreach (var near in distance == 0 ? [size] : new[] { size - distance, size + distance })
                    if (near > above && near < below && Cut(near) is { } value)
                        return (near, value);
            return null;
        }

        JsonValue? Cut(Int128 size) => cut.To(size).FirstOrDefault(value => IsAlike(inPlace(value)));
    }

    private static ImmutableArray<JsonValue> Inside(JsonValue value) =>
        value switch
        {
            JsonArray array => array.Items,
            JsonObject members => [.. members.Properties.Select(p => p.Value)],
            _ => [],
        };

    private static JsonValue Put(JsonValue around, int at, JsonValue value) =>
        around switch
        {
            JsonArray array => new JsonArray(array.Items.SetItem(at, value)),
            JsonObject { Properties: var members } => new JsonObject(
                members.SetItem(at, members[at] with { Value = value })
            ),
            _ => value,
        };
}
