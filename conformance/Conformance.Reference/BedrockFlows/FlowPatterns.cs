namespace Conformance.Reference.BedrockFlows;

/// <summary>
/// The languages of InvokeFlow's patterns. Those of the document read <c>^A|B$</c>; here the author's intent
/// <c>^(A|B)$</c> holds (interpretation R2).
/// </summary>
internal static class FlowPatterns
{
    private const int IdentifierLength = 10;
    private const int AccountIdLength = 12;
    private const int MostAfterTheFirst = 99;

    /// <summary><c>arn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/[0-9a-zA-Z]{10}|[0-9a-zA-Z]{10}</c> (D3:31).</summary>
    public static bool IsFlowIdentifier(string value) => IsIdentifier(value) || IsArn(value, IsIdentifier);

    /// <summary>
    /// <c>arn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/[0-9a-zA-Z]{10}/alias/[0-9a-zA-Z]{10}|[0-9a-zA-Z]+</c>; the
    /// document's <c>TSTALIASID</c> is one of the latter (D3:21).
    /// </summary>
    public static bool IsFlowAliasIdentifier(string value) =>
        Consists(value, char.IsAsciiLetterOrDigit)
        || IsArn(
            value,
            resource => resource.Split("/alias/") is [var flow, var alias] && IsIdentifier(flow) && IsIdentifier(alias)
        );

    /// <summary><c>[a-zA-Z]([_]?[0-9a-zA-Z]){0,99}</c>: underscores only between letters and digits (companion).</summary>
    public static bool IsNodeName(string value) =>
        value.Length > 0
        && char.IsAsciiLetter(value[0])
        && value[^1] != '_'
        && !value.Contains("__", StringComparison.Ordinal)
        && Consists(value, c => char.IsAsciiLetterOrDigit(c) || c == '_')
        && value.Count(c => c != '_') <= 1 + MostAfterTheFirst;

    private static bool IsArn(string value, Func<string, bool> isFlow) =>
        value.Split(':') is ["arn", "aws", "bedrock", { Length: >= 1 and <= 20 } region, var account, var resource]
        && Consists(region, c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && account.Length == AccountIdLength
        && Consists(account, char.IsAsciiDigit)
        && resource.StartsWith("flow/", StringComparison.Ordinal)
        && isFlow(resource["flow/".Length..]);

    private static bool IsIdentifier(string value) =>
        value.Length == IdentifierLength && Consists(value, char.IsAsciiLetterOrDigit);

    private static bool Consists(string value, Func<char, bool> belongs) => value.Length > 0 && value.All(belongs);
}
