namespace Conformance.Engine.Tests.Exchanges.Streams;

/// <summary>JSON that is legal and nested deeper than the kit reads.</summary>
internal static class Deep
{
    public static readonly string Json = Nested(100_000);

    public static string Nested(int levels) => new string('[', levels) + new string(']', levels);
}
