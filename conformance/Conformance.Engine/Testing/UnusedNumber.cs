using System.Globalization;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Legal numbers that name nothing: identifiers that are numbers are counted up from few.</summary>
internal static class UnusedNumber
{
    /// <summary>A large legal number drawn by chance; null for a member that is none.</summary>
    public static JsonText? Of(Member member, Draw draw)
    {
        if (member.Kind is not (JsonKind.Integer or JsonKind.Number))
            return null;
        var high = Math.Min(member.Find<Maximum>()?.Limit ?? int.MaxValue, int.MaxValue);
        var low = Math.Max(member.Find<Minimum>()?.Limit ?? 0, Math.Floor(high / 2));
        var room = Math.Max(1, Math.Floor(high - low));
        return new JsonText((Math.Ceiling(low) + (draw.Seed % room)).ToString("0", CultureInfo.InvariantCulture));
    }
}
