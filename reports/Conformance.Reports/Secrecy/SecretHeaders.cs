namespace Conformance.Reports.Secrecy;

/// <summary>Headers whose values are somebody's credentials, whoever sent them: a target's own are no less secret.</summary>
public static class SecretHeaders
{
    /// <summary>Their names, without regard to case.</summary>
    public static ImmutableHashSet<string> Names { get; } =
        ImmutableHashSet.Create(
            StringComparer.OrdinalIgnoreCase,
            "Authorization",
            "Proxy-Authorization",
            "Cookie",
            "Set-Cookie",
            "X-Amz-Security-Token"
        );

    /// <summary>The line without its value where that is secret, and else with name and value redacted.</summary>
    /// <param name="header">The line; what was taken out of its value already is not missed again.</param>
    /// <param name="redacted">What a text becomes.</param>
    internal static Header Without(Header header, Func<string, string> redacted) =>
        Names.Contains(header.Name) && !header.Value.Contains(Secrets.Mark, StringComparison.Ordinal)
            ? header with
            {
                Value = Secrets.Mark,
            }
            : new Header(redacted(header.Name), redacted(header.Value));
}
