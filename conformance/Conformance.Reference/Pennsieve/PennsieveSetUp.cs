namespace Conformance.Reference.Pennsieve;

/// <summary>Implementations whose Pennsieve is set up in another way.</summary>
internal static class PennsieveSetUp
{
    private const string TakesToken = """
        apis:
          pennsieve:
            auth:
              header: { name: Authorization, prefix: "Bearer ", value: { env: API_TOKEN } }
        """;

    /// <summary>The same, set up like this.</summary>
    public static T SetUp<T>(this T row, Func<PennsieveOptions, PennsieveOptions> setUp)
        where T : Implementation => row with { Change = right => SetUp(row.Change(right), setUp) };

    /// <summary>The same, asking for a bearer token.</summary>
    public static T AskingForToken<T>(this T row)
        where T : Implementation =>
        row.SetUp(right => right with { BearerToken = "token-of-the-reference" }) with
        {
            Configuration = TakesToken,
        };

    private static ReferenceOptions SetUp(ReferenceOptions options, Func<PennsieveOptions, PennsieveOptions> setUp) =>
        options with
        {
            PennsieveOptions = setUp(options.PennsieveOptions),
        };
}
