using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Conformance.Engine.Webhooks;

/// <summary>The header <c>Authorization</c> of a request that is signed with Signature Version 4.</summary>
/// <param name="AccessKeyId">Whose key it is.</param>
/// <param name="Date">Day of signing, <c>20150830</c>.</param>
/// <param name="Region">Region, such as <c>us-east-1</c>.</param>
/// <param name="Service">Service, such as <c>lambda</c>.</param>
/// <param name="SignedHeaders">Names of the headers that the signature covers, in order.</param>
/// <param name="Signature">The signature, 64 hexadecimal digits.</param>
internal sealed partial record SignatureHeader(
    string AccessKeyId,
    string Date,
    string Region,
    string Service,
    ImmutableArray<string> SignedHeaders,
    string Signature
)
{
    /// <summary>Algorithm that the header begins with.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>What the signature is good for, <c>20150830/us-east-1/lambda/aws4_request</c>.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    /// <summary>Reads the header of a delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="header">What it holds.</param>
    /// <param name="look">Why it can't be read.</param>
    public static bool TryRead(
        Delivery delivery,
        [NotNullWhen(true)] out SignatureHeader? header,
        out SignatureCheck look
    )
    {
        header = null;
        look = SignatureCheck.Good;
        if (delivery.Values("Authorization") is not [var text])
            look = Missing(delivery);
        else if (!text.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            look = SignatureCheck.Wrong($"expected an Authorization of {Algorithm}, got another one: {Shown(text)}");
        else if (Parse(text[Algorithm.Length..]) is { } parsed)
            header = parsed;
        else
            look = SignatureCheck.Wrong(
                "expected Credential=KEY/DATE/REGION/SERVICE/aws4_request, SignedHeaders=… and Signature=… of 64 "
                    + $"hexadecimal digits in the header Authorization, got {Shown(text)}"
            );
        return header is not null;
    }

    private static SignatureCheck Missing(Delivery delivery)
    {
        if (delivery.Target.Contains("X-Amz-Signature=", StringComparison.OrdinalIgnoreCase))
            return SignatureCheck.Unclear("it is signed in the query, which the kit does not verify");
        var count = delivery.Values("Authorization").Length;
        return SignatureCheck.Wrong(
            count == 0
                ? "expected a header Authorization with Signature Version 4, got none"
                : $"expected one header Authorization, got {count}"
        );
    }

    private static SignatureHeader? Parse(string parameters)
    {
        var parts = parameters
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToLookup(pair => pair[0], pair => pair[^1], StringComparer.Ordinal);
        if (
            parts["Credential"].ToList() is not [var credential]
            || parts["SignedHeaders"].ToList() is not [{ Length: > 0 } names]
            || parts["Signature"].ToList() is not [var signature]
        )
            return null;
        return Credential().Match(credential) is { Success: true } match && Hexadecimal().IsMatch(signature)
            ? new(
                match.Groups["key"].Value,
                match.Groups["date"].Value,
                match.Groups["region"].Value,
                match.Groups["service"].Value,
                [.. names.Split(';')],
                signature
            )
            : null;
    }

    /// <summary>Without the signature itself, which may be somebody's.</summary>
    private static string Shown(string text)
    {
        var upToSignature = text.IndexOf("Signature=", StringComparison.Ordinal);
        var shown = upToSignature < 0 ? text.Split(' ')[0] : text[..upToSignature];
        return $"'{(shown.Length <= 120 ? shown : shown[..120])}…'";
    }

    [GeneratedRegex(
        @"\A(?<key>[^/\s]+)/(?<date>[0-9]{8})/(?<region>[^/\s]+)/(?<service>[^/\s]+)/aws4_request\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Credential();

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimal();
}
