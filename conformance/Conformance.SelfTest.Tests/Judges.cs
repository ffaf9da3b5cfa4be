using Conformance.Apis;
using Conformance.Engine.Planning;
using Conformance.Generators;

namespace Conformance.SelfTest.Tests;

/// <summary>The judge with all requirements. It remembers nothing of what it judged.</summary>
internal static class Judges
{
    public static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();

    public static readonly ValueSource Values = new();

    public static readonly Judge OfAll = new(Everything, Values);
}
